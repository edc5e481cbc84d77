"""The four layers, kept apart: each person, each organisation, each circle, and what they agreed on together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext as _

from cordee.apps.campaigns.models import Consensus, Dissent, Regime
from cordee.apps.campaigns.stored_layers import StoredLayers, Voice
from cordee.apps.campaigns.telling.account import AxisLayers, ConsensusView, DissentView, LayerLine, Layers
from cordee.apps.campaigns.telling.teller import Teller
from cordee.core.disclosure_wording import masked_item_words, organisations_hidden_words
from cordee.core.reading import AxisReading


def layers_of(teller: Teller, stored: StoredLayers, consensuses: Sequence[Consensus], regime: str) -> Layers:
    """Tell the layers of a result; the consensus is that of now, the rest that of the closing."""
    return Layers(
        axes=tuple(_axis(teller, stored, axis) for axis in teller.reading.overall.axes),
        consensuses=tuple(consensus_view(teller, one) for one in consensuses),
        individuals_note="" if stored.individuals else _no_individuals(regime),
        organisations_note="" if stored.organisations else organisations_hidden_words(teller.rule, teller.lang),
        consensus_note="" if consensuses else _("Rien n’a encore été décidé ensemble : c’est le travail de la séance."),
    )


def _no_individuals(regime: str) -> str:
    if regime == Regime.FACILITATOR:
        return _("Les réponses de chacun ne sont lues que par la personne qui anime.")
    return _("Les réponses de chacun ne sont lues par personne : elles n’entrent que dans celles d’un groupe.")


def _axis(teller: Teller, stored: StoredLayers, axis: AxisReading) -> AxisLayers:
    return AxisLayers(
        axis=axis.axis,
        name=teller.sentences.core.axis(axis.axis),
        individuals=tuple(_voices(teller, stored.individuals, axis.axis)),
        organisations=tuple(_voices(teller, stored.organisations, axis.axis)),
        circles=circle_lines(teller, axis.axis),
    )


def _voices(teller: Teller, voices: Iterable[Voice], axis: str) -> Iterable[LayerLine]:
    for voice in voices:
        said = voice.axis(axis)
        if said is not None:
            yield teller.layer_line(_voice_name(teller, voice), said)


def _voice_name(teller: Teller, voice: Voice) -> str:
    organisation = teller.organisation(voice.organisation)
    return f"{voice.who} ({organisation}, {teller.circle(voice.circle)})" if voice.circle else organisation


def circle_lines(teller: Teller, axis: str) -> tuple[LayerLine, ...]:
    """Tell what each circle says of an axis."""
    return tuple(
        teller.layer_line(teller.scope_name(scope.circle), scope.axis(axis)) for scope in teller.reading.circles
    )


def consensus_view(teller: Teller, consensus: Consensus) -> ConsensusView:
    """Tell a consensus beside what the answers said, with the voices that do not join it."""
    _topic, item = teller.sentences.core.placed(consensus.item)
    read = next((one for one in teller.reading.overall.items if one.item == consensus.item), None)
    known = read is not None and read.score.value is not None
    return ConsensusView(
        item=consensus.item,
        name=teller.sentences.core.item(consensus.item),
        question=item.question.in_(teller.lang),
        level="" if consensus.level is None else str(consensus.level),
        level_text="" if consensus.level is None else item.levels[consensus.level].in_(teller.lang),
        text=consensus.text,
        answers=teller.estimate(read.score) if read and known else masked_item_words(teller.rule, teller.lang),
        dissents=tuple(_dissent(one) for one in consensus.dissents.all()),
    )


def _dissent(dissent: Dissent) -> DissentView:
    return DissentView(dissent.signed, "" if dissent.level is None else str(dissent.level), dissent.reason)
