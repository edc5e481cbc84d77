"""The pages of the référentiel: twenty-one cells, each with its questions, and the criteria that others use."""

import re

import pytest
from django.test import Client
from tests.apps.library.loaded import french_left, loaded, page, seen
from tests.core.alliance import reference_pack

from cordee.apps.library.addresses import slug_of

pytestmark = pytest.mark.django_db


def test_the_table_crosses_approaches_and_objects(client: Client) -> None:
    pack = loaded()
    html = page(client, "/referentiel/")
    assert len(re.findall(r'<th scope="row" role="rowheader">', html)) == len(pack.instrument.axes) == 7
    assert len(re.findall(r'<td role="cell">', html)) == 21
    text = seen(html)
    assert all(cell.focus.fr in text for cell in pack.cells)
    assert all(criterion.relation.fr in text for criterion in pack.criteria)
    assert french_left(page(client, "/en/framework/")) == []


def test_every_link_of_the_table_leads_to_its_cell(client: Client) -> None:
    loaded()
    links = set(re.findall(r'href="(/referentiel/[a-z-]+/)#([a-z]+)"', page(client, "/referentiel/")))
    assert len(links) == 21
    for path, anchor in sorted(links):
        assert f'id="{anchor}"' in page(client, path)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_an_approach_tells_its_three_cells(client: Client, lang: str) -> None:
    pack = loaded()
    start = "/referentiel" if lang == "fr" else "/en/framework"
    for axis in pack.instrument.axes:
        html = page(client, f"{start}/{slug_of(axis.name, lang)}/")
        text = seen(html)
        for cell in (one for one in pack.cells if one.approach == axis.id):
            assert all(told.in_(lang) in text for told in (*cell.questions, *cell.judgement, *cell.evidence))
        if lang == "en":
            assert french_left(html) == [], axis.id


def test_a_name_in_the_other_language_moves_for_good_and_an_unknown_one_is_not_found(client: Client) -> None:
    loaded()
    moved = client.get("/referentiel/meaning/")
    assert (moved.status_code, moved["Location"]) == (301, "/referentiel/sens/")
    assert client.get("/referentiel/bonheur/").status_code == 404


def test_an_older_pack_without_referential_says_so(client: Client) -> None:
    loaded(reference_pack().model_copy(update={"objects": (), "cells": (), "criteria": (), "impacts": ()}))
    assert "n’a pas encore de référentiel" in page(client, "/referentiel/")
    assert "Questions à se poser" not in page(client, "/referentiel/clarte/")
