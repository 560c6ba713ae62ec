"""Making a report from another place fit a form: what has no place there is kept as unplaced."""

from collections.abc import Collection, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from desktop_app.domain.charts import charts_of
from desktop_app.domain.cover_memo import can_go_under_memo
from desktop_app.domain.form import SIGNED_KINDS, TEXT_KINDS, ColumnKind, FormSpec, PartKind
from desktop_app.domain.report import Activity, Chart, Head, Report, Row, Score, SignOff, Status
from desktop_app.domain.scores import in_order, indicators_of, score_text
from desktop_app.thai.clean import visible_text
from desktop_app.thai.dates import official_date

Value = TypeVar("Value", Activity, Head, SignOff)


def fitted(report: Report, form: FormSpec) -> Report:
    """Return the report without signs nobody can see and with only parts and columns the form has.

    Texts, cells, sign-offs, activities and scores without a place in the form go to ``unplaced``, with
    their words.
    """
    texts = _parts(form, TEXT_KINDS)
    signed = _parts(form, SIGNED_KINDS)
    table = form.table.columns if form.table else ()
    columns = {column.key for column in table if column.kind is not ColumnKind.STATUS}
    strays = [text for key, text in report.texts.items() if key not in texts]
    strays += [text for row in report.rows for key, text in row.cells.items() if key not in columns]
    strays += [row.reason for row in report.rows if row.status is not Status.CANNOT]
    strays += [_words(place) for place in report.signoffs if place.part not in signed]
    told = report.activities if _parts(form, (PartKind.ACTIVITIES,)) else ()
    strays += [_told(one) for one in report.activities if one not in told]
    known = [one for one in report.scores if _has_place(one, report, form)]
    strays += [_scored(one) for one in report.scores if one not in known and not one.is_empty]
    return replace(
        report,
        head=_clean(report.head),
        texts=_known(report.texts, texts),
        rows=tuple(_row(row, columns) for row in report.rows),
        signoffs=tuple(_clean(place) for place in report.signoffs if place.part in signed),
        activities=tuple(_clean(one) for one in told),
        scores=in_order(known),
        under_memo=report.under_memo and can_go_under_memo(form),
        chart=report.chart if report.chart in charts_of(form) else Chart.NONE,
        unplaced=tuple(visible_text(text) for text in (*report.unplaced, *strays) if text.strip()),
    )


def _parts(form: FormSpec, kinds: Collection[PartKind]) -> set[str]:
    return {part.key for part in form.parts if part.kind in kinds}


def _row(row: Row, columns: set[str]) -> Row:
    """Return a row with known cells alone; only one that cannot be done has a reason."""
    reason = visible_text(row.reason) if row.status is Status.CANNOT else ""
    return replace(row, cells=_known(row.cells, columns), reason=reason)


def _known(texts: Mapping[str, str], keys: set[str]) -> dict[str, str]:
    return {key: visible_text(text) for key, text in texts.items() if key in keys}


def _clean(value: Value) -> Value:
    """Return a frozen value with its texts cleaned."""
    found = ((field.name, getattr(value, field.name)) for field in fields(value))
    changes: dict[str, Any] = {name: visible_text(text) for name, text in found if isinstance(text, str)}
    return replace(value, **changes)


def _words(place: SignOff) -> str:
    return "\n".join(text for text in (place.role, place.opinion, place.name, place.position) if text)


def _told(one: Activity) -> str:
    date = official_date(one.date) if one.date else ""
    return "\n".join(text for text in (date, one.place, one.caption) if text)


def _has_place(one: Score, report: Report, form: FormSpec) -> bool:
    return one.indicator <= len(indicators_of(form, report.rules_of(one.year)))


def _scored(one: Score) -> str:
    points = ((one.year - 1, one.previous), (one.year, one.score))
    told = [f"ปี {year} {score_text(score)} คะแนน" for year, score in points if score is not None]
    return " ".join((f"ตัวชี้วัดที่ {one.indicator}", *told))
