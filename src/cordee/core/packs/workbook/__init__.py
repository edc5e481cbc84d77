"""A pack as a workbook that an expert edits, and back, without loss: one sheet for each kind of entry."""
