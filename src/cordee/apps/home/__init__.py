"""The entrance hall of the attic: the front page, the information pages and the navigation; it owns no data."""
