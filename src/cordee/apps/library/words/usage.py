"""Where the product uses a word: in its content, found in the pack, and on its screens, written here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cordee.apps.library.addresses import language, url_of
from cordee.apps.library.references import Link
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Identifiers

MEASURE = gettext_lazy("Comment c’est calculé")
EXAMPLE = gettext_lazy("Un exemple de résultat")
EXAMPLE_360 = gettext_lazy("Un exemple de 360°")

SCREENS: Mapping[str, tuple[tuple[object, str, tuple[str, ...]], ...]] = {
    "interval": ((MEASURE, "diagnosis:measure", ("intervals",)),),
    "agreement": ((MEASURE, "diagnosis:measure", ("agreement",)),),
    "two_camps": ((MEASURE, "diagnosis:measure", ("agreement",)),),
    "maturity": ((MEASURE, "diagnosis:measure", ("maturity",)), (EXAMPLE, "diagnosis:example", ())),
    "stage": ((MEASURE, "diagnosis:measure", ("maturity",)), (EXAMPLE, "diagnosis:example", ())),
    "level": ((MEASURE, "diagnosis:measure", ("answers",)),),
    "facet": ((MEASURE, "diagnosis:measure", ("maturity",)), (EXAMPLE, "diagnosis:example", ())),
    "coherence": ((MEASURE, "diagnosis:measure", ("coherence",)), (EXAMPLE, "diagnosis:example", ())),
    "coherence_pattern": ((MEASURE, "diagnosis:measure", ("coherence",)), (EXAMPLE, "diagnosis:example", ())),
    "perception_gap": ((MEASURE, "diagnosis:measure", ("gaps",)), (EXAMPLE_360, "campaigns:example", ())),
    "blind_spot": ((MEASURE, "diagnosis:measure", ("gaps",)), (EXAMPLE_360, "campaigns:example", ())),
    "hidden_strength": ((MEASURE, "diagnosis:measure", ("gaps",)), (EXAMPLE_360, "campaigns:example", ())),
    "circle": ((MEASURE, "diagnosis:measure", ("circles",)), (EXAMPLE_360, "campaigns:example", ())),
    "adjusted_mean": ((MEASURE, "diagnosis:measure", ("circles",)),),
    "wave": ((MEASURE, "diagnosis:measure", ("trend",)),),
    "priority": ((MEASURE, "diagnosis:measure", ("priorities",)),),
    "recommendation": ((MEASURE, "diagnosis:measure", ("recommendations",)), (EXAMPLE, "diagnosis:example", ())),
    "benchmark": ((MEASURE, "diagnosis:measure", ("benchmark",)),),
    "consensus": ((MEASURE, "diagnosis:measure", ("session",)), (EXAMPLE_360, "campaigns:example", ())),
    "dissent": ((MEASURE, "diagnosis:measure", ("session",)),),
    "confidentiality_regime": ((MEASURE, "diagnosis:measure", ("privacy",)),),
    "publication_threshold": ((MEASURE, "diagnosis:measure", ("privacy",)),),
    "three_sixty": ((EXAMPLE_360, "campaigns:example", ()),),
    "self_diagnosis": ((EXAMPLE, "diagnosis:example", ()),),
}
"""Term → the screens where a reader meets it: what the screen is, its route, what the route needs."""


def uses_of(term: str, pack: Pack) -> tuple[Link, ...]:
    """Return where a reader meets a word: questions of the diagnosis, impacts, objects evaluated, screens."""
    return tuple(dict.fromkeys((*_in_content(term, pack), *_on_screens(term))))


def _in_content(term: str, pack: Pack) -> Iterator[Link]:
    lang = language()
    for axis in pack.instrument.axes:
        for topic in axis.topics:
            if _names(topic.terms, term):
                label = _("Question du diagnostic : {topic}").format(topic=topic.name.in_(lang))
                yield Link(label, url_of("axes", axis.id, pack))
    for impact in pack.impacts:
        if _names(impact.terms, term):
            label = _("Impact : {impact}").format(impact=impact.name.in_(lang))
            yield Link(label, url_of("impacts", impact.id, pack))
    for one in pack.objects:
        if _names(one.terms, term):
            label = _("Objet de l’évaluation : {object}").format(object=one.name.in_(lang))
            yield Link(label, reverse("referential:table"))


def _names(terms: Identifiers, term: str) -> bool:
    return term in terms


def _on_screens(term: str) -> Iterator[Link]:
    for label, route, args in SCREENS.get(term, ()):
        try:
            yield Link(str(label), reverse(route, args=args))
        except NoReverseMatch:
            continue
