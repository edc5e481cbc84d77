"""Whether a picture says where it was taken: the place that telephones write in photographs without being asked."""

from __future__ import annotations

import re
import struct
from pathlib import Path

EXIF = re.compile(rb"(?:Exif\x00\x00|eXIf|EXIF.{4})((?:II\*\x00|MM\x00\*).{4})", re.DOTALL)
"""The beginning of the data of a camera, in JPEG, HEIC, PNG and WebP; its order of bytes and its first list follow."""
WRITTEN = re.compile(rb"exif:GPS(?:Latitude|Longitude)\b|<exif:GPSLatitude", re.IGNORECASE)
"""The same place, as programs write it again in words."""
GPS = 0x8825
LATITUDE = 2
MOST_ENTRIES = 500


def tells_place(path: Path) -> bool:
    """Tell whether a picture holds the place where it was taken."""
    content = path.read_bytes()
    if WRITTEN.search(content):
        return True
    return any(has_latitude(content, found.start(1)) for found in EXIF.finditer(content))


def has_latitude(content: bytes, start: int) -> bool:
    """Tell whether the data of a camera that begin somewhere hold a latitude; damaged data hold nothing."""
    order = "<" if content[start : start + 2] == b"II" else ">"
    try:
        (first,) = struct.unpack_from(f"{order}I", content, start + 4)
        gps = entries(content, start, first, order).get(GPS)
        return gps is not None and LATITUDE in entries(content, start, gps, order)
    except struct.error:
        return False


def entries(content: bytes, start: int, offset: int, order: str) -> dict[int, int]:
    """Return the entries of one list of tags: number → value, or where the value is."""
    (count,) = struct.unpack_from(f"{order}H", content, start + offset)
    found = {}
    for index in range(min(count, MOST_ENTRIES)):
        tag, _kind, _size, value = struct.unpack_from(f"{order}HHII", content, start + offset + 2 + 12 * index)
        found[tag] = value
    return found
