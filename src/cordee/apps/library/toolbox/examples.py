"""The worked examples of the rule page: invented tools, judged by the same function as the others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from cordee.apps.library.days import day_words
from cordee.apps.library.toolbox.telling import other_reading_words, state_sentences, state_title
from cordee.core.packs.library import FirstUse, Tool, Trial
from cordee.core.packs.text import Text
from cordee.core.seven_years import Ripeness, ripeness

WORD = Text(fr="exemple", en="example")
ATTESTED = ("example",)


@dataclass(frozen=True)
class Example:
    """What is known of an invented tool, the day it is looked at, and what the rule says of it."""

    known: str
    day: str
    state: str
    reasons: tuple[str, ...]
    other: str
    ripe: Ripeness


def examples() -> tuple[Example, ...]:
    """Return one example for each case that the rule tells apart."""
    return (
        _example(_("Première utilisation le 15 juin 2019, reprise par une autre équipe en 2021. La veille…"),
                 _tool("2019-06-15", others=("2021",)), date(2026, 6, 14)),
        _example(_("… et le jour du septième anniversaire."),
                 _tool("2019-06-15", others=("2021",)), date(2026, 6, 15)),
        _example(_("On sait seulement « 2019 » : rien ne dit que ce n’était pas en décembre."),
                 _tool("2019", others=("2021",)), date(2026, 6, 15)),
        _example(_("Première utilisation un 29 février."),
                 _tool("2016-02-29", others=("2018",)), date(2023, 2, 28)),
        _example(_("Trente ans d’âge, mais une seule équipe l’a documenté."),
                 _tool("1996"), date(2026, 6, 15)),
        _example(_("Beaucoup utilisé, sans que personne ne sache depuis quand."),
                 _tool(None, others=(None, None)), date(2026, 6, 15)),
    )  # fmt: skip


def _example(known: str, tool: Tool, day: date) -> Example:
    ripe = ripeness(tool, day)
    return Example(known, day_words(day), state_title(ripe), state_sentences(ripe), other_reading_words(ripe), ripe)


def _tool(first: str | None, *, others: tuple[str | None, ...] = ()) -> Tool:
    """Make the tool of an example: only what the rule looks at means anything."""
    teams = (_("une équipe"), _("une autre équipe"), _("une troisième équipe"))
    return Tool(
        id="example",
        name=WORD,
        author=teams[0],
        medoc="tool",
        purpose=WORD,
        how=WORD,
        first_use=FirstUse(date=first, sources=ATTESTED if first else ()),
        trials=tuple(
            Trial(where=WORD, by=team, date=when, sources=ATTESTED)
            for team, when in zip(teams[1:], others, strict=False)
        ),
        people=WORD,
        difficulty="easy",
        limits=WORD,
        sources=ATTESTED,
    )
