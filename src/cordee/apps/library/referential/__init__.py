"""The référentiel: what each approach asks of each object of an evaluation."""
