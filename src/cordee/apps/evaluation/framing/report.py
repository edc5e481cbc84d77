"""What the report of an evaluation says of its framing: the path, the territory, the lessons, the frame, who signed."""

from __future__ import annotations

from dataclasses import replace

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.framing import bridge, queries
from cordee.apps.evaluation.framing.telling import parts_said, since_said, state_said, until_said, when_said
from cordee.apps.evaluation.framing.written import frame_sections, told
from cordee.apps.evaluation.models import Evaluation, FrameVersion, KeyMoment
from cordee.core.document import Absent, Block, Column, Kind, Paragraph, Section, Slide, Table, Tone
from cordee.core.sign_off import SignOff

PEOPLE = ("met", "who", "signed_by")
"""The columns that name people: those met, those who take a step in charge, those who signed."""


def sections(opened: OpenedEvaluation) -> tuple[Section, ...]:
    """Return the sections of the framing, in the language on screen; for everybody, without the names of people."""
    evaluation = opened.evaluation
    frame, versions = bridge.frame_of(evaluation), queries.versions_of(evaluation)
    whole = (
        path_section(queries.moments_of(evaluation)),
        lessons_section(evaluation),
        *frame_sections(frame),
        signing_section(bridge.signing_of(evaluation, frame, versions), versions, evaluation),
    )
    return tuple(map(without_people, whole)) if opened.in_public else whole


def without_people(section: Section) -> Section:
    """Return a section without the columns that name people: they agreed to nothing for everybody."""
    blocks = (block.without(*PEOPLE) if isinstance(block, Table) else block for block in section.blocks)
    return replace(section, blocks=tuple(blocks))


def path_section(moments: list[KeyMoment]) -> Section:
    """Tell the path of the alliance, the oldest moment first."""
    title = _("Relire le chemin")
    if not moments:
        return Section("framing-path", title, _("Le chemin n’est pas encore relu."))
    columns = (
        Column("happened", _("Quand"), brief=True),
        Column("kind", _("Ce que c’était"), brief=True),
        Column("title", _("Moment"), brief=True),
        Column("story", _("Ce qui s’est passé")),
        Column("met", _("Rencontres")),
        Column("evidence", _("Pièce")),
    )
    rows = tuple(
        (
            when_said(one.happened),
            str(KeyMoment.Kind(one.kind).label),
            one.title,
            told(one.story),
            told(one.met),
            told(one.evidence.title if one.evidence else ""),
        )
        for one in moments
    )
    table = Table("framing-path", _("Moments clés"), columns, rows)
    return Section("framing-path", title, path_lead(moments), (table,), True, slide=Slide.WHAT)


def path_lead(moments: list[KeyMoment]) -> str:
    """Say how many moments, over which time, and how many were hard."""
    count, first, last = len(moments), when_said(moments[0].happened), when_said(moments[-1].happened)
    counted = ngettext("%(n)s moment clé", "%(n)s moments clés", count) % {"n": count}
    hard = sum(moment.kind == KeyMoment.Kind.DIFFICULTY for moment in moments)
    span = (
        _("%(counted)s : %(first)s.") % {"counted": counted, "first": first}
        if first == last
        else _("%(counted)s, %(since)s %(until)s.")
        % {"counted": counted, "since": since_said(moments[0].happened), "until": until_said(moments[-1].happened)}
    )
    trouble = ngettext("%(n)s difficulté y est dite.", "%(n)s difficultés y sont dites.", hard) % {"n": hard}
    return f"{span} {trouble if hard else _('Aucune difficulté n’y est dite.')}"


def lessons_section(evaluation: Evaluation) -> Section:
    """Say what each partner learns for its own position."""
    lessons, partners = queries.lessons_of(evaluation), queries.parties_of(evaluation)
    texts = {partner.pk: lesson.text for partner in partners if (lesson := lessons.get(partner.pk)) and lesson.text}
    count = len(texts)
    lead = ngettext(
        "%(n)s partenaire sur %(all)s a écrit ce qu’il apprend.",
        "%(n)s partenaires sur %(all)s ont écrit ce qu’ils apprennent.",
        count,
    ) % {"n": count, "all": len(partners)}
    columns = (Column("partner", _("Partenaire")), Column("lesson", _("Ce qu’il apprend pour sa propre place")))
    not_yet = Absent(_("pas encore écrit"))
    rows = tuple((partner.organisation.name, texts.get(partner.pk, not_yet)) for partner in partners)
    table = Table("framing-lessons", _("Enseignements de chacun"), columns, rows)
    return Section("framing-lessons", _("Articuler avec sa propre place"), lead, (table,) if rows else ())


def signing_section(signing: SignOff, versions: list[FrameVersion], evaluation: Evaluation) -> Section:
    """Say who signed what, and whose signature will be asked again."""
    blocks: list[Block] = []
    if signing.changed:
        blocks.append(Paragraph(changes_said(signing, evaluation), Tone.WARNING))
    columns = (
        Column("version", _("Version"), Kind.NUMBER),
        Column("partner", _("Partenaire")),
        Column("signed_by", _("Signé par")),
        Column("day", _("Le"), Kind.DAY),
        Column("sha256", _("Empreinte de la version signée")),
    )
    rows = tuple(
        (version.number, one.partner_name, one.signed_by, timezone.localdate(one.signed_at), one.sha256)
        for version in versions
        for one in version.signatures.all()
    )
    if rows:
        blocks.append(Table("framing-signatures", _("Signatures"), columns, rows))
    return Section("framing-signing", _("Accord des partenaires"), state_said(signing), tuple(blocks), in_short=True)


def changes_said(signing: SignOff, evaluation: Evaluation) -> str:
    """Say what changed since the latest version, and whose signature will be asked again."""
    names = {str(one.public): one.organisation.name for one in queries.parties_of(evaluation)}
    changed = _("Ce qui a changé depuis la version %(number)s : %(parts)s.") % {
        "number": signing.version,
        "parts": parts_said(signing.changed),
    }
    if not signing.again:
        return changed
    again = _("À redemander quand la version %(next)s sera figée : la signature de %(names)s.") % {
        "next": signing.next_version,
        "names": ", ".join(names[one] for one in signing.again),
    }
    return f"{changed} {again}"
