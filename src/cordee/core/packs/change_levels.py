"""How big a step of version each change demands: one table, from what moves a score to what only changes words.

Major is what can move a score, or the reading made of scores: who answers the same would be told something else.
Minor is what is offered or advised: entries added or taken away, the conditions of a recommendation, the order of
questions or of advice. Patch is words, sources, worked cases, the card, the order of display: the same, said better.
"""

from collections.abc import Sequence
from fnmatch import fnmatchcase

from cordee.core.packs.versions import Level

ANY = frozenset({"added", "removed", "changed", "moved"})
WORDS = frozenset({"fr", "en"})

Rule = tuple[str, frozenset[str], Level]

_A, _R, _C, _M = (frozenset({kind}) for kind in ("added", "removed", "changed", "moved"))

RULES: tuple[Rule, ...] = (
    # the card
    ("card/id", ANY, Level.MAJOR),
    ("card/version", ANY, Level.NONE),
    ("card/licence", ANY, Level.MINOR),
    ("card/*", ANY, Level.PATCH),
    # what is only there to be checked or cited
    ("cases", ANY, Level.PATCH),
    ("cases/*", ANY, Level.PATCH),
    ("sources/*/*", ANY, Level.PATCH),
    ("*/sources/*", ANY, Level.PATCH),
    # the scale: levels told in another order are another question
    ("instrument/*/levels", _M, Level.MAJOR),
    ("instrument/*/levels/*", _C, Level.MAJOR),
    # the instrument: what is asked, and how answers are gathered
    ("instrument/id", ANY, Level.MAJOR),
    ("instrument/axes/*/items/*/facet", ANY, Level.MAJOR),
    ("instrument/axes/*/terms*", _A | _R, Level.MINOR),
    ("instrument/axes/*/references*", _A | _R, Level.MINOR),
    ("instrument/axes/*", _A, Level.MINOR),
    ("instrument/axes/*", _R, Level.MAJOR),
    ("instrument/forms/*/topics", _M, Level.MINOR),
    ("instrument/forms/*/topics/*", _A | _R, Level.MAJOR),
    ("instrument/forms/*/minutes", ANY, Level.PATCH),
    ("instrument/forms/*", _A, Level.MINOR),
    ("instrument/forms/*", _R, Level.MAJOR),
    ("instrument/circles/*/is_self", ANY, Level.MAJOR),
    ("instrument/circles/*", _R, Level.MAJOR),
    ("instrument/facets*", _A | _R | _M, Level.MAJOR),
    # the rules: every number, every stage and every pattern
    ("scoring/headlines*", ANY, Level.PATCH),
    ("scoring*", ANY, Level.MAJOR),
    # advice: the order breaks ties
    ("recommendations", _M, Level.MINOR),
    # the compass starts at its first node, and takes the first step that suits; the selector breaks ties by order
    ("compass_nodes*", _M, Level.MINOR),
    ("doors/*/route", _M, Level.MINOR),
    ("methods", _M, Level.MINOR),
    # elsewhere, an order is only the one in which things are shown
    ("*", _M, Level.PATCH),
)
"""Path (`*` stands for anything, slashes included), kinds of change, level. The first that fits decides."""


def level_of(path: Sequence[str], kind: str) -> Level:
    """Return the level that one change demands.

    Words come first: a text reworded in place is a patch wherever it stands. Then the table; what it does not name is
    minor, but for free words such as an author or an address, which are a patch.

    >>> level_of(("scoring", "stages", "shared", "from"), "changed").name
    'MAJOR'
    >>> level_of(("scoring", "stages", "shared", "name", "fr"), "changed").name
    'PATCH'
    >>> level_of(("tools", "raci-grid"), "added").name
    'MINOR'
    """
    if kind == "changed" and path[-1:] and path[-1] in WORDS:
        return Level.PATCH
    shown = "/".join(path)
    for pattern, kinds, level in RULES:
        if kind in kinds and fnmatchcase(shown, pattern):
            return level
    return Level.PATCH if _only_words(path, kind) else Level.MINOR


FREE_WORDS = frozenset({"author", "partners", "licence", "address", "title", "publisher", "published"})


def _only_words(path: Sequence[str], kind: str) -> bool:
    return kind in {"changed", "added", "removed"} and any(step in FREE_WORDS for step in path[2:4])
