"""A framing for tests: a row of each kind, the pages of the frame filled, a first version frozen."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from tests.apps.evaluation.making import partner_with_person

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.framing import bridge, operations
from cordee.apps.evaluation.framing.row_kinds import GROUND, MEANS, MOMENT, STAKEHOLDER, STEP
from cordee.apps.evaluation.models import Evaluation, FrameVersion, Purpose, Questions, Scope
from cordee.apps.evaluation.models.framing import FramingRow
from cordee.core.packs.text import Text
from cordee.core.territory_figure import TerritoryFigure
from cordee.core.written_frame import frame_hash


def both(words: str) -> Text:
    return Text(fr=words, en=f"{words} (en)")


INVENTED = TerritoryFigure(
    key="barometre/alliance/2024/84", question=both("Est-ce utile ?"), counted=both("utile"),
    population=both("Habitants"), territory="84", place=Text(fr="Auvergne", en="Auvergne"), when=both("octobre 2024"),
    moment="2024", unit="percent", value=Decimal("74.25"), lower=Decimal("70.1"), upper=Decimal("78.2"), n=302,
    source=both("Baromètre d’essai"), address="https://exemple.fr/editions/barometre/", edition="barometre",
    digest="ab" * 32, synthetic=True,
)  # fmt: skip


def written(evaluation: Evaluation) -> dict[str, FramingRow]:
    """Write a row of each kind and the pages of the frame; nothing is frozen."""
    Purpose.objects.create(evaluation=evaluation, readers="Le comité", decision="Continuer ou non en 2027")
    Scope.objects.create(evaluation=evaluation, objects_chosen=["product"], approaches=["relevance"])
    Questions.objects.create(evaluation=evaluation, chosen=["relevance.product:0"], own="Qui manque ?\n\nPourquoi ?")
    said = {
        MOMENT: {"happened": "2021", "kind": "meeting", "title": "Premier atelier"},
        GROUND: {"kind": "fragility", "title": "Jeunes sans transport", "goals": [11], "targets": ["11.2"]},
        STAKEHOLDER: {"name": "Les jeunes", "place": "beneficiary"},
        STEP: {"phase": "ex_ante", "what": "Poser le point de départ", "starts_on": date(2026, 1, 5)},
        MEANS: {"what": "Entretiens", "hours": Decimal(10), "hidden_hours": Decimal(5), "hourly_cost": Decimal(30)},
    }
    return {kind.key: operations.add_row(evaluation, kind.model, values) for kind, values in said.items()}


def frozen(evaluation: Evaluation, by: Account) -> FrameVersion:
    """Freeze the frame as it stands."""
    return operations.freeze(evaluation, by, frame_hash(bridge.frame_of(evaluation)))


def framed(evaluation: Evaluation, by: Account) -> dict[str, FramingRow]:
    """Write a framing whole, with a second partner, and freeze its first version."""
    partner_with_person(evaluation.alliance, "La Mairie")
    rows = written(evaluation)
    frozen(evaluation, by)
    return rows
