"""Letters drawn from templates: a text and an HTML that say the same, in the language of their reader."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override


def rendered(name: str, lang: str, context: Mapping[str, Any]) -> tuple[str, str]:
    """Draw `<name>.txt` and `<name>.html` in a language; return the text and the HTML."""
    with override(lang):
        values = {**context, "lang": lang}
        return render_to_string(f"{name}.txt", values).strip() + "\n", render_to_string(f"{name}.html", values)


def html_of_text(text: str, subject: str, lang: str) -> str:
    """Return the HTML of a letter that was only written as text."""
    with override(lang):
        return render_to_string("post/letters/plain.html", {"text": text, "subject": subject, "lang": lang})
