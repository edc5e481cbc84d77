"""Django's mail becomes letters: one a recipient, once a message, in its language, with text and HTML."""

from datetime import timedelta

import pytest
from django.conf import settings as product
from django.core import mail
from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.test import override_settings
from django.utils import timezone
from django.utils.translation import override

from cordee.apps.post.backend import EXPIRES_IN, QueuedBackend
from cordee.apps.post.models import Letter
from cordee.apps.post.operations import BadLetter

pytestmark = pytest.mark.django_db
BACKEND = "cordee.apps.post.backend.QueuedBackend"


def code(words: str = "Votre code : 123 456", **parts: object) -> EmailMessage:
    return EmailMessage("Votre code", words, to=["ada@example.org"], **parts)  # type: ignore[arg-type]


def test_all_mail_of_the_site_goes_through_it() -> None:
    from cordee.config import settings

    assert settings.EMAIL_BACKEND == BACKEND
    assert product.MAIL_SERVER is None, "a test never has a server unless it starts one"
    with override_settings(EMAIL_BACKEND=BACKEND):
        assert mail.send_mail("Objet", "Texte", None, ["ada@example.org", "bob@example.org"]) == 1
    assert sorted(Letter.objects.values_list("to", flat=True)) == ["ada@example.org", "bob@example.org"]


def test_one_message_sent_twice_is_one_letter() -> None:
    message = code()
    assert QueuedBackend().send_messages([message]) == 1
    assert QueuedBackend().send_messages([message]) == 1
    assert Letter.objects.count() == 1


def test_two_codes_are_two_letters_even_with_the_same_words() -> None:
    QueuedBackend().send_messages([code(), code(), code("Votre code : 654 321")])
    assert Letter.objects.count() == 3


def test_a_message_that_names_itself_is_known_again_in_another_object() -> None:
    for _ in range(2):
        QueuedBackend().send_messages([code(headers={"Message-ID": "<1@example.org>"})])
    assert Letter.objects.count() == 1


def test_the_key_tells_no_address() -> None:
    QueuedBackend().send_messages([code()])
    key = Letter.objects.get().key
    assert key.startswith("mail:")
    assert "ada" not in key


def test_a_code_says_how_long_it_is_of_use() -> None:
    QueuedBackend().send_messages([code(headers={EXPIRES_IN: "900"})])
    QueuedBackend().send_messages([code()])
    expires = list(Letter.objects.order_by("pk").values_list("expires_at", flat=True))
    assert abs(expires[0] - timezone.now() - timedelta(minutes=15)) < timedelta(seconds=30)
    assert expires[1] is None


def test_the_html_is_that_of_the_message() -> None:
    message = EmailMultiAlternatives("Objet", "Texte", to=["ada@example.org"], reply_to=["bob@example.org"])
    message.attach_alternative("<p>Riche</p>", "text/html")
    QueuedBackend().send_messages([message])
    letter = Letter.objects.get()
    assert (letter.text, letter.html, letter.reply_to) == ("Texte", "<p>Riche</p>", "bob@example.org")


def test_a_text_alone_is_given_an_html_where_nothing_is_markup() -> None:
    QueuedBackend().send_messages([code("Bonjour <b>Ada</b>\n\nhttps://example.org/a?b=1")])
    html = Letter.objects.get().html
    assert "&lt;b&gt;Ada&lt;/b&gt;" in html
    assert '<a href="https://example.org/a?b=1"' in html
    assert 'lang="fr"' in html


def test_an_html_alone_is_given_a_text() -> None:
    message = code("<p>Bonjour</p>")
    message.content_subtype = "html"
    QueuedBackend().send_messages([message])
    letter = Letter.objects.get()
    assert (letter.text, letter.html) == ("Bonjour", "<p>Bonjour</p>")


def test_its_language_is_that_of_the_page_or_the_one_it_says() -> None:
    with override("en"):
        QueuedBackend().send_messages([code()])
        QueuedBackend().send_messages([code(headers={"Content-Language": "fr"})])
        QueuedBackend().send_messages([code(headers={"Content-Language": "de"})])
    assert list(Letter.objects.order_by("pk").values_list("lang", flat=True)) == ["en", "fr", "fr"]


def test_what_cannot_be_carried_is_refused_whole() -> None:
    with_file = code()
    with_file.attach("a.txt", "a", "text/plain")
    for bad in (with_file, EmailMessage("Objet", "Texte", to=["nobody"])):
        with pytest.raises(BadLetter):
            QueuedBackend().send_messages([code(), bad])
        assert QueuedBackend(fail_silently=True).send_messages([code(), bad]) == 0
    assert not Letter.objects.exists()
