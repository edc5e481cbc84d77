"""How travellers fill a form by its words, whatever it is drawn with: a list or chips, in the open or folded away."""

from __future__ import annotations

from typing import Any

from tests.browser.travelling import Traveller

FOLD = "xpath=ancestor::details[not(@open)][1]/summary"


def unfold(field: Any) -> Any:
    """Open what hides a field, as people do: by pressing what it is folded under."""
    for summary in field.locator(FOLD).all():
        summary.click()
    return field


def fill_in(traveller: Traveller, said: dict[str, str]) -> None:
    """Write in fields, each by its whole label."""
    for label, text in said.items():
        unfold(field_named(traveller, label)).fill(text)


def field_named(traveller: Traveller, label: str) -> Any:
    """Return the first field whose label begins with given words."""
    return traveller.page.locator("main").get_by_label(label).first


def pick(traveller: Traveller, question: str, answer: str) -> None:
    """Choose an answer, in a list that unfolds or among chips."""
    main = traveller.page.locator("main")
    chips = main.get_by_role("group", name=question)
    chips.or_(main.get_by_label(question)).first.wait_for(state="attached")
    if chips.count():
        unfold(chips.first).get_by_text(answer, exact=True).first.click()
    else:
        unfold(main.get_by_label(question).first).select_option(label=answer)


def tick(traveller: Traveller, *boxes: str) -> None:
    """Tick boxes by their words."""
    for words in boxes:
        unfold(traveller.page.locator("main").get_by_role("checkbox", name=words).first).check()


def save(traveller: Traveller, button: str = "Enregistrer") -> None:
    """Press the button of a form, and wait for the page it leads to."""
    with traveller.page.expect_navigation():
        traveller.page.locator("main").get_by_role("button", name=button).first.click()
