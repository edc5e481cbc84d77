"""The indicators of an evaluation: what is counted, when, by whom, and what may be read of it."""
