"""Changes to a form, each giving a new one: what the form editor does, without any window.

A `Path` says what in a form is meant: () the form itself, (1,) its second part, (1, 0) the first column,
place for a signature or level of that part. Keys stay as they are, so that reports keep their texts; a new
part or column gets a key that was never used.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from typing import Any

from desktop_app.domain.form import (
    AMOUNT_KINDS,
    OF_ONE_YEAR,
    Column,
    ColumnKind,
    FormSpec,
    Level,
    Part,
    PartKind,
    Slot,
)
from desktop_app.domain.report import Status
from desktop_app.errors import KnownError
from desktop_app.forms.reader import ONCE, FormError, form_of_text
from desktop_app.forms.words import PART_WORDS
from desktop_app.forms.writer import form_text
from desktop_app.language import _

Path = tuple[int, ...]
Item = FormSpec | Part | Column | Slot | Level

INNER = {
    PartKind.TABLE: "columns",
    PartKind.SIGNATURES: "slots",
    PartKind.OPINIONS: "slots",
    PartKind.SUMMARY: "levels",
}
"""What the parts of a kind hold in an order of their own."""
REASON_KINDS = (ColumnKind.TEXT, ColumnKind.LIST)
"""The kinds of column that may tell why a row cannot be done."""
_NEEDS_TABLE = (PartKind.NARRATIVE, PartKind.SUMMARY)


def fault_of(form: FormSpec) -> FormError | None:
    """Return why the form cannot be used, or None; every fault has its place."""
    try:
        form_of_text(form.title, form_text(form))
    except FormError as fault:
        return fault
    return None


def item_at(form: FormSpec, path: Path) -> Item:
    """Return what a path leads to."""
    if not path:
        return form
    part = form.parts[path[0]]
    return part if len(path) == 1 else _inner(part)[path[1]]


def inner_of(form: FormSpec, path: Path) -> tuple[Any, ...]:
    """Return what lies inside of the form or of a part, in its order."""
    item = item_at(form, path)
    if isinstance(item, FormSpec):
        return item.parts
    return _inner(item) if isinstance(item, Part) else ()


def keys_of(item: Item) -> frozenset[str]:
    """Return the keys by which reports hold texts of a part (those of a table by its columns) or a column."""
    if isinstance(item, Part):
        return frozenset((item.key, *(column.key for column in item.columns)))
    return frozenset((item.key,)) if isinstance(item, Column) else frozenset()


def changed(form: FormSpec, path: Path, **values: Any) -> FormSpec:
    """Return the form with other values in what the path leads to, and without what does not go with them."""
    item = item_at(form, path)
    if isinstance(item, Column):
        return _put(form, path, _fitting(item, replace(item, **values)))
    new = replace(item, **values)
    if isinstance(new, Part) and new.name:
        shows = tuple(key for key in new.shows if key != new.name)
        new = replace(new, shows=shows, group="" if new.group == new.name else new.group)
    return _put(form, path, new)


def moved(form: FormSpec, path: Path, by: int) -> tuple[FormSpec, Path]:
    """Return the form with an item further up (-1) or down (1) among its like, and its new path."""
    siblings = list(inner_of(form, path[:-1]))
    at = path[-1] + by
    if not 0 <= at < len(siblings):
        return form, path
    siblings.insert(at, siblings.pop(path[-1]))
    return _with_inner(form, path[:-1], siblings), (*path[:-1], at)


def removed(form: FormSpec, path: Path) -> FormSpec:
    """Return the form without an item. Raises KnownError when the form could not do without it."""
    siblings = list(inner_of(form, path[:-1]))
    item = siblings.pop(path[-1])
    if isinstance(item, Part):
        return _without_part(form, item, siblings)
    if isinstance(item, Column):
        return _without_column(form, path, item, siblings)
    return _with_inner(form, path[:-1], siblings)


def kinds_to_add(form: FormSpec) -> list[PartKind]:
    """Return the kinds of part that the form can have one more of."""
    there = {part.kind for part in form.parts}
    has_table = form.table is not None
    return [
        kind
        for kind in PartKind
        if (kind not in ONCE or kind not in there) and (has_table or kind not in _NEEDS_TABLE)
    ]


def with_part(form: FormSpec, kind: PartKind, at: int, used: Collection[str] = ()) -> tuple[FormSpec, Path]:
    """Return the form with a new part at this place, and its path. ``used``: keys reports hold texts by."""
    keys = {part.key for part in form.parts}
    key = new_key("rows" if kind is PartKind.TABLE else kind.value, keys | set(used))
    part = Part(kind, key, PART_WORDS.get(kind, kind.value), **_first_values(form, kind))
    if kind is PartKind.MEMO_HEAD and not form.heading:
        form = replace(form, heading="บันทึกข้อความ")
    return replace(form, parts=(*form.parts[:at], part, *form.parts[at:])), (at,)


def with_inner(form: FormSpec, path: Path, used: Collection[str] = ()) -> tuple[FormSpec, Path]:
    """Return the form with one more column, place to sign or level after the one at ``path``, and its path.

    ``path`` may also be the part's: then the new one is its last.
    """
    part = form.parts[path[0]]
    there = _inner(part)
    at = path[1] + 1 if len(path) > 1 else len(there)
    new: Column | Slot | Level
    if part.kind is PartKind.TABLE:
        new = _new_column(part, used)
    elif part.kind is PartKind.SUMMARY:
        new = Level(0.0, "ระดับใหม่")
    else:
        new = Slot("ผู้ลงนาม")
    return _with_inner(form, path[:1], [*there[:at], new, *there[at:]]), (path[0], at)


def with_even_widths(form: FormSpec, path: Path, chosen: bool) -> FormSpec:
    """Return the form whose table has widths of its own (all alike at first), or leaves them to the page."""
    part = form.parts[path[0]]
    columns = [replace(column, width=10.0 if chosen else None) for column in part.columns]
    return _with_inner(form, path[:1], columns)


def copied(form: FormSpec, form_id: str, title: str) -> FormSpec:
    """Return the same form under another id and title, at the end of the list."""
    return replace(form, id=form_id, title=title, order=None)


def new_key(stem: str, taken: Collection[str]) -> str:
    """Return a key that is not taken: the stem, or the stem with a number."""
    key, number = stem, 1
    while key in taken:
        number += 1
        key = f"{stem}_{number}"
    return key


def _first_values(form: FormSpec, kind: PartKind) -> dict[str, Any]:
    """Return what a new part of a kind cannot be without."""
    if kind is PartKind.TABLE:
        return {"columns": (Column("subject", "เรื่อง", required=True), Column("result", "ผลการดำเนินงาน"))}
    if kind is PartKind.NARRATIVE and form.table:
        return {"name": form.table.columns[0].key}
    if kind is PartKind.SCORES:
        return {"indicators": ("ตัวชี้วัดที่หนึ่ง",)}
    if kind in (PartKind.SIGNATURES, PartKind.OPINIONS):
        return {"slots": (Slot("ผู้รายงาน" if kind is PartKind.SIGNATURES else "หัวหน้าหน่วยงาน"),)}
    return {}


def _new_column(part: Part, used: Collection[str]) -> Column:
    keys = {column.key for column in part.columns}
    headings = {
        "".join(name.split()) for column in part.columns for name in (column.heading, *column.headings)
    }
    heading, number = "คอลัมน์ใหม่", 1
    while heading in headings:
        number += 1
        heading = f"คอลัมน์ใหม่{number}"
    widths = [column.width for column in part.columns if column.width is not None]
    width = round(sum(widths) / len(widths), 1) if widths else None
    return Column(new_key("column", keys | set(used)), heading, width)


def _fitting(before: Column, after: Column) -> Column:
    """Return the column with what only other kinds of column have taken out."""
    if after.kind is not before.kind:
        after = replace(after, carried=after.kind not in OF_ONE_YEAR)
    if after.kind is ColumnKind.STATUS:
        after = replace(after, statuses=after.statuses or tuple(Status), carried=False)
    else:
        after = replace(after, statuses=(), ticks=False)
    if after.kind is not ColumnKind.GROUP:
        after = replace(after, begins=())
    if after.kind not in REASON_KINDS:
        after = replace(after, reasons=False)
    return after if after.ticks or after.kind in AMOUNT_KINDS else replace(after, total=False)


def _without_part(form: FormSpec, part: Part, rest: list[Part]) -> FormSpec:
    if not rest:
        raise KnownError(_("แบบรายงานต้องมีอย่างน้อยหนึ่งหมวด กรุณาเพิ่มหมวดอื่นก่อน"))
    if part.kind is PartKind.TABLE:
        rest = [_forgetting(one, {column.key for column in part.columns}) for one in rest]
    return replace(form, parts=tuple(rest))


def _without_column(form: FormSpec, path: Path, column: Column, rest: list[Column]) -> FormSpec:
    if not any(one.printed and one.kind is not ColumnKind.GROUP for one in rest):
        raise KnownError(_("ตารางต้องมีคอลัมน์ที่พิมพ์อย่างน้อยหนึ่งคอลัมน์ กรุณาเพิ่มคอลัมน์อื่นก่อน"))
    form = _with_inner(form, path[:1], rest)
    return replace(form, parts=tuple(_forgetting(part, {column.key}) for part in form.parts))


def _forgetting(part: Part, keys: set[str]) -> Part:
    """Return a part that no longer speaks of these columns. Raises KnownError for one that must."""
    if part.name in keys:
        raise KnownError(
            _("หมวด “{title}” ใช้คอลัมน์นี้เป็นชื่อแถว กรุณาเลือกคอลัมน์อื่นในหมวดนั้นก่อน").format(title=part.title)
        )
    kept: dict[str, Any] = {
        word: "" for word in ("sorted_by", "group", "budget", "spent") if getattr(part, word) in keys
    }
    return replace(part, shows=tuple(key for key in part.shows if key not in keys), **kept)


def _inner(part: Part) -> tuple[Any, ...]:
    return getattr(part, INNER[part.kind]) if part.kind in INNER else ()


def _put(form: FormSpec, path: Path, item: Item) -> FormSpec:
    if isinstance(item, FormSpec):
        return item
    siblings = list(inner_of(form, path[:-1]))
    siblings[path[-1]] = item
    return _with_inner(form, path[:-1], siblings)


def _with_inner(form: FormSpec, path: Path, inner: Iterable[Any]) -> FormSpec:
    if not path:
        return replace(form, parts=tuple(inner))
    part = form.parts[path[0]]
    values: dict[str, Any] = {INNER[part.kind]: tuple(inner)}
    new = replace(part, **values)
    return replace(form, parts=(*form.parts[: path[0]], new, *form.parts[path[0] + 1 :]))
