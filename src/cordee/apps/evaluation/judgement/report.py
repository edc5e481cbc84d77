"""The judgement told as sections of a document: what the page shows, the report and the public page say alike."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.judgement import queries
from cordee.apps.evaluation.judgement.bridge import approach_names, level_of, object_names, together_of
from cordee.apps.evaluation.judgement.queries import Bench
from cordee.apps.evaluation.judgement.spread import NamedBench, spread_picture
from cordee.apps.evaluation.judgement.words import (
    USUAL_LIMITS,
    beside_words,
    level_words,
    not_yet_words,
    refusal_words,
    together_words,
)
from cordee.apps.evaluation.models import CommonJudgement, EvaluationLimits, Judgement, JudgementDissent
from cordee.apps.evaluation.queries import words_of
from cordee.apps.library.addresses import language
from cordee.core.document import Absent, Block, Column, Kind, Paragraph, Points, Quote, Section, Slide, Table, Tone
from cordee.core.judgement import Accord, beside
from cordee.core.punctuation import apart


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return the judgement as its reader may see it: all rubrics first, then each, then the limits."""
    benches = queries.benches_of(opened)
    names = _Names(opened)
    whole = Section("judgement", _("Le jugement"), lead(benches), _whole(benches, names), True, slide=Slide.JUDGED)
    each = tuple(_rubric_section(bench, names) for bench in benches)
    return (whole, *each, *_limits(opened))


def questions_of(opened: OpenedEvaluation, benches: list[Bench]) -> list[NamedBench]:
    """Return questions by their name, each with what was judged on it."""
    names = _Names(opened)
    return [(names.of(bench), bench) for bench in benches]


def former_sections(opened: OpenedEvaluation, benches: list[Bench]) -> list[Section]:
    """Return what was judged on the questions of a former set, as its reader may see it."""
    names = _Names(opened)
    return [_rubric_section(bench, names) for bench in benches]


def lead(benches: list[Bench]) -> str:
    """Say in a sentence where the judgement stands; true of what is kept."""
    if not benches:
        return _("Les critères ne sont pas encore convenus : personne n’a jugé.")
    said = [bench for bench in benches if bench.common is not None]
    if not said:
        return ngettext(
            "{count} question à juger ; aucun jugement commun encore.",
            "{count} questions à juger ; aucun jugement commun encore.",
            len(benches),
        ).format(count=len(benches))
    dissents = sum(bench.common.dissents.count() for bench in said if bench.common is not None)
    told = ngettext(
        "Un jugement commun sur {said} question parmi {all}",
        "Un jugement commun sur {said} questions parmi {all}",
        len(said),
    ).format(said=len(said), all=len(benches))
    kept = ngettext("{count} désaccord gardé", "{count} désaccords gardés", dissents).format(count=dissents)
    return f"{apart((told, kept), language())}." if dissents else f"{told}."


class _Names:
    def __init__(self, opened: OpenedEvaluation) -> None:
        pack = words_of(opened.evaluation)
        self.approaches, self.objects = approach_names(pack), object_names(pack)

    def of(self, bench: Bench) -> str:
        rubric = bench.rubric
        approach = self.approaches.get(rubric.approach, rubric.approach)
        return f"{approach} · {self.objects.get(rubric.object, rubric.object)}"


def _whole(benches: list[Bench], names: _Names) -> tuple[Block, ...]:
    if not benches:
        return ()
    columns = (
        Column("rubric", _("Ce qui est jugé"), brief=True),
        Column("common", _("Jugement commun"), brief=True),
        Column("partners", _("Partenaires")),
        Column("dissents", _("Désaccords"), Kind.NUMBER, brief=True),
    )
    rows = tuple(
        (
            names.of(bench),
            level_words(bench.common.mark) if bench.common else Absent(_("pas encore")),
            accord_of(bench),
            bench.common.dissents.count() if bench.common else Absent(_("sans jugement commun")),
        )
        for bench in benches
    )
    agreement = benches[0].rubric.rubrics.agreement
    stamp = _("Critères convenus : {how}. Empreinte SHA-256 : {sha256}.").format(
        how=agreement.how.rstrip("."), sha256=agreement.sha256
    )
    table = Table("judgement", _("Chaque question, ce qui est dit ensemble et ce que chacun en pense"), columns, rows)
    picture = spread_picture([(names.of(bench), bench) for bench in benches])
    return (*_dissents_said(benches, names), *picture, table, Paragraph(stamp))


