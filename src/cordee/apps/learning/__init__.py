"""The learning room: courses to follow, alone or together, with or without an account."""
