"""The dictionary of a survey: for each variable its question, scale, base, codes and missing codes."""

from collections.abc import Iterable, Mapping
from typing import Annotated

from pydantic import Field

from cordee.core.packs.messages.wording import suggestion
from cordee.core.packs.reading.portions import Portion
from cordee.core.packs.reading.shapes import shape
from cordee.core.packs.reading.yaml_source import read_yaml
from cordee.core.packs.text import Part, Text
from cordee.stats.faults import SurveyFault, SurveyRefused, survey_fault


class Variable(Part):
    """One variable: its question, its scale, its base (who was asked), in one language or in both.

    `missing` lists the codes that are no answer; `labels` all the codes there may be.
    """

    text: Text | None = None
    scale: str | None = None
    base: str | Text | None = None
    missing: Annotated[tuple[str | int, ...], Field(strict=False)] = ()
    labels: dict[str, str | Text] = {}

    def codes(self) -> tuple[str, ...]:
        """Return every code that may be found, missing ones included; none when labels do not say.

        >>> Variable(labels={"1": "oui", "2": "non"}, missing=(9,)).codes()
        ('1', '2', '9')
        """
        return (*self.labels, *(str(code) for code in self.missing)) if self.labels else ()


class Dictionary(Part):
    """Variables by name. `closed`: a code that labels do not list is a mistake in the data."""

    variables: dict[str, Variable] = {}
    closed: bool = True

    def of(self, name: str) -> Variable:
        """Return what is known of a variable, which may be nothing.

        >>> Dictionary().of("q1").missing
        ()
        """
        return self.variables.get(name) or Variable()

    def closed_codes(self, name: str) -> tuple[str, ...]:
        """Return every code that a variable may hold; none when nothing says so.

        >>> book = Dictionary(variables={"q1": Variable(labels={"1": "oui", "2": "non"}, missing=(9,))})
        >>> book.closed_codes("q1"), book.closed_codes("q2")
        (('1', '2', '9'), ())
        """
        return self.of(name).codes() if self.closed else ()


def read_dictionary(name: str, content: bytes) -> Dictionary:
    """Read a dictionary strictly. SurveyRefused: every fault, with its line.

    >>> read_dictionary("d.yaml", b"variables:\\n  q1: {scale: 1-5, missing: [8, 9]}\\n").of("q1").missing
    (8, 9)
    """
    source, faults = read_yaml(name, content)
    if source is None or faults:
        raise SurveyRefused(faults)
    dictionary, faults = shape(Dictionary, Portion("dictionary", source.data, source.place))
    if dictionary is None:
        raise SurveyRefused(faults)
    return dictionary


def from_labels(texts: Mapping[str, str], labels: Mapping[str, Mapping[str, str]]) -> Dictionary:
    """Make a dictionary from the labels of an SPSS or Stata file.

    It is not closed: such files often label the ends of a scale only.

    >>> from_labels({"q1": "Trust"}, {"q1": {"1": "low"}}).of("q1").text.en
    'Trust'
    """
    names = dict.fromkeys((*texts, *labels))
    return Dictionary(
        variables={
            name: Variable(
                text=Text.model_construct(fr=texts[name], en=texts[name]) if name in texts else None,
                labels=dict(labels.get(name, {})),
            )
            for name in names
        },
        closed=False,
    )


def absent_variables(dictionary: Dictionary, columns: Iterable[str], name: str) -> list[SurveyFault]:
    """Return a fault for each variable that the dictionary describes and the data do not have."""
    known = list(columns)
    return [
        survey_fault("bad-dictionary", name, column=variable, suggestion=suggestion(variable, known))
        for variable in dictionary.variables
        if variable not in known
    ]


def what_differs(dictionary: Dictionary, one: str, other: str) -> tuple[str, ...]:
    """Say what forbids comparing two variables: `question`, `scale`, `base`; nothing when they may be compared.

    What the dictionary does not say is taken to differ: a comparison is never allowed by silence.

    >>> words = {"fr": "Confiance", "en": "Trust"}
    >>> same = {"text": words, "scale": "1-5", "base": "mayors"}
    >>> book = Dictionary.model_validate({"variables": {"a": same, "b": {**same, "scale": "0-10"}}})
    >>> what_differs(book, "a", "b"), what_differs(book, "a", "a")
    (('scale',), ())
    """
    if one == other:
        return ()
    pairs = {
        "question": (dictionary.of(one).text, dictionary.of(other).text),
        "scale": (dictionary.of(one).scale, dictionary.of(other).scale),
        "base": (dictionary.of(one).base, dictionary.of(other).base),
    }
    return tuple(name for name, (left, right) in pairs.items() if left is None or left != right)
