"""Rows of the framing turned into the written frame, and where its versions stand with the partners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from cordee.apps.evaluation.framing import queries
from cordee.apps.evaluation.framing.figures.reading import frame_figures
from cordee.apps.evaluation.models import (
    Evaluation,
    FrameVersion,
    Ground,
    Means,
    Purpose,
    Questions,
    Scope,
    Stakeholder,
    Step,
)
from cordee.apps.evaluation.queries import words_of
from cordee.core.packs.pack import Pack
from cordee.core.packs.referential import Cell
from cordee.core.sign_off import FrozenVersion, PartnerSignature, SignOff, sign_off
from cordee.core.written_frame import (
    BrokenFrame,
    FrameCell,
    FrameChoice,
    FrameGround,
    FrameMeans,
    FramePart,
    FramePartner,
    FramePurpose,
    FrameStakeholder,
    FrameStep,
    WrittenFrame,
    changed_parts,
    read_frame,
)


def frame_of(evaluation: Evaluation) -> WrittenFrame:
    """Gather the frame as it stands now."""
    pack, scope = words_of(evaluation), queries.page_of(Scope, evaluation)
    purpose, questions = queries.page_of(Purpose, evaluation), queries.page_of(Questions, evaluation)
    return WrittenFrame(
        alliance=evaluation.alliance.name,
        evaluation=evaluation.title,
        partners=tuple(
            FramePartner(id=str(one.public), name=one.organisation.name) for one in queries.parties_of(evaluation)
        ),
        grounds=tuple(_ground(row) for row in queries.grounds_of(evaluation)),
        figures=frame_figures(evaluation),
        purpose=FramePurpose(readers=purpose.readers, decision=purpose.decision, reason=purpose.reason),
        objects=_chosen(pack.objects, scope.objects_chosen),
        approaches=_chosen(pack.instrument.axes, scope.approaches),
        methods=_chosen(pack.methods, scope.methods),
        cells=tuple(_asked(cells_of(pack, scope), questions.chosen)),
        own_questions=own_questions(questions.own),
        stakeholders=tuple(_stakeholder(row) for row in queries.stakeholders_of(evaluation)),
        steps=tuple(_step(row) for row in queries.steps_of(evaluation)),
        means=tuple(_means(row) for row in queries.means_of(evaluation)),
    )


def cells_of(pack: Pack, scope: Scope) -> list[Cell]:
    """Return the cells of the référentiel where the chosen approaches meet the chosen objects."""
    return [cell for cell in pack.cells if cell.approach in scope.approaches and cell.object in scope.objects_chosen]


def question_ids(cell: Cell) -> list[str]:
    """Return the identifiers of the questions of a cell: « relevance.product:0 »."""
    return [f"{cell.id}:{place}" for place in range(len(cell.questions))]


def own_questions(written: str) -> tuple[str, ...]:
    """Return the questions that partners wrote, one a line."""
    return tuple(line.strip() for line in written.splitlines() if line.strip())


def signing_of(evaluation: Evaluation, frame: WrittenFrame, versions: list[FrameVersion]) -> SignOff:
    """Tell where the frame stands with the partners; `versions` are the latest first."""
    partners = [str(one.public) for one in queries.parties_of(evaluation)]
    if not versions:
        return sign_off(partners, None, ())
    latest = versions[0]
    signatures = signatures_of(evaluation, latest)
    return sign_off(partners, FrozenVersion(latest.number, latest.sha256), signatures, changes_since(latest, frame))


def changes_since(version: FrameVersion, frame: WrittenFrame) -> tuple[FramePart, ...]:
    """Return the parts in which a frame differs from a frozen version; all, when that version is no longer itself."""
    try:
        return changed_parts(frozen_frame(version), frame)
    except BrokenFrame:
        return tuple(FramePart)


def frozen_frame(version: FrameVersion) -> WrittenFrame:
    """Read a frozen version back; raise BrokenFrame when its document is no longer the one its hash names."""
    return read_frame(version.document, version.sha256)


def signatures_of(evaluation: Evaluation, version: FrameVersion) -> list[PartnerSignature]:
    """Return the signatures of a version with the public identifiers of the partners."""
    partners = {one.pk: str(one.public) for one in evaluation.alliance.partners.order_by("pk")}
    return [PartnerSignature(partners[one.partner_id], one.sha256) for one in version.signatures.all()]


def _chosen(entries: Iterable[object], chosen: list[str]) -> tuple[FrameChoice, ...]:
    return tuple(FrameChoice(id=one.id, name=one.name) for one in entries if one.id in chosen)  # type: ignore[attr-defined]


def _asked(cells: Iterable[Cell], chosen: list[str]) -> Iterator[FrameCell]:
    for cell in cells:
        kept = [text for name, text in zip(question_ids(cell), cell.questions, strict=True) if name in chosen]
        if kept:
            yield FrameCell(approach=cell.approach, object=cell.object, questions=tuple(kept))


def _ground(row: Ground) -> FrameGround:
    return FrameGround(
        kind=row.kind,
        title=row.title,
        known=row.known,
        figure=row.figure,
        source=row.source,
        dated=row.dated,
        goals=tuple(row.goals),
        targets=tuple(row.targets),
    )


def _stakeholder(row: Stakeholder) -> FrameStakeholder:
    return FrameStakeholder(name=row.name, place=row.place, expects=row.expects)


def _step(row: Step) -> FrameStep:
    starts, ends = (day.isoformat() if day else "" for day in (row.starts_on, row.ends_on))
    return FrameStep(phase=row.phase, what=row.what, starts=starts, ends=ends, who=row.who)


def _means(row: Means) -> FrameMeans:
    return FrameMeans(
        what=row.what,
        partner=row.partner.organisation.name if row.partner else "",
        money=_exact(row.money),
        hours=_exact(row.hours),
        hidden_hours=_exact(row.hidden_hours),
        hourly_cost=None if row.hourly_cost is None else _exact(row.hourly_cost),
    )


def _exact(number: Decimal) -> Decimal:
    return Decimal(format(number, "f"))
