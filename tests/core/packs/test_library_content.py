"""What the reference pack promises of its words, its impacts and its référentiel."""

import pytest
from tests.core.alliance import reference_pack

from cordee.core.folding import folded
from cordee.core.packs.pack import Pack

FIELD = """
Action engagée · Agilité · Alliance d’intérêt général · Alliance stratégique · Appropriation · Attribution ·
Autodiagnostic · Bénéficiaires · Bien commun · Boussole de l’ODD 17 · Cadrage · Capitalisation ·
Carré magique des objectifs · Catalyseur territorial · Chaîne de résultats · Charte du faire alliance · Clarté ·
Co-construction · Cohérence · Cohésion des acteurs · Confiance · Contrat-alliance · Contrat-échange · Contrefactuel ·
Contribution · Contribution sociétale · Coopération économique · Coûts de transaction · Coûts évités · Critère ·
Devoir d’alliance · Dialogue territorial · Données · Droit à l’erreur · Écosystème · Effet inattendu · Efficacité ·
Efficience · Équilibre du partenariat · Évaluation · Évaluation ex ante, in itinere, ex post ·
Évaluation partenariale · Expérimentation · Faire-valoir · Fragilité · Frugalité · Hybridation · Impact ·
Impact washing · Indicateur · Innovation sociétale · Innovation territoriale · Intérêt général · Inventivité ·
Jouer collectif · Maturité · Mécénat · M.E.D.O.C. · Mesure · Modèle socio-économique · Modélisation économique ·
Moyens mobilisés · ODD 17 · Partenariat · Partie prenante · Performance · Pertinence · Pionnier · Poids mort ·
Pratiques responsables · Premier kilomètre · Preuve de concept · Produit du partenariat · Question évaluative ·
Réalisations · Récit · Redevabilité · Relire, relier, réinventer · Résultats · Sens · SROI · Théorie du changement ·
Utilité sociale ou sociétale · Valorisation
"""
"""The eighty-four words of the field, in French and in alphabetical order."""

CONFUSIONS = [
    ("evaluation", "measure"),
    ("control", "evaluation"),
    ("effectiveness", "efficiency"),
    ("output", "result"),
    ("result", "impact"),
    ("attribution", "contribution"),
    ("partnership", "alliance"),
    ("exchange_contract", "alliance_contract"),
    ("relevance", "performance"),
]


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The reference pack."""
    return reference_pack()


def test_every_word_of_the_field_is_there(pack: Pack) -> None:
    wanted = [word.strip() for word in FIELD.replace("\n", " ").split("·")]
    known = {folded(name) for term in pack.terms for name in (term.name.fr, *term.synonyms.fr)}
    assert len(wanted) == 84
    assert [word for word in wanted if folded(word) not in known] == []


def test_every_word_is_sorted_and_most_are_shown_by_an_example(pack: Pack) -> None:
    assert [term.id for term in pack.terms if term.family is None] == []
    with_example = sum(term.example is not None for term in pack.terms)
    assert with_example / len(pack.terms) > 0.9


@pytest.mark.parametrize(("one", "other"), CONFUSIONS, ids=lambda value: value)
def test_what_people_confuse_is_told_apart(pack: Pack, one: str, other: str) -> None:
    terms = {term.id: term for term in pack.terms}
    pair = [(terms[one], other), (terms[other], one)]
    assert any(confused in term.confused_with and term.difference for term, confused in pair)


def test_two_meanings_of_one_word_are_told_apart(pack: Pack) -> None:
    terms = {term.id: term for term in pack.terms}
    for double in ("performance", "valuation"):
        assert terms[double].difference is not None
    assert "2021" in terms["cap"].definition.fr
    assert "2025" in terms["cap"].definition.fr


def test_a_sourced_definition_has_its_source(pack: Pack) -> None:
    assert [term.id for term in pack.terms if term.status == "sourced" and not term.sources] == []


def test_each_impact_has_its_clock_and_indicators_on_both_levels(pack: Pack) -> None:
    assert {impact.id: impact.clock.months for impact in pack.impacts} == {
        "performance": 18,
        "innovation": 84,
        "trust": 336,
    }
    for impact in pack.impacts:
        assert {indicator.concerns for indicator in impact.indicators} == {"actors", "ecosystem"}
        assert len(impact.indicators) <= 7
        assert impact.sources


def test_the_framework_has_twenty_one_cells_that_cover_the_six_criteria(pack: Pack) -> None:
    assert [one.id for one in pack.objects] == ["product", "balance", "valuation"]
    assert len(pack.criteria) == 6
    assert {cell.id for cell in pack.cells} == {
        f"{axis.id}.{one.id}" for axis in pack.instrument.axes for one in pack.objects
    }
    assert {name for cell in pack.cells for name in cell.criteria} == {criterion.id for criterion in pack.criteria}
    for cell in pack.cells:
        assert cell.tools, cell.id
        assert cell.criteria, cell.id
        assert len(cell.questions) >= 2, cell.id
