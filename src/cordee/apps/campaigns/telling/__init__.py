"""A published result told to people: every section of the page and of the documents, as plain values in their words."""
