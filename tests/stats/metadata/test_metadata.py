"""What an edition says to other programs: valid by their own rules, true to its tables, readable back."""

import csv
import json
import re
from dataclasses import replace
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCAT, DCTERMS, RDF
from ruamel.yaml import YAML

from cordee.core.packs.text import Text
from cordee.stats.design_file import read_design
from cordee.stats.editions.edition import Edition
from cordee.stats.metadata.citation import citation_bib, citation_cff, citation_in, citation_text
from cordee.stats.metadata.csvw import csvw_of
from cordee.stats.metadata.dcat import dcat_of
from cordee.stats.metadata.ddi import LANG, ddi_of
from cordee.stats.metadata.described import Described, FileDescribed
from cordee.stats.metadata.frictionless import datapackage_of
from cordee.stats.metadata.sdmx import codes_of, sdmx_csv_of
from cordee.stats.metadata.writing import WRITERS, metadata_files
from cordee.stats.result_files import NUMBERS, Sheet
from cordee.stats.sources.ddi import read_ddi
from cordee.stats.sources.dictionary import read_dictionary

DESIGN = b"""weight: w
strata: [region]
clusters: [town]
calibration: {method: raking, margins: margins.csv}
replicates: {method: bootstrap, count: 20, seed: 1}
estimates:
  - {measure: proportion, variable: q1, values: [4, 5], by: [region]}
  - {measure: ratio, variable: income, denominator: hours}
"""
BOOK = """variables:
  q1:
    text: {fr: "Faites-vous confiance < à vos partenaires ?", en: "Do you trust your partners?"}
    scale: 1-5
    base: {fr: maires élus, en: elected mayors}
    missing: [8, 9]
    labels: {"1": pas du tout, "5": {fr: tout à fait, en: entirely}, "8": sait pas}
  region: {text: {fr: Région, en: Region}, labels: {"01": Guadeloupe, "11": Île-de-France}}
  income: {base: elected mayors}
""".encode()
COLUMNS = ["measure", "variable", "values", "region", "n", "n_eff", "estimate", "se", "lower", "upper", "df", "deff"]
ROWS = [
    ["proportion", "q1", "4|5", "01", 12, None, None, None, None, None, None, None, "suppressed"],
    ["proportion", "q1", "4|5", "11", 90, 80.5, 0.25, 0.02, 0.21, 0.29, 88, 1.2, "ok"],
    ["ratio", "income/hours", "", None, 3, 3.0, 1e-7, None, None, None, None, None, "too_few"],
    ["mean", "q1", "", "11", 0, None, None, None, None, None, None, None, "too_few"],
]
TABLE = Sheet([*COLUMNS, "status"], ROWS, NUMBERS & set(COLUMNS))
CARD = Edition(
    id="barometre-2026", title=Text(fr="Baromètre & suites", en="Barometer"), prepared_by="Ana {Silva}",
    approved_by="Bo", published_at="2026-11-27T09:00:00+00:00", software="cordee 0.1.0", licence="etalab-2.0",
    data_sha256="", data_public=True, rows=4, suppressed=1, synthetic=True, publisher="Passerelles",
    note=Text(fr="Terrain de mars.", en="Fieldwork in March."), doi="10.5281/zenodo.123", address="https://cordee.example/observatoire/editions/barometre-2026/",
)  # fmt: skip
FILES = [
    FileDescribed("estimates.csv", len(TABLE.as_csv().encode()), "ab" * 32),
    FileDescribed("estimates.parquet", 2048, "cd" * 32),
    FileDescribed("data.parquet/0000.parquet", 10, "ef" * 32),
    FileDescribed("design.yaml", len(DESIGN), "01" * 32),
]
EDITION = Described(
    CARD, FILES, {"estimates": TABLE}, read_dictionary("book.yaml", BOOK), read_design("design.yaml", DESIGN)
)
PLAIN = replace(
    EDITION, edition=replace(CARD, synthetic=False, publisher="", doi="", address="", licence="ours", note=None)
)
BOTH = pytest.mark.parametrize("edition", [EDITION, PLAIN], ids=["everything", "the least"])
SCHEMA = etree.XMLSchema(etree.parse(Path(__file__).parent / "schemas" / "codebook-subset.xsd"))


