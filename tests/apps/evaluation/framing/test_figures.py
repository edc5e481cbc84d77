"""Figures of the observatory in a frame: taken by partners, copied whole, told with what became of their edition."""

from __future__ import annotations

import uuid
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone, translation
from tests.apps.evaluation.framing.furnishing import INVENTED, framed, frozen, written
from tests.apps.evaluation.making import evaluation_of, partner_with_person
from tests.apps.party import Party

from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.framing import bridge, report
from cordee.apps.evaluation.framing.figures import taking
from cordee.apps.evaluation.framing.written import grounds_section
from cordee.apps.evaluation.models import Evaluation, TakenFigure
from cordee.apps.observatory.published.registry import published_figures
from cordee.core.document import Paragraph, Table
from cordee.core.territory_figure import EditionStanding, OfferedFigure

pytestmark = pytest.mark.django_db
HERE = "tests.apps.evaluation.framing.test_figures"
NATION = "alliance-duty.citizens.2019.fr.innovation"
REGION = "alliance-duty.citizens.2019.24.innovation"


WITHOUT_INTERVAL = INVENTED.model_copy(
    update={"key": "barometre/jobs/2024/FR", "unit": "mark", "most": Decimal(10), "value": Decimal("6.2"),
            "lower": None, "upper": None, "n": None, "territory": "FR"}
)  # fmt: skip


def two_offered(territory: str) -> tuple[OfferedFigure, ...]:
    """Offer two figures of an edition, whatever the territory."""
    return (
        OfferedFigure("alliances", "Faire alliance", INVENTED),
        OfferedFigure("fragilities", "Fragilités", WITHOUT_INTERVAL),
    )


def withdrawn(edition: str, digest: str) -> EditionStanding:
    """Say of every edition that it was withdrawn."""
    return EditionStanding.WITHDRAWN


def standing(edition: str, digest: str) -> EditionStanding:
    """Say of every edition that it stands."""
    return EditionStanding.STANDS


@pytest.fixture(autouse=True)
def no_edition(settings: LazySettings, tmp_path: Path) -> None:
    """Keep to the registry, unless a test names its own figures."""
    settings.EDITIONS = tmp_path


@pytest.fixture
def invented(settings: LazySettings) -> LazySettings:
    """Make the settings name two invented figures, of an edition that stands."""
    settings.TERRITORY_FIGURES = f"{HERE}.two_offered"
    settings.FIGURE_EDITION = f"{HERE}.standing"
    return settings


def url(evaluation: Evaluation, name: str = "figures", *args: object) -> str:
    """Return the address of a page of the framing."""
    return reverse(f"evaluation:framing-{name}", args=[evaluation.public, *args])


def table_of(evaluation: Evaluation) -> Table:
    """Return the table of the figures, as every format has it."""
    blocks = grounds_section(bridge.frame_of(evaluation)).blocks
    return next(one for one in blocks if isinstance(one, Table) and one.key == "framing-figures")


def test_a_figure_of_the_registry_is_taken_with_its_source_and_stands_on_the_page(
    party: Party, evaluation: Evaluation
) -> None:
    client, ground = party.client("member"), written(evaluation)["ground"]
    page = client.get(url(evaluation)).content.decode()
    assert f'value="{NATION}"' in page
    assert f'value="{REGION}"' not in page
    answer = client.post(url(evaluation), {"figures": [NATION], "ground": str(ground.public)}, follow=True)
    said = answer.content.decode()
    assert "1 chiffre est repris" in said
    assert "74\u202f% <" in said
    assert "de 72,2 à 75,7\u202f%" in said
    assert "sondage aléatoire simple" in said
    assert "Jeunes sans transport" in said
    assert "déjà repris" in client.get(url(evaluation)).content.decode()
    frame = bridge.frame_of(evaluation)
    assert frame.figures[0].sheds_light_on == "Jeunes sans transport"
    assert frame.figures[0].figure.taken == timezone.localdate().isoformat()


def test_figures_of_the_region_of_the_alliance_are_offered_and_sorted(party: Party, evaluation: Evaluation) -> None:
    party.alliance.territory = "department-37"
    party.alliance.save()
    client = party.client("member")
    assert "Seuls les chiffres de toute la France" not in client.get(url(evaluation)).content.decode()
    there = client.get(url(evaluation), {"territoire": "24", "theme": "alliances"}).content.decode()
    known = [one for one in published_figures() if one.territory == "24" and one.series == "alliance-duty"]
    assert f"{len(known)} chiffres proposés." in there
    assert f'value="{NATION}"' not in there
    assert '<details class="details" open>' in there
    assert "n’existe pas" in client.get(url(evaluation), {"theme": "zzz"}).content.decode()


def test_nothing_chosen_or_something_not_offered_is_refused_in_words(party: Party, evaluation: Evaluation) -> None:
    client = party.client("member")
    nothing = client.post(url(evaluation), {})
    assert nothing.status_code == 422
    assert "Cochez au moins un chiffre." in nothing.content.decode()
    unknown = client.post(url(evaluation), {"figures": [NATION, "no/such/figure/FR"]})
    assert unknown.status_code == 422
    assert "n’est plus proposé" in unknown.content.decode()
    assert f'value="{NATION}" checked' in unknown.content.decode()
    foreign = client.post(url(evaluation), {"figures": [NATION], "ground": str(uuid.uuid4())})
    assert foreign.status_code == 422
    assert not TakenFigure.objects.exists()


