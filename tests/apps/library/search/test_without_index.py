"""Before anything was indexed, the page still opens and says where to begin."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/chercher/", "/chercher/?q=confiance", "/en/search/?q=trust&genre=terms"])
def test_the_page_opens(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert 'class="search-starts"' in answer.content.decode()
