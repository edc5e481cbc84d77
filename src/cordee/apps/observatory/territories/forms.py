"""What a reader chooses: who was asked, which question, when, where, and how the regions are drawn."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.forms import ChoiceForm
from cordee.apps.observatory.territories.asked import Asked, standing_editions, wave_name, waves_of
from cordee.apps.observatory.territories.profile import regions_listed
from cordee.apps.observatory.territories.themes import population_name

TILES, OUTLINES = "tuiles", "contours"


class ExploringForm(ChoiceForm):
    """A question put to a public at a wave; on a page of its own, a region and a view too."""

    def __init__(self, asked: Asked, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        lang = language()
        publics = [(one.card.id, population_name(one)) for one in standing_editions()]
        questions = [(one.key, one.text.in_(lang)) for one in asked.edition.questions]
        waves = [(wave, wave_name(asked.edition, wave)) for wave in waves_of(asked.edition) if wave]
        self.choose("question", _("Question"), questions, required=True)
        self.choose("enquete", _("Public interrogé"), publics, required=True)
        if waves:
            self.choose("vague", _("Vague"), waves, required=True)

    def with_view(self) -> ExploringForm:
        """Add the choice of a map."""
        self.choose("vue", _("Carte"), [(TILES, _("En tuiles")), (OUTLINES, _("En contours"))], required=True)
        return self

    def with_region(self) -> ExploringForm:
        """Add the choice of a region."""
        regions = [(one.code, one.name) for group in regions_listed() for one in group]
        self.choose("region", _("Région"), [("", _("Toute la France")), *regions])
        return self


class PublicForm(ChoiceForm):
    """Who was asked."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        publics = [(one.card.id, population_name(one)) for one in standing_editions()]
        self.choose("enquete", _("Public interrogé"), publics, required=True)