@pytest.mark.usefixtures("invented")
def test_an_invented_figure_says_so_everywhere(party: Party, evaluation: Evaluation) -> None:
    client, label = party.client("member"), "données de démonstration (synthétiques)"
    assert client.get(url(evaluation)).content.decode().count(label) == 2
    client.post(url(evaluation), {"figures": [INVENTED.key, WITHOUT_INTERVAL.key]})
    assert client.get(url(evaluation, "grounds")).content.decode().count(label) == 2
    section = grounds_section(bridge.frame_of(evaluation))
    assert section.lead == (
        "Aucune fragilité ni transition n’est encore nommée. 2 chiffres sont repris de l’observatoire."
    )
    assert any(isinstance(one, Paragraph) and label in one.text for one in section.blocks)
    short = table_of(evaluation).brief(4)
    assert all("synthétiques" in str(row[-1]) for row in short.rows), "the label holds where few columns stand"
    shown = [str(row[0]) for row in table_of(evaluation).rows]
    assert shown == ["74,3\u202f% (de 70,1 à 78,2\u202f%)", "6,2 sur 10 (intervalle inconnu)"]
    with translation.override("en"):
        row = table_of(evaluation).rows[0]
        assert row[0] == "74.3% (70.1 to 78.2%)"
        assert "Demonstration data (synthetic)" in str(row[4])
        assert "octobre 2024 (en)" in str(row[2])


@pytest.mark.usefixtures("invented")
def test_what_was_signed_stays_when_the_observatory_changes(
    party: Party, evaluation: Evaluation, settings: LazySettings
) -> None:
    partner_with_person(party.alliance, "La Mairie")
    written(evaluation)
    taking.take(evaluation, [INVENTED], timezone.localdate())
    version = frozen(evaluation, party.facilitator)
    settings.TERRITORY_FIGURES = "cordee.apps.observatory.offering.figures.offered_for"
    settings.FIGURE_EDITION = f"{HERE}.withdrawn"
    assert bridge.frozen_frame(version).figures[0].figure == bridge.frame_of(evaluation).figures[0].figure
    assert bridge.changes_since(version, bridge.frame_of(evaluation)) == ()
    client = party.client("observer")
    for page in (url(evaluation, "grounds"), url(evaluation, "version", 1), url(evaluation, "document")):
        said = client.get(page).content.decode()
        assert "Son édition a été retirée depuis" in said
        assert "74,3\u202f%" in said


@pytest.mark.usefixtures("invented")
def test_the_report_has_the_figure_with_its_source_and_fingerprint(party: Party, evaluation: Evaluation) -> None:
    taking.take(evaluation, [INVENTED], timezone.localdate())
    role = party.alliance.roles.select_related("partner__organisation", "account").get(account=party.member)
    grounds = next(one for one in report.sections(OpenedEvaluation(evaluation, role)) if one.key == "framing-grounds")
    table = next(one for one in grounds.blocks if isinstance(one, Table))
    cells = dict(zip([column.key for column in table.columns], table.rows[0], strict=True))
    assert cells["n"] == 302
    assert cells["taken"] == timezone.localdate()
    for words in ("Baromètre d’essai", "Édition barometre, empreinte abababababab", "https://exemple.fr/editions/"):
        assert words in str(cells["source"])


@pytest.mark.usefixtures("invented")
def test_a_figure_taken_twice_is_there_once_and_another_edition_of_it_is_another(evaluation: Evaluation) -> None:
    day = timezone.localdate()
    assert len(taking.take(evaluation, [INVENTED], day)) == 1
    assert taking.take(evaluation, [INVENTED], day) == []
    assert len(taking.take(evaluation, [INVENTED.model_copy(update={"digest": "cd" * 32})], day)) == 1


def test_a_frame_holds_so_many_and_takes_all_or_none(
    party: Party, evaluation: Evaluation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "MOST_FIGURES", 1)
    other = "alliance-duty.citizens.2022.fr.innovation"
    answer = party.client("member").post(url(evaluation), {"figures": [NATION, other]})
    assert answer.status_code == 422
    assert "1 chiffres au plus" in answer.content.decode()
    assert f'value="{other}" checked' in answer.content.decode()
    assert not TakenFigure.objects.exists()


def test_a_copy_is_never_changed_and_leaves_by_its_own_door(party: Party, evaluation: Evaluation) -> None:
    (taken,) = taking.take(evaluation, [INVENTED], timezone.localdate())
    with pytest.raises(DatabaseError, match="written once"), transaction.atomic():
        TakenFigure.objects.update(key="autre")
    other = evaluation_of(party.alliance, party.member, "Autre")
    client = party.client("member")
    assert client.post(url(other, "figure-remove", taken.public)).status_code == 404
    assert client.post(url(evaluation, "figure-remove", taken.public)).status_code == 302
    assert not TakenFigure.objects.exists()


def test_a_ground_that_was_removed_is_no_longer_named(party: Party, evaluation: Evaluation) -> None:
    rows = framed(evaluation, party.facilitator)
    taking.take(evaluation, [INVENTED], timezone.localdate(), rows["ground"])  # type: ignore[arg-type]
    rows["ground"].delete()
    assert bridge.frame_of(evaluation).figures[0].sheds_light_on == ""
