"""The ledger of an invented evaluation: each side written and shared by its own person, then comments on couples."""

from __future__ import annotations

from cordee.apps.evaluation.balance import bridge, operations, queries
from cordee.apps.evaluation.balance.forms import ChoicesForm, CommentForm, EntryForm
from cordee.apps.evaluation.demonstration.stage import Stage, accepted
from cordee.apps.evaluation.demonstration.told import BalanceTold, SaidOf, SideTold
from cordee.apps.evaluation.models import LedgerSide


def tell(stage: Stage, told: BalanceTold) -> None:
    """Write every side, share those that were chosen, comment."""
    for key, side in told.sides.items():
        _side(stage, key, side)
    for author, one, other, text in told.comments:
        form = accepted(CommentForm({"text": text}))
        couple, voice = (stage.partner(one), stage.partner(other)), stage.voices[author]
        operations.comment(stage.evaluation, couple, voice.account, voice.partner, form.cleaned_data["text"])


def _side(stage: Stage, key: str, told: SideTold) -> None:
    side = operations.begun(stage.evaluation, stage.partner(key))
    for other, said in told.about.items():
        entry = queries.entry_about(side, stage.partner(other))
        operations.write_entry(entry, 1, accepted(EntryForm(typed_of(said))).values)
    if told.attributed is not None:
        _share(stage, key, side, told)


def _share(stage: Stage, key: str, side: LedgerSide, told: SideTold) -> None:
    chosen = {"attributed": "yes" if told.attributed else "no", "money_total": told.money_total}
    operations.choose(side, 1, accepted(ChoicesForm(stage.typed(chosen))).values)
    filled = sum(bridge.filled_cells(entry) for entry in queries.entries_of([side]))
    operations.share(side, stage.voices[key].account, filled)


def typed_of(said: SaidOf) -> dict[str, str]:
    """Return what is typed about another partner.

    >>> typed_of(SaidOf("time 120 3, skills 2", ""))
    {'version': '1', 'given_time_amount': '120', 'given_time': '3', 'given_skills': '2'}
    """
    typed = {"version": "1"}
    for direction, words in (("given", said.gives), ("received", said.receives)):
        for family, *amount, level in (each.split() for each in words.split(",") if each.strip()):
            typed |= {f"{direction}_{family}_amount": amount[0]} if amount else {}
            typed[f"{direction}_{family}"] = level
    return typed
