"""What the search keeps: the index, and the texts of the entries that it names by their places."""

from __future__ import annotations

from django.db import models


class SearchIndex(models.Model):
    """The index of everything that may be found. There is one; another is made when what it is made of changes."""

    format = models.PositiveIntegerField(help_text="How the document is written; another version cannot read it.")
    fingerprint = models.CharField(max_length=64, unique=True)
    document = models.BinaryField(help_text="The catalogue, as core.search.storing writes it.")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.fingerprint[:12]


class SearchEntry(models.Model):
    """An entry in one language, with what the page of results shows of it."""

    index = models.ForeignKey(SearchIndex, on_delete=models.CASCADE, related_name="entries")
    place = models.PositiveIntegerField()
    lang = models.CharField(max_length=2)
    kind = models.CharField(max_length=40)
    entry = models.CharField(max_length=160)
    title = models.TextField()
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    route = models.CharField(max_length=120)
    args = models.JSONField(default=list)
    anchor = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["index", "place", "lang"], name="one_search_entry_a_language")]

    def __str__(self) -> str:
        return f"{self.kind}:{self.entry} ({self.lang})"
