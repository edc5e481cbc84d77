"""A ballot told: the question and its levels while it is open, what it may show once it is closed."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cordee.apps.campaigns.telling.teller import Teller
from cordee.apps.meetings.models import Ballot
from cordee.charts.figures import AnswerDistribution, DistributionRow
from cordee.core.ballot import Tally, tally_of
from cordee.core.disclosure_wording import masked_item_words
from cordee.core.distribution import Distribution
from cordee.core.numerals import short
from cordee.core.packs.instrument import Item
from cordee.core.reading import ItemReading
from cordee.core.wording import UNKNOWN


@dataclass(frozen=True)
class LevelView:
    """A level of the question, in its own words."""

    value: int
    text: str


@dataclass(frozen=True)
class BallotView:
    """A ballot. `said` is what it showed once closed, or why nothing; `before` what the answers said."""

    public: str
    item: str
    name: str
    question: str
    facet: str
    levels: tuple[LevelView, ...]
    open: bool
    shown: bool
    cast: str
    said: str
    before: str
    after: str
    figure: AnswerDistribution | None


def ballot_view(teller: Teller, ballot: Ballot, *, beside_answers: bool = True) -> BallotView:
    """Tell a ballot beside what the answers said of the question, or alone to those who may not read the result."""
    _topic, item = teller.sentences.core.placed(ballot.item)
    tally = tally_kept(teller, ballot)
    before = before_of(teller, ballot.item) if beside_answers else None
    spread = tally.distribution if tally else None
    return BallotView(
        public=str(ballot.public),
        item=ballot.item,
        name=teller.sentences.core.item(ballot.item),
        question=item.question.in_(teller.lang),
        facet=item.facet,
        levels=tuple(LevelView(level, text.in_(teller.lang)) for level, text in enumerate(item.levels)),
        open=ballot.closed_at is None,
        shown=spread is not None,
        cast=votes_words(ballot.cast if ballot.cast is not None else ballot.votes.count()),
        said=_said(teller, tally) if tally else "",
        before=spread_words(teller, before.distribution) if before else masked_item_words(teller.rule, teller.lang),
        after=spread_words(teller, spread) if spread else "",
        figure=_figure(teller, item, spread, before) if spread else None,
    )


def tally_kept(teller: Teller, ballot: Ballot) -> Tally | None:
    """Return what closing kept of the votes; None while the ballot is open."""
    if ballot.cast is None:
        return None
    fewest = teller.rule.fewest_respondents
    if ballot.counts is None:
        return Tally(ballot.cast, fewest, None)
    votes = [level for level, count in enumerate(ballot.counts) for _vote in range(count)]
    return tally_of([*votes, *[None] * (ballot.dont_know or 0)], fewest, teller.pack.scoring.bimodal)


def before_of(teller: Teller, item: str) -> ItemReading | None:
    """Return what was published of an item; None where it may not appear."""
    read = next((one for one in teller.reading.overall.items if one.item == item), None)
    return read if read and read.score.value is not None else None


def votes_words(number: int) -> str:
    """Say how many votes came."""
    return ngettext("{number} vote", "{number} votes", number).format(number=number)


def spread_words(teller: Teller, spread: Distribution) -> str:
    """Say a distribution in a sentence: its median, its ends, and whether there are two camps."""
    chosen = [level for level, count in enumerate(spread.counts) if count]
    median = UNKNOWN if spread.median is None else short(spread.median, teller.lang)
    values = {"median": median, "lowest": chosen[0], "highest": chosen[-1]} if chosen else {}
    if not chosen:
        return _("personne n’a donné de niveau")
    if spread.bimodal:
        return _("médiane {median}, de {lowest} à {highest}, deux camps et personne au milieu").format(**values)
    if chosen[0] == chosen[-1]:
        return _("tous au niveau {lowest}").format(**values)
    return _("médiane {median}, de {lowest} à {highest}").format(**values)


def _said(teller: Teller, tally: Tally) -> str:
    if tally.distribution is None:
        return _(
            "Trop peu de votes pour les montrer sans exposer quelqu’un : il en faut au moins {needed} avec un niveau."
        ).format(needed=tally.needed)
    said = spread_words(teller, tally.distribution)
    return _("{votes} : {said}.").format(votes=votes_words(tally.cast), said=said)


def _figure(teller: Teller, item: Item, spread: Distribution, before: ItemReading | None) -> AnswerDistribution:
    rows = [_row(_("Réponses au 360°"), before.distribution, item)] if before else []
    return AnswerDistribution(
        id=f"ballot-{item.id.replace('.', '-')}",
        title=_title(teller, spread, before),
        subtitle=_("Nombre de voix à chaque niveau, de 0 à 4, et médiane."),
        lang=teller.lang,
        row_name=_("Moment"),
        rows=(*rows, _row(_("Vote en séance"), spread, item)),
    )


def _title(teller: Teller, spread: Distribution, before: ItemReading | None) -> str:
    now = UNKNOWN if spread.median is None else short(spread.median, teller.lang)
    if spread.bimodal:
        return _("Deux camps, et personne au milieu, dans le vote en séance")
    if before is None:
        return _("La médiane du vote est {now}").format(now=now)
    if before.distribution.bimodal:
        return _("Le vote ne montre plus deux camps : la médiane est {now}").format(now=now)
    earlier = before.distribution.median
    if earlier is None or spread.median == earlier:
        return _("La médiane n’a pas bougé : {now}").format(now=now)
    return _("La médiane passe de {before} à {now}").format(before=short(earlier, teller.lang), now=now)


def _row(label: str, spread: Distribution, item: Item) -> DistributionRow:
    return DistributionRow(
        label=label,
        counts=spread.counts,
        dont_know=spread.dont_know,
        not_applicable=spread.not_applicable,
        remark=_("deux camps") if spread.bimodal else "",
        facet=item.facet,
    )
