"""Sample content for the gallery of components: invented, and said to be so on the page."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from cordee.apps.ui.figures import drawn
from cordee.charts.figures import (
    AnswerDistribution,
    DistributionRow,
    FacetDotPlot,
    FacetRow,
    GapBars,
    GapRow,
    IntervalStrip,
    Radar,
    StripRow,
)
from cordee.charts.numbers import Lang
from cordee.charts.readings import Estimate, Missing

FACETS = ("vision", "action", "means")


class SampleForm(forms.Form):
    """One field of each kind."""

    name = forms.CharField(max_length=60)
    email = forms.EmailField(required=False)
    size = forms.ChoiceField()
    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), required=False)
    agreed = forms.BooleanField(required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        labels = {
            "name": _("Nom de l’alliance"),
            "email": _("Adresse électronique"),
            "size": _("Taille"),
            "words": _("Un mot de preuve"),
            "agreed": _("Comparer nos résultats à ceux d’alliances proches"),
        }
        for name, label in labels.items():
            self.fields[name].label = label
        self.fields["email"].help_text = _("Pour recevoir le lien ; elle n’est pas gardée.")
        self.fields["size"] = forms.ChoiceField(
            label=labels["size"],
            choices=[("", _("Choisir")), ("2", _("2 organisations")), ("3-6", _("de 3 à 6")), ("7", _("7 et plus"))],
        )


def context() -> dict[str, Any]:
    """Gather everything that the gallery shows."""
    return {
        "facets": FACETS,
        "levels": levels(),
        "others": others(),
        "choices": [("a", _("Association")), ("c", _("Collectivité")), ("e", _("Entreprise")), ("f", _("Fondation"))],
        "form": SampleForm(auto_id="ok_%s"),
        "refused": SampleForm({"name": "", "email": "pas une adresse", "size": ""}, auto_id="bad_%s"),
        "figures": [drawn(figure) for figure in figures()],
        "breadcrumb": [(_("Accueil"), "/"), (_("Composants"), "")],
        "sections": [(_("Actions"), "#actions"), (_("Réponses"), "#answers"), (_("Figures"), "#figures")],
        "stages": list(enumerate([_("Absent"), _("Émergent"), _("Structuré"), _("Partagé"), _("Moteur")])),
        "tones": ("info", "success", "warning", "danger"),
        "icons": ICONS,
        "secret": "https://cordee.example.org/r/9f3c-exemple",
        "errors": [("#demo-empty", _("Choisissez une réponse, ou « je ne sais pas »."))],
    }


ICONS = (
    *("arrow", "back", "check", "copy", "download", "external", "home", "info", "key", "lock", "menu"),
    *("nobody", "print", "share", "success", "trash", "warning", "danger", "clock", "search", "close"),
)


def levels() -> list[dict[str, object]]:
    """Return the five levels of a sample question."""
    words = (
        (_("Absent"), _("Personne n’a de temps ni d’outil pour suivre les résultats.")),
        (_("D’appoint"), _("Quelqu’un s’en charge quand un bilan est réclamé.")),
        (_("Identifié"), _("Une personne est chargée du suivi, avec un tableau simple.")),
        (_("Doté"), _("Du temps et un budget de suivi figurent dans la convention.")),
        (_("Mutualisé"), _("Les partenaires partagent un outil et financent le suivi sur plusieurs années.")),
    )
    return [{"value": value, "label": label, "text": text} for value, (label, text) in enumerate(words)]


def others() -> list[dict[str, str]]:
    """Return the answers that are not levels."""
    return [
        {"value": "dont_know", "label": _("Je ne sais pas")},
        {"value": "not_applicable", "label": _("Ne nous concerne pas")},
    ]


def figures() -> list[FacetDotPlot | Radar | AnswerDistribution | GapBars | IntervalStrip]:
    """Return one figure of each kind, with a missing value where the kind allows one."""
    lang: Lang = "en" if get_language() == "en" else "fr"
    dots = FacetDotPlot(
        id="sample-dots",
        lang=lang,
        title=_("Les moyens suivent le moins en Clarté"),
        subtitle=_("De 0 (absent) à 4 (moteur). Plus les points sont proches, plus l’axe est cohérent."),
        note=_("Données inventées."),
        rows=(
            FacetRow(_("Pertinence"), Estimate(3.4, 2.9, 3.8), Estimate(2.9, 2.4, 3.3), Estimate(2.1, 1.6, 2.6)),
            FacetRow(_("Clarté"), Estimate(3.3), Estimate(1.8), Estimate(1.2), _("vision sans moyens")),
            FacetRow(_("Sens"), Estimate(2.0), Estimate(2.0), Missing(_("moins de la moitié des réponses"))),
        ),
    )
    bars = GapBars(
        id="sample-gaps",
        lang=lang,
        title=_("Un écart se détache : l’équilibre"),
        below=_("vous vous notez plus bas"),
        above=_("vous vous notez plus haut"),
        rows=(
            GapRow(_("Équilibre"), Estimate(1.2, 0.4, 2.0)),
            GapRow(_("Gouvernance"), Estimate(-0.1, -0.6, 0.4)),
            GapRow(_("Valorisation"), Estimate(-0.7, -1.4, 0.1)),
        ),
    )
    answers = AnswerDistribution(
        id="sample-answers",
        lang=lang,
        title=_("Les avis se partagent en deux sur les moyens"),
        rows=(
            DistributionRow(_("Vision"), (0, 1, 2, 5, 3), 1, facet="vision"),
            DistributionRow(_("Moyens"), (4, 1, 0, 1, 4), 2, 1, facet="means"),
        ),
    )
    strip = IntervalStrip(
        id="sample-strip",
        lang=lang,
        title=_("Aucune différence établie entre les deux régions"),
        rows=(
            StripRow(_("Bretagne"), Estimate(72, 64, 79), plain=True),
            StripRow(_("Corse"), Missing(_("moins de 30 réponses"))),
            StripRow(_("Occitanie"), Estimate(68, 60, 75), plain=True),
        ),
    )
    radar = Radar.of(
        FacetDotPlot(
            id="sample",
            lang=lang,
            title=_("La même lecture, en radar"),
            rows=(*dots.rows[:2], FacetRow(_("Cohérence"), Estimate(2.6), Estimate(2.4), Estimate(2.2))),
        )
    )
    return [dots, bars, answers, strip, radar]
