"""What an invented alliance costs and gives: costs, hidden time, results, frugality, one change valued."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.stage import Stage, accepted
from cordee.apps.evaluation.demonstration.told import Typed
from cordee.apps.evaluation.efficiency import operations
from cordee.apps.evaluation.efficiency.kinds import kind_named

ENDS = ("_low", "", "_high")


def tell(stage: Stage, told: tuple[tuple[str, Typed], ...]) -> None:
    """Write every row, in the order in which they are told, each under the word of its kind in French."""
    for word, values in told:
        kind = kind_named(word)
        if kind is None:
            raise ValueError(f"{word!r} is no kind of row")
        typed = stage.typed(values)
        if "partner" in typed:
            typed["partner"] = stage.public(typed["partner"])
        form = kind.form(typed)
        if "partner" in form.fields:
            form.fields["partner"].queryset = stage.leader.alliance.partners.all()
        operations.write(kind.model(evaluation=stage.evaluation), 1, accepted(form).values)


def between(name: str, low: str, central: str, high: str) -> dict[str, str]:
    """Return an assumption as its three fields: low, central, high.

    >>> between("duration", "1", "2", "3")
    {'duration_low': '1', 'duration': '2', 'duration_high': '3'}
    """
    return dict(zip((name + end for end in ENDS), (low, central, high), strict=True))
