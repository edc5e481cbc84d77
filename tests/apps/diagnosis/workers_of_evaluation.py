"""Work out the examples about evaluations: progress, contribution, ledger, network, costs, valuation, judgements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from django.utils.dates import MONTHS
from django.utils.translation import override

from cordee.apps.diagnosis.worked import Figure
from cordee.apps.evaluation.indicators.telling import horizon_words
from cordee.charts.numbers import Lang
from cordee.core.costs import Cost, cost_per_result, full_cost
from cordee.core.effects import Shares, excess
from cordee.core.horizon import Followed, horizon_of
from cordee.core.judgement import Accord, together
from cordee.core.ledger import Family, Gap, Ledger, Statement, all_pairs, asymmetry, misperception
from cordee.core.network import Enough, Network, Response, density, in_degree, reciprocity
from cordee.core.progress import progress_of
from cordee.core.valuation import Bounds, Outcome, present_value, valuation

Given = Mapping[str, Figure]
Found = Mapping[str, float | bool | str]
SHARES = ("deadweight", "displacement", "attribution", "drop_off")


def day(figure: Figure, lang: Lang) -> date:
    """Read a day as a page writes it."""
    number, month, year = figure.text.split()
    with override(lang):
        months = {str(name).casefold(): place for place, name in MONTHS.items()}
    return date(int(year), months[month.casefold()], int(number))


def progress(given: Given, lang: Lang) -> Found:
    share = progress_of(given["value"].number, given["baseline"].number, given["target"].number)
    assert share is not None
    return {"progress": 100 * share}


def horizon(given: Given, lang: Lang) -> Found:
    followed = Followed(True, True, day(given["next"], lang), None)
    clock, today = int(given["clock"].number), day(given["today"], lang)
    with override(lang):
        return {"horizon": horizon_words(horizon_of(day(given["started"], lang), clock, followed, today))}


def contribution(given: Given, lang: Lang) -> Found:
    return {"excess": excess(Shares(**{name: int(figure.number) for name, figure in given.items()}))}


def told(gap: Gap) -> Found:
    assert gap.value is not None
    return {"gap": float(gap.value), "size": gap.size}


def words_apart(given: Given, lang: Lang) -> Found:
    cell = ("a", "b", Family.MONEY)
    sides = [{cell: Statement(Decimal(int(given[name].number)))} for name in ("given", "received")]
    return told(misperception(Ledger(("a", "b"), *sides, all_pairs(("a", "b"))), *cell))


def leaning(given: Given, lang: Lang) -> Found:
    gives = {("a", "b", Family.SKILLS): Statement(level=int(given["given"].number))}
    receives = {("b", "a", Family.SKILLS): Statement(level=int(given["received"].number))}
    return told(asymmetry(Ledger(("a", "b"), gives, receives, all_pairs(("a", "b"))), "a", "b", Family.SKILLS))


def response(given: Given, lang: Lang) -> Found:
    found = Response(int(given["answered"].number), int(given["asked"].number))
    known = {"rate": 100 * found.rate, "needed": found.needed}
    return {**known, "read": found.enough is not Enough.REFUSED, "warned": found.enough is Enough.WARNED}


def network(given: Given, lang: Lang) -> Found:
    both = {tuple(name): given[name].numbers for name in ("ab", "ac", "bc")}
    known = {(one, other): there for (one, other), (there, _back) in both.items()}
    known |= {(other, one): back for (one, other), (_there, back) in both.items()}
    read = Network(("a", "b", "c"), known, given["level"].number)
    received = {f"received_{name}": count for name, count in in_degree(read).items()}
    return {"density": density(read) or 0.0, "reciprocity": reciprocity(read) or 0.0, **received}


def cost(given: Given, lang: Lang) -> Found:
    amounts = {name: Decimal(str(figure.number)) for name, figure in given.items()}
    hidden = Cost("a", hours=amounts["hidden_hours"], hourly_cost=amounts["hourly"], hidden=True)
    found = full_cost([Cost("a", amounts["euros"]), hidden, Cost("b", hours=amounts["unpriced"])])
    share = 100 * (found.hidden_share or 0.0)
    return {"total": float(found.total), "hidden": share, "left_out": float(found.hours_without_cost)}


def unit_cost(given: Given, lang: Lang) -> Found:
    whole = full_cost([Cost("a", Decimal(int(given["total"].number)))])
    return {"value": float(cost_per_result(whole, Decimal(int(given["count"].number))).value or 0)}


def shares_of(given: Given) -> dict[str, float]:
    return {name: given[name].number / 100 for name in SHARES}


def value_of_today(given: Given, lang: Lang) -> Found:
    central = {**shares_of(given), "proxy": given["proxy"].number, "duration": given["duration"].number}
    return {"value": present_value(given["quantity"].number, central, given["discount"].number / 100)}


def ratio(given: Given, lang: Lang) -> Found:
    fixed = {name: Bounds(share, share, share) for name, share in shares_of(given).items()}
    moving = {name: Bounds(*given[name].numbers) for name in ("proxy", "duration")}
    outcome = Outcome("change", given["quantity"].number, {**fixed, **moving})
    found = valuation([outcome], Bounds(0, 0, 0), Decimal(int(given["cost"].number)))
    assert found is not None
    return {"central": found.central, "lowest": found.lowest, "highest": found.highest}


def judgements(given: Given, lang: Lang) -> Found:
    chosen = [int(level) for level in given["levels"].numbers]
    accord = together([*chosen, *[None] * int(given["not_yet"].number)]).accord
    return {one.value: accord is one for one in (Accord.SHARED, Accord.OPPOSED, Accord.SPREAD)}


OF_EVALUATION: dict[str, Callable[[Given, Lang], Found]] = {
    "progress": progress,
    "horizon": horizon,
    "contribution": contribution,
    "misperception": words_apart,
    "asymmetry": leaning,
    "response": response,
    "network": network,
    "full_cost": cost,
    "unit_cost": unit_cost,
    "present_value": value_of_today,
    "ratio": ratio,
    "judgements": judgements,
}
