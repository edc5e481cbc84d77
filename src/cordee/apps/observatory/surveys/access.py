"""What opens the pages of surveys: who is asking, which survey, and the words when it stays closed."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cordee.apps.accounts.access import account_of, signed_in
from cordee.apps.accounts.models import Account
from cordee.apps.observatory.models import Analyst, Survey
from cordee.apps.observatory.surveys import permissions
from cordee.apps.observatory.surveys.permissions import Verdict
from cordee.apps.ui.errors import ErrorWords, error_page
from cordee.apps.ui.privacy import private
from cordee.core.packs.text import Lang

Params = ParamSpec("Params")
View = Callable[Concatenate[HttpRequest, Params], HttpResponse]
AnalystView = Callable[Concatenate[HttpRequest, Account, Params], HttpResponse]


@dataclass(frozen=True)
class Opened:
    """A survey, and the analyst who has it open."""

    survey: Survey
    account: Account

    def url(self, name: str) -> str:
        """Return the address of one of its pages."""
        return reverse(f"surveys:{name}", args=[self.survey.public])

    @property
    def lang(self) -> Lang:
        """The language on screen."""
        return "en" if get_language() == "en" else "fr"

    @property
    def title(self) -> str:
        """Its title, in the language on screen."""
        return self.survey.title_en if self.lang == "en" else self.survey.title_fr

    @property
    def may_change(self) -> bool:
        """Tell whether it may still be changed."""
        return permissions.may_change(self.survey.state).allowed

    @property
    def texts(self) -> list[tuple[str, str]]:
        """What is written beside the microdata, under the names that files would have."""
        texts = (self.survey.design, self.survey.dictionary, self.survey.margins)
        names = ("design.yaml", "dictionary.yaml", "margins.csv")
        return [(name, text) for name, text in zip(names, texts, strict=True) if text]

    def trail(self, *further: tuple[str, str]) -> list[tuple[str, str]]:
        """Return the way here, from the list of surveys."""
        return [(_("Enquêtes"), reverse("surveys:home")), (self.title, self.url("survey") if further else ""), *further]


SurveyView = Callable[[HttpRequest, Opened], HttpResponse]


def analyst_page(view: AnalystView[Params]) -> View[Params]:
    """Open a page to analysts; anybody else who signed in is told why it stays closed."""

    @wraps(view)
    def opened(request: HttpRequest, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponse:
        account = account_of(request)
        verdict = permissions.may_prepare(is_analyst=Analyst.objects.filter(account=account).exists())
        if not verdict.allowed:
            return refusal(request, verdict)
        return private(view(request, account, *args, **kwargs))

    return signed_in(opened)


def survey_page(view: SurveyView) -> Callable[..., HttpResponse]:
    """Open a page of one survey to analysts."""

    @wraps(view)
    def opened(request: HttpRequest, account: Account, survey: uuid.UUID) -> HttpResponse:
        found = Survey.objects.filter(public=survey).select_related("asked_by", "created_by").first()
        if found is None:
            raise Http404
        return view(request, Opened(found, account))

    return analyst_page(opened)


def refusal(request: HttpRequest, verdict: Verdict) -> HttpResponse:
    """Answer somebody who may not: why, and what is possible instead."""
    return private(error_page(request, 403, lambda: closed_words(verdict)))


def closed_words(verdict: Verdict) -> ErrorWords:
    """Words of a page of surveys that stays closed."""
    return ErrorWords(
        _("Cela ne vous est pas ouvert"),
        verdict.said,
        (
            _("Les éditions publiées, leurs fichiers et de quoi refaire leurs chiffres sont ouverts à tous."),
            _("Pour préparer une enquête, écrivez à l’exploitant du site."),
        ),
    )
