"""Measure an evaluation of 60 partners, 400 indicators and 20,000 values: its pages, then its report.

    python bench/evaluation.py [repetitions] [--postgresql]

The trivial page is that of `bench/library.py`: same frame, about as many rows and bytes as the matrix of effects,
written in advance. Every page goes through every middleware, in this process, for someone signed in. « CPU » is the
time of this process alone, which other work on the machine changes least; « queries » are those of one page. Each page
is asked in turn with the trivial one. The report is composed from the database, then made in every format; each is
asked at its address, once.
"""

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from time import perf_counter, process_time
from typing import Any

import django.db
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from library import add_trivial_page, load, timed

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models import (
    ChainStep,
    Effect,
    Evaluation,
    Illustration,
    Indicator,
    LedgerEntry,
    LedgerSide,
    Value,
)
from cordee.apps.evaluation.operations import begin
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, Partner, RoleKind
from cordee.core.packs.folder import read_folder
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.ground import packs_folder

PARTNERS, EFFECTS, INDICATORS, VALUES_EACH = 60, 60, 400, 50
IMPACTS, LEVELS = ("performance", "innovation", "trust"), ("actors", "ecosystem")
FORMATS = ("page", "json", "xlsx", "short-pdf", "pdf", "docx", "pptx")


def large_alliance(account: Account, today: date) -> Alliance:
    """Make the alliance, its partners, and the role of who reads."""
    alliance = Alliance.objects.create(name="Large", started_on=today - timedelta(days=3000))
    for number in range(PARTNERS):
        Partner.objects.create(alliance=alliance, organisation=Organisation.objects.create(name=f"Partner {number}"))
    AllianceRole.objects.create(
        alliance=alliance, account=account, kind=RoleKind.FACILITATOR, partner=alliance.partners.first()
    )
    return alliance


def write_effects(evaluation: Evaluation, today: date) -> list[Effect]:
    """Write effects over the six cells, each with a path and an illustration."""
    Effect.objects.bulk_create(
        Effect(evaluation=evaluation, impact=IMPACTS[number % 3], level=LEVELS[number % 2], title=f"Effect {number}",
               sign="negative" if number % 7 == 0 else "positive", expected=number % 5 > 0, confidence="observed")
        for number in range(EFFECTS)
    )  # fmt: skip
    effects = list(evaluation.effects.order_by("pk"))
    ChainStep.objects.bulk_create(
        ChainStep(effect=effect, kind=kind, position=1, text=f"{kind.label} of {effect.title}")
        for effect in effects
        for kind in ChainStep.Kind
    )
    Illustration.objects.bulk_create(
        Illustration(effect=effect, kind="testimony", words=f"What we saw of {effect.title}", who="A neighbour",
                     consent_by="A neighbour", consent_on=today, consent_how="by word", consent_scope="report")
        for effect in effects
    )  # fmt: skip
    return effects


def write_indicators(evaluation: Evaluation, effects: list[Effect], today: date) -> None:
    """Write the indicators, each of an effect, and their values."""
    Indicator.objects.bulk_create(
        Indicator(evaluation=evaluation, effect=(effect := effects[number % EFFECTS]), impact=effect.impact,
                  level=effect.level, name=f"Indicator {number}", unit="km", baseline=0, target=100, source="Register",
                  owner_name="Somebody", next_on=today, headline=number < 7)
        for number in range(INDICATORS)
    )  # fmt: skip
    values = (
        Value(indicator=row, on=today - timedelta(days=30 * step), value=step)
        for row in evaluation.indicators.order_by("pk")
        for step in range(VALUES_EACH)
    )
    Value.objects.bulk_create(values, batch_size=1000)


def write_ledger(evaluation: Evaluation, alliance: Alliance) -> None:
    """Let every partner say what it gives to each other one and receives from it, under its name."""
    partners = list(alliance.partners.order_by("pk"))
    LedgerSide.objects.bulk_create(
        LedgerSide(evaluation=evaluation, partner=partner, attributed=True, shared_at=timezone.now())
        for partner in partners
    )
    entries = (
        LedgerEntry(side=side, other=other, given_time_amount=(side.partner_id * other.pk) % 90, received_time=2)
        for side in evaluation.ledger_sides.order_by("pk")
        for other in partners
        if other.pk != side.partner_id
    )
    LedgerEntry.objects.bulk_create(entries, batch_size=1000)


def large_evaluation() -> tuple[Evaluation, Account]:
    """Make the evaluation, and who reads it."""
    account, today = Account.objects.create_user("bench@example.org", name="Bench"), timezone.localdate()
    alliance = large_alliance(account, today)
    evaluation = begin(alliance, account, "Large")
    write_indicators(evaluation, write_effects(evaluation, today), today)
    write_ledger(evaluation, alliance)
    return evaluation, account


