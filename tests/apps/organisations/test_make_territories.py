"""The script that writes the territories: sorted, without overseas collectivities, the same bytes each time."""

import json
import runpy
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[3]
PACKAGE: dict[str, list[dict[str, Any]]] = {
    "regions": [
        {"code": "84", "nom": "Auvergne-Rhône-Alpes", "zone": "metro"},
        {"code": "01", "nom": "Guadeloupe", "zone": "drom"},
        {"code": "987", "nom": "Polynésie française", "zone": "com"},
    ],
    "departements": [{"code": "69", "nom": "Rhône", "region": "84", "zone": "metro"}],
    "epci": [{"code": "200046977", "nom": "Métropole de Lyon", "membres": [{"code": "69123"}]}],
    "communes": [
        {"code": "69123", "nom": "Lyon", "zone": "metro", "type": "commune-actuelle"},
        {"code": "69001", "nom": "L'Arbresle", "zone": "metro", "type": "commune-actuelle"},
        {"code": "69381", "nom": "Lyon 1er", "zone": "metro", "type": "arrondissement-municipal"},
        {"code": "98735", "nom": "Papeete", "zone": "com", "type": "commune-actuelle"},
    ],
}
EXPECTED = {
    "regions.csv": "code,name\n01,Guadeloupe\n84,Auvergne-Rhône-Alpes\n",
    "departments.csv": "code,name,region\n69,Rhône,84\n",
    "intercommunalities.csv": "code,name\n200046977,Métropole de Lyon\n",
    "communes.csv": "code,name,intercommunality\n69001,L’Arbresle,\n69123,Lyon,200046977\n",
}


@pytest.fixture
def package(tmp_path: Path) -> Path:
    folder = tmp_path / "package"
    (folder / "data").mkdir(parents=True)
    (folder / "LICENSE").write_text("MIT License\n")
    for name, rows in PACKAGE.items():
        (folder / "data" / f"{name}.json").write_text(json.dumps(rows))
    return folder


def test_it_writes_four_tables_and_the_licence(package: Path, tmp_path: Path) -> None:
    script = runpy.run_path(str(ROOT / "bin" / "make-territories"))
    script["main"].__globals__["TARGET"] = tmp_path / "made"
    for _ in range(2):
        script["main"](package)
        made = {path.name: path.read_text(encoding="utf-8") for path in (tmp_path / "made").glob("*.csv")}
        assert made == EXPECTED
    assert "MIT" in (tmp_path / "made/LICENSE-decoupage-administratif.txt").read_text()
