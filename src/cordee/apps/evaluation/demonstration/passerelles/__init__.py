"""Les Passerelles du Val, invented: three partners, three years, an evaluation under way; the 360° is beside it."""
