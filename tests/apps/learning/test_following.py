"""Following a course: its list, its pages, what a step asks for, and where what was done is kept."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from django.test import Client
from django.utils.translation import override
from tests.apps.learning.conftest import COURSE, SLUG, follow, right_answers, sign_in

from cordee.apps.accounts.models import Account
from cordee.apps.learning.catalogue import TIMES, Wish, cards, filters, wish_of
from cordee.apps.learning.device import COOKIE
from cordee.apps.learning.models import LONGEST_TEXT, StepRecord
from cordee.apps.learning.words import FORMATS, NEEDS
from cordee.apps.library.addresses import slug_of
from cordee.core.packs.courses import Course
from cordee.core.packs.pack import Pack

pytestmark = pytest.mark.django_db


def plain(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def text_of(answer: Any) -> str:
    return plain(answer.content.decode())


def test_without_a_pack_the_list_says_so_and_a_course_is_not_found(client: Client) -> None:
    assert "Les parcours ne sont pas encore installés" in text_of(client.get("/apprendre/"))
    assert client.get(COURSE).status_code == 404


def test_the_list_shows_every_course_in_both_languages(client: Client, pack: Pack) -> None:
    for lang, address in (("fr", "/apprendre/"), ("en", "/en/learn/")):
        shown = text_of(client.get(address))
        for course in pack.courses:
            assert f'href="{address}{slug_of(course.name, lang)}/"' in shown  # type: ignore[arg-type]


def test_reading_sets_no_cookie_on_the_list_and_on_a_course(client: Client, pack: Pack) -> None:
    for address in ("/apprendre/", COURSE):
        assert dict(client.get(address).cookies) == {}


@pytest.mark.parametrize(
    ("sent", "wish"),
    [
        ({}, Wish()),
        ({"need": "evaluate", "format": "on_paper", "time": "15"}, Wish("evaluate", "on_paper", 15)),
        ({"need": "nothing", "format": "<b>", "time": "17"}, Wish()),
    ],
)
def test_only_what_a_filter_offers_is_looked_for(sent: dict[str, str], wish: Wish) -> None:
    assert wish_of(sent) == wish


def test_a_count_is_what_the_filter_would_show(pack: Pack) -> None:
    wish = Wish(need="evaluate")
    offered = filters(pack, wish, {})
    for choice in offered["format"]:
        assert choice.count == len(cards(pack, Wish("evaluate", choice.value), {}, "fr"))
    assert {choice.value for choice in offered["need"]} == set(NEEDS)
    assert {choice.value for choice in offered["format"]} == set(FORMATS)
    assert [choice.value for choice in offered["time"]] == [str(minutes) for minutes in TIMES]


def test_with_ten_minutes_the_list_names_a_step_that_fits(client: Client, pack: Pack) -> None:
    shown = text_of(client.get("/apprendre/", {"time": "10", "need": "facilitate"}))
    assert "Dans ce temps" in shown
    assert "Avant : dire la règle" in shown


def test_nothing_fits_is_said_with_what_to_do(client: Client, pack: Pack) -> None:
    shown = text_of(client.get("/apprendre/", {"need": "read_a_figure", "format": "by_listening"}))
    assert "Aucun parcours ne répond à tout à la fois" in shown


def test_the_name_of_the_other_language_leads_to_this_one(client: Client, pack: Pack) -> None:
    assert client.get(f"/en/learn/{SLUG}/")["Location"] == "/en/learn/the-words-of-evaluation/"
    answer = client.get(f"/en/learn/{SLUG}/3/")
    assert (answer.status_code, answer["Location"]) == (301, "/en/learn/the-words-of-evaluation/3/")


@pytest.mark.parametrize("address", ["/apprendre/rien/", f"{COURSE}0/", f"{COURSE}99/", f"{COURSE}paquet-pdf.zip"])
def test_what_does_not_exist_is_not_found(client: Client, pack: Pack, address: str) -> None:
    assert client.get(address).status_code == 404


def test_every_step_of_every_course_is_drawn_in_both_languages(client: Client, pack: Pack) -> None:
    for lang, start in (("fr", "/apprendre/"), ("en", "/en/learn/")):
        for course in pack.courses:
            for number, step in enumerate(course.steps, 1):
                answer = client.get(f"{start}{slug_of(course.name, lang)}/{number}/")  # type: ignore[arg-type]
                assert answer.status_code == 200
                assert plain(step.name.in_(lang)) in text_of(answer)  # type: ignore[arg-type]


def test_a_reading_that_is_done_leads_on_and_is_remembered_by_the_device(client: Client, course: Course) -> None:
    assert client.post(f"{COURSE}1/")["Location"] == f"{COURSE}2/"
    assert "1 étape sur 6" in text_of(client.get(COURSE))
    assert StepRecord.objects.count() == 0
    shown = text_of(client.get("/apprendre/"))
    assert "Reprendre" in shown
    assert f'href="{COURSE}2/"' in shown


def test_a_quiz_explains_every_choice_and_keeps_the_best_score(client: Client, course: Course) -> None:
    quiz = course.steps[1]
    right = right_answers(quiz)
    first = quiz.questions[0]
    wrong = next(choice for choice in first.choices if not choice.right)
    shown = text_of(client.post(f"{COURSE}2/", {**right, f"question-{first.id}": wrong.id}))
    assert "4 sur 5" in shown
    assert all(plain(choice.explanation.fr) in shown for one in quiz.questions for choice in one.choices)
    client.post(f"{COURSE}2/", right)
    client.post(f"{COURSE}2/", {**right, f"question-{first.id}": wrong.id})
    assert "meilleur score 5/5" in text_of(client.get(COURSE))


def test_before_it_is_answered_a_quiz_explains_nothing(client: Client, course: Course) -> None:
    shown = text_of(client.get(f"{COURSE}2/"))
    assert not any(plain(choice.explanation.fr) in shown for one in course.steps[1].questions for choice in one.choices)


def test_a_quiz_with_a_question_left_is_given_back_as_it_was(client: Client, course: Course) -> None:
    sent = right_answers(course.steps[1])
    left = sent.popitem()[0]
    answer = client.post(f"{COURSE}2/", {**sent, left: "no-such-choice"})
    assert answer.status_code == 422
    assert f'href="#{left}"' in text_of(answer)
    assert text_of(answer).count("checked") == len(sent)
    assert "0 étape sur 6" in text_of(client.get(COURSE)).replace("étapes", "étape")


def test_what_is_practised_is_kept_and_shown_again(client: Client, course: Course) -> None:
    assert client.post(f"{COURSE}5/", {"text": "Nos <b>mots</b>"})["Location"] == f"{COURSE}5/"
    shown = text_of(client.get(f"{COURSE}5/"))
    assert "Nos &lt;b&gt;mots&lt;/b&gt;</textarea>" in shown
    assert "C’est gardé." in shown


@pytest.mark.parametrize("text", ["", "   ", "x" * (LONGEST_TEXT + 1)])
def test_an_empty_or_endless_text_is_refused_and_not_lost(client: Client, course: Course, text: str) -> None:
    answer = client.post(f"{COURSE}5/", {"text": text})
    assert answer.status_code == 422
    assert f">{text.strip()}</textarea>" in text_of(answer)


def test_paper_is_as_good(client: Client, course: Course) -> None:
    assert client.post(f"{COURSE}5/", {"elsewhere": "yes", "text": ""})["Location"] == f"{COURSE}6/"


def test_a_cookie_that_was_written_elsewhere_is_an_empty_progress(client: Client, course: Course) -> None:
    client.post(f"{COURSE}1/")
    for forged in ("", "x", client.cookies[COOKIE].value + "x"):
        client.cookies[COOKIE] = forged
        assert "0 étape" in text_of(client.get(COURSE))


def test_the_cookie_is_out_of_reach_of_scripts_and_says_nobody(client: Client, course: Course) -> None:
    client.post(f"{COURSE}5/", {"text": "Un secret"})
    cookie = client.cookies[COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"]) == (True, "Lax", 180 * 86_400)
    follow(client, course)
    assert len(client.cookies[COOKIE].value) < 1_000


def test_every_course_followed_fits_in_the_cookie(client: Client, pack: Pack) -> None:
    for one in pack.courses:
        follow(client, one, f"/apprendre/{slug_of(one.name, 'fr')}/")
    assert len(client.cookies[COOKIE].value) < 3_500
    assert "Reprendre" not in text_of(client.get("/apprendre/"))


def test_an_account_keeps_it_on_the_server(client: Client, course: Course, ada: Account) -> None:
    client.force_login(ada)
    follow(client, course)
    assert StepRecord.objects.filter(account=ada, done_at__isnull=False).count() == 6
    assert COOKIE not in client.cookies
    elsewhere = Client()
    elsewhere.force_login(ada)
    assert "6 étapes sur 6" in text_of(elsewhere.get(COURSE))
    assert "Nous avons contribué" in text_of(elsewhere.get(f"{COURSE}5/"))


def test_nobody_reads_what_another_account_wrote(client: Client, course: Course, ada: Account) -> None:
    StepRecord.objects.create(account=ada, course=course.id, step=course.steps[4].id, text="À moi seule")
    assert "À moi seule" not in text_of(client.get(f"{COURSE}5/"))


def test_signing_in_joins_the_device_to_the_account(client: Client, course: Course, ada: Account) -> None:
    quiz = course.steps[1].id
    StepRecord.objects.create(account=ada, course=course.id, step=course.steps[4].id, text="Écrit avant")
    follow(client, course, steps=range(1, 6))
    sign_in(client, ada)
    records = {one.step: one for one in StepRecord.objects.filter(account=ada)}
    assert len([one for one in records.values() if one.done_at]) == 5
    assert (records[quiz].right, records[quiz].asked) == (5, 5)
    assert records[course.steps[4].id].text == "Écrit avant"
    client.get(COURSE)
    assert client.cookies[COOKIE].value == ""


def test_the_next_person_on_the_device_finds_nothing(client: Client, course: Course, ada: Account) -> None:
    follow(client, course, steps=range(5, 6))
    sign_in(client, ada)
    client.get(COURSE)
    client.logout()
    assert "0 étape" in text_of(client.get(COURSE))
    assert "Nous avons contribué" not in text_of(client.get(f"{COURSE}5/"))


def test_erasing_on_a_device(client: Client, course: Course) -> None:
    follow(client, course)
    assert "partent de cet appareil" in text_of(client.get("/apprendre/effacer-mon-avancement/"))
    client.post("/apprendre/effacer-mon-avancement/")
    assert "0 étape" in text_of(client.get(COURSE))
    assert "</textarea>" in text_of(client.get(f"{COURSE}5/"))
    assert "Nous avons contribué" not in text_of(client.get(f"{COURSE}5/"))


def test_erasing_in_an_account_leaves_the_account_and_the_others(client: Client, course: Course, ada: Account) -> None:
    other = Account.objects.create_user("bea@example.org")
    StepRecord.objects.create(account=other, course=course.id, step="x")
    client.force_login(ada)
    follow(client, course)
    client.post("/apprendre/effacer-mon-avancement/")
    assert [one.account for one in StepRecord.objects.all()] == [other]


def test_progress_goes_with_the_account(client: Client, course: Course, ada: Account) -> None:
    client.force_login(ada)
    follow(client, course)
    ada.delete()
    assert StepRecord.objects.count() == 0


def test_a_course_describes_itself_to_machines(client: Client, course: Course) -> None:
    (block,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', client.get(COURSE).content.decode())
    data = json.loads(block)
    assert data["@type"] == ["Course", "LearningResource"]
    assert (data["name"], data["inLanguage"], data["timeRequired"]) == ("Les mots de l’évaluation", "fr", "PT77M")
    assert [part["learningResourceType"] for part in data["hasPart"]][:2] == ["Reading", "Quiz"]
    with override("en"):
        assert data["hasPart"][0]["url"].endswith(f"{COURSE}1/")
