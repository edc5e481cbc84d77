"""A diagnosis from answers to reading: draws once, then every measure on the same draws."""

from collections.abc import Sequence

import numpy as np

from cordee.core.answers import AnswerTable, Scores
from cordee.core.averages import over_circles, weighted_mean_of_known
from cordee.core.headline import headline_of
from cordee.core.packs.instrument import FACETS
from cordee.core.packs.pack import Pack
from cordee.core.packs.rules import Scoring
from cordee.core.perception import perception_gaps
from cordee.core.priority import priorities_of
from cordee.core.reading import AxisReading, Reading
from cordee.core.recommend import advise
from cordee.core.resampling import draw_circle, organisation_means
from cordee.core.scope import Scope, interval_rule, read_axes, read_scope
from cordee.core.scoring import Layout, facet_scores, layout_of
from cordee.core.support import CirclePart, rows_by_organisation


def diagnose(pack: Pack, form_id: str, table: AnswerTable, self_circle: str | None = None) -> Reading:
    """Read the answers of a diagnosis with the rules of a pack.

    `table` has the items of the form as columns, in its order. `self_circle` is the circle that looks at itself: when
    it is None, the pack's own is taken if someone stands in it. Deterministic: the draws are seeded by the pack, and
    depend on the answers, not on names nor on order. Missing answers never raise; raises KeyError for an unknown form.
    """
    layout, rules = layout_of(pack.instrument, form_id), pack.scoring
    parts = _parts(table, layout, rules)
    whole = _over_circles(parts, table, layout)
    overall = read_scope(whole, table, layout, rules)
    own = self_circle or pack.instrument.own_circle
    perception = perception_gaps(parts, own, layout, interval_rule(rules), float(rules.perception_gap))
    priorities = priorities_of(whole.items[0], whole.facets[0], importance_of(table), layout, rules)
    return Reading(
        pack=pack.card.id,
        version=pack.card.version,
        instrument=pack.instrument.id,
        form=form_id,
        self_circle=own if own in table.circles else None,
        respondents=len(table.respondents),
        organisations=len(table.organisations),
        headline=headline_of(overall, rules),
        overall=overall,
        circles=tuple(read_scope(_in_circle(part, table), table, layout, rules) for part in parts),
        perception=perception,
        priorities=priorities,
        advice=advise(pack.recommendations, overall, perception, priorities),
    )


def axes_of(pack: Pack, form_id: str, table: AnswerTable) -> tuple[AxisReading, ...]:
    """Read the axes of a table over all its circles: `diagnose(…).overall.axes`, without what a layer does not show.

    Raises KeyError for an unknown form. The draws, the rules and the order of the axes are those of `diagnose`.
    """
    layout, rules = layout_of(pack.instrument, form_id), pack.scoring
    return read_axes(_over_circles(_parts(table, layout, rules), table, layout), table, layout, rules)


def importance_of(table: AnswerTable) -> Scores:
    """Return how much each topic matters, (T,) on 0–4, scored as an item is; NaN where nobody said.

    Mean over circles of the mean over organisations, each with its weight, of the mean over their people.
    """
    means = [np.full(len(table.topics), np.nan)]
    for circle in range(len(table.circles)):
        rows, starts = rows_by_organisation(table, circle)
        sizes = np.diff(starts, append=len(rows))
        weights = table.organisation_weights[table.organisation_of[rows[starts]]]
        means.append(weighted_mean_of_known(organisation_means(table.importance[rows], sizes), weights))
    return over_circles(means)


def _parts(table: AnswerTable, layout: Layout, rules: Scoring) -> list[CirclePart]:
    enough = np.count_nonzero(table.answered.any(axis=1)) >= rules.interval.fewest_respondents
    draws = rules.interval.draws if enough else 0
    return [_part(table, circle, layout, rules, draws) for circle in range(len(table.circles))]


def _part(table: AnswerTable, circle: int, layout: Layout, rules: Scoring, draws: int) -> CirclePart:
    drawn = draw_circle(table, circle, draws, rules.interval.seed)
    rows, starts = rows_by_organisation(table, circle)
    return CirclePart(
        circle=table.circles[circle],
        items=drawn.items,
        facets=facet_scores(drawn.items, layout, rules.answered_share),
        answered=table.answered[rows],
        starts=starts,
        organisations_drawn=drawn.organisations_drawn,
    )


def _in_circle(part: CirclePart, table: AnswerTable) -> Scope:
    in_view = table.circle_of == table.circles.index(part.circle)
    return Scope(part.circle, part.items, part.facets, (part,), in_view)


def _over_circles(parts: Sequence[CirclePart], table: AnswerTable, layout: Layout) -> Scope:
    """Every circle weighs the same, whatever its headcount."""
    everyone = np.ones(len(table.respondents), dtype=bool)
    if not parts:
        nothing = np.full((1, len(layout.axes), len(FACETS)), np.nan)
        return Scope(None, np.full((1, len(layout.items)), np.nan), nothing, (), everyone)
    items = over_circles([part.items for part in parts])
    return Scope(None, items, over_circles([part.facets for part in parts]), tuple(parts), everyone)
