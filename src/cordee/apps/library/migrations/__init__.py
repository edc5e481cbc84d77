"""Tables of the hall, step by step."""
