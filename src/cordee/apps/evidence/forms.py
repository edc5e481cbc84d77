"""The forms that give a file: its title, the file, and whether a photograph may keep its place."""

from __future__ import annotations

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from cordee.apps.evidence.kinds import ACCEPTED


class FileForm(forms.Form):
    """A file, and whether a photograph keeps the place where it was taken."""

    file = forms.FileField(
        label=_("Fichier"),
        allow_empty_file=True,
        max_length=None,
        widget=forms.ClearableFileInput(attrs={"accept": ACCEPTED}),
        error_messages={"required": _("Choisissez un fichier."), "missing": _("Choisissez un fichier.")},
    )
    keeps_place = forms.BooleanField(
        label=_("Garder le lieu de prise de vue, si c’est une photo"),
        required=False,
        help_text=_("Sans cette case, une photo qui dit où elle a été prise est refusée."),
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["file"].help_text = _(
            "PDF, document de bureautique, image, texte, CSV ou son, %(megabytes)s Mo au plus."
        ) % {"megabytes": settings.EVIDENCE_MOST_BYTES // 1_000_000}


class EvidenceForm(FileForm):
    """A file to keep as evidence, with a title."""

    title = forms.CharField(
        label=_("Titre"), max_length=200, required=False, help_text=_("Vide, ce sera le nom du fichier.")
    )
    field_order = ["title", "file", "keeps_place"]
