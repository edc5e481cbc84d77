"""The pages of invitations: people pasted or added one by one, taken off a draft, sent a link again; circles' links."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from cordee.apps.campaigns import letters
from cordee.apps.campaigns.access import Opened, campaign_page
from cordee.apps.campaigns.models import Campaign, CampaignCircle, Invitee, Regime
from cordee.apps.campaigns.operations import inviting as operations
from cordee.apps.campaigns.pasting import Pasted, partners_of, read_pasted
from cordee.apps.campaigns.people_forms import OrganisationForm, PasteForm, PersonForm
from cordee.apps.campaigns.permissions import State, may_act_live, may_invite, may_prepare
from cordee.apps.campaigns.queries.following import progress_by_person
from cordee.apps.campaigns.queries.preparing import circle_name, circles_of, people_of
from cordee.apps.campaigns.steps import around, next_url
from cordee.apps.diagnosis.language import language
from cordee.apps.post import queries as mail

FORM_METHODS = ["GET", "HEAD", "POST"]


@dataclass(frozen=True)
class Listed:
    """A person on the list: their row, what became of their letter, and how far they are where one may know."""

    invitee: Invitee
    letter: str
    progress: str


@dataclass(frozen=True)
class ListedCircle:
    """A circle on the list, with its people."""

    circle: CampaignCircle
    name: str
    people: list[Listed]


@require_http_methods(FORM_METHODS)
@campaign_page(may_invite)
def people(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Paste people: sound lines are invited at once, the others stay on the page with what is wrong, line by line."""
    form = PasteForm(request.POST if request.method == "POST" else None)
    if not form.is_bound or not form.is_valid():
        return show_people(request, opened, form)
    lang, text = language(get_language()), form.cleaned_data["people"]
    pasted = read_pasted(opened.campaign, text, lang)
    if request.POST.get("go") == "add-organisations":
        operations.add_partners(opened.campaign.alliance, pasted.unknown_organisations)
        pasted = read_pasted(opened.campaign, text, lang)
    outcome = operations.invite(opened.campaign, pasted.people)
    say_added(request, len(outcome.added))
    if not pasted.roster.refused:
        return HttpResponseRedirect(opened.url("people"))
    return show_people(request, opened, PasteForm(initial={"people": pasted.left}), pasted)


def show_people(request: HttpRequest, opened: Opened, form: PasteForm, pasted: Pasted | None = None) -> HttpResponse:
    """Draw the list of people and the place to paste more."""
    lang = language(get_language())
    status = 422 if pasted or form.is_bound else 200
    context = {
        "form": form,
        "faults": pasted.faults_in(lang) if pasted else [],
        "notices": pasted.notices_in(lang) if pasted else [],
        "unknown": pasted.unknown_organisations if pasted else [],
        "circles": listed(opened.campaign, lang),
        "partners": [partner.organisation.name for partner in partners_of(opened.campaign)],
        "person_url": opened.url("person"),
        "links_url": opened.url("links"),
        "next_url": next_url(opened, "people"),
        "is_draft": opened.state is State.DRAFT,
        "names_hidden": opened.campaign.regime == Regime.AGGREGATE,
        "follow_url": opened.url("campaign"),
        **around(opened, "people"),
    }
    return render(request, "campaigns/people.html", context, status=status)


def listed(campaign: Campaign, lang: str) -> list[ListedCircle]:
    """Return the circles with their people, what became of each letter, and progress unless nobody may know."""
    everybody = people_of(campaign)
    states = mail.states(letters.invitation_key(campaign, one) for one in everybody if one.email)
    progress = progress_by_person(campaign)
    return [
        ListedCircle(
            circle,
            circle_name(circle, lang),
            [
                Listed(one, str(states.get(letters.invitation_key(campaign, one), "")), progress.get(one.pk, ""))
                for one in everybody
                if one.circle_id == circle.pk
            ],
        )
        for circle in circles_of(campaign)
    ]


def say_added(request: HttpRequest, count: int) -> None:
    """Say on the next page how many people were added."""
    if count:
        said = ngettext("{count} personne ajoutée.", "{count} personnes ajoutées.", count)
        messages.success(request, said.format(count=count))


