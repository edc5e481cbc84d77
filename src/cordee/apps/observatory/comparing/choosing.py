"""Which figures may be chosen for a comparison: those of the registry, of every edition, and those close to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cordee.apps.library.addresses import language
from cordee.apps.observatory.comparing.sides import Side, side_called
from cordee.apps.observatory.editions.wording import title_of
from cordee.apps.observatory.forms import ChoiceForm
from cordee.apps.observatory.offering.measured import measured
from cordee.apps.observatory.offering.names import EditionFigureName
from cordee.apps.observatory.offering.registered import registered
from cordee.apps.observatory.published.registry import published_figures, worded
from cordee.apps.observatory.territories.asked import REGION, Asked, standing_editions, waves_of
from cordee.core.punctuation import named
from cordee.core.territory_figure import FRANCE, TerritoryFigure
from cordee.core.territory_figure_wording import base_words, value_words

Group = tuple[str, list[tuple[str, str]]]
"""A heading, and the figures under it: their name, their words."""


class PairForm(ChoiceForm):
    """Two figures to set side by side; those `brought` by an address bring with them what is close to them."""

    def __init__(self, *args: Any, brought: Iterable[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.sides = {name: side for name in brought if (side := side_called(name))}
        choices = [("", _("Choisissez")), *groups_for(self.sides.values())]
        self.choose("a", gettext_lazy("Un chiffre"), choices, required=True)
        self.choose("b", gettext_lazy("Un autre"), choices, required=True)

    def clean(self) -> dict[str, Any]:
        """Refuse the same figure twice, and one that is not shown."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("a") and cleaned.get("a") == cleaned.get("b"):
            self.add_error("b", _("C’est le même chiffre : choisissez-en un autre."))
        for name in ("a", "b"):
            if cleaned.get(name) and cleaned[name] not in self.sides:
                self.add_error(name, _("Ce chiffre n’est pas publié : il repose sur trop peu de réponses."))
        return cleaned

    @property
    def pair(self) -> tuple[Side, Side]:
        """Return the two figures, once the form is valid."""
        return self.sides[self.cleaned_data["a"]], self.sides[self.cleaned_data["b"]]


def groups_for(sides: Iterable[Side]) -> list[Group]:
    """Return the figures to choose from, each once: what is close to those brought, the registry, the editions."""
    seen: set[str] = set()
    groups = []
    for heading, figures in (*close_groups(sides), *registry_groups(), *edition_groups()):
        new = [(name, words) for name, words in figures if name not in seen]
        seen |= {name for name, _words in new}
        if new:
            groups.append((heading, new))
    return groups


def close_groups(sides: Iterable[Side]) -> Iterator[Group]:
    """Give, for each figure of an edition, the same question at its other waves and in its other territories."""
    for side in sides:
        if side.asked is None:
            continue
        heading = _("La même question, ailleurs ou à une autre vague : {question}").format(
            question=side.asked.question.text.in_(language())
        )
        yield heading, [(one.key, close_label(one)) for one in same_question(side.asked)]


def same_question(asked: Asked) -> Iterator[TerritoryFigure]:
    """Give the figures of a question that are shown: the last wave first, the country before its regions."""
    for wave in reversed(waves_of(asked.edition)):
        for territory in (FRANCE, *asked.edition.categories(REGION)):
            found = measured(replace(asked, wave=wave), territory)
            if found is not None:
                yield found


def registry_groups() -> Iterator[Group]:
    """Give the published figures, by series."""
    lang = language()
    for series, group in groupby(published_figures(), key=lambda one: one.series):
        figures = (registered(one) for one in group)
        labelled = [(one.key, figure_label(one)) for one in figures]
        yield worded("series", series).in_(lang), labelled


def edition_groups() -> Iterator[Group]:
    """Give each question of each edition, in the whole country at its last wave: the others are close to it."""
    for edition in standing_editions():
        wave, lang = waves_of(edition)[-1], language()
        figures = [
            (str(EditionFigureName(edition.card.id, one.key, wave, FRANCE)), one.text.in_(lang))
            for one in edition.questions
        ]
        yield title_of(edition), figures


def figure_label(figure: TerritoryFigure) -> str:
    """Name a figure in a list: of whom, where, when, which question, its value last."""
    lang = language()
    return _valued(f"{base_words(figure, lang)} — {figure.question.in_(lang)}", figure)


def close_label(figure: TerritoryFigure) -> str:
    """Name a figure among those of one question, put to one public: where, when, its value last."""
    lang = language()
    return _valued(f"{figure.place.in_(lang)}, {figure.when.in_(lang)}", figure)


def _valued(words: str, figure: TerritoryFigure) -> str:
    lang = language()
    value = value_words(figure, lang)
    return named(words, value, lang) if lang == "fr" else f"{words}: {value}"
