"""How an edition was made, in plain sentences drawn from its design and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _

from cordee.apps.library.addresses import language
from cordee.apps.observatory.editions.shelf import ShelvedEdition
from cordee.apps.observatory.editions.wording import variable_said
from cordee.core.numerals import number
from cordee.stats.design import Design

CALIBRATIONS = {
    "raking": lambda: _("calage sur marges (raking ratio)"),
    "linear": lambda: _("calage linéaire"),
    "logit": lambda: _("calage logistique borné"),
}


def method_of(edition: ShelvedEdition) -> list[str]:
    """Return the sentences: who counts for how much, how the sample was drawn, weights, intervals, what is hidden."""
    design = edition.design
    return [
        *_weights(design),
        *_sample(edition),
        *_calibration(edition),
        _interval(design),
        *_comparisons(edition),
        _missing(),
        _hiding(design),
    ]


def _weights(design: Design) -> Iterator[str]:
    if design.weight is None:
        yield _("Chaque réponse compte pour une.")
    else:
        yield _(
            "Chaque réponse a un poids, celui de la colonne « {name} » : le nombre de personnes qu’elle représente."
        ).format(name=design.weight)


def _sample(edition: ShelvedEdition) -> Iterator[str]:
    design = edition.design
    if design.strata:
        yield _("L’échantillon est tiré séparément dans chaque strate : {names}.").format(
            names=_named(edition, design.strata)
        )
    if design.clusters:
        yield _("Il est tiré par grappes, dont l’incertitude tient compte : {names}.").format(
            names=_named(edition, design.clusters)
        )
    if design.replicates:
        yield _("L’incertitude vient de poids répliqués ({method}).").format(method=design.replicates.method)


def _named(edition: ShelvedEdition, variables: tuple[str, ...]) -> str:
    return " × ".join(variable_said(edition, name) for name in variables)


def _calibration(edition: ShelvedEdition) -> Iterator[str]:
    asked = edition.design.calibration
    if asked is None:
        return
    yield _(
        "Les poids sont redressés par {method}, pour que l’échantillon ait la même composition que la population : les "
        "totaux sont dans {file}."
    ).format(method=CALIBRATIONS[asked.method](), file=asked.margins)


def _interval(design: Design) -> str:
    return _(
        "Chaque chiffre a son intervalle à {level} % : refaite à l’identique un grand nombre de fois, "
        "l’enquête donnerait un intervalle qui contient la vraie valeur {level} fois sur 100. "
        "Il tient compte du plan de sondage et du "
        "redressement."
    ).format(level=number(100 * design.level, language(), 0))


def _comparisons(edition: ShelvedEdition) -> Iterator[str]:
    if edition.differences:
        yield _(
            "Les écarts (une région et le reste, deux vagues) sont jugés ensemble, avec la correction de Holm : on ne "
            "dit d’un écart qu’il se distingue que s’il tient après elle. Personne n’est classé."
        )


def _missing() -> str:
    return _("Qui n’a pas répondu à une question est hors de la base de cette question, et d’elle seule.")


def _hiding(design: Design) -> str:
    if not design.suppress_under:
        return _("Aucun chiffre n’est masqué.")
    return _(
        "Un chiffre qui repose sur moins de {count} réponses est masqué, et avec lui ceux qui le donneraient par "
        "différence."
    ).format(count=design.suppress_under)
