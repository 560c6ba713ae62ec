"""The same long text in two rows of one column: mostly one of them was pasted by mistake."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.domain.checks.finding import Finding, Severity, Where
from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.form import ColumnKind
from desktop_app.thai.digits import to_thai

_LONG = 60
"""Letters from which on the same text twice is no coincidence."""
_NUMBERED = re.compile(r"^\s*\(?[0-9๐-๙]{1,2}[.)]\s*")


def check_doubles(subject: Subject) -> Iterator[Finding]:
    """Find long texts that stand in several rows of a column of texts or lists."""
    for part, column in subject.cells:
        if column.kind not in (ColumnKind.TEXT, ColumnKind.LIST):
            continue
        rows = defaultdict(list)
        for row, text in subject.column(column.key):
            bare = bare_letters(text)
            if len(bare) >= _LONG:
                rows[bare].append(row)
        for first, *others in rows.values():
            if others:
                wheres = [Where(part.key, row.id, column.key) for row in others]
                message = f"ข้อความเหมือนแถวที่ {first.number} ในช่องเดียวกัน กรุณาตรวจว่าวางซ้ำหรือไม่"
                yield Finding(
                    "same-text",
                    Severity.DOUBTFUL,
                    wheres[0],
                    subject.place(wheres[0]),
                    to_thai(message),
                    also=tuple(wheres[1:]),
                )


@lru_cache(maxsize=8192)
def bare_letters(text: str) -> str:
    """Return a text without its own number and white space."""
    return "".join(_NUMBERED.sub("", text).split())