def header() -> list[str]:
    return next(csv.reader(StringIO(TABLE.as_csv())))


@BOTH
def test_the_codebook_is_valid_by_the_schema(edition: Described) -> None:
    book = etree.fromstring(ddi_of(edition).encode())
    SCHEMA.assertValid(book)
    assert set(book.xpath("//@date")) == {"2026-11-27"}, "a day of ISO 8601, which the schema leaves free"


@BOTH
def test_each_language_has_its_own_terms_of_use(edition: Described) -> None:
    uses = etree.fromstring(ddi_of(edition).encode()).findall(".//{*}useStmt")
    said = [[(etree.QName(each).localname, each.get(LANG)) for each in use] for use in uses]
    assert [use.get(LANG) for use in uses] == ["fr", "en"]
    assert said == [[("citReq", lang), ("conditions", lang)] for lang in ("fr", "en")]
    assert [use.findtext("{*}citReq") for use in uses] == [citation_in("fr", edition), citation_in("en", edition)]
    titles = ["Licence Ouverte 2.0", "Open Licence 2.0"] if edition is EDITION else ["ours", "ours"]
    assert [use.findtext("{*}conditions") for use in uses] == titles


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<titl ", "<title "),
        ("</titlStmt>", "</titlStmt><titlStmt><titl>again</titl></titlStmt>"),
        (' name="q1"', ""),
        (' ID="V2"', ' ID="V1"'),
        ('missing="Y"', 'missing="yes"'),
        ("</citReq>", "</citReq><citReq>again</citReq>"),
        ("</conditions>", "</conditions><conditions>again</conditions>"),
        ("</distDate>", "</distDate><distDate>again</distDate>"),
        ("</version>", "</version><version>again</version>"),
        ("</fileName>", "</fileName><fileName>again</fileName>"),
        ("</fileType>", "</fileType><fileType>again</fileType>"),
        ("<invalrng>", "<invalrng/><invalrng>"),
        (' VALUE="8"', ""),
    ],
)
def test_the_schema_refuses_a_codebook_that_is_wrong(old: str, new: str) -> None:
    spoilt = ddi_of(EDITION).replace(old, new).replace("</titl>", "</title>" if "title" in new else "</titl>")
    assert spoilt != ddi_of(EDITION)
    assert not SCHEMA.validate(etree.fromstring(spoilt.encode()))


def test_the_codebook_holds_every_variable_and_reads_back_the_dictionary() -> None:
    text = ddi_of(EDITION)
    read = read_ddi("ddi-codebook.xml", text.encode())
    assert list(read.variables) == ["q1", "region", "income", "hours", "town", "w"]
    written = EDITION.dictionary
    for name in ("text", "scale", "base", "labels"):
        assert getattr(read.of("q1"), name) == getattr(written.of("q1"), name), name
    assert read.of("q1").missing == ("8", "9")
    assert read.of("region").labels == written.of("region").labels
    assert (read.of("income").base, read.of("town").text) == ("elected mayors", None)
    assert 'name="w" wgt="wgt"' in text
    assert "personne n’a répondu" in text
    assert "Calage par raking ratio." in text
    assert '<abstract xml:lang="en">Fieldwork in March.</abstract>' in text


