"""Which fields the form editor shows for a form, a part, a column, a place to sign, a level."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop_app.domain.form import (
    AMOUNT_KINDS,
    MOST_PHOTOS,
    Column,
    ColumnKind,
    FormSpec,
    Level,
    Part,
    PartKind,
    Slot,
)
from desktop_app.domain.report import STATUS_WORDS
from desktop_app.forms.editing import REASON_KINDS, Path, item_at
from desktop_app.forms.words import COLUMN_WORDS, DIGIT_WORDS
from desktop_app.language import _
from desktop_app.thai.shown import numerals

Choices = tuple[tuple[str, str], ...]


class Shape(Enum):
    """How a field is typed."""

    LINE = auto()
    TEXT = auto()
    LINES = auto()
    """Several names, one on each line."""
    FLAG = auto()
    NUMBER = auto()
    CHOICE = auto()
    PHRASE = auto()
    CHECKS = auto()
    """Some of a closed list."""
    WIDTHS = auto()
    """Whether the columns of a table have widths of their own."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field: which value it holds, its words, how it is typed. ``template``: office data can go in."""

    name: str
    words: str
    shape: Shape
    hint: str
    choices: Choices = ()
    template: bool = False
    needed: bool = False
    """A number that must be there: what is none is not taken."""


_TITLE = Field("title", _("ชื่อในหน้าต่าง"), Shape.LINE, _("ชื่อหมวดที่เห็นเป็นขั้นตอนตอนกรอกรายงาน"))
_DIGITS = Field("digits", _("เลขที่พิมพ์"), Shape.CHOICE, _("เลขไทยหรืออารบิกบนกระดาษ"), tuple(DIGIT_WORDS.items()))
_LANDSCAPE = Field(
    "landscape", _("กระดาษแนวนอน"), Shape.FLAG, _("พิมพ์หมวดนี้บนกระดาษแนวนอน เมื่อแนวเปลี่ยนจะขึ้นหน้าใหม่")
)
_HEADING = Field("heading", _("หัวข้อบนกระดาษ"), Shape.LINE, _("หัวข้อตัวหนาเหนือข้อความ เว้นว่างถ้าไม่พิมพ์"))
_TEMPLATE = Field(
    "template", _("ข้อความเริ่มต้น"), Shape.TEXT, _("ข้อความที่รายงานใหม่เริ่มด้วย แก้ต่อในรายงานได้"), (), True
)
_KEPT = Field(
    "carried",
    _("ยกไปรายงานปีถัดไป"),
    Shape.FLAG,
    _("รายงานปีถัดไปเริ่มด้วยข้อความเดิม ถ้าไม่ทำเครื่องหมายจะเริ่มด้วยข้อความเริ่มต้น"),
)
_CENTRED = Field("centred", _("เป็นชื่อเรื่องกลางหน้า"), Shape.FLAG, _("พิมพ์ตัวหนากลางหน้าแทนย่อหน้าธรรมดา"))
_LISTED = Field("listed", _("เป็นข้อ ๆ"), Shape.FLAG, _("บรรทัดละหนึ่งข้อ เช่น ปัญหาและข้อเสนอแนะ"))
_ROLES = Field("roles", _("พิมพ์หน้าที่เหนือที่ลงชื่อ"), Shape.FLAG, _("พิมพ์เช่น ผู้รายงาน เหนือที่ลงชื่อ"))
_INDICATORS = Field("indicators", _("ตัวชี้วัด"), Shape.LINES, _("ชื่อตัวชี้วัดที่ ๑ ๒ ๓ … บรรทัดละหนึ่งตัวชี้วัด"))
_YEARLY = Field(
    "yearly", _("ใช้ตารางประจำปี"), Shape.FLAG, _("ชื่อมิติ ระดับ และตัวชี้วัดเป็นของปีที่รายงาน ที่กรอกในแบบใช้เมื่อไม่มีตาราง")
)
_PHOTOS = Field(
    "photos_per_page",
    _("ภาพต่อหน้า"),
    Shape.CHOICE,
    _("จำนวนภาพสูงสุดบนหนึ่งหน้า ภาพน้อยลงพิมพ์ใหญ่ขึ้น"),
    tuple(
        (str(count), _("ไม่เกิน {count} ภาพ").format(count=numerals(count)))
        for count in range(1, MOST_PHOTOS + 1)
    ),
)
_WIDTHS = Field(
    "widths", _("กำหนดความกว้างเอง"), Shape.WIDTHS, _("ถ้าไม่ทำเครื่องหมาย โปรแกรมจัดความกว้างให้ตารางสั้นที่สุด")
)


