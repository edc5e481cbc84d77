"""The packages: valid against the schemas of SCORM 1.2 and cmi5, whole, in one language each, the same each time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.test import Client
from lxml import etree, html
from tests.apps.diagnosis.conftest import reference_pack
from tests.apps.learning.conftest import COURSE

from cordee.apps.learning.packages.cmi5 import STRUCTURE, cmi5_files, cmi5_package
from cordee.apps.learning.packages.parcel import Parcel
from cordee.apps.learning.packages.scorm import MANIFEST, scorm_files, scorm_package
from cordee.core.packs.courses import Course
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang

SCHEMAS = Path(__file__).parent / "schemas"
IMSCP = "{http://www.imsproject.org/xsd/imscp_rootv1p1p2}"
ADLCP = "{http://www.adlnet.org/xsd/adlcp_rootv1p2}"
CMI5 = "{https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd}"
# Every attribute and element of a manifest of ours, checked at once: each schema alone knows only its own half.
BOTH = """<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema">
  <xsd:import namespace="http://www.imsproject.org/xsd/imscp_rootv1p1p2" schemaLocation="imscp_rootv1p1p2.xsd"/>
  <xsd:import namespace="http://www.adlnet.org/xsd/adlcp_rootv1p2" schemaLocation="adlcp_rootv1p2.xsd"/>
