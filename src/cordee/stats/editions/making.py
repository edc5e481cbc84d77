"""Making an edition from data and a design, and making its figures again."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import cordee
from cordee.core.packs.text import Text
from cordee.stats.design import Design
from cordee.stats.editions.edition import Edition
from cordee.stats.editions.publishing import Content, publish
from cordee.stats.editions.rebuilding import refuse_other_data, refuse_other_figures
from cordee.stats.estimation import Estimates, estimate
from cordee.stats.faults import refusal
from cordee.stats.opening import opened_study
from cordee.stats.result_files import Sheet
from cordee.stats.sheets import comparisons_sheet, estimates_sheet
from cordee.stats.study import Study

DESIGN = "design.yaml"
IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_ID = 80
DOI = re.compile(r'10\.[0-9]{4,9}/[^\s"<>{}\\]+')
ADDRESS = re.compile(r'https?://[^\s"<>{}\\]+')


class Place(NamedTuple):
    """Who publishes an edition and where it will be found; each may be empty."""

    publisher: str = ""
    doi: str = ""
    address: str = ""

    def refuse_bad(self) -> None:
        """Refuse a DOI or an address that is none. SurveyRefused.

        >>> Place(doi="10.5281/zenodo.123", address="https://cordee.example/e/").refuse_bad()
        >>> Place(doi="zenodo.123").refuse_bad()
        Traceback (most recent call last):
        cordee.stats.faults.SurveyRefused: ‘zenodo.123’ is not a DOI.
            Write it without an address, as 10.5281/zenodo.123, and reserve it before: an edition does not change.
        """
        if self.doi and not DOI.fullmatch(self.doi):
            raise refusal("bad-doi", doi=self.doi)
        if self.address and not ADDRESS.fullmatch(self.address):
            raise refusal("bad-address", address=self.address)


NOWHERE = Place()


def published(
    data: Path, design: Path, editions: Path, *, edition_id: str, title: Text, people: tuple[str, str],
    licence: str, data_public: bool, synthetic: bool = False, place: Place = NOWHERE, note: Text | None = None,
) -> Path:  # fmt: skip
    """Compute everything that a design asks for, and publish it. SurveyRefused: nothing is written."""
    if not IDENTIFIER.fullmatch(edition_id) or len(edition_id) > LONGEST_ID:
        raise refusal("bad-edition-id", id=edition_id)
    place.refuse_bad()
    study = opened_study(data, design, "polars", None)
    found = estimate(study)
    sheets = sheets_of(found, study.design)
    edition = Edition(
        id=edition_id,
        title=title,
        prepared_by=people[0],
        approved_by=people[1],
        published_at=now(),
        software=f"cordee {cordee.__version__}",
        licence=licence,
        data_sha256="",
        data_public=data_public,
        rows=len(found.rows),
        suppressed=sum(row.status == "suppressed" for row in found.rows),
        synthetic=synthetic,
        publisher=place.publisher,
        doi=place.doi,
        address=place.address,
        note=note,
    )
    inputs, log = inputs_of(design, study.design), log_of(study, found)
    content = Content(sheets, inputs, data, log, study.dictionary, study.design)
    return publish(editions, edition, content)


def title_in(fr: str, en: str) -> Text:
    """Return a title in both languages. SurveyRefused: one is empty, or holds what cannot be seen.

    >>> title_in("Baromètre", " ")
    Traceback (most recent call last):
    cordee.stats.faults.SurveyRefused: An edition needs a title in French and in English, on one line each.
        Give --title-fr and --title-en.
    """
    try:
        return Text(fr=fr, en=en)
    except ValueError:
        raise refusal("bad-title") from None


def computed_again(folder: Path, edition: Edition, data: Path) -> None:
    """Compute the figures of an edition again. SurveyRefused: other data, or other figures."""
    refuse_other_data(edition, data)
    study = opened_study(data, folder / DESIGN, "polars", None)
    refuse_other_figures(folder, sheets_of(estimate(study), study.design))


def now() -> str:
    """Return the date and the hour, in the time of the world."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def sheets_of(found: Estimates, design: Design) -> dict[str, Sheet]:
    """Return the tables of an edition; comparisons only where the design asks for some."""
    sheets = {"estimates": estimates_sheet(found)}
    compared = comparisons_sheet(found, design.level)
    return {**sheets, "comparisons": compared} if compared.rows else sheets


def inputs_of(design_file: Path, design: Design) -> Mapping[str, Path]:
    """Return the files that the figures come from; those that the design names keep their names in the edition."""
    named = [design.dictionary, design.calibration.margins if design.calibration else None]
    return {DESIGN: design_file, **{name: design_file.parent / name for name in named if name}}


def log_of(study: Study, found: Estimates) -> str:
    """Say what was computed and what was hidden, line by line."""
    hidden = [row for row in found.rows if row.status == "suppressed"]
    lines = [
        f"software: cordee {cordee.__version__}",
        f"data: {study.source.name}",
        f"estimates: {len(found.rows)}",
        f"suppressed: {len(hidden)} (fewer than {study.design.suppress_under} respondents, or needed to hide one)",
    ]
    if drawn := study.design.bootstrap:
        lines += [f"replicates: bootstrap of clusters, count {drawn.count}, seed {drawn.seed}"]
    if found.diagnostics:
        lines += [f"calibration {name}: {value}" for name, value in found.diagnostics.as_dict().items()]
    lines += [
        f"hidden: {row.measure} {row.variable} {row.values} "
        + ", ".join(f"{name}={category}" for name, category in row.domains)
        + f" n={row.n}"
        for row in hidden
    ]
    return "\n".join(lines) + "\n"
