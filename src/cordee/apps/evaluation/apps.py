"""The evaluation of an alliance as a Django application."""

from django.apps import AppConfig


class EvaluationRoom(AppConfig):
    """Brings the evaluations of an alliance: frame, effects, indicators, balance, relations, means, judgement."""

    name = "cordee.apps.evaluation"
    label = "evaluation"
