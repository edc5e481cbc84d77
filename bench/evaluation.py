"""Measure the pages of an evaluation: 60 partners, 400 indicators and 20,000 values, beside a trivial page.

    python bench/evaluation.py [repetitions] [--postgresql]

The trivial page is that of `bench/library.py`: same frame, about as many rows and bytes, written in advance. The
matrix of effects is timed too where its address exists. Times are in milliseconds, in this process.
"""

import sys
from datetime import timedelta
from statistics import median

import django.db
from django.test import Client
from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from library import add_trivial_page, load, timed

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.models import Evaluation, Indicator, Value
from cordee.apps.evaluation.operations import begin
from cordee.apps.organisations.models import Alliance, AllianceRole, Organisation, Partner, RoleKind
from cordee.core.packs.folder import read_folder
from cordee.core.packs.reading.pack_reading import read_pack
from cordee.ground import packs_folder

PARTNERS, INDICATORS, VALUES_EACH = 60, 400, 50
PAGES = ("indicators", "effects", "report")


def large_evaluation() -> tuple[Evaluation, Account]:
    """Make the evaluation, and who reads it."""
    account = Account.objects.create_user("bench@example.org", name="Bench")
    today = timezone.localdate()
    alliance = Alliance.objects.create(name="Large", started_on=today - timedelta(days=3000))
    for number in range(PARTNERS):
        Partner.objects.create(alliance=alliance, organisation=Organisation.objects.create(name=f"Partner {number}"))
    AllianceRole.objects.create(alliance=alliance, account=account, kind=RoleKind.FACILITATOR)
    evaluation = begin(alliance, account, "Large")
    rows = [
        Indicator(evaluation=evaluation, impact=("performance", "innovation", "trust")[number % 3], level="actors",
                  name=f"Indicator {number}", unit="km", baseline=0, target=100, source="x", owner_name="y",
                  next_on=today)
        for number in range(INDICATORS)
    ]  # fmt: skip
    Indicator.objects.bulk_create(rows)
    values = (
        Value(indicator=row, on=today - timedelta(days=30 * step), value=step)
        for row in evaluation.indicators.order_by("pk")
        for step in range(VALUES_EACH)
    )
    Value.objects.bulk_create(values, batch_size=1000)
    return evaluation, account


def main(times: int) -> None:
    """Load, ask, and print the table."""
    pack = read_pack(read_folder(packs_folder() / "alliances")).pack
    if pack is None:
        sys.exit("The reference pack has faults: see « cordee pack check ».")
    load(pack)
    evaluation, account = large_evaluation()
    client = Client(headers={"host": "localhost"})
    client.force_login(account)
    add_trivial_page(client.get(reverse("evaluation:indicators", args=[evaluation.public])).content, INDICATORS)
    trivial = median(timed(lambda: client.get("/trivial/"), times))
    print(f"{django.db.connection.vendor}; {Value.objects.count():,} values; {times} runs")
    print(f"| page | median | × trivial |\n|---|---:|---:|\n| trivial | {trivial:.1f} | 1.0 |")
    for name in PAGES:
        try:
            address = reverse(f"evaluation:{name}", args=[evaluation.public])
        except NoReverseMatch:
            continue
        spent = median(timed(lambda: client.get(address), times))  # noqa: B023 - asked at once
        print(f"| {name} | {spent:.1f} | {spent / trivial:.1f} |")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    main(numbers[0] if numbers else 40)
