"""The demonstration barometer: three invented populations, drawn from seeds, published like true surveys."""
