"""Editions as the site reads them: a shelf, and what a page says of each."""
