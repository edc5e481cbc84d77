"""DDI-Codebook 2.5: the study, its files and its variables, for archives of social sciences (DDI Alliance, 2014)."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from cordee.core.packs.messages.wording import Said
from cordee.core.packs.text import Lang, Text
from cordee.stats.design import Design
from cordee.stats.metadata.citation import citation_in
from cordee.stats.metadata.described import Described, FileDescribed
from cordee.stats.metadata.licences import title_of
from cordee.stats.sources.dictionary import Variable

NAMESPACE = "ddi:codebook:2_5"
SCHEMA = "https://ddialliance.org/Specification/DDI-Codebook/2.5/XMLSchema/codebook.xsd"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
WHERE = f"{{{INSTANCE}}}schemaLocation"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"
ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 has no way to hold."""
SCALE = "scale"
"""Type of the note that keeps the scale of a question, which DDI has no element for."""
SYNTHETIC = Said("données synthétiques : personne n’a répondu", "synthetic data: nobody answered")
METHODS = {
    "raking": Said("calage par raking ratio", "raking"),
    "linear": Said("calage linéaire", "linear calibration"),
    "logit": Said("calage logistique borné", "logit calibration within bounds"),
}


def ddi_of(described: Described) -> str:
    """Return the codebook of an edition, in XML.

    Texts are in French, then in English. Variables are those of the dictionary and those that the design names.
    """
    ET.register_namespace("", NAMESPACE)
    ET.register_namespace("xsi", INSTANCE)
    book = ET.Element(_name("codeBook"), {"version": "2.5", LANG: "fr", WHERE: f"{NAMESPACE} {SCHEMA}"})
    _study(_under(book, "stdyDscr"), described)
    for place, file in enumerate(described.files, 1):
        _file(_under(book, "fileDscr", ID=f"F{place}", URI=file.name), file, described)
    data = _under(book, "dataDscr")
    for place, (name, variable) in enumerate(_variables(described), 1):
        _variable(_under(data, "var", ID=f"V{place}", name=name), name, variable, described.design)
    ET.indent(book, " ")
    return ET.tostring(book, encoding="unicode", xml_declaration=True).replace("'", '"', 4) + "\n"


def _study(study: ET.Element, described: Described) -> None:
    _citation(_under(study, "citation"), described)
    design = described.design
    info = _under(study, "stdyInfo")
    if described.edition.note:
        _both(info, "abstract", described.edition.note)
    scope = _under(info, "sumDscr")
    _both(scope, "universe", _universe(described))
    if described.edition.synthetic:
        _both(scope, "dataKind", SYNTHETIC)
    collection = _under(_under(study, "method"), "dataColl")
    _both(collection, "sampProc", sampling_of(design))
    _both(collection, "weight", weighting_of(design))
    _access(_under(study, "dataAccs"), described)


def _citation(citation: ET.Element, described: Described) -> None:
    edition = described.edition
    titles = _under(citation, "titlStmt")
    _text(titles, "titl", edition.title.fr, "fr")
    _text(titles, "parTitl", edition.title.en, "en")
    _text(titles, "IDNo", edition.id, agency="cordee")
    if edition.doi:
        _text(titles, "IDNo", edition.doi, agency="DOI")
    people = _under(citation, "rspStmt")
    _text(people, "AuthEnty", edition.prepared_by)
    _text(people, "othId", edition.approved_by, role="approved")
    making = _under(citation, "prodStmt")
    _text(making, "producer", described.publisher)
    _text(making, "prodDate", described.day, date=described.day)
    _text(making, "software", edition.software)
    out = _under(citation, "distStmt")
    _text(out, "distDate", described.day, date=described.day)
    _text(_under(citation, "verStmt"), "version", edition.id, date=described.day)
    if described.link:
        _under(citation, "holdings", URI=described.link)


def _access(access: ET.Element, described: Described) -> None:
    """Say how to cite and on which terms, in a statement for each language: DDI 2.5 takes each once in a statement."""
    languages: tuple[Lang, ...] = ("fr", "en")
    for lang in languages:
        use = _under(access, "useStmt", **{LANG: lang})
        _text(use, "citReq", citation_in(lang, described), lang)
        _text(use, "conditions", title_of(described.edition.licence).in_(lang), lang)


