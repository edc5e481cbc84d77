"""The pieces a prose page is made of: few, flat, each drawn with the components of the site."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks import StreamBlockValidationError, StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from cordee.apps.editorial.declared import DECLARED, declared
from cordee.apps.editorial.text_table import rows_of, uneven_rows

IN_LINE = ["bold", "italic", "link"]
ADDRESS = re.compile(r"(/(?!/)|https?://[^/\s]+|mailto:[^\s@]+@)\S*")


def check_address(value: str) -> None:
    """Refuse what is neither a page of this site, nor a page of another, nor an e-mail address."""
    if not ADDRESS.fullmatch(value):
        raise ValidationError(
            _t("Donnez une adresse qui commence par https://, ou par / pour une page de ce site."), code="address"
        )


class Quote(blocks.StructBlock):
    """Somebody's words, with who said them and where."""

    words = blocks.TextBlock(label=_("Citation"))
    by = blocks.CharBlock(label=_("De qui"), required=False)
    source = blocks.URLBlock(label=_("Adresse de la source"), required=False)

    class Meta:
        icon = "openquote"
        label = _("Citation")
        template = "editorial/blocks/quote.html"


class Picture(blocks.StructBlock):
    """A picture with the words that stand for it when it cannot be seen."""

    image = ImageChooserBlock(label=_("Image"))
    alt = blocks.CharBlock(
        label=_("Texte de remplacement"),
        help_text=_("Ce que l’image apprend à qui ne la voit pas. Obligatoire."),
    )
    caption = blocks.CharBlock(label=_("Légende"), required=False)

    class Meta:
        icon = "image"
        label = _("Image")
        template = "editorial/blocks/picture.html"


class Link(blocks.StructBlock):
    """A link set apart, for going further."""

    words = blocks.CharBlock(label=_("Texte du lien"), help_text=_("Il doit se comprendre seul, hors de la page."))
    address = blocks.CharBlock(label=_("Adresse"), validators=[check_address])

    class Meta:
        icon = "link"
        label = _("Lien")
        template = "editorial/blocks/link.html"


class Callout(blocks.StructBlock):
    """A message set apart."""

    tone = blocks.ChoiceBlock(
        label=_("Ton"),
        choices=[("info", _("À savoir")), ("success", _("Bonne nouvelle")), ("warning", _("Attention"))],
        default="info",
    )
    heading = blocks.CharBlock(label=_("Titre"), required=False)
    words = blocks.RichTextBlock(label=_("Texte"), features=IN_LINE)

    class Meta:
        icon = "warning"
        label = _("Encadré")
        template = "editorial/blocks/callout.html"


class TextTable(blocks.StructBlock):
    """A small table, typed as text."""

    caption = blocks.CharBlock(label=_("Titre du tableau"))
    cells = blocks.TextBlock(
        label=_("Contenu"),
        help_text=_("Une ligne par rangée, les cases séparées par une barre |. La première rangée porte les titres."),
    )

    class Meta:
        icon = "table"
        label = _("Tableau")
        template = "editorial/blocks/table.html"

    def clean(self, value: Any) -> Any:
        """Refuse rows that do not have as many cells as the headings."""
        cleaned = super().clean(value)
        rows = rows_of(cleaned["cells"])
        uneven = uneven_rows(rows)
        if len(rows) < 2 or uneven:
            raise StructBlockValidationError(block_errors={"cells": ValidationError(table_fault(rows, uneven))})
        return cleaned

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Give the template rows of cells."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        headers, *rows = rows_of(value["cells"]) or [[]]
        return {**context, "headers": headers, "rows": rows}


def table_fault(rows: list[list[str]], uneven: list[int]) -> str:
    """Say what is wrong with a table."""
    if not uneven:
        return _t("Écrivez au moins une rangée de titres et une rangée de contenu.")
    return _t("La rangée {number} n’a pas autant de cases que la première ({wanted}).").format(
        number=uneven[0], wanted=len(rows[0])
    )


class Declared(blocks.ChoiceBlock):
    """A sentence that the settings of the site decide, so that it stays true when they change."""

    choices = DECLARED

    class Meta:
        icon = "cogs"
        label = _("Ce que disent les réglages")
        template = "editorial/blocks/declared.html"

    def get_context(self, value: Any, parent_context: dict[str, Any] | None = None) -> dict[str, Any]:
        """Give the template the sentence as the settings have it now."""
        context: dict[str, Any] = super().get_context(value, parent_context=parent_context)
        return {**context, "said": declared(value)}


class Body(blocks.StreamBlock):
    """The text of a page, piece after piece."""

    heading = blocks.CharBlock(label=_("Titre"), icon="title", template="editorial/blocks/heading.html")
    subheading = blocks.CharBlock(label=_("Sous-titre"), icon="title", template="editorial/blocks/subheading.html")
    paragraph = blocks.RichTextBlock(label=_("Paragraphe"), icon="pilcrow", features=IN_LINE)
    items = blocks.ListBlock(
        blocks.RichTextBlock(label=_("Élément"), features=IN_LINE),
        label=_("Liste"),
        icon="list-ul",
        template="editorial/blocks/items.html",
    )
    quote = Quote()
    picture = Picture()
    link = Link()
    callout = Callout()
    table = TextTable()
    declared = Declared()

    class Meta:
        block_counts: dict[str, dict[str, int]] = {}

    def clean(self, value: Any) -> Any:
        """Refuse a second-level title before any first: whoever reads by titles would look for the missing one."""
        cleaned = super().clean(value)
        kinds = [block.block_type for block in cleaned]
        if "subheading" in kinds and "heading" not in kinds[: kinds.index("subheading")]:
            raise StreamBlockValidationError(
                block_errors={
                    kinds.index("subheading"): ValidationError(_t("Placez un titre avant le premier sous-titre."))
                }
            )
        return cleaned
