"""The verbs of the 360°, one file a subject."""
