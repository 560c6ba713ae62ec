"""What a printed document cannot show as it was meant: a family or characters that no font here has."""

from collections.abc import Iterator
from typing import Any

from desktop_app.documents.blocks import (
    Block,
    Cells,
    Cover,
    Document,
    Illustrated,
    LeaderLine,
    NewPage,
    Opinion,
    Paragraph,
    RowGroup,
    Signature,
    Table,
    Title,
)
from desktop_app.documents.typeset.coverage import lacking
from desktop_app.documents.typeset.fonts import face
from desktop_app.documents.typeset.installed import find_family
from desktop_app.domain.where import Where
from desktop_app.language import _
from desktop_app.thai.digits import numerals

_MOST = 5
"""So many characters are told one by one."""


def shortcomings(document: Document) -> tuple[str, ...]:
    """Return a Thai sentence for each thing that is not printed as it was meant; mostly none."""
    found = find_family(document.family)
    faults = (found.fault,) if found.fault else ()
    used = frozenset("".join(_texts((document.blocks, document.secrecy))))
    missing = lacking(used, face(found.family)) | lacking(used, face(found.family, bold=True))
    return (*faults, *_missing_sentences(document, missing)) if missing else faults


def _missing_sentences(document: Document, missing: frozenset[str]) -> Iterator[str]:
    places: dict[str, str] = {}
    for place, content in _places(document):
        for character in sorted(missing.intersection("".join(_texts(content)))):
            places.setdefault(character, place)
    for character, place in list(places.items())[:_MOST]:
        code = f"[U+{ord(character):04X}]"
        shown = f"“{character}” " if character.isprintable() else ""
        yield (
            _(
                "{place}มีอักขระ {shown}ที่แบบอักษรในเครื่องนี้พิมพ์ไม่ได้ จึงพิมพ์เป็น {code} กรุณาเปลี่ยนเป็นอักขระอื่น "
                "หรือติดตั้งแบบอักษรที่มีอักขระนี้"
            ).format(place=place, shown=shown, code=code)
        )
    if len(places) > _MOST:
        yield _("ยังมีอักขระที่พิมพ์ไม่ได้อีก {count} ตัว กรุณาตรวจหน้าที่พิมพ์").format(count=numerals(len(places) - _MOST))


def _places(document: Document) -> Iterator[tuple[str, Any]]:
    """Yield everything that is printed with the Thai name of its place."""
    for block in document.blocks:
        yield from _places_in(block)
    yield _("ชั้นความลับ"), document.secrecy


def _places_in(block: Block) -> Iterator[tuple[str, Any]]:
    match block:
        case NewPage():
            return
        case Cover():
            yield _("ปก"), block
        case Title():
            yield _("หัวเอกสาร"), block
        case LeaderLine():
            yield from ((_("ช่อง{label}").format(label=field.label), field) for field in block.fields)
        case Paragraph():
            yield _("ช่อง{label}").format(label=block.hang) if block.hang else _("ข้อความ"), block
        case Table():
            yield _("หัวตาราง"), block.columns
            yield from ((_("หัวข้อในตาราง"), row) for row in block.rows if isinstance(row, RowGroup))
            rows = (row for row in block.rows if not isinstance(row, RowGroup))
            yield from (
                (_("ตารางแถวที่ {row} ").format(row=numerals(at)), row)
                for at, row in enumerate(rows, start=block.first)
            )
        case Signature():
            yield _("ช่องลงชื่อ"), block
        case Opinion():
            yield block.heading, block
        case Illustrated():
            yield _("กิจกรรม"), block


def _texts(value: Any) -> set[str]:
    """Return every text in a block, however deep; what it was made from is not printed."""
    found: set[str] = set()
    waiting = [(value,)]
    while waiting:
        for each in waiting.pop():
            if isinstance(each, str):
                found.add(each)
            elif isinstance(each, tuple) and not isinstance(each, Where | Cells):
                waiting.append(each)
    return found
