"""What the YAML scanner stumbled on, said so that an author can mend it."""

from collections.abc import Callable

from ruamel.yaml.error import MarkedYAMLError, StreamMark

from cordee.core.packs.faults import Fault, Place, fault

Explanation = Callable[[str, str, MarkedYAMLError], Fault]


def explain(file: str, text: str, error: MarkedYAMLError | None) -> Fault:
    """Choose the message for what stopped the scanner, at the place where the author can act.

    Errors: none; a stumble that is in no list is said plainly, with its line.
    """
    if error is None:
        return fault("unreadable", Place(file, 1, 1))
    problem = error.problem or ""
    for beginning, make in _EXPLANATIONS:
        if problem.startswith(beginning):
            return make(file, text, error)
    return fault("unreadable", _place(file, error.problem_mark))


def _place(file: str, mark: StreamMark | None) -> Place:
    return Place(file, mark.line + 1, mark.column + 1) if mark else Place(file, 1, 1)


def _at_problem(message_id: str) -> Explanation:
    def make(file: str, text: str, error: MarkedYAMLError) -> Fault:
        place = _place(file, error.problem_mark)
        return fault(message_id, place, found=_mark_at(text, place), name=_mark_at(text, place))

    return make


def _at_start(message_id: str) -> Explanation:
    def make(file: str, text: str, error: MarkedYAMLError) -> Fault:
        place = _place(file, error.context_mark or error.problem_mark)
        return fault(message_id, place, found=_mark_at(text, place))

    return make


def _unclosed_bracket(file: str, _text: str, error: MarkedYAMLError) -> Fault:
    opened = _place(file, error.context_mark)
    return fault("unclosed-bracket", _place(file, error.problem_mark), first=opened.line)


def _block_ended(file: str, text: str, error: MarkedYAMLError) -> Fault:
    """A block ends where it should not: after a closed quote the quote is the cause, else the indentation."""
    place = _place(file, error.problem_mark)
    before = text.split("\n")[place.line - 1][: place.column - 1].rstrip()
    return fault("quote-inside-text" if before.endswith(('"', "'")) else "bad-indentation", place)


def _mark_at(text: str, place: Place) -> str:
    """Return the character that stands at a place.

    >>> _mark_at("name: @b", Place("pack.yaml", 1, 7))
    '@'
    """
    line = text.split("\n")[place.line - 1]
    return line[place.column - 1 : place.column].strip() or "…"


_EXPLANATIONS: tuple[tuple[str, Explanation], ...] = (
    ("mapping values are not allowed", _at_problem("colon-in-text")),
    ("found unexpected end of stream", _at_start("unclosed-quote")),
    ("found unexpected document separator", _at_start("unclosed-quote")),
    ("expected ',' or", _unclosed_bracket),
    ("expected <block end>", _block_ended),
    ("could not find expected ':'", _at_start("missing-colon")),
    ("found character", _at_problem("forbidden-start")),
    ("found unknown escape", _at_problem("bad-escape")),
    ("expected escape sequence", _at_problem("bad-escape")),
    ("expected chomping or indentation", _at_problem("bad-block-mark")),
    ("expected indentation indicator", _at_problem("bad-block-mark")),
    ("expected a comment or a line break", _at_problem("bad-block-mark")),
    ("sequence entries are not allowed", _at_problem("dash-not-here")),
    ("expected the node content", _at_problem("stray-bracket")),
    ("found undefined tag handle", _at_problem("tag")),
    ("expected alphabetic or numeric character", _at_start("forbidden-start")),
)
