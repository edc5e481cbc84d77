"""DCAT: an entry for catalogues of open data, in JSON-LD that needs nothing else to be read (W3C, DCAT 3, 2024)."""

import json
from typing import Any

from cordee.stats.metadata.described import Described, FileDescribed
from cordee.stats.metadata.languages import in_both
from cordee.stats.metadata.licences import licence_called

CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
LANGUAGES = "http://publications.europa.eu/resource/authority/language/"
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"


def dcat_of(described: Described) -> str:
    """Return the entry: a dataset and one distribution for each file.

    Addresses of files are relative: they are read beside the entry, wherever the edition stands.
    """
    edition = described.edition
    document: dict[str, Any] = {
        "@context": CONTEXT,
        "@id": described.link or "./",
        "@type": "dcat:Dataset",
        "dct:identifier": edition.doi or edition.id,
        "dct:title": in_both(edition.title),
        "dct:issued": {"@value": edition.published_at, "@type": "xsd:dateTime"},
        "dct:creator": _agent(edition.prepared_by),
        "dct:publisher": _agent(described.publisher),
        "dct:language": [{"@id": f"{LANGUAGES}FRA"}, {"@id": f"{LANGUAGES}ENG"}],
        "dct:license": _licence(edition.licence),
        "dcat:keyword": list(described.keywords),
        "dcat:version": edition.id,
        "dcat:distribution": [_distribution(file, edition.licence) for file in described.files],
    }
    if edition.address:
        document["dcat:landingPage"] = {"@id": edition.address}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _distribution(file: FileDescribed, licence: str) -> dict[str, Any]:
    checksum = {
        "@type": "spdx:Checksum",
        "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
        "spdx:checksumValue": {"@value": file.sha256, "@type": "xsd:hexBinary"},
    }
    return {
        "@id": f"#{file.name}",
        "@type": "dcat:Distribution",
        "dct:title": file.name,
        "dcat:downloadURL": {"@id": file.name},
        "dcat:mediaType": {"@id": f"{MEDIA_TYPES}{file.media_type}"},
        "dcat:byteSize": {"@value": str(file.size), "@type": "xsd:nonNegativeInteger"},
        "dct:license": _licence(licence),
        "spdx:checksum": checksum,
    }


def _licence(name: str) -> Any:
    known = licence_called(name)
    return {"@id": known.address} if known else {"@type": "dct:LicenseDocument", "dct:title": name}


def _agent(name: str) -> dict[str, str]:
    return {"@type": "foaf:Agent", "foaf:name": name}
