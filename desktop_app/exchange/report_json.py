"""A whole report as JSON and back, without loss. The shape is told in docs/json.md."""

import base64
import binascii
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple, TypeVar

from desktop_app.domain.amounts import money_of, number_of
from desktop_app.domain.form import AMOUNT_KINDS, ColumnKind, FormSpec, PartKind
from desktop_app.domain.office import Emblem, Office, picture_size
from desktop_app.domain.photo import PhotoFile
from desktop_app.domain.plan_summary import summary_of
from desktop_app.domain.report import ACTING_WORDS, Chart, Head, Report, Round, Row, SignOff, Status
from desktop_app.domain.scores import score_of
from desktop_app.domain.yearly import Section
from desktop_app.errors import KnownError
from desktop_app.exchange.photo_json import activity_to_json, read_activity
from desktop_app.exchange.score_json import read_score, read_scores, score_data
from desktop_app.exchange.top_items import top_items
from desktop_app.exchange.yearly_json import read_tables, tables_data, totals_data
from desktop_app.language import _
from desktop_app.thai.dates import FIRST_YEAR, LAST_YEAR
from desktop_app.thai.periods import parse_period

HEAD_DATES = ("date", "sent_date")
HEAD_TEXTS = tuple(field.name for field in fields(Head) if field.name not in HEAD_DATES)
OFFICE_TEXTS = tuple(field.name for field in fields(Office) if field.name != "emblem")
Choice = TypeVar("Choice", Status, Round, Section, Chart)
_HALF_OF_A_PAIR = re.compile("[\ud800-\udfff]")
SIGNOFF_TEXTS = ("part", "role", "opinion", "rank", "name", "position", "acting_word", "acting_for")


_WHOLE = _("รายงาน")
_NO_REPORT = _("ไฟล์ .json นี้ไม่ใช่รายงานที่ส่งออกจากโปรแกรมนี้ กรุณาเลือกไฟล์ที่ส่งออกไว้")


class JsonError(KnownError):
    """The file is no report that was exported."""


def report_to_json(
    report: Report, form: FormSpec, form_file: str = "", jpeg: Callable[[str], bytes] | None = None
) -> str:
    """Return the JSON text of a report, enough to print the very page elsewhere.

    ``period``, sums, lists and the summary are computed from what the form says. ``form_file`` goes along:
    the text of a form of the office's own, which nobody else has. ``jpeg`` gives the bytes of a photo by
    its SHA-256; without it photos are only named. Ids of the database are left out.
    """
    head = {**asdict(report.head), **{name: _iso(getattr(report.head, name)) for name in HEAD_DATES}}
    return json.dumps(
        {
            **_computed(report, form),
            "form": report.form_id,
            **({"form_file": form_file} if form_file else {}),
            "fiscal_year": report.fiscal_year,
            "round": report.round,
            "under_memo": report.under_memo,
            "office": _office(report.office),
            "head": head,
            "texts": dict(report.texts),
            "rows": [_row(row, form) for row in report.rows],
            "signoffs": [_signoff(signoff) for signoff in report.signoffs],
            "activities": [activity_to_json(one, jpeg) for one in report.activities],
            "scores": [score_data(one) for one in report.scores],
            "chart": report.chart,
            "earlier_scores": [score_data(one) for one in report.earlier_scores],
            "tables": tables_data(report, form),
            "unplaced": list(report.unplaced),
        },
        ensure_ascii=False,
        indent=2,
    )


class Exported(NamedTuple):
    """What an exported file holds: the report, the text of its form or "", its photos by SHA-256."""

    report: Report
    form_file: str
    photos: Mapping[str, PhotoFile]

    def jpeg(self, sha256: str) -> bytes:
        """Return the JPEG of a photo. Raises JsonError when the file does not hold it."""
        if sha256 not in self.photos:
            raise JsonError(_("ไฟล์ .json นี้ไม่มีภาพของกิจกรรม กรุณาส่งออกรายงานใหม่อีกครั้ง"))
        return self.photos[sha256].jpeg


def report_from_json(text: str) -> Report:
    """Return the report of a JSON text; its ids are 0. Raises JsonError, which names the wrong place."""
    return read_exported(text).report


