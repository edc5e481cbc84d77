"""The page of an alliance shows what other rooms have for it, in order, as its reader may see it."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from cordee.apps.accounts.models import Account
from cordee.apps.organisations.access import Opened
from cordee.apps.organisations.models import Alliance, AllianceRole, RoleKind
from cordee.apps.organisations.panels import Panel, PanelLine, panels_of

HERE = f"{__name__}."


def first(opened: Opened) -> Panel:
    lines = (PanelLine("One thing", "/one/", "waiting"),)
    action = PanelLine("Begin", "/begin/") if opened.facilitates else None
    return Panel("first", "A first room", "What it is for.", lines, action)


def silent(opened: Opened) -> None:
    return None


@pytest.fixture
def opened(db: None) -> Opened:
    account = Account.objects.create_user("ana@example.org")
    alliance = Alliance.objects.create(name="The alliance")
    return Opened(alliance, AllianceRole.objects.create(alliance=alliance, account=account, kind=RoleKind.FACILITATOR))


def test_each_room_gives_its_panel_and_a_silent_one_gives_none(opened: Opened, settings: Any) -> None:
    settings.ALLIANCE_PANELS = [f"{HERE}silent", f"{HERE}first"]
    assert [panel.id for panel in panels_of(opened)] == ["first"]


@pytest.mark.parametrize(("kind", "begins"), [(RoleKind.FACILITATOR, True), (RoleKind.OBSERVER, False)])
def test_the_page_shows_the_panel_as_its_reader_may_see_it(
    opened: Opened, settings: Any, client: Client, kind: str, begins: bool
) -> None:
    settings.ALLIANCE_PANELS = [f"{HERE}first"]
    AllianceRole.objects.filter(pk=opened.role.pk).update(kind=kind)
    client.force_login(opened.role.account)
    page = client.get(reverse("organisations:alliance", args=[opened.alliance.public])).content.decode()
    assert "A first room" in page
    assert 'href="/one/"' in page
    assert ('href="/begin/"' in page) is begins


def test_the_rooms_named_by_the_settings_all_exist(opened: Opened) -> None:
    assert all(isinstance(panel, Panel) for panel in panels_of(opened))
