"""From what an expert writes to a pack: YAML with its positions, the layout of files, the shapes, the draft."""
