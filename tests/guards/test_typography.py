"""The French of the project has its thin spaces and its apostrophes, wherever it is written."""

from pathlib import Path

from house.french.tree import findings, mend, project_findings

ROOT = Path(__file__).resolve().parents[2]


def test_the_project_has_no_typographic_fault() -> None:
    left = project_findings(ROOT)
    shown = "\n".join(map(str, left[:30]))
    assert not left, f"{len(left)} faults of French typography, mended by bin/typography --fix:\n{shown}"


def test_a_fault_is_seen_and_mended_in_every_kind_of_file(tmp_path: Path) -> None:
    broken = {
        "README.fr.md": "# Prêt ?\n\n`a ? b : c`\n",
        "packs/one/pack.yaml": 'name: {fr: "Qui décide ?", en: "Who decides ?"}\n',
        "src/cordee/apps/ui/templates/ui/page.html": '<p class="a : b">Prêt ?</p>\n',
        "src/cordee/apps/ui/views.py": '"""Says so."""\n\nTITLE = _("Prêt ?")\n',
        "src/cordee/locale/en/LC_MESSAGES/django.po": '#\nmsgid ""\nmsgstr ""\n\nmsgid "Prêt ?"\nmsgstr "Ready ?"\n',
    }
    paths = [Path(name) for name in broken]
    for name, content in broken.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(content, encoding="utf-8")
    assert [str(finding.path) for finding in findings(tmp_path, paths)] == list(broken)
    assert [finding.line for finding in findings(tmp_path, paths)] == [1, 1, 1, 3, 5]
    assert mend(tmp_path, paths) == paths
    assert list(findings(tmp_path, paths)) == []
    for name, content in broken.items():
        expected = content.replace("Prêt ?", "Prêt\u202f?").replace("décide ?", "décide\u202f?")
        assert (tmp_path / name).read_text(encoding="utf-8") == expected
