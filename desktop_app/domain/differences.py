"""What differs between an issued report and the report as it is now, in sentences."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import date
from decimal import Decimal

from desktop_app.domain.field_words import ACTIVITY_WORDS, HEAD_WORDS, SIGNOFF_WORDS
from desktop_app.domain.form import TEXT_KINDS, ColumnKind, FormSpec
from desktop_app.domain.photo import Photo
from desktop_app.domain.report import STATUS_WORDS, Activity, Head, Report, Row, Score, SignOff
from desktop_app.language import _
from desktop_app.thai.clusters import clusters
from desktop_app.thai.dates import official_date
from desktop_app.thai.digits import numerals

SHOWN = 48
"""Clusters of a text that are shown, so that a sentence stays one or two lines."""
BEFORE = 12
"""Clusters shown before the first one that differs."""


def differences(before: Report, after: Report, form: FormSpec) -> tuple[str, ...]:
    """Return a sentence for each thing of the report that was changed: look, head, texts, rows, signatures.

    Rows and sign-offs are the same when they have the same id.
    """
    return tuple(
        [
            *_office(before, after),
            *_term(before, after),
            *_sending(before, after),
            *_chart(before, after),
            *_fields("", HEAD_WORDS, before.head, after.head),
            *_texts(before, after, form),
            *_rows(before, after, form),
            *_signoffs(before.signoffs, after.signoffs),
            *_activities(before.activities, after.activities),
            *_scores(before.scores, after.scores),
            *_years(before, after),
        ]
    )


def _office(before: Report, after: Report) -> Iterator[str]:
    if before.office.font != after.office.font:
        yield _("เปลี่ยนแบบอักษรของเอกสาร")
    if before.office.emblem != after.office.emblem:
        yield _("เปลี่ยนตราของหน่วยงาน")


def _term(before: Report, after: Report) -> Iterator[str]:
    yield from _text(_("ปีงบประมาณ"), str(before.fiscal_year), str(after.fiscal_year))
    yield from _text(_("รอบ"), before.round.value, after.round.value)


def _sending(before: Report, after: Report) -> Iterator[str]:
    if before.under_memo != after.under_memo:
        yield _("ส่งพร้อมบันทึกข้อความ") if after.under_memo else _("ไม่ส่งพร้อมบันทึกข้อความแล้ว")


def _chart(before: Report, after: Report) -> Iterator[str]:
    if before.chart is not after.chart:
        yield _("เปลี่ยนแผนภูมิบนปก") if after.chart else _("เอาแผนภูมิบนปกออก")


def _texts(before: Report, after: Report, form: FormSpec) -> Iterator[str]:
    for part in form.parts:
        if part.kind in TEXT_KINDS:
            yield from _text(part.title, before.texts.get(part.key, ""), after.texts.get(part.key, ""))


def _rows(before: Report, after: Report, form: FormSpec) -> Iterator[str]:
    old, new = ({row.id: row for row in report.rows} for report in (before, after))
    for row in before.rows:
        if row.id not in new:
            yield _("ลบแถว {number}{begin} ของฉบับก่อน").format(
                number=_number(row.number), begin=_begin(row, form)
            )
    for row in after.rows:
        if row.id not in old:
            yield _("เพิ่มแถว {number}{begin}").format(number=_number(row.number), begin=_begin(row, form))
        else:
            yield from _row(old[row.id], row, form)
    if [row_id for row_id in old if row_id in new] != [row_id for row_id in new if row_id in old]:
        yield _("เปลี่ยนลำดับแถว")


def _row(before: Row, after: Row, form: FormSpec) -> Iterator[str]:
    where = _("แถว {number}").format(number=_number(after.number))
    for column in form.table.columns if form.table else ():
        if column.kind is ColumnKind.STATUS:
            yield from _text(
                _("{where} สถานะ").format(where=where),
                STATUS_WORDS[before.status],
                STATUS_WORDS[after.status],
            )
            yield from _text(_("{where} เหตุผลที่ทำไม่ได้").format(where=where), before.reason, after.reason)
        else:
            old, new = (row.cells.get(column.key, "") for row in (before, after))
            yield from _text(f"{where} {column.heading}", old, new)


def _signoffs(before: tuple[SignOff, ...], after: tuple[SignOff, ...]) -> Iterator[str]:
    old, new = ({one.id: one for one in places} for places in (before, after))
    for one in before:
        if one.id not in new:
            yield _("ลบช่องลงนาม {role} ของฉบับก่อน").format(role=one.role or _number(one.order))
    for one in after:
        if one.id not in old:
            yield _("เพิ่มช่องลงนาม {role}").format(role=one.role or _number(one.order))
        else:
            where = _("ลงนาม {role} ").format(role=one.role or _number(one.order))
            yield from _fields(where, SIGNOFF_WORDS, old[one.id], one)
            if old[one.id].signature != one.signature:
                yield _("{where}{printed}ลายมือชื่อ").format(
                    where=where, printed=_("พิมพ์") if one.signature else _("ไม่พิมพ์")
                )
    if [place for place in old if place in new] != [place for place in new if place in old]:
        yield _("เปลี่ยนลำดับช่องลงนาม")


def _activities(before: tuple[Activity, ...], after: tuple[Activity, ...]) -> Iterator[str]:
    for number, (old, new) in enumerate(zip(before, after, strict=False), start=1):
        yield from _fields(_("กิจกรรม {number} ").format(number=_number(number)), ACTIVITY_WORDS, old, new)
        yield from _photos(_("กิจกรรม {number}").format(number=_number(number)), old.photos, new.photos)
    if len(before) != len(after):
        yield _("กิจกรรมจาก {before} รายการ เป็น {after} รายการ").format(
            before=_number(len(before)), after=_number(len(after))
        )


def _photos(where: str, before: tuple[Photo, ...], after: tuple[Photo, ...]) -> Iterator[str]:
    old, new = Counter(before), Counter(after)
    if gone := (old - new).total():
        yield _("{where} ลบภาพ {number} ภาพ").format(where=where, number=_number(gone))
    if came := (new - old).total():
        yield _("{where} เพิ่มภาพ {number} ภาพ").format(where=where, number=_number(came))
    if before != after and old == new:
        yield _("{where} เปลี่ยนลำดับภาพ").format(where=where)


def _scores(before: tuple[Score, ...], after: tuple[Score, ...]) -> Iterator[str]:
    old, new = ({(one.year, one.indicator): one for one in scores} for scores in (before, after))
    for year, indicator in sorted({*old, *new}):
        none = Score(indicator, year)
        was, now = old.get((year, indicator), none), new.get((year, indicator), none)
        where = _("คะแนนตัวชี้วัดที่ {number} ปี ").format(number=_number(indicator))
        yield from _text(f"{where}{_number(year)}", _points(was.score), _points(now.score))
        yield from _text(f"{where}{_number(year - 1)}", _points(was.previous), _points(now.previous))


def _years(before: Report, after: Report) -> Iterator[str]:
    """Tell the years whose tables are others now, of those that the earlier report was printed with."""
    for year, was in before.years.items():
        now = after.rules_of(year).tables
        if any(
            section not in now or now[section].filled != table.filled for section, table in was.tables.items()
        ):
            yield _("เปลี่ยนตารางประจำปี {number} ที่ใช้คำนวณหรือพิมพ์ในรายงาน").format(number=_number(year))


def _points(score: Decimal | None) -> str:
    return "" if score is None else numerals(f"{score:.2f}")


def _fields(
    where: str, words: Mapping[str, str], before: Head | SignOff | Activity, after: Head | SignOff | Activity
) -> Iterator[str]:
    """Tell the fields that have words and differ between two values of the same kind."""
    for field in fields(after):
        if field.name in words:
            old, new = (_words(getattr(value, field.name)) for value in (before, after))
            yield from _text(f"{where}{_(words[field.name])}", old, new)


def _text(where: str, old: str, new: str) -> Iterator[str]:
    """Tell one text that differs, each of the two from shortly before the first difference on."""
    if old == new:
        return
    if not old.strip() or not new.strip():
        yield (
            _("{where} เติม “{new}”").format(where=where, new=_cut(new, 0))
            if new.strip()
            else _("{where} ลบ “{old}”").format(where=where, old=_cut(old, 0))
        )
        return
    pairs = zip(clusters(old), clusters(new), strict=False)
    alike = next((at for at, (one, other) in enumerate(pairs) if one != other), len(clusters(new)))
    start = max(0, alike - BEFORE)
    yield _("{where} จาก “{old}” เป็น “{new}”").format(where=where, old=_cut(old, start), new=_cut(new, start))


def _cut(text: str, start: int) -> str:
    """Return ``SHOWN`` clusters from ``start`` on as one line, with … where something is left out."""
    found = clusters(text)
    shown = " ".join("".join(found[start : start + SHOWN]).split())
    return f"{'…' if start else ''}{shown}{'…' if len(found) > start + SHOWN else ''}"


def _words(value: str | date | None) -> str:
    return official_date(value) if isinstance(value, date) else value or ""


def _begin(row: Row, form: FormSpec) -> str:
    """Return how a row begins, in quotes: its first cell that is not empty."""
    columns = form.table.columns if form.table else ()
    text = next((row.cells[one.key] for one in columns if row.cells.get(one.key, "").strip()), "")
    return f" “{_cut(text, 0)}”" if text else ""


def _number(number: int) -> str:
    return numerals(number)
