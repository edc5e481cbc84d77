"""A release: one document for one pack, whatever the way it was written; and a hash that nothing escapes."""

import json
from decimal import Decimal
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, given, settings
from tests.core.packs.making import packs, packs_alike

from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.layout import Files
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import (
    BrokenRelease,
    canonical_document,
    is_canonical,
    release_from_json,
    release_of,
)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(packs())
def test_a_release_comes_back_from_its_document(pack: Pack) -> None:
    release = release_of(pack)
    back = release_from_json(release.document, release.sha256)
    assert back == release
    assert is_canonical(back)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(packs_alike())
def test_packs_are_equal_when_their_documents_are(pair: tuple[Pack, Pack]) -> None:
    old, new = pair
    assert (old == new) == (canonical_document(old) == canonical_document(new))


def test_the_document_is_canonical_json(sample: Pack) -> None:
    release = release_of(sample)
    parsed = json.loads(release.document)
    assert release.document == json.dumps(parsed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert release.sha256 == sha256(release.document.encode()).hexdigest()
    assert (release.version, release.pack) == ("1.1.0", sample)
    assert "Échantillon" in release.document


def test_writing_the_same_thing_otherwise_gives_the_same_release(sample: Pack, sample_files: Files) -> None:
    scoring = sample_files["rules/scoring.yaml"].decode()
    otherwise = scoring.replace('"0.5"\nweakest', '"0.50"\nweakest').replace(
        "weakest_facet_margin: 1", 'weakest_facet_margin: "1.0"'
    )
    instrument = sample_files["instrument/instrument.yaml"].decode()
    said = instrument.replace(
        'en: "The member organisations."}', 'en: "The member organisations."}\n    is_self: false'
    )
    files = {
        **sample_files,
        "rules/scoring.yaml": f"# a comment\n\n{otherwise}".encode(),
        "instrument/instrument.yaml": said.encode(),
    }
    again = read_pack(files).pack
    assert again is not None
    assert again.scoring.answered_share == Decimal("0.5")
    assert release_of(again).sha256 == release_of(sample).sha256


def test_one_letter_changes_the_hash(sample: Pack) -> None:
    changed = sample.model_copy(update={"card": sample.card.model_copy(update={"licence": "CC-BY-SA-4.1"})})
    assert release_of(changed).sha256 != release_of(sample).sha256


def test_a_document_that_is_not_a_release_is_refused(sample: Pack) -> None:
    release = release_of(sample)
    for broken in (
        "",
        "{",
        "[]",
        "{}",
        release.document[:-1],
        release.document.replace('"version":"1.1.0"', '"version":"1.1"', 1),
        release.document.replace('"id":"sample"', '"id":"sample","extra":1', 1),
        b"\xff\xfe",
    ):
        with pytest.raises(BrokenRelease):
            release_from_json(broken)


def test_a_document_with_another_hash_is_refused(sample: Pack) -> None:
    release = release_of(sample)
    with pytest.raises(BrokenRelease, match="hash"):
        release_from_json(release.document.replace("Échantillon", "Echantillon"), release.sha256)


def test_a_document_written_otherwise_is_not_canonical(sample: Pack) -> None:
    spaced = json.dumps(json.loads(release_of(sample).document), ensure_ascii=False)
    assert not is_canonical(release_from_json(spaced))