def fields_of(form: FormSpec, path: Path) -> tuple[Field, ...]:
    """Return the fields of what a path leads to, in the order in which they are filled."""
    match item_at(form, path):
        case FormSpec():
            return _of_form(form)
        case Part() as part:
            return (_TITLE, *_of_part(form, part), *_on_paper(part))
        case Column() as column:
            return _of_column(form.parts[path[0]], column)
        case Slot():
            return _of_slot(form.parts[path[0]])
        case Level():
            return (
                Field("word", _("คำของระดับ"), Shape.LINE, _("เช่น มาก หรือ ปานกลาง")),
                Field("at_least", _("ตั้งแต่ร้อยละ"), Shape.NUMBER, _("ร้อยละที่ระดับนี้เริ่ม เว้นว่างสำหรับระดับต่ำสุด")),
            )


def _of_form(form: FormSpec) -> tuple[Field, ...]:
    title = Field("title", _("ชื่อแบบรายงาน"), Shape.LINE, _("ชื่อที่เห็นในรายการรายงานใหม่"))
    subject = Field("subject", _("ชื่อเรื่องของรายงาน"), Shape.TEXT, _("ชื่อเรื่องที่รายงานใหม่เริ่มด้วย"), (), True)
    heading = Field("heading", _("ชื่อบนหัวกระดาษ"), Shape.LINE, _("เช่น บันทึกข้อความ"))
    has_head = any(part.kind is PartKind.MEMO_HEAD for part in form.parts)
    return (title, subject, heading) if has_head else (title, subject)


def _on_paper(part: Part) -> tuple[Field, ...]:
    return (_DIGITS, _LANDSCAPE) if part.kind is not PartKind.COVER else (_DIGITS,)


def _of_part(form: FormSpec, part: Part) -> tuple[Field, ...]:
    table = form.table.columns if form.table else ()
    match part.kind:
        case PartKind.COVER:
            return (_TEMPLATE, _KEPT)
        case PartKind.TEXT:
            return (_HEADING, _TEMPLATE, _CENTRED, _LISTED, _KEPT)
        case PartKind.TABLE:
            numbers = _columns(table, ColumnKind.NUMBER)
            hint = _("คอลัมน์ตัวเลขที่เรียงแถวบนกระดาษ ในหน้าต่างเรียงตามที่กรอก")
            order = Field("sorted_by", _("เรียงแถวตาม"), Shape.CHOICE, hint, (("", _("ตามที่กรอก")), *numbers))
            return (_WIDTHS, order)
        case PartKind.NARRATIVE:
            return _of_narrative(part, _columns(table))
        case PartKind.AS_OF:
            return (Field("heading", _("คำหน้าวันที่"), Shape.LINE, _("เช่น ข้อมูล ณ วันที่")),)
        case PartKind.SUMMARY:
            money = (("", _("ไม่มี")), *_columns(table, ColumnKind.MONEY))
            return (
                _HEADING,
                Field("budget", _("คอลัมน์งบประมาณ"), Shape.CHOICE, _("คอลัมน์จำนวนเงินที่เป็นงบประมาณ"), money),
                Field("spent", _("คอลัมน์เบิกจ่าย"), Shape.CHOICE, _("คอลัมน์จำนวนเงินที่เบิกจ่าย"), money),
                _YEARLY,
            )
        case PartKind.SIGNATURES:
            return (_ROLES,)
        case PartKind.SCORES:
            return (_HEADING, _YEARLY, _INDICATORS)
        case PartKind.ACTIVITIES:
            return (_PHOTOS,)
    return ()


def _of_narrative(part: Part, columns: Choices) -> tuple[Field, ...]:
    others = tuple(choice for choice in columns if choice[0] != part.name)
    return (
        _HEADING,
        Field("name", _("คอลัมน์ที่เป็นชื่อ"), Shape.CHOICE, _("คอลัมน์ที่เป็นชื่อของแต่ละแถว เช่น ชื่อโครงการ"), columns),
        Field("group", _("จัดกลุ่มตาม"), Shape.CHOICE, _("คอลัมน์ที่จัดกลุ่ม เช่น มิติ"), (("", _("ไม่จัดกลุ่ม")), *others)),
        _YEARLY,
        Field(
            "groups", _("หัวข้อของกลุ่ม"), Shape.LINES, _("หัวข้อของกลุ่มที่ ๑ ๒ ๓ … บรรทัดละหนึ่งหัวข้อ เว้นว่างเพื่อพิมพ์ตามช่อง")
        ),
        Field("shows", _("คอลัมน์ที่เล่า"), Shape.CHECKS, _("คอลัมน์ที่พิมพ์เป็นข้อความของแต่ละแถว"), others),
    )


