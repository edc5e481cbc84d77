"""Reads of the 360°, one file for each moment of it."""
