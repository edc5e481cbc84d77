"""The report of an evaluation: composed from what each of its parts says, given as a page and as files."""