def _dissents_said(benches: list[Bench], names: _Names) -> list[Block]:
    """Name who does not join a common judgement, before any table."""
    said = [
        _("{partner} ne se joint pas au jugement commun sur {rubric}.").format(
            partner=one.partner.organisation.name, rubric=names.of(bench)
        )
        for bench in benches
        if bench.common is not None
        for one in _dissents(bench.common)
    ]
    return [Paragraph(" ".join(said), Tone.WARNING)] if said else []


def _dissents(common: CommonJudgement) -> QuerySet[JudgementDissent]:
    return common.dissents.select_related("partner__organisation").order_by("added_at", "pk")


def accord_of(bench: Bench) -> str | Absent:
    """Say what the partners' levels are to one another, or why it is not shown."""
    return together_words(together_of(bench.latest)) if bench.sees.allowed else Absent(refusal_words(bench.sees))


def _rubric_section(bench: Bench, names: _Names) -> Section:
    blocks: list[Block] = [Points(tuple(bench.rubric.criteria.splitlines()))]
    blocks += _partners(bench)
    if bench.common is not None:
        blocks += _common(bench)
    title = _("{name} : {question}").format(name=names.of(bench), question=bench.rubric.question)
    return Section(
        f"judgement-{bench.rubric.public}", title, _rubric_lead(bench), tuple(blocks), level=2, slide=Slide.JUDGED
    )


def _rubric_lead(bench: Bench) -> str:
    if bench.common is None:
        return _("Pas encore de jugement commun.")
    return _("Jugement commun : {level}.").format(level=level_words(bench.common.mark))


def _partners(bench: Bench) -> list[Block]:
    if not bench.sees.allowed:
        return [Paragraph(refusal_words(bench.sees))]
    read = together_of(bench.latest)
    tone = Tone.WARNING if read.accord is Accord.OPPOSED else Tone.PLAIN
    said = Paragraph(" ".join(filter(None, (together_words(read), not_yet_words(read)))), tone)
    columns = (Column("partner", _("Partenaire")), Column("level", _("Niveau")), Column("reasons", _("Raisons")))
    rows = tuple((one.partner.organisation.name, level_words(one.mark), _reasons(one)) for one in bench.latest)
    key = f"judgement-partners-{bench.rubric.public}"
    return [said, Table(key, _("Ce que chaque partenaire juge"), columns, rows)] if rows else [said]


def _reasons(judgement: Judgement) -> str:
    if not judgement.evidence:
        return judgement.reasons
    return _("{reasons} Appui : {evidence}").format(reasons=judgement.reasons, evidence=judgement.evidence)


def _common(bench: Bench) -> list[Block]:
    common = bench.common
    if common is None:
        return []
    blocks: list[Block] = [Paragraph(common.reasons, Tone.RESULT)]
    if bench.sees.allowed:
        where = beside_words(beside(level_of(common.mark), [level_of(one.mark) for one in bench.latest]))
        blocks += [Paragraph(where)] if where else []
    if common.limits:
        blocks.append(Paragraph(_("Limites : {limits}").format(limits=common.limits)))
    blocks += [Quote(one.words, _dissenter(one, common)) for one in _dissents(common)]
    return blocks


def _dissenter(dissent: JudgementDissent, common: CommonJudgement) -> str:
    """Say who does not join the common judgement, and whether it spoke of the one that stands or of a former one."""
    said = {"partner": dissent.partner.organisation.name, "level": level_words(dissent.mark)}
    if dissent.of_version == common.version:
        return _("{partner}, en désaccord : {level}").format(**said)
    day = date_format(timezone.localtime(common.recorded_at), "DATE_FORMAT")
    return _("{partner}, en désaccord avec le jugement commun tel qu’il était avant le {day} : {level}").format(
        **said, day=day
    )


def limit_lines(limits: EvaluationLimits) -> tuple[str, ...]:
    """Return the limits ticked, in words."""
    return tuple(str(words) for key, words in USUAL_LIMITS if key in limits.usual)


def _limits(opened: OpenedEvaluation) -> tuple[Section, ...]:
    limits = queries.limits_of(opened.evaluation)
    lines = limit_lines(limits)
    if not lines and not limits.words:
        return (Section("limits", _("Limites"), _("Les limites de cette évaluation ne sont pas encore écrites.")),)
    blocks: list[Block] = [Points(lines)] if lines else []
    blocks += [Paragraph(limits.words)] if limits.words else []
    return (
        Section(
            "limits",
            _("Limites"),
            _("Ce que cette évaluation ne peut pas dire."),
            tuple(blocks),
            True,
            slide=Slide.NEXT,
        ),
    )
