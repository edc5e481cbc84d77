"""The entrance: organisations, the alliances they make, the partners in them, and who holds which role."""
