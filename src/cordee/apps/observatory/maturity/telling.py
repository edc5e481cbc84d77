"""The maturity barometer in words and drawn: a sentence computed from it, a bar for each approach, a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.maturity.queries import Shown
from cordee.apps.ui.figures import DrawnFigure
from cordee.charts.stage_shares import Part, ShareRow, StageShares, stage_shares_svg
from cordee.core.maturity_barometer import AxisBarometer, Share
from cordee.core.numerals import number, percent


@dataclass(frozen=True)
class ToldBarometer:
    """The barometer of a form as the page shows it."""

    headline: str
    base: str
    form: str
    figure: DrawnFigure
    synthetic: bool


@dataclass(frozen=True)
class Line:
    """A line of the table: an approach, its mean, a group of stages with its percentage."""

    axis: str
    approach: str
    mean: float
    stages: str
    percent: int


def told(shown: Shown) -> ToldBarometer:
    """Return a barometer ready for its page."""
    return ToldBarometer(headline(shown), base_said(shown), form_name(shown), drawn(shown), shown.synthetic)


def headline(shown: Shown) -> str:
    """Say which share stands in the upper half of the stages, from the lowest approach to the highest; name none."""
    lang, middle = language(), shown.ladder.stages[len(shown.ladder.stages) // 2]
    above = (axis.percent_from(middle, shown.ladder) for axis in shown.barometer.axes)
    known = [share for share in above if share is not None]
    low, high = (percent(pick(known) / 100, lang) for pick in (min, max))
    stage = stage_name(shown, middle)
    if low == high:
        said = _("Sur chaque approche, {share} des alliances comptées sont au stade « {stage} » ou au-delà.")
        return said.format(share=low, stage=stage)
    said = _("Selon l’approche, de {low} à {high} des alliances comptées sont au stade « {stage} » ou au-delà.")
    return said.format(low=low, high=high, stage=stage)


def base_said(shown: Shown) -> str:
    """Say who is counted, since when, and that they stand for nobody else."""
    counted = number(shown.barometer.count, language(), 0)
    said = _(
        "Base auto-sélectionnée : {count} alliances qui ont choisi Cordée et accepté d’y entrer, au {day}. Elles ne "
        "représentent ni la France ni une région."
    )
    return said.format(count=counted, day=date_format(shown.made_on, "DATE_FORMAT"))


def form_name(shown: Shown) -> str:
    """Name the form of the survey that these results come from."""
    return shown.pack.instrument.form(shown.form).name.in_(language())


def stage_name(shown: Shown, stage: str) -> str:
    """Name a stage."""
    return next(one for one in shown.pack.scoring.stages if one.id == stage).name.in_(language())


def stages_said(shown: Shown, stages: Sequence[str]) -> str:
    """Name a group of neighbouring stages."""
    first, last = stage_name(shown, stages[0]), stage_name(shown, stages[-1])
    if len(stages) == 1:
        return first
    if len(stages) == 2:
        return _("{first} ou {last}").format(first=first, last=last)
    return _("{first} à {last}").format(first=first, last=last)


def lines_of(shown: Shown) -> list[Line]:
    """Return every number of a barometer, approach by approach, the lowest stages first: for the table and the file."""
    names = {axis.id: axis.name.in_(language()) for axis in shown.pack.instrument.axes}
    return [
        Line(axis.axis, names[axis.axis], axis.mean, stages_said(shown, share.stages), share.percent)
        for axis in shown.barometer.axes
        for share in axis.shares
    ]


def drawn(shown: Shown) -> DrawnFigure:
    """Draw the bars for a phone and for a desk, with the same numbers as a table."""
    figure = figure_of(shown)
    svg = stage_shares_svg(figure, "narrow") + stage_shares_svg(figure, "wide")
    lang = language()
    return DrawnFigure(
        id=figure.id,
        title=figure.title,
        subtitle=figure.subtitle,
        note=figure.note,
        svg=mark_safe(svg),  # noqa: S308 - `stage_shares_svg` escapes every text it writes
        headers=(_("Approche"), _("Stades"), _("Part"), _("Moyenne sur 4")),
        rows=tuple(
            (one.approach, one.stages, percent(one.percent / 100, lang), number(one.mean, lang))
            for one in lines_of(shown)
        ),
    )


def figure_of(shown: Shown) -> StageShares:
    """Return the figure of a barometer."""
    names = {axis.id: axis.name.in_(language()) for axis in shown.pack.instrument.axes}
    return StageShares(
        id=f"maturity-{shown.form}",
        title=_("Où en sont ces alliances, approche par approche"),
        subtitle=_(
            "Chaque barre fait 100 % : plus la teinte est appuyée, plus le stade est élevé. Les approches gardent "
            "l’ordre du questionnaire : rien n’est classé."
        ),
        note=_note(shown),
        lang=language(),
        rows=tuple(_row(shown, axis, names[axis.axis]) for axis in shown.barometer.axes),
    )


def _note(shown: Shown) -> str:
    said = _("Questionnaire « {form} ». Base auto-sélectionnée de {count} alliances, au {day}.").format(
        form=form_name(shown),
        count=number(shown.barometer.count, language(), 0),
        day=date_format(shown.made_on, "DATE_FORMAT"),
    )
    invented = _("Données inventées pour la démonstration : aucune alliance n’est comptée.")
    return f"{said} {invented}" if shown.synthetic else said


def _row(shown: Shown, axis: AxisBarometer, name: str) -> ShareRow:
    remark = _("maturité moyenne : {mean} sur 4").format(mean=number(axis.mean, language()))
    return ShareRow(name, tuple(_part(shown, share) for share in axis.shares), remark)


def _part(shown: Shown, share: Share) -> Part:
    stages = shown.ladder.stages
    middle = (stages.index(share.stages[0]) + stages.index(share.stages[-1])) / 2
    label = _("{stages} : {share}").format(
        stages=stages_said(shown, share.stages), share=percent(share.percent / 100, language())
    )
    return Part(label, share.percent, middle / (len(stages) - 1))
