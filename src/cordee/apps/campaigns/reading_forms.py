"""What the readers of a result may send: why an advice is refused."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST_REASON = 500


class RefusalForm(forms.Form):
    """The reason of a refusal: the advice is not followed, and those who come later know why."""

    reason = forms.CharField(
        max_length=LONGEST_REASON,
        error_messages={
            "required": _("Dites en quelques mots pourquoi : ceux qui liront plus tard comprendront."),
            "max_length": _("%(limit_value)s caractères au plus, il y en a %(show_value)s : raccourcissez."),
        },
    )

    def __init__(self, advice: str, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.advice = advice
