"""Words in two languages, as JSON-LD writes them."""

from cordee.core.packs.messages.wording import Said
from cordee.core.packs.text import Text


def in_both(words: Text | Said) -> list[dict[str, str]]:
    """Return the words in French, then in English.

    >>> in_both(Said("erreur type", "standard error"))[1]
    {'@value': 'standard error', '@language': 'en'}
    """
    return [{"@value": words.fr, "@language": "fr"}, {"@value": words.en, "@language": "en"}]
