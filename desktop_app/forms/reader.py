"""Reads a form file (resources/forms/*.toml) into a FormSpec."""

import errno
import re
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from desktop_app.domain.form import (
    AMOUNT_KINDS,
    MOST_PHOTOS,
    OF_ONE_YEAR,
    SIGNED_KINDS,
    TEXT_KINDS,
    Column,
    ColumnKind,
    FormSpec,
    Level,
    Part,
    PartKind,
    Slot,
)
from desktop_app.domain.report import DigitPolicy, Status
from desktop_app.forms.toml_values import FormError, Table
from desktop_app.language import _

__all__ = ["FormError", "read_form"]

_LIMIT = 1_000_000
_KEY = re.compile(r"[a-z][a-z0-9_-]*")
_AT_LINE = re.compile(r"\(at line (\d+), column \d+\)")
ONCE = (
    PartKind.MEMO_HEAD,
    PartKind.TABLE,
    PartKind.ACTIVITIES,
    PartKind.AS_OF,
    PartKind.SUMMARY,
    PartKind.SCORES,
)
"""A report has only one of each."""
_OWN_KEY_OF = {
    "template": TEXT_KINDS,
    "centred": (PartKind.TEXT,),
    "carried": TEXT_KINDS,
    "columns": (PartKind.TABLE,),
    "roles": (PartKind.SIGNATURES,),
    "slots": SIGNED_KINDS,
    "heading": (PartKind.TEXT, PartKind.NARRATIVE, PartKind.AS_OF, PartKind.SUMMARY, PartKind.SCORES),
    "listed": (PartKind.TEXT,),
    "sorted_by": (PartKind.TABLE,),
    "name": (PartKind.NARRATIVE,),
    "group": (PartKind.NARRATIVE,),
    "groups": (PartKind.NARRATIVE,),
    "shows": (PartKind.NARRATIVE,),
    "budget": (PartKind.SUMMARY,),
    "spent": (PartKind.SUMMARY,),
    "levels": (PartKind.SUMMARY,),
    "indicators": (PartKind.SCORES,),
    "photos_per_page": (PartKind.ACTIVITIES,),
    "yearly": (PartKind.NARRATIVE, PartKind.SUMMARY, PartKind.SCORES),
}
_KEYS_OF_COLUMNS = ("sorted_by", "name", "group", "shows", "budget", "spent")
"""What a part says by keys of the table's columns."""


def read_form(path: Path) -> FormSpec:
    """Return the form that a TOML file describes.

    Raises FormError, whose sentence names the file, the key and the mend, for whatever is wrong.
    """
    return form_of_text(path.name, text_of_form(path))


def form_of_text(name: str, text: str) -> FormSpec:
    """Return the form that the text of a form file describes; ``name`` is how faults call the file.

    Raises FormError like `read_form`.
    """
    top = Table(name, "", _toml(name, text))
    form = FormSpec(
        id=_key(top, "id"),
        title=top.text("title"),
        heading=top.text("heading", default=""),
        subject=top.text("subject", template=True),
        parts=top.tables("parts", _part),
        order=top.number_if_given("order"),
    )
    top.end()
    _check_parts(top, form.parts)
    if not form.heading.strip() and any(part.kind is PartKind.MEMO_HEAD for part in form.parts):
        mend = _("ยังไม่มี กรุณาใส่ชื่อที่พิมพ์บนหัวกระดาษ เช่น บันทึกข้อความ")
        raise top.fault("heading", mend)
    return form


