"""What each column of a table of results is, said once for every format."""

from collections.abc import Iterator
from dataclasses import dataclass

from cordee.core.packs.messages.wording import Said
from cordee.stats.metadata.described import Described
from cordee.stats.result_files import WHOLE_NUMBERS, Sheet

MEANINGS: dict[str, Said] = {
    "measure": Said(
        "Mesure : proportion, moyenne (mean), total, rapport (ratio), quantile, différence, évolution (change)",
        "Measure: proportion, mean, total, ratio, quantile, difference, change",
    ),
    "variable": Said("Variable du dictionnaire", "Variable of the dictionary"),
    "values": Said(
        "Valeurs comptées, séparées par « | », ou quantile",
        "Values that are counted, separated by ‘|’, or the quantile",
    ),
    "n": Said("Nombre de répondants de la base", "Respondents of the base"),
    "n_eff": Said("Effectif efficace, (Σ w)² / Σ w²", "Effective size, (Σ w)² / Σ w²"),
    "estimate": Said("Estimation", "Estimate"),
    "difference": Said("Différence estimée", "Estimated difference"),
    "se": Said("Erreur type", "Standard error"),
    "lower": Said("Borne inférieure de l’intervalle", "Lower bound of the interval"),
    "upper": Said("Borne supérieure de l’intervalle", "Upper bound of the interval"),
    "df": Said("Degrés de liberté", "Degrees of freedom"),
    "deff": Said(
        "Effet de plan : variance sur celle d’un sondage aléatoire simple avec remise",
        "Design effect: variance over that of a simple random sample with replacement",
    ),
    "t": Said("Différence sur son erreur type", "Difference over its standard error"),
    "p": Said("Probabilité critique", "p-value"),
    "p_holm": Said(
        "Probabilité critique corrigée sur les domaines montrés ensemble (Holm 1979)",
        "p-value corrected over the domains shown together (Holm 1979)",
    ),
    "distinguishable": Said("yes : se distingue ; no : ne se distingue pas", "yes: can be told apart; no: cannot"),
    "status": Said(
        "ok ; suppressed : masqué, trop peu de répondants ; too_few : pas d’intervalle ; "
        "single_psu : variance sous la règle des strates à une grappe",
        "ok; suppressed: hidden, too few respondents; too_few: no interval; "
        "single_psu: variance under the rule for strata with one cluster",
    ),
}


@dataclass(frozen=True, slots=True)
class ColumnDescribed:
    """A column: its name, what it is in both languages, its kind: `integer`, `number` or `string`."""

    name: str
    meaning: Said
    kind: str


def columns_described(table: Sheet, of: Described) -> Iterator[ColumnDescribed]:
    """Describe each column of a table, in order. A column that is no usual one is a variable that cuts the sample."""
    for name in table.columns:
        yield ColumnDescribed(name, MEANINGS.get(name) or _domain(name, of), _kind(name, table))


def _domain(name: str, of: Described) -> Said:
    text = of.dictionary.of(name).text
    fr, en = (f"\u202f: {text.fr}", f": {text.en}") if text else ("", "")
    return Said(f"Domaine « {name} »{fr} (vide\u202f: tous)", f"Domain ‘{name}’{en} (empty: all)")


def _kind(name: str, table: Sheet) -> str:
    if name not in table.numbers:
        return "string"
    return "integer" if name in WHOLE_NUMBERS else "number"
