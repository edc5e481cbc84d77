"""The observatory: honest figures on alliances, in France and in its regions."""
