"""What the picture of the finished example shows: its headline, and its chart."""

from __future__ import annotations

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cordee.apps.diagnosis.example import example_result
from cordee.apps.diagnosis.language import language
from cordee.apps.library.queries import REFERENCE_PACK, current_release, pack_of
from cordee.apps.ui.sharing import PAGES, SharedPage


def shared(kind: str, name: str) -> SharedPage | None:
    """Return what stands for the example; None for another page, or while no pack is loaded."""
    release = current_release(REFERENCE_PACK) if (kind, name) == (PAGES, "example") else None
    if release is None:
        return None
    result = example_result(pack_of(release), language(get_language()))
    return SharedPage(_("Un exemple terminé"), result.headline, result.figure)
