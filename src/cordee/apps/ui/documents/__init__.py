"""A document of `core.document` made ready for people to read: cells in words, blocks as a template shows them."""
