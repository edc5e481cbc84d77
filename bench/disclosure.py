"""Measure what confidentiality costs when a campaign closes, beside the plain reading of the same answers.

    python bench/disclosure.py [runs per measure]

« Published » is the whole: masked table, reading with its intervals, honest counts, rounded numbers. « Organisations »
is their layer, read one by one where the plan allows it.
"""

import os

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as `bench/diagnosis.py` does

import sys

from diagnosis import FORM, alliance, milliseconds

from cordee.cli.pack_choice import chosen_pack
from cordee.core.diagnosis import diagnose
from cordee.core.disclosure import DisclosureRule, masked, organisation_readings, plan_of, published_reading

OWN = "steering"
SIZES = ((9, 4, 3), (25, 4, 3), (100, 5, 6), (500, 5, 20), (1000, 5, 20))
HOLES = 0.08
HEADS = (
    "respondents",
    "groups",
    "blocks",
    "left out",
    "plain ms",
    "plan ms",
    "masked ms",
    "published ms",
    "organisations ms",
)


def main(runs: int) -> None:
    pack, rule = chosen_pack("alliances"), DisclosureRule()
    print(" │ ".join(HEADS))
    for people, circles, organisations in SIZES:
        table = alliance(pack, people, circles, organisations, HOLES)
        plan = plan_of(table, rule, OWN)
        works = (
            lambda table=table: diagnose(pack, FORM, table, OWN),
            lambda table=table: plan_of(table, rule, OWN),
            lambda table=table, plan=plan: masked(table, plan),
            lambda table=table, plan=plan: published_reading(pack, FORM, table, plan, rule),
            lambda table=table, plan=plan: organisation_readings(pack, FORM, table, plan, rule),
        )
        blocks = sum(len(group.blocks) for group in plan.groups)
        left_out = sum(len(group.masked_items) for group in plan.groups)
        cells = [people, len(plan.groups), blocks, left_out, *(f"{milliseconds(work, runs)[0]:.1f}" for work in works)]
        print(" │ ".join(f"{cell:>{len(head)}}" for cell, head in zip(cells, HEADS, strict=True)))


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
