"""The pages of the PDF that set the circle that looks at itself beside the others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cordee.apps.campaigns.telling.account import AgainstCircle, GapView
from cordee.apps.reports import words as common
from cordee.apps.reports.pages.coherence import facet_names, figure_said
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.pages.tables import table_said
from cordee.charts.tables import to_table


def crossed_section(report: SharedReport) -> dict[str, Any]:
    """Show the widest gaps of perception, those that stand out, and what stands out against each circle."""
    lang, crossed = report.lang, report.told.crossed
    return {
        "title": words.CROSSED.in_(lang),
        "refusal": crossed.refusal,
        "sentence": crossed.sentence,
        "figure": figure_said(crossed.figure) if crossed.figure else None,
        "note": crossed.figure.note if crossed.figure else "",
        "table": _numbers(report),
        "kinds": [
            _kind(report, words.BLIND_SPOTS.in_(lang), words.BLIND_SPOTS_LEAD.in_(lang), crossed.blind_spots),
            _kind(
                report,
                words.HIDDEN_STRENGTHS.in_(lang),
                words.HIDDEN_STRENGTHS_LEAD.in_(lang),
                crossed.hidden_strengths,
            ),
        ],
        "against_title": words.AGAINST.in_(lang),
        "against": [_against(report, one) for one in crossed.against],
        "all": words.ALL_IN_WORKBOOK.in_(lang),
    }


def _numbers(report: SharedReport) -> dict[str, Any] | None:
    """Write the numbers of the figure, as a table."""
    if report.told.crossed.figure is None:
        return None
    drawn = to_table(report.told.crossed.figure)
    return table_said(drawn.headers, drawn.rows, [3.2, *(1.0 for _ in drawn.headers[1:])])


def _kind(report: SharedReport, title: str, lead: str, gaps: Iterable[GapView]) -> dict[str, Any]:
    names, colon = facet_names(report), common.COLON[report.lang]
    own, others = report.told.crossed.own, words.OTHERS.in_(report.lang)
    return {
        "title": title,
        "lead": lead,
        "gaps": [
            {
                "name": gap.name,
                "facet": gap.facet,
                "facet_name": names[gap.facet],
                "question": gap.question,
                "sides": f"{own}{colon} {gap.own} · {others}{colon} {gap.others}",
                "gap": gap.gap,
            }
            for gap in gaps
        ],
    }


def _against(report: SharedReport, one: AgainstCircle) -> dict[str, Any]:
    """Say what stands out against one circle; the other gaps are in the workbook."""
    lang, names = report.lang, facet_names(report)
    rows = [[gap.axis, names[gap.facet], gap.own, gap.other, gap.gap] for gap in one.gaps if gap.stands_out]
    headers = [common.AXIS.in_(lang), common.FACET.in_(lang), report.told.crossed.own, one.circle, words.GAP.in_(lang)]
    return {
        "sentence": one.sentence,
        "table": table_said(headers, rows, [1.5, 0.9, 1.2, 1.2, 1.3]) if rows else None,
    }
