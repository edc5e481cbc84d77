"""Where targets are read: pages that the site has, entries by their slug, steps inside their course."""

from typing import get_args

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.urls.conf import include
from tests.core.alliance import reference_pack

from cordee.apps.library.targets import KINDS, PAGES, address_of
from cordee.core.packs.compass import KINDS_OF_TARGET, PageId, Target
from cordee.core.packs.pack import Pack


def nothing(_request: HttpRequest, **_parts: object) -> HttpResponse:
    return HttpResponse()


learning = [
    path("apprendre/<slug:slug>/", nothing, name="course"),
    path("a/<slug:slug>/<int:n>/", nothing, name="step"),
]
urlpatterns = [path("", include((learning, "learning")))]
"""The addresses of a site that has courses and nothing else."""


def test_every_page_that_a_target_may_name_has_an_address_by_name():
    assert set(PAGES) == set(get_args(PageId))
    assert set(KINDS) | {"page"} == set(KINDS_OF_TARGET)


def test_the_pages_of_this_site_are_found():
    found = {page: address_of(Target(page=page), reference_pack()) for page in PAGES}
    assert {PAGES[page].split(":")[0] for page, address in found.items() if address is None} <= {"learning"}
    assert all(address == reverse(PAGES[page]) for page, address in found.items() if address)


@pytest.mark.urls(__name__)
def test_a_step_is_read_by_its_number_in_its_course():
    pack = reference_pack()
    course = pack.courses[0]
    second = course.steps[1]
    assert address_of(Target(course=course.id), pack) == f"/apprendre/{slug_in(pack, course.id)}/"
    assert address_of(Target(course=course.id, step=second.id), pack) == f"/a/{slug_in(pack, course.id)}/2/"


@pytest.mark.urls(__name__)
def test_a_step_that_went_away_leads_to_its_course():
    pack = reference_pack()
    course = pack.courses[0]
    assert address_of(Target(course=course.id, step="gone"), pack) == f"/apprendre/{slug_in(pack, course.id)}/"
    assert address_of(Target(course="gone", step="gone"), pack) is None


@pytest.mark.urls(__name__)
def test_what_the_site_has_no_page_for_has_no_address():
    pack = reference_pack()
    assert address_of(Target(term=pack.terms[0].id), pack) is None
    assert address_of(Target(page="words"), pack) is None


def slug_in(pack: Pack, course_id: str) -> str:
    from cordee.apps.library.addresses import slug_of

    return slug_of(next(course.name for course in pack.courses if course.id == course_id), "fr")
