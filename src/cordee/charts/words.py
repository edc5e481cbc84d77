"""The few words that the figures say by themselves, in French and in English."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from cordee.charts.numbers import NARROW_SPACE, Lang
from cordee.charts.readings import Facet, Standing, View


@dataclass(frozen=True, slots=True)
class Words:
    """One language: punctuation, facets, headings of tables, sentences of descriptions."""

    colon: str
    semicolon: str
    facets: Mapping[Facet, str]
    scale: str
    facet_plot: str
    radar: str
    distribution: str
    gap_bars: str
    strip: str
    widest: str
    no_span: str
    intervals_in_table: str
    median: str
    dont_know: str
    not_applicable: str
    levels: str
    level: str
    answers: str
    no_answer: str
    gap: str
    value: str
    interval: str
    remark: str
    stands_out: str
    none_stands_out: str
    some_stand_out: str
    rule: str
    no_value: str
    axis: str
    question: str
    topic: str
    population: str
    series: str
    region: str
    beside_rest: str
    answered: str
    standings: Mapping[Standing, str]
    region_views: Mapping[View, str]


_FRENCH = Words(
    colon=f"{NARROW_SPACE}: ",
    semicolon=f"{NARROW_SPACE}; ",
    facets=MappingProxyType({"vision": "vision", "action": "action", "means": "moyens"}),
    scale="échelle de {low} à {high}",
    facet_plot="Graphique à points, {rows}",
    radar="Radar, {rows}",
    distribution="Répartition des réponses, {rows}",
    gap_bars="Écarts par rapport à zéro, {rows}",
    strip="Valeurs et intervalles, {rows}",
    widest="Écart le plus large{colon}{row}, de {low} à {high}.",
    no_span="Aucun écart entre vision, action et moyens.",
    intervals_in_table="Les intervalles sont dans le tableau.",
    median="médiane",
    dont_know="ne sait pas",
    not_applicable="sans objet",
    levels="niveaux {low} à {high}",
    level="Niveau {level}",
    answers="{count} sur l’échelle",
    no_answer="aucune réponse sur l’échelle",
    gap="Écart",
    value="Valeur",
    interval="Intervalle",
    remark="Remarque",
    stands_out="écart net",
    none_stands_out="Aucun écart net.",
    some_stand_out="Écarts nets{colon}{rows}.",
    rule="Un écart est net s’il atteint {threshold} et si son intervalle ne contient pas zéro.",
    no_value="sans valeur ({reason})",
    axis="Axe",
    question="Question",
    topic="Thème",
    population="Population",
    series="Série",
    region="Région",
    beside_rest="Face au reste du pays",
    answered="Réponses",
    standings=MappingProxyType(
        {
            "higher": "au-dessus",
            "lower": "au-dessous",
            "alike": "ne se distingue pas",
            "untested": "non comparée",
            "hidden": "valeur masquée",
            "not_surveyed": "non enquêtée",
        }
    ),
    region_views=MappingProxyType(
        {
            "intervals": "Valeurs et intervalles, {rows}",
            "tiles": "Carte en tuiles, {rows}",
            "outlines": "Carte des régions, {rows}",
        }
    ),
)
_ENGLISH = Words(
    colon=": ",
    semicolon="; ",
    facets=MappingProxyType({"vision": "vision", "action": "action", "means": "means"}),
    scale="scale from {low} to {high}",
    facet_plot="Dot plot, {rows}",
    radar="Radar chart, {rows}",
    distribution="Distribution of answers, {rows}",
    gap_bars="Gaps around zero, {rows}",
    strip="Values and intervals, {rows}",
    widest="Widest gap{colon}{row}, from {low} to {high}.",
    no_span="No gap between vision, action and means.",
    intervals_in_table="The intervals are in the table.",
    median="median",
    dont_know="don’t know",
    not_applicable="not applicable",
    levels="levels {low} to {high}",
    level="Level {level}",
    answers="{count} on the scale",
    no_answer="no answer on the scale",
    gap="Gap",
    value="Value",
    interval="Interval",
    remark="Remark",
    stands_out="clear gap",
    none_stands_out="No clear gap.",
    some_stand_out="Clear gaps{colon}{rows}.",
    rule="A gap is clear when it reaches {threshold} and its interval does not contain zero.",
    no_value="no value ({reason})",
    axis="Axis",
    question="Question",
    topic="Topic",
    population="Population",
    series="Series",
    region="Region",
    beside_rest="Beside the rest of the country",
    answered="Answers",
    standings=MappingProxyType(
        {
            "higher": "above",
            "lower": "below",
            "alike": "not told apart",
            "untested": "not compared",
            "hidden": "value hidden",
            "not_surveyed": "not surveyed",
        }
    ),
    region_views=MappingProxyType(
        {
            "intervals": "Values and intervals, {rows}",
            "tiles": "Tile map, {rows}",
            "outlines": "Map of the regions, {rows}",
        }
    ),
)

WORDS: Mapping[Lang, Words] = MappingProxyType({"fr": _FRENCH, "en": _ENGLISH})


def capitalised(text: str) -> str:
    """First letter in capital, the rest as it is.

    >>> capitalised("écart net")
    'Écart net'
    """
    return text[:1].upper() + text[1:]


def count_rows(count: int, lang: Lang) -> str:
    """« 7 lignes », "1 row": for the first sentence of a description.

    >>> count_rows(7, "fr"), count_rows(1, "en")
    ('7 lignes', '1 row')
    """
    noun = "ligne" if lang == "fr" else "row"
    return f"{count} {noun}{'s' if count > 1 else ''}"
