"""The ledger of Les Passerelles du Val: three sides shared, hours that are not seen, money that weighs."""

from __future__ import annotations

from cordee.apps.evaluation.demonstration.told import BalanceTold, SaidOf, SideTold

SIDES = {
    "youth": SideTold(
        {
            "joinery": SaidOf(
                "money 0 0, time 180 3, skills 3, network 2, recognition 3, data 1",
                "money 2000 1, time 60 2, skills 3, network 1, recognition 3, data 0",
            ),
            "council": SaidOf(
                "money 0 0, time 90 2, skills 2, network 2, recognition 3, data 3",
                "money 38000 4, time 40 1, skills 1, network 3, recognition 2, data 1",
            ),
        },
        money_total="60000",
    ),
    "joinery": SideTold(
        {
            "youth": SaidOf(
                "money 2000 1, time 220 4, skills 4, network 2, recognition 2, data 0",
                "money 0 0, time 150 3, skills 2, network 2, recognition 2, data 1",
            ),
            "council": SaidOf(
                "money 0 0, time 45 2, skills 2, network 1, recognition 3, data 1",
                "money 6000 1, time 10 1, skills 0, network 3, recognition 3, data 0",
            ),
        },
        money_total="21000",
    ),
    "council": SideTold(
        {
            "youth": SaidOf(
                "money 38000 4, time 80 2, skills 2, network 3, recognition 3, data 1",
                "money 0 0, time 60 2, skills 3, network 3, recognition 2, data 3",
            ),
            "joinery": SaidOf(
                "money 6000 2, time 25 1, skills 1, network 3, recognition 2, data 0",
                "money 0 0, time 20 1, skills 3, network 2, recognition 3, data 0",
            ),
        },
        money_total="52000",
    ),
}

COMMENTS = (
    (
        "joinery",
        "youth",
        "joinery",
        "Nos 220 heures comptent les samedis. Cap Jeunes Val n’en voit que la part faite devant les jeunes.",
    ),
    (
        "youth",
        "youth",
        "joinery",
        "C’est vrai : nous n’avions jamais demandé. Nous proposons de tenir le carnet ensemble.",
    ),
    (
        "council",
        "council",
        "youth",
        "Nous apportons plus de la moitié de votre budget pour l’alliance. Dites-nous quand cela pèse.",
    ),
)

BALANCE = BalanceTold(SIDES, COMMENTS)
