"""Reading and writing the sign-offs of a report. Places are kept dense over the whole report."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any

from desktop_app.domain.report import SignOff
from desktop_app.language import _
from desktop_app.store import orm
from desktop_app.store.asking import View, ask, date_of, places
from desktop_app.store.faults import StoreError

if TYPE_CHECKING:
    from sqlmodel import Session

COPIED = tuple(field.name for field in fields(SignOff) if field.name not in ("id", "order"))


_SIGNOFFS = f"SELECT id, {', '.join(COPIED)} FROM signoff WHERE report_id = ? ORDER BY place, id"  # noqa: S608
_SIGNED = (
    f"SELECT role, signoff.id, place, {', '.join(f'signoff.{name}' for name in COPIED)} FROM signoff "  # noqa: S608
    "JOIN report ON report.id = signoff.report_id WHERE role IN ({places}) AND name != '' "
    "ORDER BY report.changed_at, report.id, place DESC"
)
_OPINIONS = (
    "SELECT opinion FROM signoff WHERE opinion != '' GROUP BY opinion ORDER BY count(*) DESC, opinion LIMIT ?"
)


def load_signoffs(view: View, report_id: int) -> tuple[SignOff, ...]:
    """Return the sign-offs in their order, numbered from 1."""
    return tuple(
        SignOff(signoff_id, order, **_values(kept))
        for order, (signoff_id, *kept) in enumerate(ask(view, _SIGNOFFS, (report_id,)), start=1)
    )


def last_signed(view: View, roles: Collection[str]) -> dict[str, SignOff]:
    """Return for each role the sign-off with a signer in the report that was changed last."""
    names = tuple(roles)
    found = ask(view, _SIGNED.format(places=places(names)), names)
    return {role: SignOff(signoff_id, place + 1, **_values(kept)) for role, signoff_id, place, *kept in found}


def usual_opinions(view: View, most: int) -> tuple[str, ...]:
    """Return the opinions that were written most often, each once, the most often first."""
    return tuple(opinion for (opinion,) in ask(view, _OPINIONS, (most,)))


def load_signoff(view: View, report_id: int, signoff_id: int) -> SignOff:
    """Return one sign-off. Raises StoreError when the report has none with this id."""
    for signoff in load_signoffs(view, report_id):
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
    new = orm.SignOffRecord(id=signoff.id or None, report_id=report_id, place=at, **texts)
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
    record = session.get_one(orm.SignOffRecord, signoff.id)
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


def _records(session: Session, report_id: int) -> list[orm.SignOffRecord]:
    query = orm.select(orm.SignOffRecord).where(orm.SignOffRecord.report_id == report_id)
    return list(session.exec(query.order_by(orm.col(orm.SignOffRecord.place), orm.col(orm.SignOffRecord.id))))


def _values(kept: Sequence[Any]) -> dict[str, Any]:
    """Return what is kept of a sign-off by the names of its fields."""
    values = dict(zip(COPIED, kept, strict=True))
    return values | {"signed_date": date_of(values["signed_date"])}
