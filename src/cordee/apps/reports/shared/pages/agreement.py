"""The page of the PDF on agreement: in words, then what divides, then the statistics."""

from __future__ import annotations

from typing import Any

from cordee.apps.reports import words as common
from cordee.apps.reports.pages.coherence import figure_said
from cordee.apps.reports.shared import words
from cordee.apps.reports.shared.model import SharedReport
from cordee.apps.reports.shared.pages.tables import table_said


def agreement_section(report: SharedReport) -> dict[str, Any]:
    """Say whether people agree, and on what they do not."""
    lang, agreement = report.lang, report.told.agreement
    headers = [common.AXIS.in_(lang), "α", "ICC(1)", "ICC(2)", words.F_TEST.in_(lang)]
    return {
        "title": words.AGREEMENT.in_(lang),
        "sentence": agreement.sentence,
        "divided": [
            {
                "eyebrow": f"{(words.TWO_CAMPS if one.two_camps else words.SPREAD_OUT).in_(lang)} · {one.circle}",
                "name": one.name,
                "question": one.question,
                "why": one.why,
            }
            for one in agreement.divided
        ],
        "figure": figure_said(agreement.figure) if agreement.figure else None,
        "axes_title": words.AGREEMENT_BY_AXIS.in_(lang),
        "axes": table_said(headers, [[line.name, *line.cells] for line in agreement.axes], [2.2, 1.5, 0.8, 0.8, 1.3]),
        "key": words.AGREEMENT_KEY.in_(lang),
    }
