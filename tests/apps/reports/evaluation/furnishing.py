"""One evaluation with something in every part, and what each reader of its report may find there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from PIL import Image
from tests.apps.evaluation.framing.furnishing import INVENTED, frozen, written
from tests.apps.evaluation.judgement.making_judgements import agreed_rubric
from tests.apps.evaluation.making import evaluation_of, partner_with_person

from cordee.apps.accounts.models import Account
from cordee.apps.evaluation.access import OpenedEvaluation
from cordee.apps.evaluation.balance import operations as balance
from cordee.apps.evaluation.effects import operations as effects
from cordee.apps.evaluation.framing import operations as framing
from cordee.apps.evaluation.framing.figures.taking import take
from cordee.apps.evaluation.framing.row_kinds import MOMENT, STEP
from cordee.apps.evaluation.indicators import operations as indicators
from cordee.apps.evaluation.judgement import operations as judgement
from cordee.apps.evaluation.judgement import queries as judgements
from cordee.apps.evaluation.models import (
    CostLine,
    Effect,
    Evaluation,
    FrugalityNote,
    Indicator,
    LedgerEntry,
    Lesson,
    ResultCount,
    ValuedOutcome,
)
from cordee.apps.evaluation.relations import operations as relations
from cordee.apps.evidence.models import Evidence
from cordee.apps.organisations.models import Alliance, AllianceRole, Partner, RoleKind
from cordee.core.network import ITEMS

NAMES = ("La Ruche", "La Mairie", "Le Lycée", "Le Foyer")
INTERNAL = ("Mots gardés entre partenaires", "Une voix interne", "Brouillon du Foyer", "98765", "Effet mis de côté")
"""What no report holds: words kept inside, a draft of the ledger, an effect set aside."""
REPORT_ONLY = (
    "Mots pour le rapport seulement",
    "Une voix du rapport",
    "Madame Rencontrée",
    "Monsieur Signature",
    "Celle qui s’en charge",
    "Ce commentaire explique tout",
)
"""What the report for partners holds, and nothing that anybody reads: no consent was given for that."""
PUBLIC = (
    "Premier atelier",
    "Données de démonstration (synthétiques)",
    "Édition barometre, empreinte abababababab",
    "74,3\u202f% (de 70,1 à 78,2\u202f%)",
    "Compte rendu de 2021",
    "Nous apprenons à dire non",
    "On se prévient plus tôt",
    "Temps pris aux équipes",
    "On se parle avant la panne",
    "Les équipes de nuit",
    "Nos collègues y auraient pensé",
    "Une autre association y a aidé",
    "Merci d’être venus",
    "Léa, habitante",
    "Le jardin un samedi",
    "jardin.png",
    "Délai de réponse",
    "Registre partagé",
    "Compté deux fois",
    "Registre de mars",
    "Bénévoles du samedi",
    "Emplois aidés",
    "Un seul local pour tous",
    "Étude locale",
    "Vu sur place",
    "Cahier de visite",
    "Discuté longuement",
    "Nous ne le voyons pas ainsi",
    "Personne n’a interrogé les absents",
)
"""Items, comments, names of pieces and of witnesses who agreed to everybody: each full format says them all."""
FIGURES = ("42,5", "37,25", "12\u202f345", "37\u202f%", "−17,5", "−7", "−8,75")
"""Hand-worked: the last value and that of a group, euros, progress (60 → 42,5 → 12,5), the change and its parts."""


@dataclass(frozen=True)
class Furnished:
    """The evaluation, and somebody who speaks for each of its partners."""

    evaluation: Evaluation
    partners: dict[str, Partner]
    people: dict[str, Account]

    def opened(self, name: str = "La Ruche") -> OpenedEvaluation:
        """Open the evaluation as somebody who speaks for a partner."""
        return OpenedEvaluation(self.evaluation, AllianceRole.objects.get(account=self.people[name]))


def furnished() -> Furnished:
    """Write something in every part of an evaluation, private words included."""
    alliance = Alliance.objects.create(name="Le Val", started_on=timezone.localdate() - timedelta(days=1200))
    pairs = {
        name: partner_with_person(alliance, name, RoleKind.FACILITATOR if name == NAMES[0] else RoleKind.MEMBER)
        for name in NAMES
    }
    partners = {name: partner for name, (partner, _) in pairs.items()}
    made = Furnished(evaluation_of(alliance, pairs[NAMES[0]][1]), partners, {n: one for n, (_, one) in pairs.items()})
    for furnish in (the_frame, the_effects, the_indicators, the_balance, the_relations, the_costs, the_judgement):
        furnish(made)
    return made


def the_frame(made: Furnished) -> None:
    """Write the framing with a moment that has its piece and a figure, freeze it, have it signed, write a lesson."""
    evaluation, by = made.evaluation, made.people["La Ruche"]
    written(evaluation)
    piece = Evidence.objects.create(alliance=evaluation.alliance, title="Compte rendu de 2021")
    moment = {"happened": "2021-03", "kind": "meeting", "title": "Le premier repas", "met": "Madame Rencontrée"}
    framing.add_row(evaluation, MOMENT.model, {**moment, "story": "Dix chaises", "evidence": piece})
    step = {"phase": "in_itinere", "what": "Relire à mi-chemin", "who": "Celle qui s’en charge"}
    framing.add_row(evaluation, STEP.model, step)
    take(evaluation, [INVENTED], date(2026, 11, 2))
    version = frozen(evaluation, by)
    framing.sign(version, made.partners["La Ruche"], "Monsieur Signature", version.sha256)
    lesson = Lesson(evaluation=evaluation, partner=made.partners["La Mairie"])
    framing.write_lesson(lesson, made.people["La Mairie"], 1, {"text": "Nous apprenons à dire non"})


def the_effects(made: Furnished) -> None:
    """Write a gain with all that qualifies and illustrates it, a loss, and an effect set aside."""
    evaluation, by = made.evaluation, made.people["La Ruche"]
    shared = {"impact": "trust", "level": "actors"}
    gain = Effect.objects.create(
        evaluation=evaluation, title="On se prévient plus tôt", what_changes="On se parle avant la panne",
        for_whom="Les équipes de nuit", confidence="observed", deadweight="Nos collègues y auraient pensé",
        others="Une autre association y a aidé", claimed_share=40, deadweight_share=30, others_share=20, **shared,
    )  # fmt: skip
    effects.tell_path(gain, 1, [("inputs", "Deux jours", ""), ("outputs", "Un registre", "Qu’il soit lu")])
    Effect.objects.create(
        evaluation=evaluation, title="Temps pris aux équipes", sign="negative", expected=False, **shared
    )
    effects.set_aside(Effect.objects.create(evaluation=evaluation, title="Effet mis de côté", **shared), 1, "Doublon")
    for scope, words, who in (
        ("internal", "Mots gardés entre partenaires", "Une voix interne"),
        ("report", "Mots pour le rapport seulement", "Une voix du rapport"),
        ("public", "Merci d’être venus", "Léa, habitante"),
    ):
        testimony = {"kind": "testimony", "words": words, "who": who, "consent_on": timezone.localdate()}
        effects.illustrate(gain, by, {**testimony, "consent_scope": scope})
    photo = {"kind": "photo", "words": "Le jardin un samedi", "who": "", "consent_on": timezone.localdate()}
    effects.illustrate(gain, by, {**photo, "consent_scope": "public"}, SimpleUploadedFile("jardin.png", png()))


def png(width: int = 1400, height: int = 700) -> bytes:
    """Return a picture larger than a report shows."""
    stream = BytesIO()
    Image.new("RGB", (width, height), "seagreen").save(stream, "PNG")
    return stream.getvalue()


def the_indicators(made: Furnished) -> None:
    """Write a headline with values, a comment, a piece and a group, and one that has no value yet."""
    evaluation, today = made.evaluation, timezone.localdate()
    full = {"impact": "trust", "level": "actors", "source": "Registre partagé", "owner_name": "Ada"}
    full["next_on"] = today + timedelta(days=30)  # type: ignore[assignment]
    effect = Effect.objects.get(evaluation=evaluation, title="On se prévient plus tôt")
    row = Indicator.objects.create(
        evaluation=evaluation, name="Délai de réponse", unit="jours", baseline=60, target=12.5, headline=True,
        groups="Vallée", effect=effect, **full,
    )  # fmt: skip
    by = made.people["La Ruche"]
    indicators.write_value(row, by, on=today - timedelta(days=90), value=51)
    last = indicators.write_value(row, by, on=today, value=42.5, note="Compté deux fois", confidence="observed")
    last.evidence = Evidence.objects.create(alliance=evaluation.alliance, title="Registre de mars")
    last.save()
    indicators.write_value(row, by, on=today, value=37.25, group="Vallée")
    Indicator.objects.create(evaluation=evaluation, name="Confiance dite", unit="sur 10", **full)


def the_balance(made: Furnished) -> None:
    """Two partners share with their names, one keeps a draft."""
    ruche, mairie, foyer = (made.partners[name] for name in ("La Ruche", "La Mairie", "Le Foyer"))
    said: dict[tuple[Partner, Partner], dict[str, Any]] = {
        (ruche, mairie): {"given_money_amount": Decimal(12345), "received_skills": 3},
        (mairie, ruche): {"received_money_amount": Decimal(10000), "given_skills": 1},
        (foyer, ruche): {"given_money_amount": Decimal(98765)},
    }
    for (one, other), values in said.items():
        side = balance.begun(made.evaluation, one)
        balance.write_entry(LedgerEntry(side=side, other=other), 1, values)
        balance.choose(side, side.version, {"attributed": True})
        side.refresh_from_db()
        if one != foyer:
            balance.share(side, made.people[one.organisation.name], 2)
    comment = "Ce commentaire explique tout"
    balance.comment(made.evaluation, (ruche, mairie), made.people["La Mairie"], mairie, comment)


def the_relations(made: Furnished) -> None:
    """Every partner says the same of the others, agrees, and the survey is closed."""
    survey = relations.open_survey(made.evaluation, list(made.partners.values()), 2)
    for sheet in survey.sheets.all():
        relations.begin(sheet)
        for row in sheet.answers.all():
            relations.answer(row, 1, {"standing": "together", **dict.fromkeys(ITEMS, "3")})
        sheet.refresh_from_db()
        relations.give(sheet, agrees=True)
    relations.close(survey)


def the_costs(made: Furnished) -> None:
    """Write money, hidden hours, a result, a note of frugality and a value with its assumptions."""
    evaluation, ruche = made.evaluation, made.partners["La Ruche"]
    CostLine.objects.create(evaluation=evaluation, label="Salaires", kind="money", amount=14000)
    CostLine.objects.create(
        evaluation=evaluation, label="Bénévoles du samedi", kind="hours", hours=200, hourly_cost=30, hidden=True,
        partner=ruche,
    )  # fmt: skip
    ResultCount.objects.create(evaluation=evaluation, label="Emplois aidés", unit="emploi", count=40)
    FrugalityNote.objects.create(evaluation=evaluation, label="Un seul local pour tous")
    three = {"proxy": (400, 500, 600), "duration": (1, 2, 3), "deadweight": (10, 20, 40), "displacement": (10, 10, 10),
             "attribution": (25, 25, 25), "drop_off": (50, 50, 50)}  # fmt: skip
    ends = ("_low", "", "_high")
    values = {name + end: one for name, all_three in three.items() for end, one in zip(ends, all_three, strict=True)}
    ValuedOutcome.objects.create(evaluation=evaluation, label="Emplois", quantity=100, source="Étude locale", **values)


def the_judgement(made: Furnished) -> None:
    """Agree on a rubric, have all judge, say one thing together, keep a dissent, write the limits."""
    evaluation, by = made.evaluation, made.people["La Ruche"]
    rubric = agreed_rubric(evaluation, by)
    for partner in made.partners.values():
        values = {"mark": "3", "reasons": "Vu sur place", "evidence": "Cahier de visite"}
        judgement.give(judgements.draft_of(rubric, partner), 1, values)
    judgement.record_common(rubric, by, 1, {"mark": "3", "reasons": "Discuté longuement", "limits": ""})
    said = {"mark": "1", "words": "Nous ne le voyons pas ainsi"}
    judgement.dissent(rubric.common, made.partners["Le Foyer"], 1, said)
    limits = judgements.limits_of(evaluation)
    judgement.state_limits(limits, 1, {"usual": ["young"], "words": "Personne n’a interrogé les absents"})
