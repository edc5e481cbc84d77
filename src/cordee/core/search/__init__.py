"""The search: words as people type them, an index of stems, a ranking that is the same whatever the database."""
