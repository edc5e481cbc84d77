"""Why an advice is given and what would remove it, said in both languages."""

import pytest
from tests.core.alliance import read, recommendation, reference_pack, sheet, small, small_pack

from cordee.core.cause_wording import CauseWording
from cordee.core.reading import Cause
from cordee.core.wording import Wording

FRENCH, ENGLISH = CauseWording(Wording(small(), "fr")), CauseWording(Wording(small(), "en"))
CAUSES = [
    (
        Cause("item", "a.one.means", None, 1.0, 1.0, None, ("a.one.means",)),
        "Means de «\u202fOne\u202f»\u202f: 1 sur 4, seuil 1",
        "if the means facet of ‘One’ rose above 1 (today: 1)",
    ),
    (
        Cause("topic", "a.one", None, 1.25, 1.5, None, ()),
        "La moyenne de «\u202fOne\u202f»\u202f: 1,3 sur 4, seuil 1,5",
        "if the mean of ‘One’ rose above 1.5 (today: 1.3)",
    ),
    (
        Cause("facet", "a", "means", 3.0, None, 2.0, ()),
        "Means de «\u202fA\u202f»\u202f: 3 sur 4, seuil 2",
        "if the means facet of ‘A’ fell below 2 (today: 3)",
    ),
    (
        Cause("maturity", "a", None, 3.0, None, 3.0, ()),
        "La maturité de «\u202fA\u202f»\u202f: 3 sur 4, seuil 3",
        "if the maturity of ‘A’ fell below 3 (today: 3)",
    ),
    (
        Cause("coherence", "a", None, 0.25, 0.5, None, ()),
        "La cohérence de «\u202fA\u202f»\u202f: 25\u202f%, seuil 50\u202f%",
        "if the coherence of ‘A’ rose above 50% (today: 25%)",
    ),
    (
        Cause("gap", "a", "means", 2.0, None, 1.0, (), higher="vision"),
        "L’écart vision moins means sur «\u202fA\u202f»\u202f: 2 niveaux, seuil 1",
        "if the gap vision minus means on ‘A’ fell below 1 (today: 2)",
    ),
    (
        Cause("perception_gap", "a.one", "vision", -1.5, -1.0, None, ()),
        "L’écart de regard sur «\u202fOne\u202f» (vision)\u202f: −1,5 niveau, seuil −1",
        "if the gap of perception on ‘One’ (vision) rose above −1 (today: −1.5)",
    ),
    (
        Cause("dont_know", "a.one.vision", None, 0.6, None, 0.5, ()),
        "La part de «\u202fje ne sais pas\u202f» (Vision de «\u202fOne\u202f»)\u202f: 60\u202f%, seuil 50\u202f%",
        "if the share of ‘I don’t know’ (Vision of ‘One’) fell below 50% (today: 60%)",
    ),
    (
        Cause("pattern", "a", None, 1.0, None, None, (), pattern="overreach"),
        "Sur «\u202fA\u202f»\u202f: «\u202foverreach\u202f»",
        "if ‘overreach’ no longer held on ‘A’",
    ),
    (
        Cause("bimodal", "a.one.vision", None, 1.0, None, None, ()),
        "Vision de «\u202fOne\u202f»\u202f: deux camps, et personne au milieu",
        "if answers came closer together on the vision facet of ‘One’",
    ),
]


@pytest.mark.parametrize(("cause", "why", "removal"), CAUSES, ids=[cause[0].fact for cause in CAUSES])
def test_a_cause_and_what_would_remove_it(cause, why, removal):
    assert FRENCH.cause(cause) == why
    assert ENGLISH.removal(cause) == removal


def advice(*when, given="332 222 222"):
    pack = small_pack(recommendation("rule", "a.one", *when))
    return read(sheet("steering/o/r", given), pack=pack).advice[0]


def item(name: str, **bound):
    return {"fact": "item", "item": name, **bound}


def test_items_of_one_topic_are_told_together():
    found = advice(*(item(f"a.one.{facet}", at_least="1.5") for facet in ("vision", "action", "means")))
    assert ENGLISH.causes(found) == ("‘One’: vision 3, action 3, means 2 (threshold 1.5)",)
    assert ENGLISH.any_removal(found) == "if one of them fell below 1.5"
    low = advice(item("a.one.vision", at_most=3), item("a.one.means", at_most=3))
    assert FRENCH.any_removal(low) == "si l’une d’elles dépassait 3"


def test_and_apart_where_their_thresholds_differ():
    found = advice(item("a.one.vision", at_least=3), item("a.one.means", at_most=2), item("b.four.means", at_most=2))
    assert ENGLISH.causes(found) == (
        "‘One’: vision 3 (threshold 3), means 2 (threshold 2)",
        "Means of ‘Four’: 2 out of 4, threshold 2",
    )
    assert ENGLISH.any_removal(found) == (
        "if the vision facet of ‘One’ fell below 3 (today: 3) or if the means facet of ‘One’ rose above 2 (today: 2) "
        "or if the means facet of ‘Four’ rose above 2 (today: 2)"
    )
    assert len(ENGLISH.removals(found)) == 3


def test_every_advice_of_the_reference_pack_can_be_said():
    pack = reference_pack()
    rules = {rule.id for rule in pack.recommendations}
    said = set()
    for given in ("0", "1", "2", "4", "?", "013", "310", "421", "124", "402"):
        people = [sheet("steering/o/r", (given * 63)[:63], pack=pack, form="full")]
        for advice in read(*people, pack=pack, form="full").advice:
            said.add(advice.recommendation)
            for words in (CauseWording(Wording(pack, "fr")), CauseWording(Wording(pack, "en"))):
                assert all(words.causes(advice))
                assert words.any_removal(advice).startswith(("si ", "si,", "if "))
    assert len(said) > 60
    assert said <= rules
