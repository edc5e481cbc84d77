"""A loaded pack, a newer one, and diagnoses at every step of their life."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from functools import cache
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone

from cordee.apps.diagnosis import operations
from cordee.apps.diagnosis.given import GivenAnswer
from cordee.apps.diagnosis.models import Diagnosis
from cordee.apps.library.models import PackRelease
from cordee.core.packs.folder import read_folder
from cordee.core.packs.instrument import Instrument
from cordee.core.packs.pack import Pack
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.core.packs.release import release_of
from cordee.ground import packs_folder

Start = Callable[..., tuple[Diagnosis, str]]


@cache
def reference_pack() -> Pack:
    """The reference pack, as its files are; called rather than asked for by the tests that draw examples."""
    read = read_pack(read_folder(packs_folder() / "alliances"))
    assert read.pack is not None, read.faults[:3]
    return read.pack


@pytest.fixture(scope="session")
def pack() -> Pack:
    """The reference pack, as its files are."""
    return reference_pack()


def stored(pack: Pack) -> PackRelease:
    """Put a pack in the store of releases."""
    release = release_of(pack)
    return PackRelease.objects.create(
        pack=pack.card.id,
        version=release.version,
        sha256=release.sha256,
        document=release.document,
        loaded_at=timezone.now(),
    )


@pytest.fixture
def release(pack: Pack, db: None) -> PackRelease:
    """The current release."""
    return stored(pack)


def at_version(pack: Pack, version: str, **parts: Any) -> Pack:
    """Return a pack at another version, with some parts changed."""
    return pack.model_copy(update={"card": pack.card.model_copy(update={"version": version}), **parts})


def without_topic(instrument: Instrument, topic: str) -> Instrument:
    """Return an instrument whose express form no longer asks a topic."""
    forms = tuple(
        form.model_copy(update={"topics": tuple(one for one in form.topics if one != topic)})
        if form.id == "express"
        else form
        for form in instrument.forms
    )
    return instrument.model_copy(update={"forms": forms})


@pytest.fixture
def newer_release(pack: Pack, release: PackRelease) -> PackRelease:
    """A later release, whose maturity may not pass the weakest facet, and that no longer asks about clarity."""
    scoring = pack.scoring.model_copy(update={"weakest_facet_margin": pack.scoring.stages[0].from_})
    return stored(
        at_version(pack, "2.0.0", scoring=scoring, instrument=without_topic(pack.instrument, "clarity.roles"))
    )


@pytest.fixture
def start(release: PackRelease) -> Start:
    """Begin a diagnosis."""

    def started(form: str = "express", **options: Any) -> tuple[Diagnosis, str]:
        return operations.start(release, form, "fr", options.pop("context", {}), **options)

    return started


def answer_all(diagnosis: Diagnosis, pack: Pack, choice: str = "2", **chosen: str) -> None:
    """Answer every item of a diagnosis alike, but for the facets named."""
    items = pack.instrument.items_of(diagnosis.form)
    operations.save_answers(
        diagnosis, {item.id: GivenAnswer.from_choice(chosen.get(item.facet, choice)) for item in items}
    )


@pytest.fixture
def answered(start: Start, pack: Pack) -> tuple[Diagnosis, str]:
    """A diagnosis whose express form has all its answers: vision 3, action 2, means 1."""
    diagnosis, token = start()
    answer_all(diagnosis, pack, vision="3", action="2", means="1")
    return diagnosis, token


@pytest.fixture
def expired(answered: tuple[Diagnosis, str]) -> tuple[Diagnosis, str]:
    """A diagnosis that has reached its last day and was not erased yet."""
    diagnosis, token = answered
    Diagnosis.objects.filter(pk=diagnosis.pk).update(expires_at=timezone.now() - timedelta(seconds=1))
    diagnosis.refresh_from_db()
    return diagnosis, token


@pytest.fixture
def in_parallel() -> Callable[[list[Callable[[], object]]], list[object]]:
    """Run several pieces of work at once, each with a connection of its own to the database."""

    def run(work: list[Callable[[], object]]) -> list[object]:
        def alone(one: Callable[[], object]) -> object:
            try:
                return one()
            finally:
                connection.close()

        with ThreadPoolExecutor(len(work)) as pool:
            return list(pool.map(alone, work))

    return run
