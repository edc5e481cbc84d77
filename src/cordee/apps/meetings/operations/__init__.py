"""The verbs of a session, one file a subject."""
