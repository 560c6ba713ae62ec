"""Reading and writing the archive of issued copies. A copy is never changed or removed."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.issued import IssuedCopy
from desktop_app.language import _
from desktop_app.store import orm
from desktop_app.store.asking import View, ask, ask_one, moment_of
from desktop_app.store.faults import StoreError
from desktop_app.thai.digits import numerals

if TYPE_CHECKING:
    from sqlmodel import Session

_ABOUT = "SELECT id, report_id, revision, issued_at, file_name, sha256, reopened"
_COPIES = f"{_ABOUT} FROM issued_copy WHERE report_id = ? ORDER BY revision DESC"
_COPY = f"{_ABOUT}, pdf, report, row_ids, signoff_ids FROM issued_copy WHERE id = ?"
_LAST = "SELECT revision, reopened FROM issued_copy WHERE report_id = ? ORDER BY revision DESC LIMIT 1"


class Contents(NamedTuple):
    """What a copy holds: the PDF, the report of that moment as JSON, the ids of its rows and sign-offs."""

    pdf: bytes
    report: str
    row_ids: tuple[int, ...]
    signoff_ids: tuple[int, ...]


def list_copies(view: View, report_id: int) -> tuple[IssuedCopy, ...]:
    """Return the copies of a report, the newest first, without their bytes."""
    return tuple(_about(*about) for about in ask(view, _COPIES, (report_id,)))


def load_copy(view: View, copy_id: int) -> tuple[IssuedCopy, Contents]:
    """Return a copy with what it holds. Raises StoreError when there is none with this id."""
    found = ask_one(view, _COPY, (copy_id,))
    if found is None:
        raise StoreError(_("ไม่พบฉบับจริงนี้ กรุณาเปิดรายการฉบับจริงใหม่อีกครั้ง"))
    *about, pdf, report, row_ids, signoff_ids = found
    return _about(*about), Contents(pdf, report, _ids(row_ids), _ids(signoff_ids))


def add_copy(session: Session, about: IssuedCopy, contents: Contents) -> IssuedCopy:
    """Put a copy into the archive and return it with its new id."""
    record = orm.IssuedCopyRecord(
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
    assert record.id is not None
    return replace(about, id=record.id)


def set_reopened(session: Session, copy_id: int, reopened: bool) -> None:
    """Note whether the report of its last copy is being changed again."""
    chosen = orm.col(orm.IssuedCopyRecord.id) == copy_id
    session.execute(orm.update(orm.IssuedCopyRecord).where(chosen).values(reopened=reopened))


def require_open(view: View, report_id: int) -> None:
    """Raise StoreError for a report that was issued and not opened again."""
    if revision := _frozen_revision(view, report_id):
        raise StoreError(frozen_words(revision))


def is_frozen(view: View, report_id: int) -> bool:
    """Tell whether a report was issued and not opened again."""
    return bool(_frozen_revision(view, report_id))


def require_none(view: View, report_id: int) -> None:
    """Raise StoreError for a report that was issued: its copies are kept, and it with them."""
    if list_copies(view, report_id):
        raise StoreError(_("รายงานนี้ออกฉบับจริงแล้ว จึงลบไม่ได้เพื่อให้พิมพ์ซ้ำได้เสมอ กรุณาเก็บไว้ในรายการ"))


def frozen_words(revision: int) -> str:
    """Return why an issued report is not changed, and what to do."""
    return numerals(
        _("รายงานนี้ออกฉบับจริงครั้งที่ {revision} แล้ว กรุณาเลือก “แก้ไขเพื่อออกครั้งที่ {revision2}” ก่อนแก้ไข").format(
            revision=revision, revision2=revision + 1
        )
    )


def _frozen_revision(view: View, report_id: int) -> int:
    """Return the last revision when the report is frozen by it, otherwise 0."""
    last = ask_one(view, _LAST, (report_id,))
    return 0 if last is None or last[1] else last[0]


def _about(
    copy_id: int, report_id: int, revision: int, issued_at: str, file_name: str, sha256: str, reopened: int
) -> IssuedCopy:
    return IssuedCopy(copy_id, report_id, revision, moment_of(issued_at), file_name, sha256, bool(reopened))


def _ids(text: str) -> tuple[int, ...]:
    return tuple(map(int, text.split()))
