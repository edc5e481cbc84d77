"""Figures of the observatory that partners take into their frame: offered, copied whole, told with their fate."""
