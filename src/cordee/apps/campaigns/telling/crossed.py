"""The views crossed: how the circle that looks at itself sees the alliance, beside each of the others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.campaigns.telling.account import AgainstCircle, CircleGap, Crossed, GapView
from cordee.apps.campaigns.telling.teller import Teller
from cordee.charts.figures import GapBars, GapRow
from cordee.core.change import Change, change_between
from cordee.core.disclosure_wording import own_circle_words
from cordee.core.estimates import Estimate
from cordee.core.numerals import bounds, number
from cordee.core.packs.instrument import FACETS, FacetId
from cordee.core.reading import PerceptionGap, ScopeReading

MOST_BARS = 12
"""How many gaps the figure shows: the widest ones; the table of the documents has them all."""

DIFFERENCES = (-4.0, 4.0)


def crossed_views(teller: Teller) -> Crossed:
    """Tell the gaps of perception of a reading, or why there is none."""
    refusal = why_not_crossed(teller)
    if refusal:
        return Crossed(refusal, "", "", None, (), (), ())
    gaps = teller.reading.perception
    blind = [gap for gap in gaps if gap.kind == "blind_spot"]
    hidden = [gap for gap in gaps if gap.kind == "hidden_strength"]
    return Crossed(
        refusal="",
        own=teller.circle(teller.plan.own_circle or ""),
        sentence=_sentence(teller, blind, hidden),
        figure=_figure(teller, gaps),
        blind_spots=_views(teller, blind),
        hidden_strengths=_views(teller, hidden),
        against=tuple(_against(teller, own, other) for own, other in _pairs(teller)),
    )


def why_not_crossed(teller: Teller) -> str:
    """Say why views are not crossed; empty when they are."""
    if teller.plan.own_circle is not None and not teller.plan.own_circle_alone:
        group = teller.plan.group_of(teller.plan.own_circle)
        if group is not None:
            return own_circle_words(teller.lang)
        return _("Le cercle qui se regarde lui-même n’a pas répondu : il n’y a pas de regard à croiser.")
    if teller.plan.own_circle is None:
        return _("Aucun cercle n’a été choisi comme celui qui se regarde lui-même.")
    if not teller.reading.perception:
        return _("Un seul cercle se lit : il n’y a pas d’autre regard à croiser.")
    return ""


def _sentence(teller: Teller, blind: Sequence[PerceptionGap], hidden: Sequence[PerceptionGap]) -> str:
    own = teller.sentences.core.quoted(teller.circle(teller.plan.own_circle or ""))
    if not blind and not hidden:
        return _("Aucun écart entre {own} et les autres cercles n’est à la fois large et certain.").format(own=own)
    parts = []
    if blind:
        parts.append(ngettext("{count} angle mort", "{count} angles morts", len(blind)).format(count=len(blind)))
    if hidden:
        parts.append(ngettext("{count} force cachée", "{count} forces cachées", len(hidden)).format(count=len(hidden)))
    return _("Entre {own} et les autres cercles : {found}").format(own=own, found=teller.sentences.listed(parts))


def _figure(teller: Teller, gaps: Iterable[PerceptionGap]) -> GapBars | None:
    known = [gap for gap in gaps if gap.gap.value is not None]
    widest = sorted(known, key=lambda gap: -abs(gap.gap.value or 0.0))[:MOST_BARS]
    if not widest:
        return None
    blind, hidden = ([gap for gap in known if gap.kind == kind] for kind in ("blind_spot", "hidden_strength"))
    own = teller.circle(teller.plan.own_circle or "")
    return GapBars(
        id="crossed",
        title=_sentence(teller, blind, hidden),
        subtitle=_("Le regard du cercle {own} moins la moyenne des autres cercles, en niveaux.").format(own=own),
        note=_note(len(known)),
        lang=teller.lang,
        row_name=_("Question"),
        rows=tuple(GapRow(teller.sentences.core.item(gap.item), teller.charted(gap.gap)) for gap in widest),
        threshold=float(teller.pack.scoring.perception_gap),
        below=_("les autres voient plus"),
        above=_("le cercle se voit mieux"),
    )


def _note(known: int) -> str:
    if known <= MOST_BARS:
        return ""
    return _("Les {most} écarts les plus larges sur {known}.").format(most=MOST_BARS, known=known)


def _views(teller: Teller, gaps: Iterable[PerceptionGap]) -> tuple[GapView, ...]:
    ordered = sorted(gaps, key=lambda gap: -abs(gap.gap.value or 0.0))
    return tuple(
        GapView(
            item=gap.item,
            name=teller.sentences.core.item(gap.item),
            facet=gap.facet,
            question=teller.question(gap.item),
            own=teller.decimals(gap.own, 1),
            others=teller.decimals(gap.others, 1),
            gap=_gap_words(teller, gap.gap),
        )
        for gap in ordered
    )


def _gap_words(teller: Teller, gap: Estimate | Change) -> str:
    if gap.value is None:
        return ""
    written = number(gap.value, teller.lang, signed=True)
    if gap.lower is None or gap.upper is None:
        return written
    return f"{written} [{bounds(gap.lower, gap.upper, teller.lang, signed=True)}]"


def _pairs(teller: Teller) -> list[tuple[ScopeReading, ScopeReading]]:
    scopes = {scope.circle: scope for scope in teller.reading.circles}
    own = scopes[teller.plan.own_circle]
    return [(own, scope) for circle, scope in scopes.items() if circle != own.circle]


def _against(teller: Teller, own: ScopeReading, other: ScopeReading) -> AgainstCircle:
    """Compare two circles axis by axis and facet by facet: no one stands in both, so that they are independent."""
    gaps = tuple(_circle_gap(teller, own, other, axis.axis, facet) for axis, facet in product(own.axes, FACETS))
    count = sum(gap.stands_out for gap in gaps)
    name = teller.scope_name(other.circle)
    none = _("Face à {circle}, aucun écart n’est à la fois large et certain.")
    some = ngettext(
        "Face à {circle}, {count} écart se distingue.", "Face à {circle}, {count} écarts se distinguent.", count
    )
    sentence = (some if count else none).format(circle=teller.sentences.core.quoted(name), count=count)
    return AgainstCircle(name, sentence, gaps)


def _circle_gap(teller: Teller, own: ScopeReading, other: ScopeReading, axis: str, facet: FacetId) -> CircleGap:
    mine, theirs = own.axis(axis).facets[facet], other.axis(axis).facets[facet]
    gap = change_between(theirs, mine, float(teller.pack.scoring.interval.level), DIFFERENCES)
    wide = abs(gap.value or 0.0) >= float(teller.pack.scoring.perception_gap)
    return CircleGap(
        axis=teller.sentences.core.axis(axis),
        facet=facet,
        own=teller.estimate(mine),
        other=teller.estimate(theirs),
        gap=_gap_words(teller, gap),
        measured=gap,
        stands_out=wide and gap.verdict in ("rise", "fall"),
    )
