"""The glossary as a SKOS vocabulary in Turtle: concepts with their labels, definitions, examples and relations.

Few lines are enough to write what the W3C recommendations « SKOS Reference » (2009) and « RDF 1.1 Turtle » (2014) ask
for; a test reads the file back with another program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from cordee.core.packs.library import Term
from cordee.core.packs.pack import Pack
from cordee.core.packs.text import Text

PREFIXES = """\
@prefix dct: <http://purl.org/dc/terms/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def glossary_turtle(pack: Pack, root: str) -> str:
    """Write the glossary in Turtle. `root` is the address of the site, with its final slash; ids hang on it.

    Confusions are notes, not relations: two words that people confuse are not, for that, near in meaning.
    """
    scheme = f"{root}mots/id/"
    blocks = [PREFIXES, _block(f"<{scheme}>", _scheme(pack))]
    by_id = {term.id: term for term in pack.terms}
    addresses = {source.id: source.address for source in pack.sources}
    blocks += [_block(_concept(scheme, term.id), _facts(term, scheme, by_id, addresses)) for term in pack.terms]
    return "\n".join(blocks)


def _block(subject: str, facts: Iterator[str]) -> str:
    return subject + " " + " ;\n  ".join(facts) + " .\n"


def _scheme(pack: Pack) -> Iterator[str]:
    yield "a skos:ConceptScheme"
    yield from _texts("dct:title", pack.card.name)
    yield from _texts("dct:description", pack.card.summary)
    yield f"dct:license {_literal(pack.card.licence)}"
    yield f"dct:hasVersion {_literal(pack.card.version)}"


def _facts(term: Term, scheme: str, by_id: dict[str, Term], addresses: dict[str, str]) -> Iterator[str]:
    yield "a skos:Concept"
    yield f"skos:inScheme <{scheme}>"
    yield from _texts("skos:prefLabel", term.name)
    yield from (f"skos:altLabel {_literal(name)}@fr" for name in term.synonyms.fr if name != term.name.fr)
    yield from (f"skos:altLabel {_literal(name)}@en" for name in term.synonyms.en if name != term.name.en)
    yield from _texts("skos:definition", term.definition)
    yield from _texts("skos:historyNote", term.origin)
    yield from _texts("skos:example", term.example)
    yield from _texts("skos:scopeNote", term.difference)
    yield from (f"skos:related {_concept(scheme, one)}" for one in term.related if one in by_id)
    yield from (f"dct:source <{addresses[one]}>" for one in term.sources if one in addresses)


def _concept(scheme: str, term_id: str) -> str:
    return f"<{scheme}{term_id}/>"


def _texts(name: str, text: Text | None) -> Iterator[str]:
    if text:
        yield f"{name} {_literal(text.fr)}@fr"
        yield f"{name} {_literal(text.en)}@en"


def _literal(words: str) -> str:
    r"""Write a literal: the escapes of JSON are escapes of Turtle too.

    >>> print(_literal('a "b"\n'))
    "a \"b\"\n"
    """
    return json.dumps(words, ensure_ascii=False)