def text_of_form(path: Path) -> str:
    """Return the text of a form file, as it stands there. Raises FormError when it cannot be read."""
    name = path.name
    try:
        if path.exists() and not path.is_file():
            raise FormError(_("{name} ไม่ใช่ไฟล์แบบรายงาน กรุณาเลือกไฟล์ .toml").format(name=name))
        if path.stat().st_size > _LIMIT:
            raise FormError(_("แบบรายงาน {name} ใหญ่เกินไป กรุณาตรวจว่าเลือกไฟล์ถูก").format(name=name))
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        raise FormError(_("ไม่พบแบบรายงาน {name} กรุณาตรวจว่าไฟล์ยังอยู่ที่เดิม").format(name=name)) from None
    except UnicodeDecodeError:
        raise FormError(
            _("แบบรายงาน {name} ไม่ใช่ข้อความ UTF-8 กรุณาบันทึกใหม่เป็น UTF-8").format(name=name)
        ) from None
    except (OSError, RuntimeError) as error:
        raise FormError(_unreadable(name, error)) from None


def _unreadable(name: str, error: OSError | RuntimeError) -> str:
    if isinstance(error, RuntimeError) or error.errno == errno.ELOOP:
        return _("แบบรายงาน {name} เป็นทางลัดที่วนกลับมาหาตัวเอง กรุณาลบทางลัดนี้แล้ววางไฟล์จริงแทน").format(name=name)
    return _("เปิดแบบรายงาน {name} ไม่ได้ กรุณาตรวจสิทธิ์อ่านไฟล์").format(name=name)


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError:
        told = _("แบบรายงาน {name}: มีวงเล็บซ้อนกันลึกเกินไป กรุณาเขียนหมวดและรายการให้ซ้อนกันไม่เกินตัวอย่างในคู่มือ")
        raise FormError(told.format(name=name)) from None
    except ValueError as error:
        raise FormError(_syntax(name, str(error))) from None


def _syntax(name: str, message: str) -> str:
    line = _AT_LINE.search(message)
    where = _("บรรทัดที่ {line}").format(line=line[1]) if line else _("ท้ายไฟล์")
    if "Cannot overwrite" in message or "Cannot declare" in message or "twice" in message:
        return _("แบบรายงาน {name}: {where} มีคำเดียวกันซ้ำในหมวดเดียวกัน กรุณาลบออกให้เหลือหนึ่ง").format(
            name=name, where=where
        )
    return _("แบบรายงาน {name}: {where} เขียนผิดรูปแบบ TOML กรุณาตรวจเครื่องหมายคำพูด = และวงเล็บ").format(
        name=name, where=where
    )


def _key(table: Table, name: str) -> str:
    key = table.text(name)
    if not _KEY.fullmatch(key):
        raise table.fault(name, _("“{key}” ใช้ไม่ได้ กรุณาใช้อักษร a-z ตัวเลข และ _ โดยขึ้นต้นด้วยอักษร").format(key=key))
    return key


def _part(table: Table) -> Part:
    kind = table.choice("kind", PartKind)
    for name, kinds in _OWN_KEY_OF.items():
        if table.has(name) and kind not in kinds:
            meant = _(" หรือ ").join(kinds)
            raise table.fault(
                name, _('ใช้กับ kind = "{kind}" ไม่ได้ กรุณาลบออก (ใช้ได้กับ {meant})').format(kind=kind, meant=meant)
            )
    part = Part(
        kind=kind,
        key=_key(table, "key"),
        title=table.text("title"),
        digits=table.choice("digits", DigitPolicy, DigitPolicy.AS_TYPED),
        template=table.text("template", default="", template=True),
        centred=table.flag("centred", False),
        landscape=table.flag("landscape", False),
        roles=table.flag("roles", False),
        carried=table.flag("carried", True),
        columns=table.tables("columns", _column),
        slots=table.tables("slots", _slot),
        heading=table.text("heading", default=""),
        listed=table.flag("listed", False),
        sorted_by=table.text("sorted_by", default=""),
        name=table.text("name", default=None if kind is PartKind.NARRATIVE else ""),
        group=table.text("group", default=""),
        groups=table.texts("groups"),
        shows=table.texts("shows"),
        budget=table.text("budget", default=""),
        spent=table.text("spent", default=""),
        levels=table.tables("levels", _level),
        indicators=table.texts("indicators"),
        photos_per_page=_photos_per_page(table),
        yearly=table.flag("yearly", False),
    )
    if kind is PartKind.TABLE:
        _check_columns(table, part.columns)
    if kind is PartKind.SCORES and not part.indicators and not part.yearly:
        mend = _('ยังไม่มี กรุณาใส่ชื่อตัวชี้วัดตามลำดับ เช่น ["การปฏิบัติหน้าที่"] หรือใส่ yearly = true')
        raise table.fault("indicators", mend)
    return part