def _universe(described: Described) -> Said:
    """Return who was asked: the bases of the variables, each once."""
    bases = [each.base for each in described.dictionary.variables.values() if each.base]
    said = [Said(base, base) if isinstance(base, str) else Said(base.fr, base.en) for base in dict.fromkeys(bases)]
    if not said:
        return Said("non précisé", "not specified")
    return Said(", ".join(each.fr for each in said), ", ".join(each.en for each in said))


def sampling_of(design: Design) -> Said:
    """Say how the sample was drawn, from the design.

    >>> sampling_of(Design(strata=("region",), clusters=("town",))).en
    'Strata: region. Clusters: town.'
    """
    parts = [
        (("Strates\u202f: ", "Strata: "), ", ".join(design.strata)),
        (("Grappes\u202f: ", "Clusters: "), ", ".join(design.clusters)),
        (("Correction de population finie\u202f: ", "Finite population correction: "), design.fpc or ""),
    ]
    said = [(f"{fr}{names}.", f"{en}{names}.") for (fr, en), names in parts if names]
    if not said:
        return Said("Lignes tirées une à une, sans strate.", "Rows drawn one by one, without strata.")
    return Said(" ".join(fr for fr, _ in said), " ".join(en for _, en in said))


def weighting_of(design: Design) -> Said:
    """Say how rows are weighted, from the design.

    >>> weighting_of(Design(weight="w")).en
    'Weight: w.'
    """
    fr = f"Poids\u202f: {design.weight}." if design.weight else "Sans poids."
    en = f"Weight: {design.weight}." if design.weight else "No weight."
    if design.calibration:
        method = METHODS[design.calibration.method]
        fr, en = f"{fr} {method.fr.capitalize()}.", f"{en} {method.en.capitalize()}."
    return Said(fr, en)


def _file(element: ET.Element, file: FileDescribed, described: Described) -> None:
    told = _under(element, "fileTxt")
    _text(told, "fileName", file.name)
    table = described.table_of(file)
    if table is not None:
        size = _under(told, "dimensns")
        _text(size, "caseQnty", str(len(table.rows)))
        _text(size, "varQnty", str(len(table.columns)))
    _text(told, "fileType", file.media_type)
    _text(element, "notes", file.sha256, type="sha256")


def _variables(described: Described) -> Iterator[tuple[str, Variable]]:
    design, known = described.design, described.dictionary
    asked = [name for each in design.estimates for name in (*each.asked, each.denominator) if name]
    stages = (*design.strata, *design.clusters, design.fpc, design.weight)
    for name in dict.fromkeys((*known.variables, *asked, *described.domains, *filter(None, stages))):
        yield name, known.of(name)


def _variable(element: ET.Element, name: str, variable: Variable, design: Design) -> None:
    if name == design.weight:
        element.set("wgt", "wgt")
    if variable.text:
        _both(element, "labl", variable.text)
        for lang, words in (("fr", variable.text.fr), ("en", variable.text.en)):
            _text(_under(element, "qstn", **{LANG: lang}), "qstnLit", words, lang)
    if variable.missing:
        ranges = _under(element, "invalrng")
        for code in variable.missing:
            _under(ranges, "item", VALUE=str(code))
    if variable.base:
        _say(element, "universe", variable.base)
    _categories(element, variable)
    if variable.scale:
        _text(element, "notes", variable.scale, type=SCALE)


def _categories(element: ET.Element, variable: Variable) -> None:
    missing = {str(code) for code in variable.missing}
    for code, label in variable.labels.items():
        category = _under(element, "catgry", **({"missing": "Y"} if code in missing else {}))
        _text(category, "catValu", code)
        _say(category, "labl", label)


def _name(tag: str) -> str:
    return f"{{{NAMESPACE}}}{tag}"


def _under(parent: ET.Element, tag: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, _name(tag), {name: ILLEGAL.sub("", value) for name, value in attributes.items()})


def _text(parent: ET.Element, tag: str, words: str, lang: str = "", **attributes: str) -> None:
    element = _under(parent, tag, **({LANG: lang} if lang else {}), **attributes)
    element.text = ILLEGAL.sub("", words)


def _say(parent: ET.Element, tag: str, words: str | Text) -> None:
    """Say it in both languages, or once when it is the same in both."""
    if isinstance(words, str):
        _text(parent, tag, words)
    else:
        _both(parent, tag, words)


def _both(parent: ET.Element, tag: str, words: Text | Said) -> None:
    """Say it in French, then in English."""
    _text(parent, tag, words.fr, "fr")
    _text(parent, tag, words.en, "en")
