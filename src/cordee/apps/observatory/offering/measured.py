"""An estimate of an edition as a value that may be copied elsewhere; one that is hidden is not handed over."""

from __future__ import annotations

from django.conf import settings
from django.utils.translation import override

from cordee.apps.observatory.editions.citing import address_of
from cordee.apps.observatory.editions.figures import SHOWN
from cordee.apps.observatory.editions.questions import Question
from cordee.apps.observatory.editions.shelf import Figure, ShelvedEdition
from cordee.apps.observatory.offering.names import EditionFigureName
from cordee.apps.observatory.offering.places import place_named
from cordee.apps.observatory.territories.asked import REGION, WAVE, Asked
from cordee.apps.observatory.territories.readings import scale_of
from cordee.core.packs.text import Text
from cordee.core.territory_figure import FRANCE, TerritoryFigure, exact


def measured(asked: Asked, territory: str) -> TerritoryFigure | None:
    """Return the figure of a question at a wave, in the whole sample or in a region; nothing when it has no value."""
    figure = asked.at(**({} if territory == FRANCE else {REGION: territory}))
    if figure is None or figure.status not in SHOWN or figure.estimate is None:
        return None
    return _copied(asked, figure, figure.estimate, territory)


def _copied(asked: Asked, figure: Figure, estimate: float, territory: str) -> TerritoryFigure:
    edition, question = asked.edition, asked.question
    times = 100 if question.kind == "proportion" else 1
    known = figure.lower is not None and figure.upper is not None
    lower, upper = (exact(times * end) if known and end is not None else None for end in (figure.lower, figure.upper))
    return TerritoryFigure(
        key=str(EditionFigureName(edition.card.id, question.key, asked.wave, territory)),
        question=question.text,
        counted=answers_of(question),
        population=question.base,
        territory=territory,
        place=place_named(territory),
        when=wave_text(edition, asked.wave),
        moment=asked.wave or edition.card.published_at[:4],
        unit="percent" if question.kind == "proportion" else "mark",
        least=exact(scale_of(question).minimum),
        most=exact(scale_of(question).maximum),
        value=exact(times * estimate),
        lower=lower,
        upper=upper,
        n=figure.n,
        source=edition.card.title,
        address=lasting_address(edition),
        edition=edition.card.id,
        digest=edition.digest,
        synthetic=edition.card.synthetic,
    )


def answers_of(question: Question) -> Text | None:
    """Return the answers that a share counts, in both languages; nothing for a mean."""
    if question.kind == "mean" or not question.values:
        return None
    labels = [question.labels.get(code, Text(fr=code, en=code)) for code in question.values]
    return Text(fr=" ou ".join(one.fr for one in labels), en=" or ".join(one.en for one in labels))


def wave_text(edition: ShelvedEdition, wave: str) -> Text:
    """Return when people were asked, in both languages: the wave, or the year in which the edition was published."""
    known = edition.labels(WAVE).get(wave)
    said = wave or edition.card.published_at[:4]
    return known or Text(fr=said, en=said)


def lasting_address(edition: ShelvedEdition) -> str:
    """Return the address of an edition in the language of the site, whoever copies its figure."""
    with override(settings.LANGUAGE_CODE):
        return address_of(edition)
