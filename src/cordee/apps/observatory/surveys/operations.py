"""The verbs of surveys: begin, receive microdata, write, ask, decide, publish, drop; and withdraw an edition."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cordee.apps.accounts.models import Account
from cordee.apps.observatory.models import Survey
from cordee.apps.observatory.surveys import bridge, permissions, storage
from cordee.apps.observatory.surveys.permissions import Verdict
from cordee.apps.organisations.concurrency import change
from cordee.core.packs.text import Text
from cordee.stats.editions.edition import refuse_one_person
from cordee.stats.editions.making import IDENTIFIER, Place, now, published
from cordee.stats.editions.publishing import withdraw as withdraw_edition
from cordee.stats.faults import SurveyRefused, refusal
from cordee.stats.sources.source import KINDS


class NotAllowed(Exception):
    """The verdict says no."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.reason)
        self.verdict = verdict


@dataclass(frozen=True)
class Texts:
    """What an analyst writes beside the microdata."""

    design: str
    dictionary: str
    margins: str


def begin(account: Account, title: Text, edition: str) -> Survey:
    """Begin a survey. NotAllowed: too many are open. SurveyRefused: the name of its edition is taken, or is no name."""
    _check(permissions.may_begin(Survey.objects.filter(state=Survey.State.OPEN).count()))
    refuse_name(edition)
    return Survey.objects.create(title_fr=title.fr, title_en=title.en, edition=edition, created_by=account)


def refuse_name(edition: str) -> None:
    """Refuse the name of an edition that cannot be one, or that an edition has already. SurveyRefused."""
    if not IDENTIFIER.fullmatch(edition):
        raise refusal("bad-edition-id", id=edition)
    if (settings.EDITIONS / edition).exists():
        raise refusal("edition-taken", edition, id=edition)


def receive(survey: Survey, upload: UploadedFile) -> None:
    """Keep microdata in place of those there were. SurveyRefused: not a file that is read; Refused: too large."""
    name = PurePosixPath((upload.name or "").replace("\\", "/")).name[-120:]
    suffix = Path(name).suffix.lower()
    if suffix not in KINDS:
        raise refusal("unknown-format", name, suffix=suffix or name)
    kept = storage.keep(upload.chunks(), suffix, settings.SURVEY_MOST_BYTES)
    try:
        former = _settle(survey, name, kept)
    except BaseException:
        storage.forget(kept.stored_as)
        raise
    storage.forget(former)


def _settle(survey: Survey, name: str, kept: storage.Kept) -> str:
    """Name a file that was just kept, if it reads; return the one it replaces."""
    given = {"data_name": name, "data_stored_as": kept.stored_as, "data_sha256": kept.sha256, "data_size": kept.size}
    bridge.columns_in(bridge.Inputs(kept.stored_as, name, kept.sha256, "", "", ""))
    with transaction.atomic():
        current = _locked(survey)
        _check(permissions.may_change(current.state))
        former = current.data_stored_as
        change(current, current.version, given)
    survey.refresh_from_db()
    return former


def write(survey: Survey, seen: int, texts: Texts) -> None:
    """Keep what was written. NotAllowed; ChangedMeanwhile: somebody wrote since the page was shown."""
    _check(permissions.may_change(survey.state))
    change(survey, seen, {"design": texts.design, "dictionary": texts.dictionary, "margins": texts.margins})


def ask(survey: Survey, account: Account, *, licence: str, data_public: bool) -> None:
    """Ask that it be published, as it is. NotAllowed; SurveyRefused: it gives no figure."""
    _check(permissions.may_ask(survey.state, account.name))
    refuse_name(survey.edition)
    outcome = bridge.computed(survey)
    if not outcome.is_ready:
        raise SurveyRefused(outcome.faults)
    asked = {"state": Survey.State.ASKED, "asked_by": account, "asked_at": timezone.now(), "refused_because": ""}
    said = {"prepared_by": account.name.strip(), "licence": licence, "data_public": data_public}
    change(survey, survey.version, {**asked, **said})


def take_back(survey: Survey, because: str = "") -> None:
    """Open a survey again: its request is taken back, or refused for a reason. NotAllowed: nothing was asked."""
    with transaction.atomic():
        current = _locked(survey)
        _check(permissions.may_decide(current.state))
        change(current, current.version, {"state": Survey.State.OPEN, "refused_because": because})
    survey.refresh_from_db()


def verdict_of(survey: Survey, account: Account) -> Verdict:
    """Tell whether somebody may approve a survey."""
    return permissions.may_approve(
        survey.state, is_own=survey.asked_by == account, name=account.name, prepared_by=survey.prepared_by
    )


def approve(survey: Survey, account: Account) -> Path:
    """Publish the edition that was asked for, as the second person, and return its folder.

    NotAllowed: nothing is asked, or by the same person. SurveyRefused: the name was taken meanwhile, the disk is full;
    then nothing is written, and the request waits.
    """
    with transaction.atomic():
        current = _locked(survey)
        _check(verdict_of(current, account))
        refuse_one_person(current.prepared_by, account.name)
        change(current, current.version, {"state": Survey.State.PUBLISHED, "published_at": timezone.now()})
        folder = _published(current, account)
    survey.refresh_from_db()
    return folder


def _published(survey: Survey, account: Account) -> Path:
    with bridge.laid_out(bridge.inputs_of(survey)) as (data, design):
        return published(
            data,
            design,
            settings.EDITIONS,
            edition_id=survey.edition,
            title=Text(fr=survey.title_fr, en=survey.title_en),
            people=(survey.prepared_by, account.name.strip()),
            licence=survey.licence,
            data_public=survey.data_public,
            place=Place(address=settings.PUBLIC_URL + reverse("observatory:edition", args=[survey.edition])),
        )


def drop(survey: Survey) -> None:
    """Abandon a survey: its microdata are deleted, what was written stays to be read. NotAllowed: it is not open."""
    with transaction.atomic():
        current = _locked(survey)
        _check(permissions.may_change(current.state))
        former = current.data_stored_as
        emptied = {"data_name": "", "data_stored_as": "", "data_sha256": "", "data_size": 0}
        change(current, current.version, {"state": Survey.State.DROPPED, **emptied})
    storage.forget(former)
    survey.refresh_from_db()


def sweep() -> int:
    """Delete old microdata that no survey names; return how many files."""
    return storage.sweep(set(Survey.objects.values_list("data_stored_as", flat=True)))


def withdraw(folder: Path, account: Account, reason: Text) -> None:
    """Withdraw an edition, with the reason. NotAllowed: no name to sign with. SurveyRefused: withdrawn already."""
    if not account.name.strip():
        raise NotAllowed(Verdict(permissions.Reason.NO_NAME))
    withdraw_edition(folder, account.name.strip(), now(), reason)


def _locked(survey: Survey) -> Survey:
    return Survey.objects.select_for_update(of=("self",)).select_related("asked_by").get(pk=survey.pk)


def _check(verdict: Verdict) -> None:
    if not verdict.allowed:
        raise NotAllowed(verdict)
