"""Surveys: from microdata to an edition, on the screen of an analyst."""
