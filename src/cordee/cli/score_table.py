"""A reading as a table for a terminal of 100 columns, in French or in English."""

from collections.abc import Sequence
from textwrap import wrap

from cordee.core.cause_wording import CauseWording
from cordee.core.estimates import Estimate
from cordee.core.numerals import number, percent
from cordee.core.packs.instrument import FACETS
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang
from cordee.core.reading import Advice, ItemReading, PatternReading, Reading, ScopeReading
from cordee.core.wording import UNKNOWN, Wording, axis_agreement_words, refusal_words

WIDTH = 100
STEPS = 3
SHOWN = 7

Cells = Sequence[str]


def score_table(reading: Reading, pack: Pack, lang: Lang) -> str:
    """Lay a reading out as text: what it says first, then the numbers, then what to do, then what is not known."""
    return _Table(reading, Wording(pack, lang)).text()


class _Table:
    """Lays out one reading, section after section."""

    def __init__(self, reading: Reading, words: Wording) -> None:
        self.reading, self.words, self.lang = reading, words, words.lang
        self.reasons = CauseWording(words)

    def text(self) -> str:
        sections = [
            self._head(),
            self._axes(),
            self._coherence(),
            self._circles(),
            self._agreement(),
            self._divided(),
            self._perception(),
            self._priorities(),
            self._steps(),
            self._notes(),
        ]
        return "\n\n".join("\n".join(section) for section in sections if section)

    def _say(self, french: str, english: str) -> str:
        return french if self.lang == "fr" else english

    def _head(self) -> list[str]:
        reading, pack = self.reading, self.words.pack
        form = pack.instrument.form(reading.form).name.in_(self.lang)
        counts = [
            _count(reading.respondents, self._say("personne", "person"), self._say("personnes", "people")),
            _count(reading.organisations, self._say("organisation", "organisation")),
            _count(len(reading.circles), self._say("cercle", "circle")),
        ]
        name = f"{pack.card.name.in_(self.lang)} {reading.version}"
        return [f"{name} · {form} · {', '.join(counts)}", *wrap(self.words.headline(reading.headline), WIDTH)]

    def _axes(self) -> list[str]:
        facets = [self.words.facet(facet) for facet in FACETS]
        last = [self._say("Maturité", "Maturity"), self._say("Stade", "Stage")]
        header = [self._say("De 0 à 4", "From 0 to 4"), *facets, *last]
        rows = [
            [
                self.words.axis(axis.axis),
                *(self._cell(axis.facets[facet]) for facet in FACETS),
                self._cell(axis.maturity),
                self.words.stage(axis.stage),
            ]
            for axis in self.reading.overall.axes
        ]
        return [*_grid(header, rows), *self._missing()]

    def _missing(self) -> list[str]:
        """Say, once for each reason, which approaches have no maturity."""
        reasons: dict[str, list[str]] = {}
        for axis in self.reading.overall.axes:
            if axis.maturity.refused:
                reason = refusal_words(axis.maturity.refused, self.lang)
                reasons.setdefault(reason, []).append(self.words.axis(axis.axis))
        return [line for reason, names in reasons.items() for line in wrap(f"{', '.join(names)} – {reason}", WIDTH)]

    def _coherence(self) -> list[str]:
        header = [self._say("Cohérence", "Coherence"), "", self._say("Lecture", "Reading"), self._say("Écart", "Gap")]
        rows = []
        for axis in self.reading.overall.axes:
            for place, pattern in enumerate(axis.patterns):
                first = place == 0
                coherent = self._share(axis.coherence) if first else ""
                rows.append([self.words.axis(axis.axis) if first else "", coherent, *self._pattern(pattern)])
        return _grid(header, rows) if rows else []

    def _pattern(self, pattern: PatternReading) -> list[str]:
        gap = self._cell(pattern.gap, signed=True) if pattern.gap else ""
        return [self.words.pattern(pattern.pattern), gap]

    def _circles(self) -> list[str]:
        circles = self.reading.circles
        if len(circles) < 2:
            return []
        widest = min(16, (WIDTH - 24) // len(circles) - 2)
        names = [_cut(self.words.circle(scope.circle), widest) for scope in circles]
        rows = [
            [self.words.axis(axis.axis), *(self._value(scope.axis(axis.axis).maturity) for scope in circles)]
            for axis in self.reading.overall.axes
        ]
        people = [self._say("Personnes", "People"), *(str(scope.respondents) for scope in circles)]
        return _grid([self._say("Maturité par cercle", "Maturity by circle"), *names], [*rows, people])

    def _agreement(self) -> list[str]:
        known = [axis for axis in self.reading.overall.axes if not axis.agreement.refused]
        header = [self._say("Accord", "Agreement"), self._say("Krippendorff et ICC", "Krippendorff and ICC")]
        rows = [[self.words.axis(axis.axis), axis_agreement_words(axis.agreement, self.lang)] for axis in known]
        return _grid(header, rows) if rows else []

    def _divided(self) -> list[str]:
        """The items on which people do not agree, the least agreed first."""
        items = [item for item in self.reading.overall.items if _is_divided(item)]
        items.sort(key=lambda item: item.agreement.rwg or 0.0)
        title = self._say("Là où les réponses divergent", "Where answers diverge")
        header = [title, "0", "1", "2", "3", "4", "?", "r*wg", "AD", ""]
        return _grid(header, [self._divided_row(item) for item in items[:SHOWN]]) if items else []

    def _divided_row(self, item: ItemReading) -> list[str]:
        camps = self._say("deux camps", "two camps") if item.distribution.bimodal else ""
        numbers = (item.agreement.rwg, item.agreement.ad)
        written = [UNKNOWN if value is None else number(value, self.lang, 2) for value in numbers]
        counts = [str(count) for count in (*item.distribution.counts, item.distribution.dont_know)]
        return [_cut(self.words.item(item.item), 46), *counts, *written, camps]

    def _perception(self) -> list[str]:
        gaps = [gap for gap in self.reading.perception if gap.kind]
        if not gaps:
            return self._no_perception()
        gaps.sort(key=lambda gap: -abs(gap.gap.value or 0.0))
        kinds = {
            "blind_spot": self._say("angle mort", "blind spot"),
            "hidden_strength": self._say("force discrète", "hidden strength"),
        }
        own = self.words.circle(self.reading.self_circle)
        header = [self._say(f"{own} moins les autres", f"{own} minus the others"), self._say("Écart", "Gap"), ""]
        rows = [
            [_cut(self.words.item(gap.item), 56), self._cell(gap.gap, signed=True), kinds[gap.kind or ""]]
            for gap in gaps[:SHOWN]
        ]
        return _grid(header, rows)

    def _no_perception(self) -> list[str]:
        if self.reading.perception:
            told = self._say("Aucun écart de regard net entre cercles.", "No clear gap of perception between circles.")
            return [told]
        if len(self.reading.circles) > 1:
            told = self._say(
                "Personne n’a répondu dans le cercle qui se regarde : pas d’écart de regard.",
                "Nobody answered in the circle that looks at itself: no gap of perception.",
            )
            return [told]
        return []

    def _priorities(self) -> list[str]:
        rows = [
            [
                _cut(self.words.topic(each.topic), 44),
                number(each.score, self.lang),
                number(each.shortfall, self.lang),
                percent(each.importance, self.lang) if each.importance_given else UNKNOWN,
                percent(each.leverage, self.lang),
                number(each.value, self.lang, 2),
            ]
            for each in self.reading.priorities
            if each.value > 0
        ]
        header = [
            self._say("Priorités", "Priorities"),
            "Score",
            self._say("À combler", "Shortfall"),
            "Importance",
            self._say("Levier", "Leverage"),
            self._say("Produit", "Product"),
        ]
        return _grid(header, rows[:SHOWN]) if rows else []

    def _steps(self) -> list[str]:
        if not self.reading.advice:
            return []
        lines = [self._say("Pistes", "Next steps")]
        for rank, advice in enumerate(self.reading.advice[:STEPS], 1):
            lines += self._step(rank, advice)
        more = len(self.reading.advice) - STEPS
        if more > 0:
            told = self._say(f"Autres pistes : {more}", f"Other steps: {more}")
            lines.append(told + self._say(" (voir --format json).", " (see --format json)."))
        return lines

    def _step(self, rank: int, advice: Advice) -> list[str]:
        rule = next(one for one in self.words.pack.recommendations if one.id == advice.recommendation)
        causes = self._say("\u202f; ", "; ").join(self.reasons.causes(advice))
        removals = self.reasons.any_removal(advice)
        why = self._say("Pourquoi vous : ", "Why you: ")
        gone = self._say("Ne serait plus proposée ", "No longer proposed ")
        return [
            *_indented(f"{rank}. {rule.name.in_(self.lang)}", ""),
            *_indented(rule.first_step.in_(self.lang), "   "),
            *_indented(f"{why}{causes}.", "   "),
            *_indented(f"{gone}{removals}.", "   "),
        ]

    def _notes(self) -> list[str]:
        overall = self.reading.overall
        reasons = {axis.maturity.interval_refused for axis in overall.axes if axis.maturity.value is not None} - {None}
        lines = [refusal_words(reason, self.lang) for reason in sorted(reason for reason in reasons if reason)]
        if overall.df > 0:
            lines.append(self._interval_note(overall))
        return [line for told in lines for line in wrap(told, WIDTH)]

    def _interval_note(self, overall: ScopeReading) -> str:
        level = percent(float(self.words.pack.scoring.interval.level), self.lang)
        draws = number(self.words.pack.scoring.interval.draws, self.lang, 0)
        return self._say(
            f"Entre crochets, l’intervalle à {level} ({draws} tirages, {overall.df} degrés de liberté au plus).",
            f"Between brackets, the {level} interval ({draws} draws, at most {overall.df} degrees of freedom).",
        )

    def _cell(self, estimate: Estimate, *, signed: bool = False) -> str:
        """A value and its bounds, as short as they can be told apart: « 2,3 [1,7–2,9] »."""
        written = self._value(estimate, signed=signed)
        if estimate.lower is None or estimate.upper is None:
            return written
        low = number(estimate.lower, self.lang, signed=signed)
        high = number(estimate.upper, self.lang, signed=signed)
        return f"{written} [{low}…{high}]"

    def _share(self, estimate: Estimate) -> str:
        if estimate.value is None:
            return UNKNOWN
        written = percent(estimate.value, self.lang)
        if estimate.lower is None or estimate.upper is None:
            return written
        return f"{written} [{number(estimate.lower * 100, self.lang, 0)}…{number(estimate.upper * 100, self.lang, 0)}]"

    def _value(self, estimate: Estimate, *, signed: bool = False) -> str:
        return UNKNOWN if estimate.value is None else number(estimate.value, self.lang, signed=signed)


def _is_divided(item: ItemReading) -> bool:
    return item.distribution.bimodal or item.agreement.agrees is False


def _count(number_of: int, one: str, many: str = "") -> str:
    return f"{number_of} {one if number_of < 2 else many or one + 's'}"


def _grid(header: Cells, rows: Sequence[Cells]) -> list[str]:
    """Columns as wide as their widest cell, the first one to the left, numbers to the right."""
    columns = [_column([header[place], *(row[place] for row in rows)], place) for place in range(len(header))]
    lines = ["  ".join(cells).rstrip() for cells in zip(*columns, strict=True)]
    return [lines[0], "─" * max(map(len, lines)), *lines[1:]]


def _column(cells: Cells, place: int) -> list[str]:
    width = max(map(len, cells))
    numbers = place > 0 and all(not cell or cell[0].isdigit() or cell[0] in "+−–" for cell in cells[1:])
    return [cell.rjust(width) if numbers else cell.ljust(width) for cell in cells]


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else words[: width - 1] + "…"


def _indented(words: str, indent: str) -> list[str]:
    return wrap(words, WIDTH, initial_indent=indent, subsequent_indent="   ")