def pages_of(evaluation: Evaluation) -> Iterator[tuple[str, str]]:
    """Return what is asked of the rooms, with its address."""
    today = timezone.localdate()
    effect, indicator = evaluation.effects.order_by("pk")[0], evaluation.indicators.order_by("pk")[0]
    compared = f"?first={today - timedelta(days=365)}&second={today}"
    for name, url_name, more, query in (
        ("matrix of effects", "effects", [], ""),
        ("one effect", "effect", [effect.public], ""),
        ("whole evaluation", "overview", [], ""),
        ("list of 400 indicators", "indicators", [], ""),
        ("one indicator", "indicators-one", [indicator.public], ""),
        ("two dates compared", "indicators-compare", [], compared),
        ("ledger", "balance", [], ""),
    ):
        yield name, reverse(f"evaluation:{url_name}", args=[evaluation.public, *more]) + query


@dataclass(frozen=True)
class Cost:
    """What a page costs: bytes, queries, milliseconds by the clock and of this process."""

    size: int
    queries: int
    median: float
    fastest: float
    cpu: float


def measure(get: Callable[[str], Any], address: str, times: int) -> tuple[Cost, Cost]:
    """Return the cost of the trivial page and of another, asked in turn: what else the machine does weighs on both."""
    with CaptureQueriesContext(django.db.connection) as asked:
        size = len(get(address).content)
    queries = len(asked)
    clocks: dict[str, list[tuple[float, float]]] = {"/trivial/": [], address: []}
    for _ in range(times):
        for each, kept in clocks.items():
            begun = perf_counter(), process_time()
            get(each)
            kept.append(((perf_counter() - begun[0]) * 1000, (process_time() - begun[1]) * 1000))
    trivial, page = (list(zip(*kept, strict=True)) for kept in clocks.values())
    return (
        Cost(0, 0, median(trivial[0]), min(trivial[0]), median(trivial[1])),
        Cost(size, queries, median(page[0]), min(page[0]), median(page[1])),
    )


def print_pages(get: Callable[[str], Any], evaluation: Evaluation, times: int) -> None:
    """Print the table of the pages."""
    matrix = get(reverse("evaluation:effects", args=[evaluation.public])).content
    add_trivial_page(matrix, EFFECTS)
    print("| page | bytes | queries | median | fastest | × trivial | CPU median | × trivial |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for name, address in pages_of(evaluation):
        trivial, page = measure(get, address, times)
        print(f"| {name} | {page.size:,} | {page.queries} | {page.median:.1f} | {page.fastest:.1f} | "
              f"{page.median / trivial.median:.1f} | {page.cpu:.1f} | {page.cpu / trivial.cpu:.1f} |")  # fmt: skip
    print(f"\nThe trivial page, beside the last: {trivial.median:.1f} ms, CPU {trivial.cpu:.1f} ms.")


def print_report(get: Callable[[str], Any], evaluation: Evaluation) -> None:
    """Print the table of the report: composed and made, format by format."""
    print("| report | bytes | queries | seconds | CPU seconds |\n|---|---:|---:|---:|---:|")
    for name in FORMATS:
        address, kept = reverse(f"evaluation-report:{name}", args=[evaluation.public]), []
        begun = process_time()
        with CaptureQueriesContext(django.db.connection) as asked:
            spent = timed(lambda: kept.append(get(address)), 1)[0]  # noqa: B023 - asked at once
        cpu = process_time() - begun
        print(f"| {name} | {len(kept[0].content):,} | {len(asked)} | {spent / 1000:.2f} | {cpu:.2f} |")


def main(times: int) -> None:
    """Load, ask, and print the tables."""
    pack = read_pack(read_folder(packs_folder() / "alliances")).pack
    if pack is None:
        sys.exit("The reference pack has faults: see « cordee pack check ».")
    load(pack)
    evaluation, account = large_evaluation()
    client = Client(headers={"host": "localhost"})
    client.force_login(account)

    def get(address: str) -> Any:
        response = client.get(address)
        if response.status_code != 200:
            sys.exit(f"{address}: {response.status_code}")
        return response

    print(f"{django.db.connection.vendor}; {PARTNERS} partners, {INDICATORS} indicators, "
          f"{Value.objects.count():,} values, {LedgerEntry.objects.count():,} lines of the ledger; {times} runs, "
          f"milliseconds; load average {os.getloadavg()[0]:.1f}\n")  # fmt: skip
    print_pages(get, evaluation, times)
    print()
    print_report(get, evaluation)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(numbers[0] if numbers else 40)
