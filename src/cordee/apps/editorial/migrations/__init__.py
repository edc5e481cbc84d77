"""Tables of the editors’ room, step by step."""