def read_exported(text: str) -> Exported:
    """Return what a JSON text holds. Raises JsonError like `report_from_json`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise JsonError(_("ไฟล์ .json นี้ไม่ครบหรือเสียหาย กรุณาส่งออกรายงานใหม่อีกครั้ง")) from error
    top = Place(data, _WHOLE)
    if not (top.has("form") and top.has("fiscal_year")):
        raise JsonError(_NO_REPORT)
    photos: dict[str, PhotoFile] = {}
    return Exported(_read_report(top, photos), top.text("form_file"), photos)


def _read_report(top: "Place", photos: dict[str, PhotoFile]) -> Report:
    """Return the report; the photos that its text holds go into ``photos``."""
    head = top.inner("head")
    return Report(
        id=0,
        form_id=top.text("form"),
        fiscal_year=top.buddhist_year("fiscal_year"),
        round=top.choice("round", Round, Round.TWELVE_MONTHS),
        office=_read_office(top, head),
        head=_read_head(head),
        texts=top.inner("texts").all_texts(),
        rows=tuple(_read_row(place, number) for number, place in enumerate(top.items("rows"), start=1)),
        signoffs=tuple(
            _read_signoff(place, order) for order, place in enumerate(top.items("signoffs"), start=1)
        ),
        activities=tuple(read_activity(place, photos) for place in top.items("activities")),
        scores=read_scores(top),
        years=read_tables(top),
        unplaced=tuple(top.texts("unplaced")),
        under_memo=top.flag("under_memo"),
        chart=top.choice("chart", Chart, Chart.NONE),
        earlier_scores=tuple(map(read_score, top.items("earlier_scores"))),
    )


def _computed(report: Report, form: FormSpec) -> dict[str, Any]:
    """Return what other programs would have to work out: texts that are lists by item, the summary."""
    listed = [part.key for part in form.parts if part.listed]
    found: dict[str, Any] = {
        key: [line for line in report.texts.get(key, "").split("\n") if line.strip()] for key in listed
    }
    if summary := summary_of(report, form):
        found["summary"] = {
            "total": summary.total,
            **summary.counts,
            "budget": str(summary.budget),
            "spent": str(summary.spent),
            "spent_percent": str(summary.spent_percent),
            "implementation_percent": str(summary.implementation_percent),
            "level": summary.level,
        }
    if any(part.kind is PartKind.SCORES for part in form.parts):
        found["score_totals"] = totals_data(report, form)
    return found


def _office(office: Office) -> dict[str, str | None]:
    texts = {name: getattr(office, name) for name in OFFICE_TEXTS}
    emblem = base64.b64encode(office.emblem.image).decode() if office.emblem else None
    return {**texts, "emblem": emblem}


def _read_office(top: "Place", head: "Place") -> Office:
    """Return the office; without one the head tells its name."""
    if not top.has("office"):
        return Office(name=head.text("office"))
    place = top.inner("office")
    emblem = place.picture("emblem")
    texts = {name: place.text(name) for name in OFFICE_TEXTS}
    return Office(**texts, emblem=Emblem(emblem) if emblem else None)


def _read_head(place: "Place") -> Head:
    values: dict[str, Any] = {name: place.text(name) for name in HEAD_TEXTS}
    values |= {name: place.day(name) for name in HEAD_DATES}
    return Head(**values)


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _row(row: Row, form: FormSpec) -> dict[str, Any]:
    return {
        **_values(row, form),
        "number": row.number,
        "cells": dict(row.cells),
        "status": row.status,
        "reason": row.reason,
        "period": _period(row, form),
    }


def _values(row: Row, form: FormSpec) -> dict[str, str | list[str] | None]:
    """Return the value of each number and sum of money as a decimal string; None for a cell without one.

    A list that is told beside the table is given by its items.
    """
    found: dict[str, str | list[str] | None] = {}
    told = {key for part in form.parts for key in part.shows}
    for column in form.table.columns if form.table else ():
        if column.kind is ColumnKind.LIST and column.key in told:
            found[column.key] = top_items(row.cells.get(column.key, ""))
        elif column.kind in AMOUNT_KINDS:
            text = row.cells.get(column.key, "")
            value = money_of(text) if column.kind is ColumnKind.MONEY else number_of(text)
            places = ".2f" if column.kind is ColumnKind.MONEY else ""
            found[column.key] = None if value is None else format(value, places)
    return found


def _period(row: Row, form: FormSpec) -> dict[str, Any] | None:
    columns = form.table.columns if form.table else ()
    for column in columns:
        if column.kind is ColumnKind.PERIOD:
            text = row.cells.get(column.key, "")
            found = parse_period(text)
            return {
                "start": _iso(found.start) if found else None,
                "end": _iso(found.end) if found else None,
                "text": text,
            }
    return None


def _signoff(signoff: SignOff) -> dict[str, Any]:
    texts = {name: getattr(signoff, name) for name in SIGNOFF_TEXTS}
    told = {"order": signoff.order, **texts, "date": _iso(signoff.signed_date)}
    if signoff.signature is not None:
        told["signature"] = base64.b64encode(signoff.signature).decode()
    return told


def _read_row(place: "Place", number: int) -> Row:
    status = place.choice("status", Status, Status.WAITING)
    return Row(0, number, place.inner("cells").all_texts(), status, place.text("reason"))


def _read_signoff(place: "Place", order: int) -> SignOff:
    if place.text("acting_word") not in ("", *ACTING_WORDS):
        raise place.wrong("acting_word")
    return SignOff(
        id=0,
        order=order,
        part=place.text("part"),
        role=place.text("role"),
        opinion=place.text("opinion"),
        rank=place.text("rank"),
        name=place.text("name"),
        position=place.text("position"),
        acting_word=place.text("acting_word"),
        acting_for=place.text("acting_for"),
        signed_date=place.day("date"),
        signature=place.picture("signature"),
    )


def _wrong_at(name: str) -> str:
    return _("ข้อมูลของ {name} ในไฟล์ .json นี้ไม่ครบหรือเสียหาย กรุณาส่งออกรายงานใหม่อีกครั้ง").format(name=name)


class Place:
    """One object of the JSON with its name, for telling where something is wrong."""

    def __init__(self, data: object, name: str) -> None:
        if not isinstance(data, dict):
            raise JsonError(_NO_REPORT if name == _WHOLE else _wrong_at(name))
        self._data, self._name = data, name

    def wrong(self, key: str) -> JsonError:
        """Return the error for a value that cannot be used."""
        sentence = _("ค่าของ {key} ใน {name} ไม่ถูกต้อง กรุณาส่งออกรายงานใหม่อีกครั้ง")
        return JsonError(sentence.format(key=key, name=self._name))

    def has(self, key: str) -> bool:
        """Tell whether the key is there."""
        return key in self._data

    def text(self, key: str) -> str:
        """Return a text; missing means empty. Half a surrogate pair is no text."""
        value = self._data.get(key, "")
        if not isinstance(value, str) or not _is_text(value):
            raise self.wrong(key)
        return value

    def flag(self, key: str) -> bool:
        """Return a truth value; missing means false."""
        value = self._data.get(key, False)
        if not isinstance(value, bool):
            raise self.wrong(key)
        return value

    def picture(self, key: str) -> bytes | None:
        """Return the PNG of a text in base64, or None."""
        image = self.data(key)
        if image is not None and picture_size(image) is None:
            raise self.wrong(key)
        return image

    def data(self, key: str) -> bytes | None:
        """Return the bytes that are told in base64, or None."""
        text = self._data.get(key)
        if text is None:
            return None
        try:
            return base64.b64decode(text, validate=True)
        except (TypeError, ValueError, binascii.Error):
            raise self.wrong(key) from None

    def buddhist_year(self, key: str) -> int:
        """Return a year of the Buddhist era, which must be there."""
        value = self._data.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or not FIRST_YEAR <= value <= LAST_YEAR:
            raise self.wrong(key)
        return value

    def day(self, key: str) -> date | None:
        """Return an ISO date (CE), or None."""
        value = self._data.get(key)
        try:
            return None if value is None else date.fromisoformat(value)
        except (TypeError, ValueError):
            raise self.wrong(key) from None

    def whole(self, key: str, most: int | None = None) -> int:
        """Return a whole number from 1 on, which must be there."""
        value = self._data.get(key)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1 or value > (most or value):
            raise self.wrong(key)
        return value

    def score(self, key: str) -> Decimal | None:
        """Return the score of a decimal string ("98.99"), or None."""
        if self._data.get(key) is None:
            return None
        try:
            return score_of(self.text(key))
        except KnownError:
            raise self.wrong(key) from None

    def choice(self, key: str, kind: type[Choice], missing: Choice | None = None) -> Choice:
        """Return one of the closed list ``kind``; without ``missing`` it must be there."""
        value = self._data.get(key, missing)
        if not isinstance(value, str):
            raise self.wrong(key)
        try:
            return kind(value)
        except ValueError:
            raise self.wrong(key) from None

    def inner(self, key: str) -> "Place":
        """Return the object below ``key``; missing means empty."""
        return Place(self._data.get(key, {}), key)

    def items(self, key: str) -> list["Place"]:
        """Return the objects of a list; missing means none."""
        words, found = _("{key} ที่ {number}"), enumerate(self._list(key), start=1)
        return [Place(item, words.format(key=key, number=number)) for number, item in found]

    def texts(self, key: str) -> list[str]:
        """Return a list of texts; missing means none."""
        found = self._list(key)
        if not all(isinstance(item, str) and _is_text(item) for item in found):
            raise self.wrong(key)
        return found

    def all_texts(self) -> dict[str, str]:
        """Return all that is here, as texts."""
        if not all(map(_is_text, self._data)):
            raise JsonError(_("ชื่อใน {name} ไม่ถูกต้อง กรุณาส่งออกรายงานใหม่อีกครั้ง").format(name=self._name))
        return {key: self.text(key) for key in self._data}

    def _list(self, key: str) -> list[Any]:
        found = self._data.get(key, [])
        if not isinstance(found, list):
            raise self.wrong(key)
        return found


def _is_text(value: str) -> bool:
    return _HALF_OF_A_PAIR.search(value) is None