def test_a_codebook_of_an_archive_is_read() -> None:
    """Version 1.2.2 of another tool: one language, labels around phrases, missing codes among the categories."""
    content = """<?xml version="1.0"?>
    <!-- an archive -->
    <codeBook xmlns="http://www.icpsr.umich.edu/DDI" version="1.2.2"><stdyDscr/><dataDscr>
      <var name="V1"><labl>Confiance</labl><qstn><preQTxt>Pensez-y.</preQTxt><qstnLit xml:lang="fr-FR">Avez-vous
        <Link refs="x">confiance</Link> ?</qstnLit></qstn><invalrng><item VALUE="97"/><range min="98"/></invalrng>
        <universe>tous</universe>
        <catgry><catValu>1</catValu><labl>oui</labl></catgry><catgry><catValu>2</catValu></catgry>
        <catgry missing="Y"><catValu>9</catValu><labl>nsp</labl></catgry><catgry><labl>sans code</labl></catgry></var>
      <var name="V2"/><var/>
    </dataDscr></codeBook>"""
    book = read_ddi("archive.xml", content.encode())
    first = book.of("V1")
    assert list(book.variables) == ["V1", "V2"]
    assert first.text is not None
    assert (first.text.fr, first.text.en) == ("Avez-vous confiance ?", "Avez-vous confiance ?")
    assert first.labels == {"1": "oui", "2": "2", "9": "nsp"}
    assert (first.missing, first.base) == (("97", "9"), "tous")
    assert book.closed_codes("V1") == ()


@BOTH
def test_a_data_package_names_each_file_and_each_field(edition: Described) -> None:
    package = json.loads(datapackage_of(edition))
    assert re.fullmatch(r"[-a-z0-9._/]+", package["name"])
    resources = package["resources"]
    assert [each["path"] for each in resources] == [file.name for file in FILES]
    names = [each["name"] for each in resources]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[-a-z0-9._/]+", name) for name in names)
    first = resources[0]
    assert [field["name"] for field in first["schema"]["fields"]] == header()
    assert (first["bytes"], first["hash"]) == (FILES[0].size, f"sha256:{FILES[0].sha256}")
    casts = {"string": str, "integer": int, "number": float}
    for row in csv.reader(StringIO(TABLE.as_csv().split("\n", 1)[1])):
        for field, cell in zip(first["schema"]["fields"], row, strict=True):
            assert cell == "" or casts[field["type"]](cell) is not None
    assert package["licenses"][0]["name"] == edition.edition.licence
    assert ("données synthétiques" in package["keywords"]) is edition.edition.synthetic


@BOTH
def test_csv_on_the_web_describes_each_column_in_both_languages(edition: Described) -> None:
    document = json.loads(csvw_of(edition))
    (table,) = document["tables"]
    columns = table["tableSchema"]["columns"]
    assert table["url"] == "estimates.csv"
    assert [column["titles"] for column in columns] == header()
    assert {column["datatype"] for column in columns} == {"string", "integer", "number"}
    for column in columns:
        assert [words["@language"] for words in column["dc:description"]] == ["fr", "en"]
        assert all(words["@value"] for words in column["dc:description"])
    region = next(column for column in columns if column["titles"] == "region")
    assert region["dc:description"][1]["@value"] == "Domain ‘region’: Region (empty: all)"


def test_sdmx_gives_each_estimate_one_key() -> None:
    rows = list(csv.DictReader(StringIO(sdmx_csv_of(EDITION))))
    assert list(rows[0])[:6] == ["DATAFLOW", "MEASURE", "VARIABLE", "VALUES", "REGION", "OBS_VALUE"]
    keys = [tuple(row[name] for name in ("MEASURE", "VARIABLE", "VALUES", "REGION")) for row in rows]
    assert len(set(keys)) == len(keys) == len(ROWS)
    assert all(re.fullmatch(r"[A-Za-z0-9_@$-]+", code) for key in keys for code in key)
    assert keys[2] == ("ratio", "income_hours", "_Z", "_T")
    assert [row["OBS_STATUS"] for row in rows] == ["Q", "A", "U", "M"]
    assert [row["OBS_VALUE"] for row in rows] == ["", "0.25", "1e-07", ""]
    assert {row["DATAFLOW"] for row in rows} == {"CORDEE:barometre-2026(1.0)"}


@given(st.lists(st.text(max_size=8), max_size=12))
def test_two_categories_never_share_a_code(texts: list[str]) -> None:
    codes = codes_of(texts)
    assert set(codes) == set(texts)
    assert len(set(codes.values())) == len(codes)


SPDX = Namespace("http://spdx.org/rdf/terms#")
HERE = "https://cordee.example/somewhere/dcat.jsonld"


