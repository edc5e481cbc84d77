"""The written frame as sections of a document: the same for the draft, for a frozen version and for the report."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.framing.figures.written import figure_blocks, figures_lead
from cordee.apps.evaluation.framing.telling import when_said
from cordee.apps.evaluation.models import Ground, Stakeholder, Step
from cordee.apps.library.addresses import language
from cordee.apps.organisations.goals import GOALS, goal_name
from cordee.core.costs import full_cost, lines_of
from cordee.core.document import Absent, Block, Cell, Column, Kind, Paragraph, Section, Slide, Table
from cordee.core.packs.text import Text
from cordee.core.written_frame import FrameChoice, FrameMeans, WrittenFrame


def frame_sections(frame: WrittenFrame) -> tuple[Section, ...]:
    """Write a frame as sections, in the language on screen."""
    return (
        purpose_section(frame),
        grounds_section(frame),
        scope_section(frame),
        stakeholders_section(frame),
        calendar_section(frame),
        means_section(frame),
    )


def purpose_section(frame: WrittenFrame) -> Section:
    """Say to whom and for which decision."""
    purpose = frame.purpose
    if not (purpose.readers or purpose.decision):
        lead = _("L’intention n’est pas encore écrite.")
    else:
        lead = _("L’évaluation s’adresse à : %(readers)s. Décision attendue : %(decision)s.") % {
            "readers": stripped(purpose.readers) or _("à préciser"),
            "decision": stripped(purpose.decision) or _("à préciser"),
        }
    names = ", ".join(partner.name for partner in frame.partners)
    between = [Paragraph(_("Entre : %(names)s.") % {"names": names})] if names else []
    reason = [Paragraph(purpose.reason)] if purpose.reason else []
    return Section("framing-purpose", _("Intention"), lead, (*between, *reason), True, slide=Slide.WHAT)


def grounds_section(frame: WrittenFrame) -> Section:
    """Say which fragilities and transitions the alliance meets, with the figures taken from the observatory."""
    title, blocks = _("Relier au territoire"), tuple(figure_blocks(frame.figures))
    lead = " ".join(filter(None, [grounds_lead(frame), figures_lead(frame.figures)]))
    if not frame.grounds:
        return Section("framing-grounds", title, lead, blocks, bool(blocks), slide=Slide.WHAT)
    return Section("framing-grounds", title, lead, (grounds_table(frame), *blocks), True, slide=Slide.WHAT)


def grounds_lead(frame: WrittenFrame) -> str:
    """Count fragilities and transitions."""
    kinds = [ground.kind for ground in frame.grounds]
    if not kinds:
        none = _("Aucune fragilité ni transition n’est encore nommée.")
        return none if frame.figures else _("Rien n’est encore relié au territoire.")
    fragilities, transitions = kinds.count(Ground.Kind.FRAGILITY), kinds.count(Ground.Kind.TRANSITION)
    return _("L’alliance répond à %(fragilities)s et à %(transitions)s.") % {
        "fragilities": ngettext("%(n)s fragilité", "%(n)s fragilités", fragilities) % {"n": fragilities},
        "transitions": ngettext("%(n)s transition", "%(n)s transitions", transitions) % {"n": transitions},
    }


def grounds_table(frame: WrittenFrame) -> Table:
    """Return each fragility and each transition with what is known of it."""
    columns = (
        Column("kind", _("Nature")),
        Column("title", _("En quelques mots")),
        Column("known", _("Ce que l’on en sait")),
        Column("figure", _("Chiffre")),
        Column("source", _("Source")),
        Column("dated", _("Date")),
        Column("goals", _("Objectifs et cibles")),
    )
    rows = tuple(
        (
            str(Ground.Kind(one.kind).label),
            one.title,
            told(one.known),
            told(one.figure),
            told(one.source),
            told(when_said(one.dated)),
            told(", ".join([*(goal_name(goal) for goal in one.goals if goal in GOALS), *one.targets])),
        )
        for one in frame.grounds
    )
    return Table("framing-grounds", _("Fragilités et transitions"), columns, rows)


def scope_section(frame: WrittenFrame) -> Section:
    """Say what is looked at, by which approaches, with which questions."""
    count = frame.question_count
    lead = ngettext("%(n)s question est posée.", "%(n)s questions sont posées.", count) % {"n": count}
    if not count:
        lead = _("Aucune question n’est encore choisie.")
    blocks = (
        *named_points(_("Objets regardés"), frame.objects),
        *named_points(_("Approches"), frame.approaches),
        *named_points(_("Méthodes"), frame.methods),
        *question_blocks(frame),
    )
    return Section("framing-questions", _("Ce qui est regardé, et les questions"), lead, blocks, in_short=True)


def named_points(title: str, choices: tuple[FrameChoice, ...]) -> list[Block]:
    """Return a line that names choices; nothing when there is none."""
    if not choices:
        return []
    names = ", ".join(in_language(choice.name) for choice in choices)
    return [Paragraph(_("%(title)s : %(names)s.") % {"title": title, "names": names})]


def question_blocks(frame: WrittenFrame) -> Iterator[Block]:
    """Give the questions as a table: where each comes from, and its words."""
    names = {one.id: in_language(one.name) for one in (*frame.objects, *frame.approaches)}
    rows: list[tuple[Cell, ...]] = [
        (f"{names[cell.approach]} × {names[cell.object]}", in_language(text))
        for cell in frame.cells
        for text in cell.questions
    ]
    rows += [(_("Question des partenaires"), text) for text in frame.own_questions]
    if rows:
        columns = (Column("origin", _("D’où elle vient")), Column("question", _("Question")))
        yield Table("framing-questions", _("Questions posées"), columns, tuple(rows))


def stakeholders_section(frame: WrittenFrame) -> Section:
    """Say whom the evaluation concerns."""
    title = _("Parties prenantes")
    if not frame.stakeholders:
        return Section("framing-stakeholders", title, _("Aucune partie prenante n’est encore nommée."))
    deciding = sum(one.place == Stakeholder.Place.DECIDES for one in frame.stakeholders)
    count = len(frame.stakeholders)
    lead = ngettext(
        "%(count)s partie prenante, dont %(deciding)s décide.",
        "%(count)s parties prenantes, dont celles qui décident : %(deciding)s.",
        count,
    ) % {"count": count, "deciding": deciding}
    columns = (Column("name", _("Qui")), Column("place", _("Place")), Column("expects", _("Ce qu’il en attend")))
    rows = tuple((one.name, str(Stakeholder.Place(one.place).label), told(one.expects)) for one in frame.stakeholders)
    return Section("framing-stakeholders", title, lead, (Table("framing-stakeholders", title, columns, rows),))


def calendar_section(frame: WrittenFrame) -> Section:
    """Say what happens when."""
    title = _("Calendrier")
    if not frame.steps:
        return Section("framing-calendar", title, _("Le calendrier est encore vide."))
    days = sorted(day for step in frame.steps for day in (step.starts, step.ends) if day)
    count = ngettext("%(n)s étape", "%(n)s étapes", len(frame.steps)) % {"n": len(frame.steps)}
    if not days:
        lead = _("%(count)s, sans date pour l’instant.") % {"count": count}
    elif days[0] == days[-1]:
        lead = _("%(count)s : %(first)s.") % {"count": count, "first": when_said(days[0])}
    else:
        lead = _("%(count)s, du %(first)s au %(last)s.") % {
            "count": count,
            "first": when_said(days[0]),
            "last": when_said(days[-1]),
        }
    columns = (
        Column("phase", _("Moment")),
        Column("what", _("Étape")),
        Column("starts", _("Début"), Kind.DAY),
        Column("ends", _("Fin"), Kind.DAY),
        Column("who", _("Qui s’en charge")),
    )
    rows = tuple(
        (str(Step.Phase(one.phase).label), one.what, day_of(one.starts), day_of(one.ends), told(one.who))
        for one in frame.steps
    )
    return Section("framing-calendar", title, lead, (Table("framing-calendar", title, columns, rows),))


def means_section(frame: WrittenFrame) -> Section:
    """Say what the evaluation costs, hidden time included."""
    title = _("Moyens, temps caché compris")
    if not frame.means:
        return Section("framing-means", title, _("Les moyens ne sont pas encore écrits."))
    columns = (
        Column("what", _("Quoi")),
        Column("partner", _("Apporté par")),
        Column("money", _("Argent"), Kind.MONEY),
        Column("hours", _("Heures prévues"), Kind.NUMBER, "h"),
        Column("hidden_hours", _("Heures cachées"), Kind.NUMBER, "h"),
        Column("hourly_cost", _("Coût d’une heure"), Kind.MONEY),
        Column("total", _("Coût complet"), Kind.MONEY),
    )
    rows = tuple(means_row(one) for one in frame.means)
    blocks: list[Block] = [Table("framing-means", title, columns, rows)]
    cost = full_cost(lines_of(frame.means))
    if not cost.is_whole:
        words = _("%(hours)s h n’ont pas de coût déclaré : elles ne sont dans aucun montant.")
        blocks.append(Paragraph(words % {"hours": said(cost.hours_without_cost)}))
    lead = _("%(money)s € et %(hours)s h, dont %(hidden)s h cachées ; coût complet déclaré : %(total)s €.") % {
        "money": said(cost.money),
        "hours": said(cost.hours),
        "hidden": said(cost.hidden_hours),
        "total": said(cost.total),
    }
    return Section("framing-means", title, lead, tuple(blocks))


def means_row(means: FrameMeans) -> tuple[Cell, ...]:
    """Return a line of the means; without a declared cost of an hour, hours make no amount."""
    cost, undeclared = full_cost(lines_of([means])), Absent(_("non déclaré"))
    return (
        means.what,
        means.partner or _("Tous ensemble"),
        float(means.money),
        float(means.hours),
        float(means.hidden_hours),
        undeclared if means.hourly_cost is None else float(means.hourly_cost),
        float(cost.total) if cost.is_whole else undeclared,
    )


def in_language(text: Text) -> str:
    """Return words of the pack in the language on screen."""
    return text.in_(language())


def told(words: str) -> Cell:
    """Return words, or say that there is none."""
    return words or Absent("–")


def day_of(written: str) -> Cell:
    """Return a day, or say that there is none."""
    return date.fromisoformat(written) if written else Absent(_("sans date"))


def stripped(words: str) -> str:
    """Return words without the point that a sentence around them will put."""
    return words.strip().rstrip(".")


def said(number: Decimal) -> str:
    """Write a number for its reader, without decimals that say nothing."""
    whole = number == number.to_integral_value()
    return number_format(number, 0 if whole else 2, use_l10n=True, force_grouping=True)
