"""The pages of the compass: answers in the address, a door with its reasons, the whole graph, nothing stored."""

import re
from html import unescape
from urllib.parse import urlencode

import pytest
from django.test import Client
from django.utils.timezone import localdate
from tests.apps.library.reference import store, store_reference
from tests.core.alliance import reference_pack

from cordee.apps.library.compass.entry import entry_from_stage
from cordee.apps.library.targets import on_trial
from cordee.core.compass import every_answer, walk
from cordee.core.packs.compass import RouteStep
from cordee.core.packs.pack import Pack

pytestmark = pytest.mark.django_db

ANSWERS = {"wish": "evaluate", "profile": "association", "objective": "skills", "maturity": "shared", "time": "hour"}
OTHERS = {"wish": "peers", "profile": "citizens", "objective": "dont_know", "maturity": "absent", "time": "season"}


@pytest.fixture
def pack() -> Pack:
    """The reference pack, in the store."""
    return store_reference()


def door_at(answers: dict[str, str], lang: str = "fr") -> str:
    return f"{'/boussole/porte/' if lang == 'fr' else '/en/compass/door/'}?{urlencode(answers)}"


def words(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, path
    return unescape(re.sub(r"[ \n]+", " ", answer.content.decode()))


@pytest.mark.parametrize("path", ["/boussole/", "/en/compass/", "/boussole/graphe/", "/en/compass/graph/"])
def test_without_a_pack_the_page_says_so(client: Client, path: str):
    html = words(client, path, 503)
    assert "<h1" in html
    assert "pack" in html


@pytest.mark.parametrize("path", ["/boussole/", "/choisir-une-methode/"])
def test_a_pack_without_these_parts_says_so_too(client: Client, path: str):
    store(reference_pack().model_copy(update={"compass_nodes": (), "methods": ()}))
    assert "n’a pas encore" in words(client, path, 503)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_questions_are_all_asked_on_one_page(client: Client, pack: Pack, lang: str):
    html = words(client, "/boussole/" if lang == "fr" else "/en/compass/")
    for question in pack.compass.questions:
        assert question.question.in_(lang) in html
        assert all(choice.name.in_(lang) in html for choice in question.choices)
    assert 'method="get"' in html
    assert "csrf" not in html, "nothing is sent that must be protected, and no cookie is needed"


def test_taking_the_compass_leaves_no_cookie(client: Client, pack: Pack):
    client.get("/boussole/")
    client.get(door_at(ANSWERS))
    assert not client.cookies


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("answers", [ANSWERS, OTHERS])
def test_a_door_is_shown_with_everything_that_explains_it(
    client: Client, pack: Pack, answers: dict[str, str], lang: str
):
    bearing = walk(pack.compass, answers)
    html = words(client, door_at(answers, lang))
    assert f"<h1>{bearing.door.name.in_(lang)}</h1>" in html
    for reason in bearing.reasons:
        assert reason.because.in_(lang) in html
    for step in bearing.route:
        assert step.name.in_(lang) in html
        assert step.why.in_(lang) in html
    assert bearing.runner_up is not None
    assert bearing.runner_up.door.name.in_(lang) in html
    for waypoint in pack.waypoints:
        assert waypoint.name.in_(lang) in html
    assert html.count('aria-current="step"') == 1
    assert str(bearing.minutes) in html


def test_two_people_get_two_doors(client: Client, pack: Pack):
    first, second = (re.search(r"<h1>(.+?)</h1>", words(client, door_at(one))).group(1) for one in (ANSWERS, OTHERS))
    assert first != second


def test_the_second_door_is_one_click_away(client: Client, pack: Pack):
    html = words(client, door_at(ANSWERS))
    second = walk(pack.compass, ANSWERS).runner_up
    address = re.search(r'<section class="card second-door".*?<a class="onward" href="([^"]+)"', html).group(1)
    assert f"<h1>{second.door.name.fr}</h1>" in words(client, address)


def test_answers_come_back_when_one_changes_them(client: Client, pack: Pack):
    html = words(client, f"/boussole/?{urlencode(ANSWERS)}")
    assert len(re.findall(r"checked", html)) == len(ANSWERS)


def test_a_missing_answer_is_asked_for_and_the_others_are_kept(client: Client, pack: Pack):
    given = {key: value for key, value in ANSWERS.items() if key != "maturity"}
    html = words(client, door_at(given), 422)
    assert 'href="#maturity"' in html
    assert len(re.findall(r"checked", html)) == len(given)


def test_odd_answers_are_not_shown_back(client: Client, pack: Pack):
    html = words(client, door_at({**ANSWERS, "wish": "<script>alert(1)</script>"}), 422)
    assert "alert(1)" not in html.replace("%3Cscript%3Ealert%281%29", "")
    assert client.get("/boussole/porte/?wish=%00").status_code == 302


def test_a_door_without_answers_leads_to_the_questions(client: Client, pack: Pack):
    answer = client.get("/boussole/porte/")
    assert (answer.status_code, answer["Location"]) == (302, "/boussole/")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_graph_shows_every_fork_every_door_and_every_step(client: Client, pack: Pack, lang: str):
    html = words(client, "/boussole/graphe/" if lang == "fr" else "/en/compass/graph/")
    anchors = set(re.findall(r'id="((?:node|door)-[^"]+)"', html))
    assert anchors == {f"node-{one.id}" for one in pack.compass_nodes} | {f"door-{one.id}" for one in pack.doors}
    assert set(re.findall(r'href="#((?:node|door)-[^"]+)"', html)) <= anchors
    for node in pack.compass_nodes:
        assert all(branch.because.in_(lang) in html for branch in node.branches)
    for door in pack.doors:
        assert all(step.name.in_(lang) in html for step in door.route)


def test_the_stage_of_a_diagnosis_comes_alone(client: Client, pack: Pack):
    address = entry_from_stage(pack, "structured")
    assert address == "/boussole/?maturity=structured&from=diagnosis"
    html = words(client, address)
    assert "Votre stade est déjà coché" in html
    assert len(re.findall(r"checked", html)) == 1
    assert entry_from_stage(pack, "nowhere") is None


def test_a_route_never_leads_to_a_tool_on_trial_without_saying_so(client: Client, pack: Pack):
    young = [(answers, step) for answers, step in steps_to_tools(pack) if on_trial(step.to.tool, pack, localdate())]
    assert young, "a tool of the routes is on trial: the words are looked at"
    answers, step = young[0]
    assert on_trial(step.to.tool, pack, localdate()) in words(client, door_at(answers))
    assert on_trial("nowhere", pack, localdate()) == ""


def steps_to_tools(pack: Pack) -> list[tuple[dict[str, str], RouteStep]]:
    """Give, for each door, one person whose route leads to a tool, and that step."""
    first: dict[str, tuple[dict[str, str], RouteStep]] = {}
    for answers in every_answer(pack.compass):
        bearing = walk(pack.compass, answers)
        for step in bearing.route:
            if step.to.tool:
                first.setdefault(step.id, (answers, step))
    return list(first.values())


def test_every_page_of_a_door_opens(client: Client, pack: Pack):
    seen: set[str] = set()
    for answers in every_answer(pack.compass):
        door = walk(pack.compass, answers).door.id
        if door not in seen:
            seen.add(door)
            assert client.get(door_at(answers, "en")).status_code == 200
    assert seen == {door.id for door in pack.doors}
