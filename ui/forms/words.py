"""What the form editor says: names of things, and where something is wrong."""

import re

from desktop_app.domain.form import Column, FormSpec, Level, Part, PartKind, Slot
from desktop_app.forms.editing import Item, Path, inner_of, item_at
from desktop_app.forms.toml_values import FormError
from desktop_app.forms.words import COLUMN_WORDS, FIELD_WORDS, PART_WORDS
from desktop_app.language import _
from desktop_app.thai.shown import numerals

_PLACE = re.compile(r"parts\[(\d+)\](?:\.(?:columns|slots|levels)\[(\d+)\])?")
_FIELD = re.compile(r"\{([a-z_.]+)\}")
INNER_WORDS = {
    PartKind.TABLE: _("คอลัมน์"),
    PartKind.SIGNATURES: _("ที่ลงนาม"),
    PartKind.OPINIONS: _("ที่ลงความเห็น"),
    PartKind.SUMMARY: _("ระดับ"),
}
"""What can be added inside of a part, by its kind."""


def name_of(item: Item) -> str:
    """Return what an item is called in the outline."""
    match item:
        case FormSpec() | Part():
            return item.title
        case Column():
            return item.heading
        case Slot():
            return template_words(item.role)
        case Level():
            return item.word


def detail_of(item: Item) -> str:
    """Return what the outline tells beside the name: the kind, and what is not printed."""
    match item:
        case Part():
            kind = _(PART_WORDS.get(item.kind, ""))
            return "" if kind == item.title else kind
        case Column():
            words = COLUMN_WORDS[item.kind]
            return words if item.printed else _("{words} · ไม่พิมพ์").format(words=words)
        case Level():
            return numerals(_("ตั้งแต่ร้อยละ {at_least:g}").format(at_least=item.at_least))
    return ""


def place_of(fault: FormError, form: FormSpec) -> Path:
    """Return the path to what a fault is about."""
    found = _PLACE.match(fault.place)
    if not found:
        return ()
    path = tuple(int(number) - 1 for number in found.groups() if number)
    return path if path[0] < len(form.parts) and path[-1] < len(inner_of(form, path[:-1])) else ()


def fault_words(fault: FormError, form: FormSpec) -> str:
    """Return the sentence about a fault as somebody who never saw a form file understands it."""
    path = place_of(fault, form)
    names = [f"“{name_of(item_at(form, path[: length + 1]))}”" for length in range(len(path))]
    where = " › ".join(names) or _("ทั้งแบบ")
    mend = fault.mend or fault.sentence
    if unknown := re.search(r"\{[^{}]*\}", mend):
        mend = _("ไม่รู้จัก {field} กรุณาใช้ปุ่ม แทรกข้อมูล แทนการพิมพ์วงเล็บปีกกาเอง").format(field=unknown[0])
    return f"{where}: {mend}"


def template_words(template: str) -> str:
    """Return a template with the names of its fields as they are called in an office."""
    return _FIELD.sub(lambda found: FIELD_WORDS.get(found[1], found[1]), template)
