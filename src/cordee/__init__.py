"""Cordée: know where an alliance stands, evaluate what it changes, learn from others."""

__version__ = "0.1.0"
