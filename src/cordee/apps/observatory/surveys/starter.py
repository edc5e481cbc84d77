"""The design that a survey begins with: the columns of its file, and the lines that are most often written."""

from __future__ import annotations

from collections.abc import Sequence

from cordee.core.packs.text import Lang

LONGEST_LINE = 110
WORDS = {
    "fr": (
        "Colonnes du fichier :",
        "Enlevez le # des lignes qui vous servent, et mettez-y vos colonnes.",
        "la colonne des poids ; sans elle, chaque ligne compte pour 1",
        "les strates du tirage",
        "les grappes du tirage",
        "sous ce nombre de répondants, un chiffre est masqué",
    ),
    "en": (
        "Columns of the file:",
        "Take the # off the lines you need, and write your columns in them.",
        "the column of weights; without it every row counts for 1",
        "the strata of the sample",
        "the clusters of the sample",
        "under this many respondents, a figure is hidden",
    ),
}


def starting_design(columns: Sequence[str], lang: Lang) -> str:
    """Write a design to begin with: nothing is guessed of what columns are, their names are only listed.

    >>> print(starting_design(["region", "q1"], "en").splitlines()[1])
    #   region, q1
    """
    named, advice, weight, strata, clusters, hidden = WORDS[lang]
    first = columns[0] if columns else "q1"
    return "\n".join(
        (
            f"# {named}",
            *(f"#   {line}" for line in _folded(columns)),
            f"# {advice}",
            f"# weight: w            # {weight}",
            f"# strata: [stratum]    # {strata}",
            f"# clusters: [psu]      # {clusters}",
            "# dictionary: dictionary.yaml",
            "# calibration: {method: raking, margins: margins.csv}",
            f"suppress_under: 30     # {hidden}",
            "estimates:",
            f'  - {{measure: proportion, variable: "{first}", values: ["1"], by: []}}',
            "",
        )
    )


def _folded(names: Sequence[str]) -> list[str]:
    """Set names on lines that a screen holds."""
    lines: list[str] = []
    for name in names:
        if lines and len(lines[-1]) + len(name) < LONGEST_LINE:
            lines[-1] += f", {name}"
        else:
            lines.append(name)
    return lines
