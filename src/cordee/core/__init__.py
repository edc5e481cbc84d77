"""Floor 1: pure values in, pure values out. No clock, no network, no database, no Django."""
