"""Writing a pack as files: what is written is read back as the same pack, in a layout that people like to edit."""

from hypothesis import HealthCheck, given, settings
from tests.core.packs.making import packs

from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.draft import draft_of
from cordee.core.packs.reading.layout import lay_out
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.yaml_writing import WIDEST, files_of


def read_back(files: dict[str, bytes]) -> Pack | None:
    """Read files without judging what holds between entries: made packs refer to nothing."""
    layout = lay_out(files)
    assert layout.faults == []
    draft = draft_of(layout.portions, layout.unread)
    assert draft.faults == [], [one.in_("en") for one in draft.faults]
    return draft.pack()


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(packs())
def test_any_pack_comes_back(pack: Pack) -> None:
    assert read_back(files_of(pack)) == pack


def test_the_sample_comes_back_without_a_fault(sample: Pack) -> None:
    reading = read_pack(files_of(sample))
    assert reading.faults == ()
    assert reading.pack == sample


def test_writing_twice_gives_the_same_bytes(sample: Pack) -> None:
    first = files_of(sample)
    again = read_pack(first).pack
    assert again is not None
    assert files_of(again) == first


def test_the_layout_is_the_one_that_people_edit(sample: Pack) -> None:
    files = {name: content.decode() for name, content in files_of(sample).items()}
    assert sorted(files) == [
        "cases.yaml",
        "compass/doors.yaml",
        "compass/nodes.yaml",
        "compass/questions.yaml",
        "compass/waypoints.yaml",
        "courses/words.yaml",
        "glossary.yaml",
        "impacts.yaml",
        "instrument/axes/clarity.yaml",
        "instrument/axes/relevance.yaml",
        "instrument/instrument.yaml",
        "pack.yaml",
        "referential/cells.yaml",
        "referential/criteria.yaml",
        "referential/objects.yaml",
        "rules/recommendations.yaml",
        "rules/scoring.yaml",
        "selector/approaches.yaml",
        "selector/methods.yaml",
        "selector/questions.yaml",
        "sources.yaml",
        "stories/charenton.yaml",
        "tools/needs-diagnosis.yaml",
        "tools/raci-grid.yaml",
    ]
    assert "axes: [relevance, clarity]\n" in files["instrument/instrument.yaml"]
    assert 'name: {fr: "Échantillon", en: "Sample"}\n' in files["pack.yaml"]
    assert 'answered_share: "0.5"\nweakest_facet_margin: 1\n' in files["rules/scoring.yaml"]
    assert "    - {fact: item, item: relevance.needs.action, at_most: 1}\n" in files["rules/recommendations.yaml"]
    assert "first_use: {}\n" in files["tools/raci-grid.yaml"], "a block that must be there is written even when empty"
    assert all(content.endswith("\n") for content in files.values())


def test_only_what_cannot_be_cut_is_wider_than_a_screen(sample: Pack) -> None:
    lines = [line for content in files_of(sample).values() for line in content.decode().splitlines()]
    wide = [line for line in lines if len(line) > WIDEST]
    assert all(line.lstrip().startswith(("- {fr: ", "fr: ", "en: ", "- {axis: ")) for line in wide)


def test_an_order_that_file_names_would_lose_is_kept_in_one_file(sample: Pack) -> None:
    turned = sample.model_copy(update={"tools": sample.tools[::-1]})
    files = files_of(turned)
    assert "tools.yaml" in files
    assert read_back(files) == turned
