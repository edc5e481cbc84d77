"""Commands of the diagnosis room."""
