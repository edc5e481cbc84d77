"""What `cordee survey` says: a calibration and an overview in plain lines."""

from cordee.core.packs.text import Lang
from cordee.stats.calibration.diagnostics import Diagnostics
from cordee.stats.overview import Overview

DIAGNOSTICS = {
    "iterations": ("itérations", "iterations"),
    "largest_gap": ("plus grand écart à une marge (relatif)", "largest gap to a margin (relative)"),
    "least_ratio": ("plus petit rapport de poids", "least ratio of weights"),
    "percentile_1": ("1er centile des rapports", "1st percentile of ratios"),
    "median_ratio": ("rapport médian", "median ratio"),
    "percentile_99": ("99e centile des rapports", "99th percentile of ratios"),
    "greatest_ratio": ("plus grand rapport de poids", "greatest ratio of weights"),
    "negative": ("poids nuls ou négatifs", "weights of zero or less"),
    "n": ("lignes", "rows"),
    "n_eff_before": ("effectif efficace avant calage", "effective size before"),
    "n_eff": ("effectif efficace après calage", "effective size after"),
    "design_effect": ("effet de plan des poids", "design effect of the weights"),
}


def diagnostics_lines(found: Diagnostics, lang: Lang) -> list[str]:
    """Say what a calibration did, one figure a line."""
    return _lines(
        {DIAGNOSTICS[name][0 if lang == "fr" else 1]: _number(value) for name, value in found.as_dict().items()}
    )


def overview_lines(found: Overview, lang: Lang) -> list[str]:
    """Say what is in a survey, one figure a line."""
    french = lang == "fr"
    facts = {
        "lignes" if french else "rows": _number(found.rows),
        "somme des poids" if french else "sum of weights": _number(found.weight),
        "effectif efficace" if french else "effective size": _number(found.n_eff),
        "strates" if french else "strata": _number(found.strata),
        "grappes (ou lignes)" if french else "clusters (or rows)": _number(found.clusters),
        "strates à une seule grappe" if french else "strata with a single cluster": _number(found.lone_strata),
    }
    for name, count in found.answers.items():
        share = f"{count / found.rows:.1%}"
        question = f"  {found.texts[name].in_(lang)}" if name in found.texts else ""
        facts[f"{name} : réponses" if french else f"{name}: answers"] = f"{count} ({share}){question}"
    for name, count in found.categories.items():
        facts[f"{name} : modalités" if french else f"{name}: categories"] = _number(count)
    lines = _lines(facts)
    return [*lines, *diagnostics_lines(found.calibration, lang)] if found.calibration else lines


def _lines(facts: dict[str, str]) -> list[str]:
    width = max(map(len, facts))
    return [f"{name:<{width}}  {value}" for name, value in facts.items()]


def _number(value: float) -> str:
    """Write a number for reading.

    >>> _number(3), _number(1234.5678), _number(2e-16)
    ('3', '1234.57', '2e-16')
    """
    return f"{value:.6g}" if isinstance(value, float) else str(value)
