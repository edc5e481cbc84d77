"""Tables of the diagnosis room, step by step."""
