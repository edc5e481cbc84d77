"""Editions: what is published of a survey, in one folder that never changes."""
