"""Draw small histograms, one a question, all at the same height for the same number of answers."""

from dataclasses import dataclass

from cordee.charts.canvas import Canvas
from cordee.charts.figures import AnswerDistribution, DistributionRow
from cordee.charts.letters import text_width, wrap
from cordee.charts.numbers import format_number
from cordee.charts.readings import FACETS
from cordee.charts.rows import SMALL_LINE, Frame, Remark, frame, label_block, place_rows
from cordee.charts.ruler import write_names
from cordee.charts.theme import SMALL
from cordee.charts.words import WORDS

_TALL = 34.0  # of the highest bar
_MEDIAN = 15.0  # under the base line
_LANE = _TALL + SMALL_LINE + _MEDIAN
_OFF_SCALE = 70.0
_BETWEEN = 10.0


@dataclass(frozen=True, slots=True)
class _Columns:
    frame: Frame
    step: float
    off_scale: tuple[float, ...]  # middles of the two columns off the scale; none on a phone

    def level(self, level: float) -> float:
        return self.frame.plot_left + (level + 0.5) * self.step


def draw_distribution(figure: AnswerDistribution, canvas: Canvas, top: float) -> float:
    """Draw the whole figure from `top`; its bottom comes back."""
    columns = _columns(figure, canvas)
    blocks = [label_block(row.label, _remarks(figure, row, columns), columns.frame) for row in figure.rows]
    top = _draw_heads(figure, columns, canvas, top)
    gap = 14.0 if columns.frame.beside else 18.0
    lanes = [_LANE if row.answers or columns.off_scale else 0.0 for row in figure.rows]
    placed = place_rows(canvas, columns.frame, blocks, lanes=lanes, top=top, gap=gap)
    most = max(max(_drawn_counts(row, columns)) for row in figure.rows)
    first = next((row for row in figure.rows if row.median is not None), None)
    for row, centre, lane in zip(figure.rows, placed.centres, lanes, strict=True):
        if not lane:
            continue
        base = centre + _LANE / 2 - _MEDIAN
        _draw_row(figure, row, columns, canvas, base, _TALL / max(most, 1))
        _draw_median(figure, row, columns, canvas, base, named=row is first)
    return max(placed.bottom, placed.foot) + 4


def _columns(figure: AnswerDistribution, canvas: Canvas) -> _Columns:
    off_scale = 2 * _OFF_SCALE + _BETWEEN
    found = frame(canvas.width, [row.label for row in figure.rows], off_scale, 0, 48 * figure.level_count)
    step = (found.plot_right - found.plot_left) / figure.level_count
    if not found.beside:
        return _Columns(found, step, ())
    first = canvas.width - 1.5 * _OFF_SCALE
    return _Columns(found, step, (first, first + _OFF_SCALE))


def _remarks(figure: AnswerDistribution, row: DistributionRow, columns: _Columns) -> list[Remark]:
    """The caller's remark; on a phone, the answers off the scale in words; « no answer » when none."""
    words = WORDS[figure.lang]
    remarks = [row.remark] if row.remark else []
    if not row.answers:
        remarks.append(words.no_answer)
    if not columns.off_scale:
        pairs = ((words.dont_know, row.dont_know), (words.not_applicable, row.not_applicable))
        said = [f"{name}{words.colon}{format_number(count, figure.lang, 0)}" for name, count in pairs if count]
        remarks.extend([", ".join(said)] if said else [])
    return [Remark(text) for text in remarks]


def _drawn_counts(row: DistributionRow, columns: _Columns) -> tuple[int, ...]:
    return (*row.counts, row.dont_know, row.not_applicable) if columns.off_scale else row.counts


def _draw_heads(figure: AnswerDistribution, columns: _Columns, canvas: Canvas, top: float) -> float:
    """Levels and their names over the first row, then the two answers off the scale."""
    baseline = top + SMALL
    middles = [columns.level(level) for level in range(figure.level_count)]
    for level, x in enumerate(middles):
        canvas.text("quiet", x, baseline, str(level), "middle")
    bottom = baseline + 4
    if figure.levels:
        low, high = columns.frame.plot_left - 8, columns.frame.plot_right + 8
        bottom = write_names(canvas, middles, figure.levels, baseline + SMALL_LINE, low, high)
    words = WORDS[figure.lang]
    for x, name in zip(columns.off_scale, (words.dont_know, words.not_applicable), strict=False):
        for number, line in enumerate(wrap(name, _OFF_SCALE - 4, SMALL)):
            canvas.text("quiet", x, baseline + number * SMALL_LINE, line, "middle")
            bottom = max(bottom, baseline + number * SMALL_LINE + 4)
    return bottom + 6


def _draw_row(
    figure: AnswerDistribution, row: DistributionRow, columns: _Columns, canvas: Canvas, base: float, unit: float
) -> None:
    role = row.facet if row.facet in FACETS else "accent"
    for level, count in enumerate(row.counts):
        _draw_bar(figure, columns, canvas, columns.level(level), base, count, unit, f"fill-{role}")
    for x, count in zip(columns.off_scale, (row.dont_know, row.not_applicable), strict=False):
        _draw_bar(figure, columns, canvas, x, base, count, unit, "hollow-plain")
    canvas.line("axis", columns.frame.plot_left, base, columns.frame.plot_right, base)


def _draw_bar(
    figure: AnswerDistribution,
    columns: _Columns,
    canvas: Canvas,
    x: float,
    base: float,
    count: int,
    unit: float,
    layer: str,
) -> None:
    wide = min(columns.step - 8, 40)
    tall = count * unit
    if count:
        canvas.box(layer, x - wide / 2, base - max(tall, 1.5), wide, max(tall, 1.5))
    text = format_number(count, figure.lang, 0)
    canvas.text("number" if count else "quiet", x, base - tall - 5, text, "middle")


def _draw_median(
    figure: AnswerDistribution,
    row: DistributionRow,
    columns: _Columns,
    canvas: Canvas,
    base: float,
    *,
    named: bool,
) -> None:
    """A lozenge under the base line; the word beside it once."""
    if row.median is None:
        return
    x, y = columns.level(row.median), base + 9
    canvas.path("fill-emphasis", f"M{x:.1f} {y - 4.5:.1f}l4.5 4.5l-4.5 4.5l-4.5-4.5Z")
    if not named:
        return
    word = WORDS[figure.lang].median
    if x + 9 + text_width(word, SMALL) <= columns.frame.plot_right + 8:
        canvas.text("quiet", x + 9, y + 4, word)
    else:
        canvas.text("quiet", x - 9, y + 4, word, "end")