def _photos_per_page(table: Table) -> int:
    most = table.number_if_given("photos_per_page")
    if most is not None and most not in range(1, MOST_PHOTOS + 1):
        raise table.fault(
            "photos_per_page",
            _("ต้องเป็น 1 ถึง {most_photos} กรุณาแก้เป็นเช่น {most_photos}").format(most_photos=MOST_PHOTOS),
        )
    return MOST_PHOTOS if most is None else int(most)


def _column(table: Table) -> Column:
    kind = table.choice("kind", ColumnKind, ColumnKind.TEXT)
    column = Column(
        key=_key(table, "key"),
        heading=table.text("heading"),
        width=table.number_if_given("width"),
        kind=kind,
        required=table.flag("required", False),
        printed=table.flag("printed", True),
        headings=table.texts("headings"),
        statuses=table.choices("statuses", Status),
        begins=table.texts("begins"),
        ticks=table.flag("ticks", False),
        total=table.flag("total", False),
        carried=table.flag("carried", kind not in OF_ONE_YEAR),
        reasons=table.flag("reasons", False),
    )
    if column.carried and kind is ColumnKind.STATUS:
        raise table.fault("carried", _('คอลัมน์ kind = "status" เริ่มใหม่ทุกปี กรุณาลบออกหรือแก้เป็น false'))
    if column.kind is ColumnKind.STATUS and not column.statuses:
        raise table.fault("statuses", _('ยังไม่มี กรุณาใส่สถานะ เช่น ["{done}"]').format(done=Status.DONE))
    if column.kind is not ColumnKind.STATUS and column.statuses:
        raise table.fault("statuses", _('ใช้ได้เฉพาะคอลัมน์ kind = "status" กรุณาลบออกหรือแก้ kind'))
    if column.kind is not ColumnKind.GROUP and column.begins:
        raise table.fault("begins", _('ใช้ได้เฉพาะคอลัมน์ kind = "group" กรุณาลบออกหรือแก้ kind'))
    if column.ticks and column.kind is not ColumnKind.STATUS:
        raise table.fault("ticks", _('ใช้ได้เฉพาะคอลัมน์ kind = "status" กรุณาลบออกหรือแก้ kind'))
    if column.reasons and kind not in (ColumnKind.TEXT, ColumnKind.LIST):
        raise table.fault("reasons", _('ใช้ได้เฉพาะคอลัมน์ kind = "text" หรือ "list" กรุณาลบออกหรือแก้ kind'))
    if column.total and not (column.ticks or column.kind in AMOUNT_KINDS):
        mend = _('ใช้ได้เฉพาะคอลัมน์ kind = "money" "number" และ kind = "status" ที่มี ticks = true กรุณาลบออก')
        raise table.fault("total", mend)
    return column


def _level(table: Table) -> Level:
    return Level(table.number_if_given("at_least") or 0.0, table.text("word"))


def _slot(table: Table) -> Slot:
    return Slot(table.text("role", template=True), table.text("opinion", default="", template=True))


def _check_parts(top: Table, parts: tuple[Part, ...]) -> None:
    if not parts:
        raise top.fault("parts", _("ว่างอยู่ กรุณาเพิ่มหมวด [[parts]] อย่างน้อยหนึ่งหมวด"))
    if again := _twice(part.key for part in parts):
        raise top.fault(f"parts[{again[0]}].key", _("“{key}” ซ้ำกับหมวดก่อนหน้า กรุณาตั้งชื่ออื่น").format(key=again[1]))
    kinds = (part.kind for part in parts if part.kind in ONCE)
    if again := _twice(kinds):
        raise top.fault(
            "parts", _('มี kind = "{kind}" มากกว่าหนึ่งหมวด กรุณาลบออกให้เหลือหนึ่ง').format(kind=again[1])
        )
    _check_keys_of_columns(top, parts)
    _check_narratives(top, parts)


