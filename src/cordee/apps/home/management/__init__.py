"""Commands of the attic."""
