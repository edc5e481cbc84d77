"""Calibration: weights adjusted to known totals, solved on the collapsed table of cells."""
