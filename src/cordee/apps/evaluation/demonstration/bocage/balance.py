"""The ledger of La Table du Bocage: one side still a draft, two without their name, money that weighs."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import BalanceTold, SaidOf, SideTold

AROUND_THE_KITCHEN = {
    "kitchen": SideTold(
        {
            "farm": SaidOf(
                "money 46000 4, time 90 2, skills 2, network 2, recognition 3, data 2",
                "money 0 0, time 70 2, skills 3, network 1, recognition 2, data 3",
            ),
            "council": SaidOf(
                "money 0 0, time 140 3, skills 3, network 2, recognition 3, data 3",
                "money 62000 3, time 60 2, skills 1, network 3, recognition 2, data 1",
            ),
            "fund": SaidOf(
                "money 0 0, time 110 3, skills 2, network 2, recognition 4, data 4",
                "money 118000 4, time 20 1, skills 1, network 3, recognition 1, data 0",
            ),
            "school": SaidOf(
                "money 0 0, time 80 2, skills 3, network 1, recognition 3, data 2",
                "money 0 0, time 210 4, skills 3, network 2, recognition 2, data 3",
            ),
            "gleaners": SaidOf(
                "money 1500 1, time 60 2, skills 2, network 2, recognition 3, data 1",
                "money 0 0, time 640 4, skills 2, network 2, recognition 2, data 1",
            ),
        },
        money_total="204000",
    ),
    "farm": SideTold(
        {
            "kitchen": SaidOf(
                "money 0 0, time 130 3, skills 3, network 2, recognition 2, data 4",
                "money 46000 4, time 60 2, skills 2, network 2, recognition 3, data 1",
            ),
            "cannery": SaidOf(
                "money 0 0, time 20 1, skills 2, network 1, recognition 2, data 2",
                "money 9500 2, time 15 1, skills 2, network 1, recognition 2, data 1",
            ),
        },
        money_total="71000",
    ),
    "school": SideTold(
        {
            "kitchen": SaidOf(
                "money 0 0, time 220 4, skills 3, network 2, recognition 2, data 3",
                "money 0 0, time 70 2, skills 3, network 2, recognition 3, data 1",
            ),
            "cannery": SaidOf(
                "money 0 0, time 90 3, skills 2, network 1, recognition 2, data 2",
                "money 0 0, time 60 2, skills 4, network 2, recognition 2, data 1",
            ),
        },
        money_total="18000",
    ),
    "gleaners": SideTold(
        {
            "kitchen": SaidOf(
                "money 0 0, time 900 4, skills 2, network 2, recognition 2, data 1",
                "money 1500 1, time 50 2, skills 2, network 2, recognition 2, data 0",
            ),
            "home": SaidOf(
                "money 0 0, time 160 3, skills 1, network 2, recognition 3, data 0",
                "money 0 0, time 20 1, skills 2, network 1, recognition 3, data 0",
            ),
        },
        money_total="6200",
    ),
    "cannery": SideTold(
        {
            "farm": SaidOf(
                "money 9500 2, time 20 1, skills 2, network 2, recognition 2, data 1",
                "money 0 0, time 20 1, skills 2, network 1, recognition 2, data 1",
            ),
            "school": SaidOf(
                "money 0 0, time 60 2, skills 4, network 2, recognition 2, data 1",
                "money 0 0, time 80 3, skills 2, network 1, recognition 2, data 2",
            ),
            "council": SaidOf(
                "money 0 0, time 30 1, skills 2, network 1, recognition 2, data 1",
                "money 24000 3, time 15 1, skills 0, network 2, recognition 2, data 0",
            ),
        },
        money_total="58000",
    ),
}

FURTHER_AWAY = {
    "council": SideTold(
        {
            "kitchen": SaidOf(
                "money 62000 3, time 150 3, skills 2, network 4, recognition 3, data 1",
                "money 0 0, time 80 2, skills 3, network 2, recognition 3, data 3",
            ),
            "cannery": SaidOf(
                "money 24000 2, time 20 1, skills 1, network 2, recognition 2, data 0",
                "money 0 0, time 20 1, skills 2, network 1, recognition 2, data 1",
            ),
            "people": SaidOf(
                "money 3000 1, time 40 2, skills 1, network 2, recognition 2, data 2",
                "money 0 0, time 120 3, skills 2, network 3, recognition 1, data 2",
            ),
        },
        money_total="310000",
    ),
    "fund": SideTold(
        {
            "kitchen": SaidOf(
                "money 118000 4, time 60 2, skills 2, network 3, recognition 3, data 0",
                "money 0 0, time 40 1, skills 1, network 2, recognition 3, data 3",
            ),
            "network": SaidOf(
                "money 22000 3, time 15 1, skills 1, network 3, recognition 2, data 0",
                "money 0 0, time 60 2, skills 3, network 3, recognition 2, data 2",
            ),
        },
        money_total="160000",
    ),
    "mutual": SideTold(
        {
            "gleaners": SaidOf("money 4000 1, time 10 1, skills 1", "money 0 0, time 120 3, skills 1, recognition 3"),
            "home": SaidOf("money 8000 2, time 20 1, skills 2", "money 0 0, time 30 1, skills 2, data 1"),
        },
        attributed=False,
        money_total="30000",
    ),
    "home": SideTold(
        {
            "kitchen": SaidOf(
                "money 38000 3, time 30 1, recognition 3", "money 0 0, time 60 2, skills 3, recognition 2"
            ),
            "gleaners": SaidOf("money 0 0, time 20 1, skills 2, recognition 3", "money 0 0, time 180 3, skills 1"),
        },
        attributed=False,
        money_total="52000",
    ),
    "network": SideTold(
        {
            "fund": SaidOf(
                "money 0 0, time 70 2, skills 3, network 3, recognition 3, data 3",
                "money 22000 4, time 10 1, skills 1, network 2, recognition 1, data 0",
            ),
            "people": SaidOf(
                "money 0 0, time 50 2, skills 3, network 2, recognition 3, data 2",
                "money 0 0, time 60 2, skills 2, network 3, recognition 2, data 1",
            ),
        },
        money_total="36000",
    ),
    "people": SideTold(
        {
            "council": SaidOf(
                "money 0 0, time 190 4, skills 2, network 3, recognition 1, data 2",
                "money 3000 1, time 15 1, skills 1, network 1, recognition 1, data 1",
            ),
            "network": SaidOf(
                "money 0 0, time 60 2, skills 2, network 3, recognition 2, data 1",
                "money 0 0, time 50 2, skills 3, network 2, recognition 3, data 2",
            ),
        },
        money_total="3800",
    ),
    "haulier": SideTold({"kitchen": SaidOf("time 45 2, skills 2", "money 12000 2")}, attributed=None),
}

COMMENTS = (
    (
        "gleaners",
        "gleaners",
        "kitchen",
        "Neuf cents heures : nous comptons aussi les appels de la veille, que la cuisine ne voit pas.",
    ),
    (
        "fund",
        "fund",
        "kitchen",
        "Nous pesons plus de la moitié de votre budget. Engageons-nous sur cinq ans, sans condition de menu.",
    ),
    ("people", "people", "council", "Nos soirées valent-elles un local ouvert le mercredi ? Parlons-en."),
)

BALANCE = BalanceTold({**AROUND_THE_KITCHEN, **FURTHER_AWAY}, COMMENTS)
