"""Reading and writing the archive of issued copies. A copy is never changed or removed."""

from typing import NamedTuple

from sqlalchemy import bindparam, update
from sqlmodel import Session, col, select

from desktop_app.domain.issued import IssuedCopy
from desktop_app.language import _
from desktop_app.store.faults import StoreError
from desktop_app.store.tables import IssuedCopyRecord
from desktop_app.thai.digits import numerals

_ABOUT = (
    col(IssuedCopyRecord.id),
    col(IssuedCopyRecord.report_id),
    col(IssuedCopyRecord.revision),
    col(IssuedCopyRecord.issued_at),
    col(IssuedCopyRecord.file_name),
    col(IssuedCopyRecord.sha256),
    col(IssuedCopyRecord.reopened),
)
"""Everything but the bytes, in the order of ``IssuedCopy``."""
_LAST = (
    select(IssuedCopyRecord.revision, IssuedCopyRecord.reopened)
    .where(col(IssuedCopyRecord.report_id) == bindparam("report"))
    .order_by(col(IssuedCopyRecord.revision).desc())
)
"""Asked before every edit: it is made once."""


class Contents(NamedTuple):
    """What a copy holds: the PDF, the report of that moment as JSON, the ids of its rows and sign-offs."""

    pdf: bytes
    report: str
    row_ids: tuple[int, ...]
    signoff_ids: tuple[int, ...]


def list_copies(session: Session, report_id: int) -> tuple[IssuedCopy, ...]:
    """Return the copies of a report, the newest first, without their bytes."""
    query = select(*_ABOUT).where(col(IssuedCopyRecord.report_id) == report_id)  # type: ignore[call-overload]
    found = session.exec(query.order_by(col(IssuedCopyRecord.revision).desc()))
    return tuple(IssuedCopy(*values) for values in found)


def load_copy(session: Session, copy_id: int) -> tuple[IssuedCopy, Contents]:
    """Return a copy with what it holds. Raises StoreError when there is none with this id."""
    record = session.get(IssuedCopyRecord, copy_id)
    if record is None or record.id is None:
        raise StoreError(_("ไม่พบฉบับจริงนี้ กรุณาเปิดรายการฉบับจริงใหม่อีกครั้ง"))
    contents = Contents(record.pdf, record.report, _ids(record.row_ids), _ids(record.signoff_ids))
    return _about(record), contents


def add_copy(session: Session, about: IssuedCopy, contents: Contents) -> IssuedCopy:
    """Put a copy into the archive and return it with its new id."""
    record = IssuedCopyRecord(
        report_id=about.report_id,
        revision=about.revision,
        issued_at=about.issued_at,
        file_name=about.file_name,
        sha256=about.sha256,
        pdf=contents.pdf,
        report=contents.report,
        row_ids=" ".join(map(str, contents.row_ids)),
        signoff_ids=" ".join(map(str, contents.signoff_ids)),
    )
    session.add(record)
    session.flush()
    return _about(record)


def set_reopened(session: Session, copy_id: int, reopened: bool) -> None:
    """Note whether the report of its last copy is being changed again."""
    chosen = col(IssuedCopyRecord.id) == copy_id
    session.execute(update(IssuedCopyRecord).where(chosen).values(reopened=reopened))


def require_open(session: Session, report_id: int) -> None:
    """Raise StoreError for a report that was issued and not opened again."""
    if revision := _frozen_revision(session, report_id):
        raise StoreError(frozen_words(revision))


def is_frozen(session: Session, report_id: int) -> bool:
    """Tell whether a report was issued and not opened again."""
    return bool(_frozen_revision(session, report_id))


def require_none(session: Session, report_id: int) -> None:
    """Raise StoreError for a report that was issued: its copies are kept, and it with them."""
    if list_copies(session, report_id):
        raise StoreError(_("รายงานนี้ออกฉบับจริงแล้ว จึงลบไม่ได้เพื่อให้พิมพ์ซ้ำได้เสมอ กรุณาเก็บไว้ในรายการ"))


def frozen_words(revision: int) -> str:
    """Return why an issued report is not changed, and what to do."""
    return numerals(
        _("รายงานนี้ออกฉบับจริงครั้งที่ {revision} แล้ว กรุณาเลือก “แก้ไขเพื่อออกครั้งที่ {revision2}” ก่อนแก้ไข").format(
            revision=revision, revision2=revision + 1
        )
    )


def _frozen_revision(session: Session, report_id: int) -> int:
    """Return the last revision when the report is frozen by it, otherwise 0."""
    last = session.connection().execute(_LAST, {"report": report_id}).first()
    return 0 if last is None or last[1] else last[0]


def _about(record: IssuedCopyRecord) -> IssuedCopy:
    assert record.id is not None
    return IssuedCopy(
        record.id,
        record.report_id,
        record.revision,
        record.issued_at,
        record.file_name,
        record.sha256,
        record.reopened,
    )


def _ids(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split()))
