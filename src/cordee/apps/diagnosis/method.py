"""« How it is computed »: the pages of docs/measures, with the numbers of a release and the words of its glossary."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token

from cordee.apps.diagnosis.worked import Worked, worked_example
from cordee.apps.ui.templatetags.ui import term_card_url
from cordee.charts.numbers import Lang
from cordee.core.numerals import number, percent, short
from cordee.core.packs.library import Term
from cordee.core.packs.pack import Pack
from cordee.ground import measures_folder

FAMILIES = (
    "answers",
    "maturity",
    "coherence",
    "intervals",
    "agreement",
    "gaps",
    "circles",
    "trend",
    "priorities",
    "recommendations",
    "inspire",
    "benchmark",
    "barometer",
    "session",
    "progress",
    "contribution",
    "ledger",
    "network",
    "costs",
    "valuation",
    "judgement",
    "privacy",
)
RULE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)*)(?::(percent|precise))?\}")
TERM = "term:"


@dataclass(frozen=True)
class Family:
    """One family of measures, as its page opens: its title and its first paragraph."""

    slug: str
    title: str
    summary: str


@dataclass(frozen=True)
class MethodPage:
    """A page ready to show, with the words of the glossary that it uses."""

    family: Family
    body: SafeString
    terms: tuple[Term, ...]
    lang: Lang


@cache
def source_of(slug: str, lang: Lang) -> str:
    """Return a page as it is written."""
    return (measures_folder() / lang / f"{slug}.md").read_text(encoding="utf-8")


def families(lang: Lang) -> list[Family]:
    """Return every page, in the order they are best read."""
    return [_family(slug, lang) for slug in FAMILIES]


def _family(slug: str, lang: Lang) -> Family:
    title, summary = source_of(slug, lang).split("\n\n")[:2]
    return Family(slug, title.removeprefix("# ").strip(), summary.replace("\n", " ").strip())


def page_of(slug: str, pack: Pack, lang: Lang) -> MethodPage:
    """Draw a page: rules and words are those of a pack. KeyError: a rule or a word that the pack does not have."""
    body = source_of(slug, lang).split("\n\n", 2)[2]
    filled = RULE.sub(lambda found: rule_value(pack, found.group(1), found.group(2), lang), body)
    tokens = _markdown().parse(filled)
    used = dict.fromkeys(_terms_linked(tokens))
    by_id = {term.id: term for term in pack.terms}
    html = _markdown().renderer.render(tokens, _markdown().options, {"pack": pack, "lang": lang})
    return MethodPage(
        family=_family(slug, lang),
        body=mark_safe(html),  # noqa: S308 - Markdown of the project, read with raw HTML switched off
        terms=tuple(by_id[term] for term in used),
        lang=lang,
    )


def plain_text(slug: str, pack: Pack, lang: Lang) -> str:
    """Return the words of a page after its opening, without marks, tables of rules nor worked examples."""
    body = source_of(slug, lang).split("\n\n", 2)[2]
    filled = RULE.sub(lambda found: rule_value(pack, found.group(1), found.group(2), lang), body)
    inline = (token for token in _markdown().parse(filled) if token.type == "inline")
    return "\n".join("".join(_letters(child) for child in token.children or ()) for token in inline)


def _letters(token: Token) -> str:
    return " " if token.type == "softbreak" else token.content


def rule_value(pack: Pack, name: str, shape: str | None, lang: Lang) -> str:
    """Write a number of the pack's rules: `interval.level`, as it is or as a percentage."""
    value: Any = pack.scoring
    for step in name.split("."):
        try:
            value = getattr(value, step)
        except AttributeError:
            raise KeyError(name) from None
    if shape == "percent":
        return percent(float(value), lang)
    return short(float(value), lang) if shape is None else number(float(value), lang, 2)


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False}).enable("table")
    markdown.add_render_rule("fence", _fence)
    markdown.add_render_rule("link_open", _link)
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    return markdown


def _terms_linked(tokens: Sequence[Token]) -> list[str]:
    children = (child for token in tokens for child in token.children or ())
    addresses = (str(child.attrs.get("href", "")) for child in children if child.type == "link_open")
    return [address.removeprefix(TERM) for address in addresses if address.startswith(TERM)]


def _link(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Any) -> str:
    address = str(tokens[index].attrs.get("href", ""))
    if address.startswith(TERM):
        term = address.removeprefix(TERM)
        return format_html('<a class="term" href="#term-{}" data-card="{}">', term, term_card_url(term))
    return renderer.renderToken(tokens, index, options, env)


def _table_open(renderer: RendererHTML, *_unused: Any) -> str:
    opening = '<div class="table-scroll" tabindex="0" role="region" aria-label="{}"><table class="table">'
    return format_html(opening, _("Tableau"))


def _table_close(renderer: RendererHTML, *_unused: Any) -> str:
    return "</table></div>"


def _fence(renderer: RendererHTML, tokens: Sequence[Token], index: int, options: Any, env: Mapping[str, Any]) -> str:
    token = tokens[index]
    kind, _space, subject = token.info.strip().partition(" ")
    if kind == "worked":
        return _worked(worked_example(subject, token.content))
    if kind == "rule":
        return _RULE_TABLES[subject](env["pack"], env["lang"])
    return renderer.fence(tokens, index, options, dict(env))


def _worked(example: Worked) -> str:
    rows = format_html_join("", "<div><dt>{}</dt><dd>{}</dd></div>", ((one.label, one.text) for one in example.given))
    ends = format_html_join(
        "", '<div class="worked-end"><dt>{}</dt><dd>{}</dd></div>', ((one.label, one.text) for one in example.expected)
    )
    return format_html(
        '<div class="worked"><p class="worked-title">{}</p><dl>{}{}</dl></div>', _("Exemple"), rows, ends
    )


def _stages(pack: Pack, lang: Lang) -> str:
    rows = (
        (stage.name.in_(lang), short(float(stage.from_), lang), stage.description.in_(lang))
        for stage in pack.scoring.stages
    )
    return _table((_("Stade"), _("À partir de"), _("Ce que l’on voit")), rows)


def _patterns(pack: Pack, lang: Lang) -> str:
    names = {facet.id: facet.name.in_(lang) for facet in pack.instrument.facets}
    rows = (
        (one.name.in_(lang), f"{names[one.higher]} − {names[one.lower]} ≥ {short(float(one.gap), lang)}")
        for one in pack.scoring.patterns
    )
    return _table((_("Incohérence"), _("Quand elle est nommée")), rows)


_RULE_TABLES = {"stages": _stages, "patterns": _patterns}


def _table(headers: Sequence[str], rows: Any) -> str:
    head = format_html_join("", '<th scope="col">{}</th>', ((header,) for header in headers))
    body = format_html_join(
        "",
        "<tr>{}</tr>",
        ((_row(row),) for row in rows),
    )
    return format_html(
        '<div class="table-scroll" tabindex="0" role="region" aria-label="{}"><table class="table">'
        "<thead><tr>{}</tr></thead><tbody>{}</tbody></table></div>",
        headers[0],
        head,
        body,
    )


def _row(cells: Sequence[str]) -> SafeString:
    first = format_html('<th scope="row">{}</th>', cells[0])
    return first + format_html_join("", "<td>{}</td>", ((cell,) for cell in cells[1:]))