@require_http_methods(FORM_METHODS)
@campaign_page(may_invite)
def person(request: HttpRequest, opened: Opened) -> HttpResponse:
    """Add one person, with or without an address; or add the organisation that is missing from the list."""
    lang = language(get_language())
    adds_organisation = request.POST.get("go") == "organisation"
    form = PersonForm(
        opened.campaign, lang, request.POST if request.method == "POST" and not adds_organisation else None
    )
    organisation = OrganisationForm(request.POST if adds_organisation else None)
    if adds_organisation:
        form = person_form_after(opened, organisation, request, lang)
    elif form.is_bound and form.is_valid():
        operations.invite(opened.campaign, [form.person()])
        say_added(request, 1)
        return HttpResponseRedirect(opened.url("people"))
    context: dict[str, Any] = {
        "form": form,
        "organisation": organisation,
        "back_url": opened.url("people"),
        "campaign": opened.campaign,
    }
    status = 422 if (form.is_bound or organisation.errors) and not adds_organisation else 200
    return render(request, "campaigns/person.html", context, status=422 if organisation.errors else status)


def person_form_after(opened: Opened, organisation: OrganisationForm, request: HttpRequest, lang: str) -> PersonForm:
    """Add an organisation, then show the person's form again with what was typed and the new one chosen."""
    typed = {name: request.POST.get(name, "") for name in ("name", "email", "organisation", "circle", "lang")}
    if organisation.is_valid():
        name = organisation.cleaned_data["organisation_name"]
        operations.add_partners(opened.campaign.alliance, [name])
        chosen = [one for one in partners_of(opened.campaign) if one.organisation.name.casefold() == name.casefold()]
        typed["organisation"] = str(chosen[0].public) if chosen else typed["organisation"]
    return PersonForm(opened.campaign, language(lang), initial={name: value for name, value in typed.items() if value})


def invitee_of(opened: Opened, public: uuid.UUID) -> Invitee:
    """Return a person of this campaign, or answer that there is none."""
    return get_object_or_404(Invitee.objects.select_related("campaign"), campaign=opened.campaign, public=public)


def circle_of(opened: Opened, public: uuid.UUID) -> CampaignCircle:
    """Return a circle of this campaign, or answer that there is none."""
    return get_object_or_404(CampaignCircle.objects.select_related("campaign"), campaign=opened.campaign, public=public)


@require_POST
@campaign_page(may_prepare)
def uninvite(request: HttpRequest, opened: Opened, invitee: uuid.UUID) -> HttpResponse:
    """Take someone off a draft."""
    operations.uninvite(invitee_of(opened, invitee))
    return HttpResponseRedirect(opened.url("people"))


@require_POST
@campaign_page(may_act_live)
def again(request: HttpRequest, opened: Opened, invitee: uuid.UUID) -> HttpResponse:
    """Send someone the same link once more."""
    if operations.send_again(invitee_of(opened, invitee)):
        messages.success(request, _("La même invitation est repartie, avec le même lien."))
    else:
        messages.info(request, _("Cette invitation est déjà repartie aujourd’hui : une fois par jour au plus."))
    return HttpResponseRedirect(opened.url("people"))


@require_POST
@campaign_page(may_act_live)
def replace(request: HttpRequest, opened: Opened, invitee: uuid.UUID) -> HttpResponse:
    """Give someone a new link, and close the former one."""
    if operations.replace_link(invitee_of(opened, invitee), number_in(request, "generation")):
        messages.success(request, _("Un nouveau lien est prêt ; l’ancien n’ouvre plus rien."))
    return HttpResponseRedirect(opened.url("people"))


def number_in(request: HttpRequest, name: str) -> int:
    """Return a small number sent with a button; anything else is 0, which names nothing."""
    sent = request.POST.get(name, "")
    return int(sent) if sent.isascii() and sent.isdigit() and len(sent) < 6 else 0


@require_POST
@campaign_page(may_invite)
def circle_link(request: HttpRequest, opened: Opened, circle: uuid.UUID) -> HttpResponse:
    """Open, close or replace the link of a circle."""
    row = circle_of(opened, circle)
    if request.POST.get("go") == "replace":
        operations.replace_circle_link(row, number_in(request, "generation"))
    else:
        operations.set_circle_link(row, is_open=request.POST.get("go") == "open")
    return HttpResponseRedirect(f"{opened.url('links')}#{row.circle}")
