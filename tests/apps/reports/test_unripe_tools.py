"""No document proposes a tool that is not shared without saying so, with the state it was in on its day."""

import json
from io import BytesIO

import openpyxl
import pytest
from tests.apps.reports import building
from tests.apps.reports.shared import sharing

from cordee.apps.diagnosis.account import Step
from cordee.apps.diagnosis.supports import Support
from cordee.apps.reports.json_document import to_json
from cordee.apps.reports.pdf import to_pdf
from cordee.apps.reports.shared.json_document import to_json as shared_to_json
from cordee.apps.reports.workbook import to_xlsx
from cordee.core.seven_years import ripeness


def tools_of(steps: tuple[Step, ...]) -> list[Support]:
    return [support for step in steps for support in step.supports if support.kind == "tool"]


def unripe(tools: list[Support]) -> list[Support]:
    found = [one for one in tools if one.caution]
    assert found, "the pack has tools on trial among those it recommends"
    return found


def test_the_state_is_that_of_the_day_of_the_report() -> None:
    report = building.report()
    known = {tool.id: tool for tool in report.pack.tools}
    for support in tools_of(report.told.steps):
        ripe = ripeness(known[support.id], report.day)
        assert support.state == ripe.state
        assert bool(support.caution) is not ripe.is_shared


def test_the_pdf_says_it_beside_the_step_and_on_the_card() -> None:
    report = building.report()
    text = building.text_of(to_pdf(report))
    for support in unripe(tools_of(report.told.steps)):
        assert building.plain(support.caution) in text
        assert building.plain(support.status) in text


def test_the_workbook_says_it_beside_the_name() -> None:
    report = building.report()
    page = openpyxl.load_workbook(BytesIO(to_xlsx(report)))["Prochains pas"]
    cells = [str(cell) for row in page.iter_rows(values_only=True) for cell in row]
    for support in unripe(tools_of(report.told.steps)):
        assert any(support.named_with_care in cell for cell in cells)


@pytest.mark.parametrize("shared", [False, True])
def test_the_json_gives_the_state_of_each_tool(shared: bool) -> None:
    content = shared_to_json(sharing.example("fr")) if shared else to_json(building.report())
    supports = [support for step in json.loads(content)["steps"] for support in step["supports"]]
    tools = [one for one in supports if one["kind"] == "tool"]
    assert tools
    assert all(one["state"] in {"shared", "young", "one_context", "unknown_start"} for one in tools)
    assert all(one["state"] is None for one in supports if one["kind"] != "tool")


def test_a_360_says_the_state_of_the_day_it_was_closed() -> None:
    report = sharing.example("fr")
    known = {tool.id: tool for tool in report.pack.tools}
    tools = tools_of(report.told.steps)
    assert unripe(tools)
    assert [one.state for one in tools] == [ripeness(known[one.id], report.day).state for one in tools]
