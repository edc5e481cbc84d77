"""The report of an evaluation as a page: what the parts say, escaped, the way to each file and from the evaluation."""

import pytest
from django.urls import reverse
from tests.apps.evaluation.making import evaluation_of
from tests.apps.party import new_party
from tests.apps.reports.documents import making

from cordee.apps.reports.evaluation import composing

pytestmark = pytest.mark.django_db
FILES = ("pdf", "short-pdf", "docx", "pptx", "xlsx", "json")


def test_the_page_says_what_the_parts_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "SECTION_MAKERS", (lambda opened: making.rich("fr").sections,))
    party = new_party()
    address = [evaluation_of(party.alliance, party.member).public]
    client = party.client("member")
    page = client.get(reverse("evaluation-report:page", args=address)).content.decode()
    assert [words for words in (*making.SAID["fr"], *making.EXPECTED["fr"]) if words not in page] == []
    assert "<script>alert" not in page
    assert page.count('scope="col"') == 5 + 2 + 10 + 1
    links = [reverse(f"evaluation-report:{name}", args=address) for name in FILES]
    assert [link for link in links if f'href="{link}"' not in page] == []
    overview = client.get(reverse("evaluation:overview", args=address)).content.decode()
    assert reverse("evaluation-report:page", args=address) in overview


def test_without_any_section_the_page_says_how_it_fills(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(composing, "SECTION_MAKERS", ())
    party = new_party()
    evaluation = evaluation_of(party.alliance, party.member)
    page = party.client("observer").get(reverse("evaluation-report:page", args=[evaluation.public]))
    assert "se remplit de lui-même" in page.content.decode()


@pytest.mark.parametrize("name", ["page", *FILES])
def test_with_every_part_and_nothing_written_each_file_is_made(name: str) -> None:
    party = new_party()
    evaluation = evaluation_of(party.alliance, party.member)
    answer = party.client("observer").get(reverse(f"evaluation-report:{name}", args=[evaluation.public]))
    assert answer.status_code == 200
    if name in ("page", "json"):
        assert "Aucun effet n’est encore écrit." in answer.content.decode()