</xsd:schema>"""


def parcels() -> list[tuple[str, Parcel]]:
    pack = reference_pack()
    languages: tuple[Lang, ...] = ("fr", "en")
    return [
        (f"{course.id}-{lang}", Parcel(pack, course, lang, f"https://example.org/{lang}/{course.id}/"))
        for course in pack.courses
        for lang in languages
    ]


PARCELS = [pytest.param(parcel, id=name) for name, parcel in parcels()]


@pytest.fixture(scope="module")
def scorm_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(BOTH, base_url=f"{SCHEMAS.as_uri()}/both.xsd"))


@pytest.fixture(scope="module")
def cmi5_schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(SCHEMAS / "CourseStructure.xsd")))


def faults(schema: etree.XMLSchema, document: bytes) -> list[str]:
    schema.validate(etree.fromstring(document))
    return [str(error) for error in schema.error_log]


@pytest.mark.parametrize("parcel", PARCELS)
def test_a_manifest_is_valid(scorm_schema: etree.XMLSchema, parcel: Parcel) -> None:
    assert faults(scorm_schema, scorm_files(parcel)[MANIFEST]) == []


@pytest.mark.parametrize("parcel", PARCELS)
def test_a_structure_is_valid(cmi5_schema: etree.XMLSchema, parcel: Parcel) -> None:
    assert faults(cmi5_schema, cmi5_files(parcel)[STRUCTURE]) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"scormtype", b"scormkind"),
        (b'adlcp:scormtype="sco"', b'adlcp:scormtype="course"'),
        (b"<resources>", b"<things>"),
        (b' identifier="course"', b""),
    ],
)
def test_the_schema_sees_a_bad_manifest(scorm_schema: etree.XMLSchema, old: bytes, new: bytes) -> None:
    manifest = scorm_files(parcels()[0][1])[MANIFEST].replace(old, new)
    assert faults(
        scorm_schema, manifest.replace(b"</resources>", b"</things>" if b"<things>" in manifest else b"</resources>")
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'moveOn="Completed"', b'moveOn="Read"'),
        (b'masteryScore="0.6"', b'masteryScore="60"'),
        (b"<url>", b"<url/><url>"),
    ],
)
def test_the_schema_sees_a_bad_structure(cmi5_schema: etree.XMLSchema, old: bytes, new: bytes) -> None:
    assert faults(cmi5_schema, cmi5_files(parcels()[0][1])[STRUCTURE].replace(old, new))


@pytest.mark.parametrize("parcel", PARCELS)
def test_a_manifest_names_every_file_and_no_other(parcel: Parcel) -> None:
    files = scorm_files(parcel)
    manifest = etree.fromstring(files[MANIFEST])
    assert {one.get("href") for one in manifest.iter(f"{IMSCP}file")} == set(files) - {MANIFEST}
    items = [one.findtext(f"{IMSCP}title") for one in manifest.iter(f"{IMSCP}item")]
    assert items == [step.name.in_(parcel.lang) for step in parcel.course.steps]
    tracked = [one for one in manifest.iter(f"{IMSCP}resource") if one.get(f"{ADLCP}scormtype") == "sco"]
    assert [one.get("href") for one in tracked] == [f"step-{number}.html" for number in range(1, len(items) + 1)]


@pytest.mark.parametrize("parcel", PARCELS)
def test_a_structure_launches_pages_that_are_there_under_names_of_their_own(parcel: Parcel) -> None:
    files = cmi5_files(parcel)
    units = list(etree.fromstring(files[STRUCTURE]).iter(f"{CMI5}au"))
    assert [one.findtext(f"{CMI5}url") for one in units] == [f"step-{n}.html" for n in range(1, len(units) + 1)]
    assert len(units) == len(parcel.course.steps)
    assert {one.findtext(f"{CMI5}url") for one in units} <= set(files)
    names = [one.get("id") for one in units]
    assert len(set(names)) == len(names)
    assert all(urlsplit(str(name)).scheme for name in names)
    quizzes = [one.get("masteryScore") for one in units if str(one.get("activityType")).endswith("assessment")]
    assert set(quizzes) == {"0.6"}


@pytest.mark.parametrize("parcel", PARCELS)
def test_pages_are_in_their_language_and_load_only_what_they_carry(parcel: Parcel) -> None:
    for files in (scorm_files(parcel), cmi5_files(parcel)):
        for name in [one for one in files if one.endswith(".html")]:
            page = html.fromstring(files[name])
            assert page.get("lang") == parcel.lang
            loaded = {*page.xpath("//script/@src"), *page.xpath("//link/@href"), *page.xpath("//img/@src")}
            assert loaded <= set(files)
            assert len(page.xpath("//h1")) == 1
            assert page.xpath("//script[not(@src)] | //style | //*[@style]") == []


@pytest.mark.parametrize("parcel", PARCELS)
def test_a_quiz_carries_every_explanation_and_one_right_choice_a_question(parcel: Parcel) -> None:
    files = scorm_files(parcel)
    for number, step in enumerate(parcel.course.steps, 1):
        page = html.fromstring(files[f"step-{number}.html"])
        asked = page.xpath("//fieldset[@data-question]")
        assert len(asked) == len(step.questions)
        for found, question in zip(asked, step.questions, strict=True):
            assert len(found.xpath(".//*[@data-right]")) == 1
            said = re.sub(r"\s+", " ", found.text_content())
            wanted = [re.sub(r"\s+", " ", choice.explanation.in_(parcel.lang)) for choice in question.choices]
            assert all(words in said for words in wanted)


def test_the_same_course_gives_the_same_bytes() -> None:
    parcel = parcels()[0][1]
    assert scorm_package(parcel) == scorm_package(parcel)
    assert cmi5_package(parcel) == cmi5_package(parcel)


def test_what_a_name_holds_cannot_break_the_document(scorm_schema: etree.XMLSchema, course: Course, pack: Pack) -> None:
    awkward = course.name.model_copy(update={"fr": 'Dire & "lire" <b>', "en": "x"})
    parcel = Parcel(pack, course.model_copy(update={"name": awkward}), "fr", "https://example.org/?a=1&b=2")
    assert faults(scorm_schema, scorm_files(parcel)[MANIFEST]) == []
    assert etree.fromstring(cmi5_files(parcel)[STRUCTURE])[0].get("id") == "https://example.org/?a=1&b=2"


@pytest.mark.django_db
@pytest.mark.parametrize(("kind", "document"), [("scorm", MANIFEST), ("cmi5", STRUCTURE)])
def test_the_site_gives_them_as_zip_files(client: Client, pack: Pack, kind: str, document: str) -> None:
    answer = client.get(f"{COURSE}paquet-{kind}.zip")
    assert answer["Content-Type"] == "application/zip"
    assert f"les-mots-de-l-evaluation-fr-{kind}.zip" in answer["Content-Disposition"]
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert document in archive.namelist()
        assert archive.testzip() is None
