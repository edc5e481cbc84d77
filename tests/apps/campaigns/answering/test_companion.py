"""What a closed 360° lends to the judgement of an evaluation: published figures only, as its reader may see them."""

import pytest
from django.utils import timezone
from tests.apps.campaigns.answering.building import Alliance360, filled

from cordee.apps.campaigns.companions import last_360
from cordee.apps.campaigns.models import Publication
from cordee.apps.campaigns.operations import closing
from cordee.apps.campaigns.queries.publications import latest_publication
from cordee.apps.diagnosis.bridge import reading_from_json
from cordee.apps.evaluation.judgement.companions import companions_of
from cordee.apps.organisations.models import AllianceRole
from cordee.core.wording import estimate_words

pytestmark = pytest.mark.django_db


def role(world: Alliance360, kind: str) -> AllianceRole:
    """Return the role of somebody in the alliance."""
    return AllianceRole.objects.get(alliance=world.campaign.alliance, kind=kind)


def test_nothing_stands_beside_before_the_360_is_closed(world: Alliance360) -> None:
    filled(world)
    assert last_360(role(world, "member")) is None


@pytest.mark.parametrize("kind", ["facilitator", "member", "observer"])
def test_the_figures_are_those_of_the_publication(world: Alliance360, kind: str) -> None:
    filled(world)
    assert closing.close(world.campaign, timezone.now())
    (companion,) = companions_of(role(world, kind))
    publication = latest_publication(world.campaign, Publication.Audience.EVERYONE)
    assert publication is not None
    axes = reading_from_json(publication.reading).overall.axes
    assert [figure.approach for figure in companion.figures] == [axis.axis for axis in axes]
    known = {axis.axis: estimate_words(axis.maturity, "fr") for axis in axes if axis.maturity.value is not None}
    assert known
    assert {one.approach: one.written for one in companion.figures if one.approach in known} == known
    assert str(world.campaign.public) in companion.url


def test_with_too_few_answers_no_figure_is_lent(world: Alliance360) -> None:
    assert closing.close(world.campaign, timezone.now())
    companion = last_360(role(world, "member"))
    assert companion is not None
    assert companion.figures == ()
