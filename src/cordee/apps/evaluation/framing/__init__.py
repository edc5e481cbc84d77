"""The framing of an evaluation: look back, connect, position, then a written frame that partners sign."""
