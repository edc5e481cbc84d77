"""The page of results as values: groups of hits, facets with their counts, and what was done with the question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cordee.apps.library.search.asking import Asking
from cordee.apps.library.search.labels import FACETS, value_labels
from cordee.apps.library.search.queries import Index, Rows, best_row, rows_of
from cordee.apps.library.search.sources import address_of
from cordee.core.packs.text import Lang
from cordee.core.search.excerpt import Piece, best_excerpt, marked
from cordee.core.search.index import KIND, Catalogue
from cordee.core.search.query import Correction, Question, first_correction
from cordee.core.search.ranking import Answer, answer, chosen_only, counts, kinds_found

IN_A_GROUP = 4
ON_A_PAGE = 20


@dataclass(frozen=True)
class Hit:
    """An entry found: `lang` is the language of its excerpt, `title_lang` that of its title."""

    title: list[Piece]
    excerpt: list[Piece]
    url: str
    lang: str
    title_lang: str
    elsewhere: bool


@dataclass(frozen=True)
class KindFound:
    """The entries of one kind: how many, those shown, and the address of them all when some are not."""

    kind: str
    label: str
    count: int
    hits: list[Hit]
    all_of_it: str = ""


@dataclass(frozen=True)
class Choice:
    """A value of a facet: how many entries it leaves, and the address that chooses it, or takes the choice away."""

    label: str
    count: int
    address: str
    chosen: bool


@dataclass(frozen=True)
class Menu:
    """A facet and its values."""

    facet: str
    label: str
    choices: list[Choice]


@dataclass(frozen=True)
class Results:
    """Everything that the page says of a question."""

    asking: Asking
    total: int = 0
    groups: list[KindFound] = field(default_factory=list)
    menus: list[Menu] = field(default_factory=list)
    corrections: tuple[Correction, ...] = ()
    put_aside: tuple[str, ...] = ()
    partial: int = 0
    elsewhere: int = 0
    pages: int = 1

    @property
    def narrowed(self) -> bool:
        """Whether facets leave a part of what was found out."""
        return bool(self.asking.choices)

    @property
    def refining(self) -> list[Menu]:
        """The facets besides the kind, which stands apart."""
        return [menu for menu in self.menus if menu.facet != KIND]

    @property
    def refined(self) -> int:
        """How many choices are made in them."""
        return sum(facet != KIND for facet in self.asking.choices)

    @property
    def before(self) -> str:
        """The address of the page before; empty on the first."""
        return self._page(self.asking.page - 1)

    @property
    def after(self) -> str:
        """The address of the page after; empty on the last."""
        return self._page(self.asking.page + 1)

    @property
    def without_choices(self) -> str:
        """The address of the same question, nothing chosen."""
        return Asking(self.asking.text).address()

    def _page(self, number: int) -> str:
        return self.asking.address(page=number) if 1 <= number <= self.pages else ""


def results(index: Index, asking: Asking, lang: Lang) -> Results:
    """Answer a question on the page of a language: grouped by kind, or a page of the kind chosen."""
    catalogue = index.catalogue
    asking = _sensible(catalogue, asking)
    everything = answer(catalogue, asking.text, lang)
    found = chosen_only(catalogue, everything, asking.choices)
    pages = max(1, -(-len(found.places) // ON_A_PAGE)) if KIND in asking.choices else 1
    asking = Asking(asking.text, asking.choices, min(asking.page, pages), asking.cut)
    questions = [found.questions[lang], *(one for name, one in found.questions.items() if name != lang)]
    return Results(
        asking,
        len(found.places),
        _groups(index, found, asking, lang),
        _menus(catalogue, everything, asking),
        first_correction(questions),
        _put_aside(questions) if len(found.places) else (),
        int(found.partial.sum()),
        int(found.elsewhere.sum()),
        pages,
    )


def _put_aside(questions: Sequence[Question]) -> tuple[str, ...]:
    """Return the words that neither language knows: the others alone were searched."""
    return tuple(word for word in questions[0].unknown if word in questions[1].unknown)


def _sensible(catalogue: Catalogue, asking: Asking) -> Asking:
    """Leave out the choices of values that no entry has: an old address still finds something."""
    choices = {facet: value for facet, value in asking.choices.items() if value in catalogue.facets.get(facet, {})}
    return Asking(asking.text, choices, asking.page, asking.cut)


def _groups(index: Index, found: Answer, asking: Asking, lang: Lang) -> list[KindFound]:
    one_kind = KIND in asking.choices
    first = (asking.page - 1) * ON_A_PAGE if one_kind else 0
    most = ON_A_PAGE if one_kind else IN_A_GROUP
    parts = {
        kind: (len(part.places), part.narrowed(slice(first, first + most)))
        for kind, part in kinds_found(index.catalogue, found).items()
    }
    rows = rows_of(index, [int(place) for _, shown in parts.values() for place in shown.places])
    labels = value_labels(KIND)
    return [
        KindFound(
            kind,
            labels[kind],
            count,
            _hits(shown, rows, lang),
            "" if one_kind or count <= most else asking.address({KIND: kind}),
        )
        for kind, (count, shown) in parts.items()
    ]


def _hits(shown: Answer, rows: Rows, lang: Lang) -> list[Hit]:
    hits = (
        _hit(shown, rows, int(place), bool(far), lang) for place, far in zip(shown.places, shown.elsewhere, strict=True)
    )
    return [hit for hit in hits if hit]


def _hit(shown: Answer, rows: Rows, place: int, elsewhere: bool, lang: Lang) -> Hit | None:
    """Draw one hit: its title and address in the language on screen, its excerpt in the one that found it."""
    other: Lang = "en" if lang == "fr" else "fr"
    row, text = best_row(rows, place, lang), best_row(rows, place, other if elsewhere else lang)
    if row is None or text is None:
        return None
    url = address_of(row.route, row.args, row.lang)
    if url is None:
        return None
    said, written = _lang(row.lang), _lang(text.lang)
    stems = shown.questions[written].marked
    return Hit(
        marked(row.title, shown.questions[said].marked, said),
        best_excerpt([text.summary, text.body], stems, written, text.title),
        f"{url}#{row.anchor}" if row.anchor else url,
        written,
        said,
        elsewhere,
    )


def _lang(code: str) -> Lang:
    return "en" if code == "en" else "fr"


def _menus(catalogue: Catalogue, everything: Answer, asking: Asking) -> list[Menu]:
    told = counts(catalogue, everything, asking.choices)
    menus = [Menu(facet, str(label), _choices(facet, told.get(facet, {}), asking)) for facet, label in FACETS.items()]
    return [menu for menu in menus if len(menu.choices) > 1 or any(choice.chosen for choice in menu.choices)]


def _choices(facet: str, told: dict[str, int], asking: Asking) -> list[Choice]:
    chosen = asking.choices.get(facet)
    values = _in_order(facet, told, chosen)
    return [
        Choice(label, told.get(value, 0), asking.address({facet: None if value == chosen else value}), value == chosen)
        for value, label in values
    ]


def _in_order(facet: str, told: dict[str, int], chosen: str | None) -> Sequence[tuple[str, str]]:
    """Return the values to show with their words; one that has no words is not shown."""
    return [(value, label) for value, label in value_labels(facet).items() if value in told or value == chosen]
