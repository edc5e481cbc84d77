"""Figures that partners take from the observatory: each a copy that the database refuses to change."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from cordee.apps.library.frozen import forbid_updates


class Migration(migrations.Migration):
    dependencies = [("evaluation", "0002_what_was_signed_or_agreed_stays")]
    operations = [
        migrations.CreateModel(
            name="TakenFigure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("key", models.CharField(help_text="What the observatory calls it.", max_length=250)),
                (
                    "digest",
                    models.CharField(
                        blank=True, default="", help_text="SHA-256 of the card of its edition.", max_length=64
                    ),
                ),
                ("content", models.JSONField(help_text="The whole figure as it was on the day it was taken.")),
                ("sheds_light_on", models.UUIDField(blank=True, null=True)),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="taken_figures",
                        to="evaluation.evaluation",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evaluation", "key", "digest"), name="one_copy_of_a_figure_in_a_frame"
                    )
                ],
            },
        ),
        forbid_updates("evaluation_takenfigure"),
    ]
