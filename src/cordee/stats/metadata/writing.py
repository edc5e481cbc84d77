"""Every file of metadata of an edition, by its name in the folder."""

from collections.abc import Callable, Mapping

from cordee.stats.metadata.citation import citation_bib, citation_cff, citation_text
from cordee.stats.metadata.csvw import csvw_of
from cordee.stats.metadata.dcat import dcat_of
from cordee.stats.metadata.ddi import ddi_of
from cordee.stats.metadata.described import Described
from cordee.stats.metadata.frictionless import datapackage_of
from cordee.stats.metadata.sdmx import sdmx_csv_of

WRITERS: Mapping[str, Callable[[Described], str]] = {
    "CITATION.cff": citation_cff,
    "citation.bib": citation_bib,
    "citation.txt": citation_text,
    "csv-metadata.json": csvw_of,
    "datapackage.json": datapackage_of,
    "dcat.jsonld": dcat_of,
    "ddi-codebook.xml": ddi_of,
    "estimates-sdmx.csv": sdmx_csv_of,
}
"""Name of the file → what writes it. `csv-metadata.json` and `datapackage.json` are where programs look for them."""


def metadata_files(described: Described) -> dict[str, str]:
    """Return the text of each file of metadata."""
    return {name: writer(described) for name, writer in WRITERS.items()}
