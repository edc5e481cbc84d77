"""What the observatory hands to whoever needs a figure: one value, whole, from an edition or from the registry."""
