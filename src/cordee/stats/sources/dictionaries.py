"""A dictionary in either of its formats: YAML of our own, or DDI-Codebook."""

from pathlib import PurePath

from cordee.stats.sources.ddi import read_ddi
from cordee.stats.sources.dictionary import Dictionary, read_dictionary


def dictionary_in(name: str, content: bytes) -> Dictionary:
    """Read a dictionary: DDI when the name ends with .xml, else YAML. SurveyRefused: what is wrong.

    >>> dictionary_in("book.yaml", b"variables:\\n  q1: {scale: 1-5}\\n").of("q1").scale
    '1-5'
    """
    reader = read_ddi if PurePath(name).suffix.lower() == ".xml" else read_dictionary
    return reader(name, content)