def _check_narratives(top: Table, parts: tuple[Part, ...]) -> None:
    """Refuse a narrative that goes round in a circle: grouped by its own names, or telling them again."""
    for number, part in enumerate(parts, start=1):
        for word, keys in (("group", (part.group,)), ("shows", part.shows)):
            if part.name and part.name in keys:
                mend = _("“{name}” เป็นชื่อแถว (name) อยู่แล้ว จึงวนกลับมาหาตัวเอง กรุณาใช้คอลัมน์อื่นหรือลบออก").format(
                    name=part.name
                )
                raise top.fault(f"parts[{number}].{word}", mend)


def _check_keys_of_columns(top: Table, parts: tuple[Part, ...]) -> None:
    """Refuse a part that names a column that the table does not have."""
    known = [column.key for part in parts for column in part.columns]
    for number, part in enumerate(parts, start=1):
        for word in _KEYS_OF_COLUMNS:
            value = getattr(part, word)
            for key in (value,) if isinstance(value, str) else value:
                if key and key not in known:
                    mend = _("ไม่มีคอลัมน์ “{key}” ในตาราง กรุณาใช้ key ของคอลัมน์ เช่น {names}").format(
                        key=key, names=", ".join(known[:3])
                    )
                    raise top.fault(f"parts[{number}].{word}", mend)


def _check_columns(table: Table, columns: tuple[Column, ...]) -> None:
    groups = [number for number, column in enumerate(columns, 1) if column.kind is ColumnKind.GROUP]
    if len(groups) > 1:
        mend = _('มี kind = "group" มากกว่าหนึ่งคอลัมน์ กรุณาให้เหลือหนึ่ง')
        raise table.fault(f"columns[{groups[1]}].kind", mend)
    if not any(column.printed and column.kind is not ColumnKind.GROUP for column in columns):
        raise table.fault("columns", _("ไม่มีคอลัมน์ที่พิมพ์ กรุณาให้มีคอลัมน์ที่พิมพ์อย่างน้อยหนึ่งคอลัมน์"))
    without = [number for number, column in enumerate(columns, 1) if column.width is None]
    if without and len(without) < len(columns):
        mend = _("ยังไม่มี กรุณาใส่ width ให้ครบทุกคอลัมน์ หรือลบออกทุกคอลัมน์ให้โปรแกรมจัดความกว้างเอง")
        raise table.fault(f"columns[{without[0]}].width", mend)
    if again := _twice(column.key for column in columns):
        raise table.fault(
            f"columns[{again[0]}].key", _("“{key}” ซ้ำกับคอลัมน์ก่อนหน้า กรุณาตั้งชื่ออื่น").format(key=again[1])
        )
    named = [(number, name) for number, column in enumerate(columns, 1) for name in _names(column)]
    if again := _twice(name for _unused, name in named):
        number = named[again[0] - 1][0]
        raise table.fault(
            f"columns[{number}].heading",
            _("“{heading}” ซ้ำกับคอลัมน์อื่น กรุณาใช้หัวตารางที่ต่างกัน").format(heading=again[1]),
        )


def _names(column: Column) -> tuple[str, ...]:
    return tuple(dict.fromkeys("".join(name.split()) for name in (column.heading, *column.headings)))


def _twice(words: Iterable[str]) -> tuple[int, str] | None:
    """Return (1-based place, word) of the first word that was there before, or None."""
    seen: set[str] = set()
    for number, word in enumerate(words, start=1):
        if word in seen:
            return number, word
        seen.add(word)
    return None
