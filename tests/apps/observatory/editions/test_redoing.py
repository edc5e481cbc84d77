"""« Refaire ce calcul »: the commands that the page gives are run as they are, and the figures are the same."""

import csv
import html
import io
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from django.test import Client

from cordee.stats.editions.rebuilding import same

pytestmark = pytest.mark.django_db
MAYORS = "barometre-demonstration-maires"


def commands_on(page: str) -> list[str]:
    """Read the commands where a reader would copy them."""
    found = re.search(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL)
    assert found
    return html.unescape(found.group(1)).splitlines()


@pytest.mark.usefixtures("shelf")
def test_the_commands_of_the_page_give_the_same_figures(client: Client, tmp_path: Path) -> None:
    fetch, *others = commands_on(client.get(f"/observatoire/editions/{MAYORS}/").content.decode())
    address = fetch.split()[-1]
    assert address == f"http://127.0.0.1:8000/observatoire/editions/{MAYORS}.zip"
    (tmp_path / f"{MAYORS}.zip").write_bytes(client.get(address.removeprefix("http://127.0.0.1:8000")).getvalue())
    assert others[0] == f"unzip {MAYORS}.zip"
    others[0] = f"{sys.executable} -m zipfile -e {MAYORS}.zip ."
    path = f"{Path(sys.executable).parent}:/usr/bin:/bin"
    done = subprocess.run(
        ["sh", "-ec", "\n".join(others)], cwd=tmp_path, env={"PATH": path}, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "refaits à l’identique" in done.stdout or "rebuilt alike" in done.stdout
    table = done.stdout[done.stdout.index("measure,variable") :]
    again = list(csv.reader(io.StringIO(table)))
    with zipfile.ZipFile(tmp_path / f"{MAYORS}.zip") as archive:
        published = archive.read(f"{MAYORS}/estimates.csv").decode()
    before = list(csv.reader(io.StringIO(published)))
    assert len(again) == len(before) > 2000
    assert all(same(one, other) for row, other_row in zip(before, again, strict=True)
               for one, other in zip(row, other_row, strict=True))  # fmt: skip
