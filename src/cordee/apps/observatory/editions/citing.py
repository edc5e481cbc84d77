"""How to cite an edition: who, when, what, where, and the fingerprint by which the same one is known."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.apps.observatory.editions.wording import licence_of, title_of
from cordee.apps.ui.public_pages import absolute

SHORT = 12
"""Digits of a fingerprint that are enough to tell two editions apart in a citation."""


def address_of(edition: ShelvedEdition) -> str:
    """Return the whole address of the page of an edition."""
    return absolute(reverse("observatory:edition", args=[edition.card.id]))


def citation_of(edition: ShelvedEdition) -> str:
    """Return the sentence to copy under a figure or at the end of an article."""
    card = edition.card
    return _(
        "{authors} ({year}). {title}. Édition {id}, préparée avec {software}. {address} (données : SHA-256 {digest}…). "
        "{licence}."
    ).format(
        authors=f"{card.prepared_by}, {card.approved_by}",
        year=card.published_at[:4],
        title=title_of(edition),
        id=card.id,
        software=card.software,
        address=address_of(edition),
        digest=card.data_sha256[:SHORT],
        licence=licence_of(edition)[0],
    )
