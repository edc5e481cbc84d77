"""The pages of a session, one file a subject."""