def _of_column(part: Part, column: Column) -> tuple[Field, ...]:
    of_others = {one.kind for one in part.columns if one is not column}
    single = {ColumnKind.STATUS, ColumnKind.GROUP} & of_others
    kinds = tuple((kind, words) for kind, words in COLUMN_WORDS.items() if kind not in single)
    found = [
        Field("heading", _("หัวตาราง"), Shape.LINE, _("หัวคอลัมน์บนกระดาษและในหน้าต่าง")),
        Field("kind", _("ชนิดของช่อง"), Shape.CHOICE, _("ชนิดของช่อง บอกวิธีกรอก การตรวจ และการจัดชิด"), kinds),
    ]
    if column.width is not None:
        found.append(
            Field("width", _("ความกว้าง"), Shape.NUMBER, _("ส่วนแบ่งความกว้างเทียบกับคอลัมน์อื่น"), needed=True)
        )
    found.append(Field("printed", _("พิมพ์บนกระดาษ"), Shape.FLAG, _("ถ้าไม่ทำเครื่องหมาย คอลัมน์เห็นในหน้าต่างเท่านั้น")))
    found.append(Field("required", _("ต้องกรอก"), Shape.FLAG, _("โปรแกรมเตือนเมื่อช่องว่าง")))
    if column.kind is ColumnKind.STATUS:
        statuses = tuple((status, words) for status, words in STATUS_WORDS.items())
        found.append(Field("statuses", _("สถานะที่มี"), Shape.CHECKS, _("สถานะที่เลือกได้ในคอลัมน์นี้"), statuses))
        found.append(Field("ticks", _("พิมพ์เป็นช่องติ๊ก"), Shape.FLAG, _("พิมพ์คอลัมน์ละสถานะ ทำเครื่องหมายในช่องที่ตรง")))
    else:
        found.append(
            Field(
                "carried", _("ยกไปรายงานปีถัดไป"), Shape.FLAG, _("ถ้าไม่ทำเครื่องหมาย รายงานปีถัดไปเริ่มว่าง เช่นผลของปี")
            )
        )
    if column.kind in REASON_KINDS:
        why = _("เหตุผลของแถวที่ไม่สามารถดำเนินการได้พิมพ์ในช่องนี้ เหนือข้อความ")
        found.append(Field("reasons", _("พิมพ์เหตุผลที่ทำไม่ได้"), Shape.FLAG, why))
    if column.kind in AMOUNT_KINDS or column.ticks:
        found.append(Field("total", _("มีผลรวมท้ายตาราง"), Shape.FLAG, _("แถวสุดท้ายบอกผลรวมของคอลัมน์นี้")))
    if column.kind is ColumnKind.GROUP:
        begins = _("คำที่หัวข้อในไฟล์นำเข้าขึ้นต้น เช่น ตัวชี้วัดที่ บรรทัดละคำ")
        found.append(Field("begins", _("หัวข้อขึ้นต้นด้วย"), Shape.LINES, begins))
    others = _("หัวตารางอื่นที่หมายถึงคอลัมน์นี้ ใช้ตอนนำเข้าและวางตาราง บรรทัดละหัว")
    found.append(Field("headings", _("หัวตารางอื่นตอนนำเข้า"), Shape.LINES, others))
    return tuple(found)


def _of_slot(part: Part) -> tuple[Field, ...]:
    role = Field("role", _("หน้าที่หรือตำแหน่ง"), Shape.TEXT, _("เช่น ผู้รายงาน หรือ ปลัดเทศบาล"), (), True)
    if part.kind is not PartKind.OPINIONS:
        return (role,)
    return (
        role,
        Field("opinion", _("ความเห็นที่เขียนให้ก่อน"), Shape.PHRASE, _("ความเห็นที่รายงานใหม่เริ่มด้วย เว้นว่างไว้เขียนเอง")),
    )


def _columns(columns: tuple[Column, ...], *kinds: ColumnKind) -> Choices:
    return tuple((column.key, column.heading) for column in columns if not kinds or column.kind in kinds)
