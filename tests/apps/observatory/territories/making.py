"""A survey written by hand: a share and two marks in a few regions, its comparisons, its waves."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

from cordee.apps.observatory.editions.shelf import Difference, Figure, Question, ShelvedEdition
from cordee.apps.observatory.territories.asked import Asked
from cordee.core.packs.text import Text
from cordee.stats.editions.edition import Edition

USEFUL = Question(
    key="alliance",
    text=Text(fr="L’alliance est-elle utile\u202f?", en="Is the alliance useful?"),
    scale="1-5",
    base=Text(fr="habitants", en="inhabitants"),
    kind="proportion",
    values=("1", "2"),
    labels={"1": Text(fr="incontournable", en="indispensable"), "2": Text(fr="utile", en="useful")},
)
MARK = Question(
    key="fragility_jobs",
    text=Text(fr="De 0 à 10, fragile pour l’emploi\u202f?", en="From 0 to 10, fragile as to jobs?"),
    scale="0-10",
    base=Text(fr="habitants", en="inhabitants"),
    kind="mean",
    values=(),
    labels={},
)


def figure(question: Question, estimate: float | None, n: int = 100, status: str = "ok", **domains: str) -> Figure:
    """An estimate with an interval of a tenth of the scale; none when it is hidden."""
    half = 0.05 if question.kind == "proportion" else 0.5
    known = estimate is not None
    return Figure(
        question=question.key, measure=question.kind, values=question.values, domains=domains, n=n,
        n_eff=n * 0.9 if known else None, estimate=estimate, se=half / 2 if known else None,
        lower=estimate - half if estimate is not None else None,
        upper=estimate + half if estimate is not None else None, df=n - 1 if known else None, deff=1.1, status=status,
    )  # fmt: skip


def difference(question: Question, estimate: float | None, told: bool | None, **domains: str) -> Difference:
    """A comparison with the rest, or a change between two waves when the wave names two."""
    measure = "change" if " vs " in domains.get("wave", "") else "difference"
    bound = None if estimate is None else 0.05
    return Difference(
        question=question.key, measure=measure, values=question.values, domains=domains, n=100, estimate=estimate,
        se=0.02, lower=None if estimate is None or bound is None else estimate - bound,
        upper=None if estimate is None or bound is None else estimate + bound,
        p_holm=None if told is None else (0.01 if told else 0.4), distinguishable=told, status="ok",
    )  # fmt: skip


def edition(
    figures: list[Figure], differences: list[Difference] | None = None, *, synthetic: bool = False, **parts: Any
) -> ShelvedEdition:
    """A survey whose tables are these: nothing is read from a disk."""
    card = Edition(
        id=parts.get("id", "essai"), title=Text(fr="Enquête d’essai\u202f: habitants", en="Trial survey: inhabitants"),
        prepared_by="A", approved_by="B", published_at="2026-01-01T00:00:00Z", software="", licence="", data_sha256="",
        data_public=False, rows=0, suppressed=0, synthetic=synthetic,
    )  # fmt: skip
    made = ShelvedEdition(card, parts.get("withdrawal"), Path("nowhere"))
    waves = {"2024": Text(fr="octobre 2024", en="October 2024")}
    made.__dict__.update(
        questions=parts.get("questions", (USEFUL, MARK)),
        figures=tuple(figures),
        differences=tuple(differences or ()),
        design=SimpleNamespace(suppress_under=30),
        labels=lambda name: waves if name == "wave" else {},
    )
    return made


def asked(
    figures: list[Figure], differences: list[Difference] | None = None, question: Question = USEFUL, wave: str = "2024"
) -> Asked:
    """A question of such a survey."""
    return Asked(edition(figures, differences), question, wave)
