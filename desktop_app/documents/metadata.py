"""What a file says about itself: information dictionary, XMP packet, the colours it means."""

import struct
from functools import lru_cache

from desktop_app.documents.pdf_file import PdfFile, reference, text_string
from desktop_app.documents.typeset.shaping import sayable

LANGUAGE = "th-TH"
_PROGRAM = "Banthuek"
_LONGEST = 1000
"""Characters of a title; 32,767 bytes are the most a string may have (ISO 19005-2, 6.1.13)."""
_COLOURS = "sRGB IEC61966-2.1"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"\
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
{creator}<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>{program}</xmp:CreatorTool>
<pdf:Producer>{program}</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
_ESCAPED = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_CREATOR = "<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>\n"


def one_line(text: str) -> str:
    """Return a text as a file may say it of itself: on one line, and within what the format allows."""
    line = sayable(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def add_info(file: PdfFile, title: str, author: str) -> int:
    """Put title, author and program into the file; return the number of the information dictionary.

    No date: the same document is the same file, whenever it was made.
    """
    program = text_string(_PROGRAM)
    by = f"/Author {text_string(author)}" if author else ""
    return file.add(f"<</Title {text_string(title)}{by}/Creator {program}/Producer {program}>>")


def add_packet(file: PdfFile, title: str, author: str) -> int:
    """Put the XMP packet into the file, in plain text as archives want it; return its number.

    It says the same as `add_info` (ISO 19005-2, 6.6.3).
    """
    packet = _PACKET.format(
        title=title.translate(_ESCAPED),
        creator=_CREATOR.format(author=author.translate(_ESCAPED)) if author else "",
        language=LANGUAGE,
        program=_PROGRAM,
    )
    return file.add_plain_stream(packet.encode("utf-8"), "/Type/Metadata/Subtype/XML")


def add_colours(file: PdfFile) -> int:
    """Put in that red, green and blue mean those of sRGB; return the number of the output intent."""
    profile = file.add_stream(srgb_profile(), "/N 3")
    return file.add(
        f"<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier({_COLOURS})/Info({_COLOURS})"
        f"/DestOutputProfile {reference(profile)}>>"
    )


_WHITE = (0.9642, 1.0, 0.8249)
_PRIMARIES = {
    b"rXYZ": (0.43607, 0.22249, 0.01392),
    b"gXYZ": (0.38515, 0.71687, 0.09708),
    b"bXYZ": (0.14307, 0.06061, 0.71410),
}
"""White and primaries of IEC 61966-2-1 as seen under D50, the light of all profiles."""
_STEPS = 256


@lru_cache(maxsize=1)
def srgb_profile() -> bytes:
    """Return an ICC profile of sRGB, made from its definition (IEC 61966-2-1; ICC.1:2001-04, version 2.1)."""
    name = _COLOURS.encode("ascii") + b"\0"
    curve = b"curv" + struct.pack(f">II{_STEPS}H", 0, _STEPS, *_linear_light())
    tags = [
        (b"desc", b"desc" + struct.pack(">II", 0, len(name)) + name + bytes(78)),
        (b"cprt", b"text" + bytes(4) + b"No copyright, use freely\0"),
        (b"wtpt", _coordinates(_WHITE)),
        *((tag, _coordinates(primary)) for tag, primary in _PRIMARIES.items()),
        *((tag, curve) for tag in (b"rTRC", b"gTRC", b"bTRC")),
    ]
    return _profile(tags)


def _linear_light() -> list[int]:
    """Return the light of every step of an sRGB channel, 0 to 65535."""
    steps = (at / (_STEPS - 1) for at in range(_STEPS))
    light = (step / 12.92 if step <= 0.04045 else ((step + 0.055) / 1.055) ** 2.4 for step in steps)
    return [round(each * 65535) for each in light]


def _coordinates(values: tuple[float, float, float]) -> bytes:
    return b"XYZ " + struct.pack(">I3i", 0, *(round(value * 65536) for value in values))


def _profile(tags: list[tuple[bytes, bytes]]) -> bytes:
    """Put header, table and tags together; tags with the same data share it."""
    start = 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}
    data = b""
    for _, body in tags:
        if body not in places:
            places[body] = start + len(data)
            data += body + bytes(-len(body) % 4)
    table = b"".join(tag + struct.pack(">II", places[body], len(body)) for tag, body in tags)
    header = struct.pack(
        ">I4sI4s4s4s6H4s7I3iI44x",
        start + len(data),
        bytes(4),
        0x02100000,
        b"mntr",
        b"RGB ",
        b"XYZ ",
        *(2000, 1, 1, 0, 0, 0),
        b"acsp",
        *(0,) * 7,
        *(round(value * 65536) for value in _WHITE),
        0,
    )
    return header + struct.pack(">I", len(tags)) + table + data
