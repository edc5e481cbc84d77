"""The glossary to take away: a table that reads back, and a vocabulary that another program understands."""

import csv
from io import BytesIO, StringIO

import pytest
from django.test import Client
from pypdf import PdfReader
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS
from tests.apps.library.loaded import loaded
from tests.core.alliance import reference_pack

from cordee.apps.library.words.sheet import glossary_csv
from cordee.apps.library.words.skos import glossary_turtle
from cordee.core.packs.library import Synonyms
from cordee.core.packs.text import Text

ROOT = "https://cordee.example/"
SCHEME = f"{ROOT}mots/id/"


def concept(term_id: str) -> URIRef:
    return URIRef(f"{SCHEME}{term_id}/")


def test_the_table_holds_every_word_in_both_languages() -> None:
    pack = reference_pack()
    written = glossary_csv(pack)
    assert written.startswith("\ufeff")
    rows = list(csv.DictReader(StringIO(written.removeprefix("\ufeff"))))
    assert [row["id"] for row in rows] == [term.id for term in pack.terms]
    for row, term in zip(rows, pack.terms, strict=True):
        assert (row["name_fr"], row["name_en"]) == (term.name.fr, term.name.en)
        assert (row["definition_fr"], row["definition_en"]) == (term.definition.fr, term.definition.en)
        assert len(row["sources"].split("; ")) == max(1, len(term.sources))


def test_no_cell_is_taken_for_a_formula() -> None:
    pack = reference_pack()
    hostile = pack.terms[0].model_copy(update={"name": Text(fr="=1+1", en="@here")})
    rows = list(csv.DictReader(StringIO(glossary_csv(pack.model_copy(update={"terms": (hostile,)}))[1:])))
    assert (rows[0]["name_fr"], rows[0]["name_en"]) == ("'=1+1", "'@here")


def test_another_program_reads_the_vocabulary() -> None:
    pack = reference_pack()
    graph = Graph().parse(data=glossary_turtle(pack, ROOT), format="turtle")
    assert (URIRef(SCHEME), RDF.type, SKOS.ConceptScheme) in graph
    assert len(set(graph.subjects(RDF.type, SKOS.Concept))) == len(pack.terms)
    for term in pack.terms:
        names = {(str(name), name.language) for name in graph.objects(concept(term.id), SKOS.prefLabel)}
        assert names == {(term.name.fr, "fr"), (term.name.en, "en")}
        meanings = {(str(text), text.language) for text in graph.objects(concept(term.id), SKOS.definition)}
        assert meanings == {(term.definition.fr, "fr"), (term.definition.en, "en")}
        assert set(graph.objects(concept(term.id), SKOS.related)) == {concept(one) for one in term.related}
    addresses = {str(address) for address in graph.objects(concept("alliance"), DCTERMS.source)}
    known = {source.id: source.address for source in pack.sources}
    alliance = next(term for term in pack.terms if term.id == "alliance")
    assert addresses == {known[source] for source in alliance.sources}


def test_a_label_is_preferred_or_alternative_but_never_both() -> None:
    pack = reference_pack()
    awkward = pack.terms[0].model_copy(
        update={
            "name": Text(fr='Dire "non"', en="Say\\no"),
            "synonyms": Synonyms(fr=('Dire "non"', "Refuser"), en=("Say\\no",)),
            "confused_with": (),
            "related": (),
        }
    )
    graph = Graph().parse(data=glossary_turtle(pack.model_copy(update={"terms": (awkward,)}), ROOT), format="turtle")
    (subject,) = graph.subjects(RDF.type, SKOS.Concept)
    assert {str(name) for name in graph.objects(subject, SKOS.prefLabel)} == {'Dire "non"', "Say\\no"}
    assert {str(name) for name in graph.objects(subject, SKOS.altLabel)} == {"Refuser"}


@pytest.mark.django_db
def test_the_files_are_downloads_with_their_version(client: Client) -> None:
    pack = loaded()
    for path, kind in (
        ("glossaire.csv", "text/csv"),
        ("glossaire.ttl", "text/turtle"),
        ("glossaire.pdf", "application/pdf"),
    ):
        answer = client.get(f"/mots/{path}")
        assert answer["Content-Type"].startswith(kind)
        assert f"-{pack.card.version}." in answer["Content-Disposition"]
    served = Graph().parse(data=client.get("/en/words/glossary.ttl").content.decode(), format="turtle")
    assert URIRef("http://testserver/mots/id/alliance/") in set(served.subjects(RDF.type, SKOS.Concept))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("path", "lang", "title"),
    [
        ("/mots/glossaire.pdf", "fr", "Les mots de l’évaluation"),
        ("/en/words/glossary.pdf", "en", "The words of evaluation"),
    ],
)
def test_the_document_holds_every_word_and_is_tagged(client: Client, path: str, lang: str, title: str) -> None:
    pack = loaded()
    reader = PdfReader(BytesIO(client.get(path).content))
    text = " ".join(page.extract_text() for page in reader.pages).replace("\n", " ")
    assert reader.metadata is not None
    assert reader.metadata.title == title
    assert str(reader.trailer["/Root"]["/Lang"]).startswith(lang)
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    missing = [term.id for term in pack.terms if term.name.in_(lang).split(" (")[0] not in text]
    assert missing == []
    assert len(reader.pages) >= 20
