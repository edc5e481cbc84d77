"""Find the French prose inside the files of the project, to look after its spaces and apostrophes and nothing else.

Each kind of file has one function `prose(source)`: the same text, character for character, where everything that is
not French prose is replaced by `OBJECT`. Faults found in the result have the offsets of the source.
"""