@pytest.mark.filterwarnings("ignore:.* is deprecated:DeprecationWarning")  # what the reader of JSON-LD itself uses
@BOTH
def test_a_catalogue_reads_the_dataset_and_its_files(edition: Described) -> None:
    graph = Graph().parse(data=dcat_of(edition), format="json-ld", base=HERE)
    (dataset,) = graph.subjects(RDF.type, DCAT.Dataset)
    expected = "https://doi.org/10.5281/zenodo.123" if edition.edition.doi else "https://cordee.example/somewhere/"
    assert str(dataset) == expected
    assert Literal("Barometer", lang="en") in graph.objects(dataset, DCTERMS.title)
    assert len(list(graph.objects(dataset, DCTERMS.description))) == (2 if edition.edition.note else 0)
    files = set(graph.objects(dataset, DCAT.distribution))
    downloads = {str(url) for file in files for url in graph.objects(file, DCAT.downloadURL)}
    assert downloads == {f"https://cordee.example/somewhere/{file.name}" for file in FILES}
    sizes = {int(size) for file in files for size in graph.objects(file, DCAT.byteSize)}
    assert sizes == {file.size for file in FILES}
    assert len(list(graph.triples((None, SPDX.checksumValue, None)))) == len(FILES)
    (issued,) = graph.objects(dataset, DCTERMS.issued)
    assert issued.toPython().isoformat() == CARD.published_at
    (licence,) = graph.objects(dataset, DCTERMS.license)
    assert isinstance(licence, URIRef) is (edition is EDITION)


def test_a_citation_says_who_when_what_and_where() -> None:
    assert citation_in("fr", EDITION) == (
        "Ana {Silva} (2026). Baromètre & suites (édition barometre-2026) [jeu de données]. Passerelles. "
        "https://doi.org/10.5281/zenodo.123"
    )
    assert citation_in("en", PLAIN) == "Ana {Silva} (2026). Barometer (edition barometre-2026) [data set]."
    assert len(citation_text(EDITION).splitlines()) == 2


@BOTH
def test_a_citation_file_is_read_as_yaml(edition: Described) -> None:
    read = YAML(typ="safe").load(citation_cff(edition))
    assert {"cff-version", "message", "title", "authors"} <= set(read)
    assert (read["type"], read["authors"], read["date-released"]) == (
        "dataset",
        [{"name": "Ana {Silva}"}],
        "2026-11-27",
    )
    assert read.get("license") == ("etalab-2.0" if edition is EDITION else None)
    assert read.get("doi") == (edition.edition.doi or None)


def test_an_entry_for_bibtex_keeps_its_braces_balanced() -> None:
    entry = citation_bib(EDITION)
    assert entry.startswith("@dataset{barometre-2026,\n")
    assert r"author = {{Ana \{Silva\}}}," in entry
    assert r"title = {Baromètre \& suites}," in entry
    bare = re.sub(r"\\[{}]", "", entry)
    assert bare.count("{") == bare.count("}")
    assert "doi" not in citation_bib(PLAIN)


@settings(deadline=None, max_examples=40)
@given(st.text(min_size=1, max_size=30), st.text(max_size=12))
def test_whatever_people_are_called_every_file_can_be_read(person: str, region: str) -> None:
    rows = [[*ROWS[1][:3], region or None, *ROWS[1][4:]]]
    sheet = Sheet(TABLE.columns, rows, TABLE.numbers)
    edition = replace(EDITION, edition=replace(CARD, prepared_by=person), sheets={"estimates": sheet})
    made = metadata_files(edition)
    assert set(made) == set(WRITERS)
    SCHEMA.assertValid(etree.fromstring(made["ddi-codebook.xml"].encode("utf-8", "replace")))
    assert YAML(typ="safe").load(made["CITATION.cff"])["authors"] == [{"name": person}]
    assert json.loads(made["datapackage.json"])["contributors"][0]["title"] == person
    assert len(list(csv.reader(StringIO(made["estimates-sdmx.csv"])))) == 2
