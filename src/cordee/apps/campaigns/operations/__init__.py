"""The verbs of a 360°, one file a subject."""
