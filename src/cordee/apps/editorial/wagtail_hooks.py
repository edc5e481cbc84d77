"""What the desk leaves out of Wagtail: documents, which nothing serves, and the help that leads to other sites."""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.admin.menu import MenuItem

LEFT_OUT = {"help", "documents", "settings"}


@hooks.register("construct_main_menu")
def shorten(request: HttpRequest, items: list[MenuItem]) -> None:
    """Keep pages, pictures and reports in the menu."""
    items[:] = [item for item in items if item.name not in LEFT_OUT]
