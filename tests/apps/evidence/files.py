"""Small files of every kind, true and false, made byte by byte."""

import io
import struct
import zipfile
from collections.abc import Iterable

from django.core.files.uploadedfile import SimpleUploadedFile

OPEN_XML = ("[Content_Types].xml", b"<Types/>")
PARTS = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
TYPES = {"odt": "text", "ods": "spreadsheet", "odp": "presentation"}


def archive(parts: Iterable[tuple[str, bytes]], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return an archive of some parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as made:
        for name, content in parts:
            made.writestr(name, content)
    return stream.getvalue()


def office(ending: str, *more: tuple[str, bytes]) -> bytes:
    """Return a small office document, with some parts more."""
    if ending in PARTS:
        return archive([OPEN_XML, (PARTS[ending], b"<x/>"), *more])
    declared = b"application/vnd.oasis.opendocument." + TYPES[ending].encode()
    return archive([("mimetype", declared), ("content.xml", b"<x/>"), *more], zipfile.ZIP_STORED)


def exif(order: str = "<", latitude: bool = True) -> bytes:
    """Return what a camera writes: one list that leads to the list of places, with a latitude or without."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    first = struct.pack(f"{order}HHHIII", 1, 0x8825, 4, 1, 26, 0)
    place = struct.pack(f"{order}HHHIII", 1, 2 if latitude else 0, 5, 3, 60, 0)
    return mark + struct.pack(f"{order}I", 8) + first + place + b"\0" * 40


def jpeg(camera: bytes = b"") -> bytes:
    """Return the skeleton of a photograph, with what a camera wrote in it."""
    segment = b"\xff\xe1" + struct.pack(">H", len(camera) + 8) + b"Exif\0\0" + camera if camera else b""
    return b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0" + segment + b"\0" * 40 + b"\xff\xd9"


def png(more: bytes = b"") -> bytes:
    """Return the skeleton of a PNG."""
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"\0" * 17 + more + b"\0\0\0\0IEND\xaeB`\x82"


PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
EXE = b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff" + b"\0" * 200
ELF = b"\x7fELF\2\1\1" + b"\0" * 60
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
HTML = b"<!doctype html><script>alert(1)</script>"
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600
TRUE = {
    "bilan.pdf": PDF,
    **{f"notes.{ending}": office(ending) for ending in (*PARTS, *TYPES)},
    "photo.jpg": jpeg(),
    "photo.JPEG": jpeg(),
    "plan.png": png(),
    "image.gif": b"GIF89a" + b"\0" * 20,
    "image.webp": b"RIFF\x24\0\0\0WEBPVP8 " + b"\0" * 30,
    "photo.heic": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 20,
    "mot.txt": "Bonjour été\n".encode(),
    "vieux.txt": "Bonjour été\n".encode("cp1252"),
    "large.txt": "Bonjour été\n".encode("utf-16"),
    "notes.md": b"# Titre\n",
    "liste.csv": "nom;commune\nZoé;Évreux\n".encode(),
    "voix.mp3": b"ID3\4\0\0\0\0\0\0" + b"\0" * 30,
    "voix.m4a": b"\0\0\0\x20ftypM4A \0\0\0\0M4A mp42" + b"\0" * 20,
    "voix.ogg": b"OggS\0\2" + b"\0" * 22 + b"\x01vorbis" + b"\0" * 30,
    "voix.wav": b"RIFF\x24\0\0\0WAVEfmt " + b"\0" * 30,
}


def upload(name: str = "bilan.pdf", content: bytes = PDF) -> SimpleUploadedFile:
    """Return a file as a browser sends it; what the browser says of its type is never believed."""
    return SimpleUploadedFile(name, content, content_type="application/x-anything")
