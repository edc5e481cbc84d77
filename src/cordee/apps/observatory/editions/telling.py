"""What the pages say of an edition: its card, headline, figures line by line, dictionary, and how to redo it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.template.defaultfilters import filesizeformat
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.library.addresses import language
from cordee.apps.observatory.editions.citing import citation_of
from cordee.apps.observatory.editions.files import files_of
from cordee.apps.observatory.editions.shelf import Figure, ShelvedEdition
from cordee.apps.observatory.editions.wording import (
    bases_of,
    category_said,
    counted,
    day_of,
    domains_said,
    interval_said,
    licence_of,
    remark_of,
    title_of,
    value_said,
)
from cordee.apps.ui.public_pages import absolute
from cordee.core.numerals import number

WAVE = "wave"


@dataclass(frozen=True)
class ToldEdition:
    """An edition in a list: what it is, who was asked and when, and its first figure."""

    id: str
    title: str
    url: str
    synthetic: bool
    withdrawn: str
    published: str
    bases: tuple[str, ...]
    waves: str
    headline: str


@dataclass(frozen=True)
class ToldQuestion:
    """A question word for word, its scale, and what each code means."""

    key: str
    text: str
    base: str
    scale: str
    codes: tuple[tuple[str, str], ...]
    missing: str


@dataclass(frozen=True)
class ToldTable:
    """Figures of one question that count the same thing: its words, what is counted, then lines of cells."""

    question: str
    counted: str
    headers: list[str]
    rows: list[list[str]]


def told_edition(edition: ShelvedEdition) -> ToldEdition:
    """Tell an edition in a few lines."""
    withdrawal = edition.withdrawal
    return ToldEdition(
        id=edition.card.id,
        title=title_of(edition),
        url=reverse("observatory:edition", args=[edition.card.id]),
        synthetic=edition.card.synthetic,
        withdrawn=day_of(withdrawal.at) if withdrawal else "",
        published=day_of(edition.card.published_at),
        bases=tuple(bases_of(edition)),
        waves=", ".join(waves_of(edition)),
        headline="" if withdrawal else headline_of(edition),
    )


def waves_of(edition: ShelvedEdition) -> list[str]:
    """Return what the waves are called; none when the edition has no wave."""
    return [category_said(edition, WAVE, code) for code in edition.categories(WAVE)]


_HEADLINES = {
    "share": lambda: _(
        "{value} ({interval}) répondent « {counted} » : {domains}, {respondents}. La question : « {question} »"
    ),
    "mean": lambda: _("{value} en moyenne ({interval}) : {domains}, {respondents}. La question : « {question} »"),
}


def headline_of(edition: ShelvedEdition) -> str:
    """Say the first figure of the last wave (or of the whole sample), with its interval; nothing when it is hidden."""
    figure = first_figure(edition)
    question = edition.question(figure.question) if figure else None
    if figure is None or question is None or not value_said(figure):
        return ""
    said = _HEADLINES["mean" if question.kind == "mean" else "share"]()
    return said.format(
        question=question.text.in_(language()),
        counted=counted(edition, figure.question, figure.values),
        value=value_said(figure),
        interval=interval_said(figure),
        domains=domains_said(edition, figure),
        respondents=respondents(figure.n),
    )


def first_figure(edition: ShelvedEdition) -> Figure | None:
    """Return the figure that the first question counts, in the last wave when there are waves."""
    waves = edition.categories(WAVE)
    wanted = {WAVE: waves[-1]} if waves else {}
    first = edition.questions[0] if edition.questions else None
    fits = (
        one
        for one in edition.figures
        if first and one.question == first.key and one.values == first.values and dict(one.domains) == wanted
    )
    return next(fits, None)


def respondents(count: int) -> str:
    """Write how many answered."""
    return ngettext("{count} réponse", "{count} réponses", count).format(count=number(count, language(), 0))


def facts_of(edition: ShelvedEdition) -> list[tuple[str, str, str]]:
    """Return the card as lines: what, the words, where they lead if anywhere."""
    card, (licence, licence_url) = edition.card, licence_of(edition)
    counts = _("{rows} dans le tableau, dont {hidden} sans chiffre").format(
        rows=number(card.rows, language(), 0), hidden=number(card.suppressed, language(), 0)
    )
    facts = [
        (_("Qui a été interrogé"), " ; ".join(bases_of(edition)), ""),
        (_("Vagues"), ", ".join(waves_of(edition)), ""),
        (_("Préparée par"), card.prepared_by, ""),
        (_("Relue et approuvée par"), card.approved_by, ""),
        (_("Publiée le"), day_of(card.published_at), ""),
        (_("Lignes de résultats"), counts, ""),
        (_("Calculée avec"), card.software, ""),
        (_("Licence"), licence, licence_url),
    ]
    return [fact for fact in facts if fact[1]]


def count_said(count: int) -> str:
    """Say how many figures there are."""
    return ngettext("{count} chiffre.", "{count} chiffres.", count).format(count=number(count, language(), 0))


def tables_of(edition: ShelvedEdition, figures: Iterable[Figure]) -> list[ToldTable]:
    """Return the figures in words, a table for each thing that is counted."""
    grouped = groupby(figures, key=lambda one: (one.question, one.values))
    return [_table(edition, question, values, list(group)) for (question, values), group in grouped]


def _table(edition: ShelvedEdition, key: str, values: tuple[str, ...], figures: list[Figure]) -> ToldTable:
    question = edition.question(key)
    headers = [_("Pour qui"), _("Réponses"), _("Valeur"), _("Intervalle")]
    rows = [
        [
            domains_said(edition, one),
            number(one.n, language(), 0),
            *_value_and_interval(one, edition.design.suppress_under),
        ]
        for one in figures
    ]
    return ToldTable(question.text.in_(language()) if question else key, counted(edition, key, values), headers, rows)


def _value_and_interval(figure: Figure, threshold: int) -> tuple[str, str]:
    """Return two cells: where there is no value, the reason stands in its place."""
    value, remark = value_said(figure), remark_of(figure, threshold)
    said = [interval_said(figure) or "—", *([remark] if value and remark else [])]
    return value or remark, ". ".join(said)


def hidden_said(edition: ShelvedEdition) -> str:
    """Say how many lines are hidden; nothing when none is."""
    count = edition.card.suppressed
    if not count:
        return ""
    return ngettext(
        "{count} ligne est masquée ici : elle garde son nombre de réponses, et le journal la nomme.",
        "{count} lignes sont masquées ici : elles gardent leur nombre de réponses, et le journal les nomme une à une.",
        count,
    ).format(count=number(count, language(), 0))


def dictionary_of(edition: ShelvedEdition) -> list[ToldQuestion]:
    """Return every question as it was asked."""
    lang = language()
    return [
        ToldQuestion(
            key=one.key,
            text=one.text.in_(lang),
            base=one.base.in_(lang),
            scale=one.scale,
            codes=tuple((code, label.in_(lang)) for code, label in one.labels.items()),
            missing=", ".join(str(code) for code in edition.dictionary.of(one.key).missing),
        )
        for one in edition.questions
    ]


def files_told(edition: ShelvedEdition) -> list[dict[str, str]]:
    """Return the files with their address, size and fingerprint."""
    return [
        {
            "name": one.name,
            "url": reverse("observatory:edition-file", args=[edition.card.id, one.name]),
            "size": filesizeformat(one.size),
            "sha256": one.sha256,
        }
        for one in files_of(edition)
    ]


def commands_of(edition: ShelvedEdition) -> list[str]:
    """Return the commands that compute the figures again, from an empty folder to the comparison."""
    archive = absolute(reverse("observatory:edition-archive", args=[edition.card.id]))
    data = next((name for name in edition.card.files if name.startswith("data.")), "")
    return [
        f"curl -fsSO {archive}",
        f"unzip {edition.card.id}.zip",
        f"cd {edition.card.id}",
        "sh rebuild.sh" if data else "sh rebuild.sh MICRODATA",
    ]


def about(edition: ShelvedEdition) -> dict[str, object]:
    """Return everything that the page of an edition says besides its figures."""
    withdrawal = edition.withdrawal
    return {
        "facts": facts_of(edition),
        "dictionary": dictionary_of(edition),
        "files": files_told(edition),
        "commands": "\n".join(commands_of(edition)),
        "citation": citation_of(edition),
        "hidden": hidden_said(edition),
        "note": edition.card.note.in_(language()) if edition.card.note else "",
        "withdrawn": {"by": withdrawal.by, "day": day_of(withdrawal.at), "reason": withdrawal.reason.in_(language())}
        if withdrawal
        else None,
    }
