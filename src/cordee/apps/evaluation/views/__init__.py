"""The pages of an evaluation as a whole; each part keeps its own."""
