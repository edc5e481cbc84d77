"""Stems of folded words, so that plurals and inflections meet, and the words that carry no meaning of their own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from threading import Lock

import snowballstemmer

from cordee.core.packs.text import Lang
from cordee.core.search.words import words_of

LANGUAGES: tuple[Lang, ...] = ("fr", "en")

_FRENCH = """
a afin ai ainsi alors au aucun aucune aussi autre aux avec avez avoir avons car ce ceci cela celle celles celui ces cet
cette ceux chaque chez ci comme comment dans de des donc dont du elle elles en encore entre est et etait etc ete etes
etre eu eux faire fait faut ici il ils je la le les leur leurs lui ma mais me mes moi mon ne ni nos notre nous on ont ou
par pas peu peut plus pour pourquoi puis quand que quel quelle quelles quels qui quoi sa sans se sera ses si soi soit
son sont sous sur ta te tes toi ton tous tout toute toutes tres tu un une vers vos votre vous y
"""
_ENGLISH = """
a about after all also an and any are as at be because been being between both but by can could did do does doing for
from get had has have he her him his how i if in into is it its me more most my no nor not of on one or other our out
over own shall she should so some such than that the their them then there these they this those to too under up us use
very was we were what when where which who whom whose why will with would you your
"""
# Words without meaning in one language that say nothing in the other: a reader may type them on any screen. « but »,
# « or », « on », « me » or « son » are left out, because the other language needs them.
_NOWHERE = """
and are des does du et for from how les of pour que qui quoi the what which who with
"""
_EMPTY: Mapping[Lang, frozenset[str]] = {
    "fr": frozenset([*_FRENCH.split(), *_NOWHERE.split()]),
    "en": frozenset([*_ENGLISH.split(), *_NOWHERE.split()]),
}
_STEMMERS = {"fr": snowballstemmer.stemmer("french"), "en": snowballstemmer.stemmer("english")}
_FEMININE = re.compile(r"(?<=\w\w)ees?$")
_PLURAL = re.compile(r"(?<=\w\w\w)(?<!s)s$")
_lock = Lock()


def is_empty(word: str, lang: Lang) -> bool:
    """Tell whether a folded word only ties others together, and is neither kept nor searched.

    >>> is_empty("les", "fr"), is_empty("but", "fr"), is_empty("but", "en")
    (True, False, True)
    """
    return word in _EMPTY[lang]


@lru_cache(maxsize=200_000)
def stem(word: str, lang: Lang) -> str:
    """Return the stem of a folded word.

    Meaning: Snowball's algorithm of the language, on bare letters, the same for what is written and what is asked, so
    that « evaluations » without accent meets « évaluation ». French plurals and participles in -ée go first: without
    their accent the algorithm would take « récit » for a verb, and not « récits ». Source: Porter (2001), Snowball.

    >>> {stem(word, "fr") for word in ("evaluation", "evaluations", "evaluer", "evaluee")}, stem("partnerships", "en")
    ({'evalu'}, 'partnership')
    >>> stem("recits", "fr") == stem("recit", "fr")
    True
    """
    singular = _PLURAL.sub("", _FEMININE.sub("e", word)) if lang == "fr" else word
    with _lock:  # a stemmer keeps the word it is working on
        return str(_STEMMERS[lang].stemWord(singular))


def stems_of(text: str, lang: Lang) -> tuple[str, ...]:
    """Return the stems of a text in order, without empty words.

    >>> stems_of("L’évaluation des alliances", "fr")
    ('evalu', 'allianc')
    """
    return tuple(stem(word.folded, lang) for word in words_of(text) if not is_empty(word.folded, lang))
