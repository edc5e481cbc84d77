"""Do they agree? In words first, with the answers behind each mean; the numbers one click below."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.campaigns.telling.account import Agreement, AgreementLine, DividedItem
from cordee.apps.campaigns.telling.teller import Teller
from cordee.charts.figures import AnswerDistribution, DistributionRow
from cordee.core.numerals import short
from cordee.core.reading import ItemReading, ScopeReading
from cordee.core.wording import item_agreement_words, refusal_words

MOST_DIVIDED = 6


def agreement_of(teller: Teller) -> Agreement:
    """Tell where people agree and where they do not."""
    items = [item for item in teller.reading.overall.items if item.score.value is not None]
    divided = divided_items(teller)
    shown = {one.item for one in divided[:MOST_DIVIDED]}
    drawn = [item for item in items if item.item in shown]
    return Agreement(
        sentence=agreement_sentence(items),
        divided=divided,
        figure=distribution_figure(teller, "divided", _divided_title(drawn), drawn) if drawn else None,
        items=tuple(_item_line(teller, item) for item in items),
        axes=tuple(_axis_lines(teller)),
    )


def agreement_sentence(items: Iterable[ItemReading]) -> str:
    """Count, over all circles, the questions on which people agree, and those that divide them."""
    known = [item for item in items if item.agreement.agrees is not None]
    if not known:
        return _("Trop peu de personnes ont répondu aux mêmes questions pour dire si elles sont d’accord.")
    agreed = sum(bool(item.agreement.agrees) and not item.distribution.bimodal for item in known)
    camps = sum(item.distribution.bimodal for item in known)
    opening = ngettext(
        "Accord sur {agreed} question, sur {known}.", "Accord sur {agreed} questions, sur {known}.", agreed
    ).format(agreed=agreed, known=len(known))
    if not camps:
        return _("{opening} Aucune n’oppose deux camps.").format(opening=opening)
    opposed = ngettext("{camps} question oppose deux camps.", "{camps} questions opposent deux camps.", camps).format(
        camps=camps
    )
    return f"{opening} {opposed}"


def divided_items(teller: Teller) -> tuple[DividedItem, ...]:
    """Return the questions that divide people, two camps first, then the widest spread.

    A question may divide all circles together, or one circle where the whole looks calm.
    """
    found: dict[str, tuple[tuple[bool, float], DividedItem]] = {}
    for scope in (teller.reading.overall, *teller.reading.circles):
        for item in scope.items:
            if item.item not in found and is_divided(item):
                found[item.item] = (_weight(item), _divided(teller, scope, item))
    return tuple(view for _rank, view in sorted(found.values(), key=lambda pair: pair[0]))


def is_divided(item: ItemReading) -> bool:
    """Tell whether a mean alone would hide what people said: two camps, or no agreement."""
    return item.score.value is not None and (item.distribution.bimodal or item.agreement.agrees is False)


def _weight(item: ItemReading) -> tuple[bool, float]:
    return not item.distribution.bimodal, item.agreement.rwg if item.agreement.rwg is not None else 1.0


def _divided(teller: Teller, scope: ScopeReading, item: ItemReading) -> DividedItem:
    return DividedItem(
        item=item.item,
        name=teller.item_name(item),
        question=teller.question(item.item),
        circle=teller.scope_name(scope.circle),
        why=_why(teller, item),
        two_camps=item.distribution.bimodal,
    )


def _why(teller: Teller, item: ItemReading) -> str:
    mean = teller.decimals(item.score.value, 1)
    counts = item.distribution.counts
    if item.distribution.bimodal:
        low = sum(count for level, count in enumerate(counts) if level < (item.score.value or 0.0))
        return _("Deux camps : {low} sous {mean}, {high} au-dessus ; personne n’a choisi ce milieu.").format(
            low=low, mean=mean, high=sum(counts) - low
        )
    chosen = [level for level, count in enumerate(counts) if count]
    return _("Les réponses vont de {lowest} à {highest}, pour une moyenne de {mean}.").format(
        lowest=short(chosen[0], teller.lang), highest=short(chosen[-1], teller.lang), mean=mean
    )


def _divided_title(items: list[ItemReading]) -> str:
    return ngettext(
        "La question qui divise le plus, réponse par réponse",
        "Les {count} questions qui divisent le plus, réponse par réponse",
        len(items),
    ).format(count=len(items))


def distribution_figure(teller: Teller, id_: str, title: str, items: Iterable[ItemReading]) -> AnswerDistribution:
    """Draw how many chose each level of some questions, over all circles."""
    return AnswerDistribution(
        id=id_,
        title=title,
        subtitle=_("Nombre de réponses à chaque niveau, de 0 à 4, et médiane."),
        lang=teller.lang,
        row_name=_("Question"),
        rows=tuple(
            DistributionRow(
                label=teller.item_name(item),
                counts=item.distribution.counts,
                dont_know=item.distribution.dont_know,
                not_applicable=item.distribution.not_applicable,
                remark=_("deux camps") if item.distribution.bimodal else "",
                facet=item.facet,
            )
            for item in items
        ),
    )


def _item_line(teller: Teller, item: ItemReading) -> AgreementLine:
    said = item.agreement
    cells = (str(said.n), item_agreement_words(said, teller.lang), teller.decimals(said.ad))
    return AgreementLine(teller.item_name(item), cells)


def _axis_lines(teller: Teller) -> Iterable[AgreementLine]:
    for axis in teller.reading.overall.axes:
        said, name = axis.agreement, teller.sentences.core.axis(axis.axis)
        if said.refused:
            yield AgreementLine(name, (refusal_words(said.refused, teller.lang), "", "", ""))
            continue
        test = "" if said.f is None else f"F({said.df1}, {said.df2}) = {teller.decimals(said.f)}"
        yield AgreementLine(
            name, (teller.decimals(said.alpha), teller.decimals(said.icc1), teller.decimals(said.icc2), test)
        )
