"""How the site is found: its map, its feeds, what its pages say of themselves to machines."""
