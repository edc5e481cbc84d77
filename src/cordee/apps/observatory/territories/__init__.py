"""France and its regions: what surveys say of them, drawn beside the rest of the country, never ranked."""
