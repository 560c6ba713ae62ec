"""Why a row cannot be done: found in the remark of a table that was brought in."""

import re
from collections.abc import Iterable
from dataclasses import replace

from desktop_app.domain.form import Column
from desktop_app.domain.report import REASONS, Row, Status

_OTHER = re.compile(r"อื่น\s*ๆ\s*(?:\(?\s*(?:โปรด)?ระบุ\s*\)?)?\s*[:：]?\s*(?P<words>\S.*)", re.DOTALL)


def with_told_reason(row: Row, columns: Iterable[Column]) -> Row:
    """Return the row with the reason that its remark tells; nothing else of a remark is taken for one.

    A remark that is nothing but the reason becomes it; in a longer one the words stay where they are.
    """
    keys = [column.key for column in columns if column.reasons]
    if row.status is not Status.CANNOT or row.reason or not keys:
        return row
    text = row.cells.get(keys[0], "").strip()
    reason = _told(text)
    if reason and reason == text:
        return replace(row, cells={**row.cells, keys[0]: ""}, reason=reason)
    return replace(row, reason=reason)


def _told(text: str) -> str:
    for reason in REASONS:
        if reason in text:
            return reason
    other = _OTHER.fullmatch(text)
    return " ".join(other["words"].split()) if other else ""
