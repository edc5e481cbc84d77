"""What a package is made of, whatever its standard: one page a step, that opens without a server, and its files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from django.template.loader import render_to_string
from django.utils.translation import override

from cordee.apps.learning.reading import StepView, step_view
from cordee.core.packs.courses import Course
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Lang

FILES = Path(__file__).resolve().parent / "files"
STYLE, PAGE_SCRIPT = "course.css", "course.js"
OLDEST = (1980, 1, 1, 0, 0, 0)
"""The date of every file: the same course gives the same bytes, whenever it is asked for."""


@dataclass(frozen=True)
class Parcel:
    """A course to wrap, in one language; `url` is the address of its page, which names it for other platforms."""

    pack: Pack
    course: Course
    lang: Lang
    url: str

    @property
    def steps(self) -> list[StepView]:
        """The steps, ready to be read."""
        numbers = range(1, len(self.course.steps) + 1)
        return [step_view(self.pack, self.course, number, self.lang) for number in numbers]

    @property
    def name(self) -> str:
        """The name of the course."""
        return self.course.name.in_(self.lang)

    @property
    def goal(self) -> str:
        """What the course is for."""
        return self.course.goal.in_(self.lang)


def page_name(step: StepView) -> str:
    """Name the page of a step."""
    return f"step-{step.number}.html"


def pages(parcel: Parcel, script: str) -> dict[str, bytes]:
    """Return the page of each step with what it needs; `script` is the file that speaks with the platform."""
    with override(parcel.lang):
        made = {page_name(step): _page(parcel, step, script) for step in parcel.steps}
    return {**made, **{name: (FILES / name).read_bytes() for name in (STYLE, PAGE_SCRIPT, script)}}


def _page(parcel: Parcel, step: StepView, script: str) -> bytes:
    context = {
        "lang": parcel.lang,
        "course": parcel.name,
        "step": step,
        "scripts": (script, PAGE_SCRIPT),
        "style": STYLE,
        "licence": parcel.pack.card.licence,
        "version": parcel.pack.card.version,
        "url": parcel.url,
    }
    return render_to_string("learning/package/step.html", context).encode()


def document(template: str, parcel: Parcel, **more: object) -> bytes:
    """Draw the document that tells a platform what the package holds."""
    context = {"parcel": parcel, "steps": parcel.steps, "version": parcel.pack.card.version, **more}
    with override(parcel.lang):
        return render_to_string(f"learning/package/{template}", context).encode()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Put files in a zip, in the order of their names."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, OLDEST)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            archive.writestr(entry, files[name])
    return held.getvalue()
