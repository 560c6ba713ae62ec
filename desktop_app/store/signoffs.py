"""Reading and writing the sign-offs of a report. Places are kept dense over the whole report."""

from collections.abc import Collection
from dataclasses import fields, replace

from sqlalchemy import func
from sqlmodel import Session, col, select

from desktop_app.domain.report import SignOff
from desktop_app.language import _
from desktop_app.store.faults import StoreError
from desktop_app.store.tables import ReportRecord, SignOffRecord

COPIED = tuple(field.name for field in fields(SignOff) if field.name not in ("id", "order"))


def load_signoffs(session: Session, report_id: int) -> tuple[SignOff, ...]:
    """Return the sign-offs in their order, numbered from 1."""
    return tuple(
        _signoff(record, order) for order, record in enumerate(_records(session, report_id), start=1)
    )


def last_signed(session: Session, roles: Collection[str]) -> dict[str, SignOff]:
    """Return for each role the sign-off with a signer in the report that was changed last."""
    query = (
        select(SignOffRecord)
        .join(ReportRecord)
        .where(col(SignOffRecord.role).in_(roles), SignOffRecord.name != "")
        .order_by(col(ReportRecord.changed_at), col(ReportRecord.id), col(SignOffRecord.place).desc())
    )
    return {record.role: _signoff(record, record.place + 1) for record in session.exec(query)}


def usual_opinions(session: Session, most: int) -> tuple[str, ...]:
    """Return the opinions that were written most often, each once, the most often first."""
    query = (
        select(SignOffRecord.opinion)
        .where(SignOffRecord.opinion != "")
        .group_by(col(SignOffRecord.opinion))
        .order_by(func.count().desc(), col(SignOffRecord.opinion))
        .limit(most)
    )
    return tuple(session.exec(query))


def load_signoff(session: Session, report_id: int, signoff_id: int) -> SignOff:
    """Return one sign-off. Raises StoreError when the report has none with this id."""
    for signoff in load_signoffs(session, report_id):
        if signoff.id == signoff_id:
            return signoff
    raise StoreError(_("ไม่พบช่องลงนามนี้ในรายงาน อาจถูกลบไปแล้ว กรุณาเปิดรายงานใหม่อีกครั้ง"))


def add_signoff(session: Session, report_id: int, signoff: SignOff) -> int:
    """Put a sign-off at its order (1-based; beyond the end means last) and return its new id.

    A ``signoff.id`` above 0 is kept, so that a removed sign-off can come back as it was.
    """
    records = _records(session, report_id)
    at = max(0, min(signoff.order - 1, len(records)))
    for record in records[at:]:
        record.place += 1
    texts = {name: getattr(signoff, name) for name in COPIED}
    new = SignOffRecord(id=signoff.id or None, report_id=report_id, place=at, **texts)
    session.add(new)
    session.flush()
    assert new.id is not None
    return new.id


def write_signoff(session: Session, report_id: int, signoff: SignOff) -> None:
    """Replace what is stored of a sign-off and move it to its order."""
    before = load_signoff(session, report_id, signoff.id)
    if before.order != signoff.order:
        remove_signoff(session, report_id, signoff.id)
        add_signoff(session, report_id, signoff)
        return
    record = session.get_one(SignOffRecord, signoff.id)
    for name in COPIED:
        setattr(record, name, getattr(signoff, name))


def remove_signoff(session: Session, report_id: int, signoff_id: int) -> None:
    """Remove a sign-off; those behind it move up."""
    load_signoff(session, report_id, signoff_id)
    records = _records(session, report_id)
    for record in records:
        if record.id == signoff_id:
            session.delete(record)
    for place, record in enumerate(record for record in records if record.id != signoff_id):
        record.place = place
    session.flush()


def _records(session: Session, report_id: int) -> list[SignOffRecord]:
    query = select(SignOffRecord).where(SignOffRecord.report_id == report_id)
    return list(session.exec(query.order_by(col(SignOffRecord.place), col(SignOffRecord.id))))


def _signoff(record: SignOffRecord, order: int) -> SignOff:
    assert record.id is not None
    empty = SignOff(record.id, order, record.part, record.role)
    return replace(empty, **{name: getattr(record, name) for name in COPIED})
