"""The registry of published figures: each with its source, contradictions side by side."""
