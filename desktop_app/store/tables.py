"""The tables. Portable SQL only: the same models are meant to run on PostgreSQL."""

import datetime as dt
from typing import Any

from sqlalchemy import (
    Boolean,
    Column,
    DateTime,
    Dialect,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Text,
    TypeDecorator,
    false,
)
from sqlmodel import Field, SQLModel


class UtcDateTime(TypeDecorator[dt.datetime]):
    """An aware datetime, kept in UTC; SQLite itself forgets the zone."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Turn any aware datetime into UTC."""
        return value.astimezone(dt.UTC) if value else None

    def process_result_value(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:  # noqa: ARG002
        """Give the datetime its zone back."""
        return value.replace(tzinfo=dt.UTC) if value else None


def _owner(target: str, **options: Any) -> Any:
    return Field(sa_column=Column(Integer, ForeignKey(target, ondelete="CASCADE"), nullable=False, **options))


def _text() -> Any:
    return Field(default="", sa_column=Column(Text, nullable=False))


def _added_text() -> Any:
    """Return a text that older databases did not have."""
    return Field(default="", sa_column=Column(Text, nullable=False, server_default=""))


def _picture() -> Any:
    """Return the bytes of a PNG, or none."""
    return Field(default=None, sa_column=Column(LargeBinary, nullable=True))


def _place() -> Any:
    """0-based place among the rows of the same report."""
    return Field(default=0, nullable=False)


class Table(SQLModel):
    """Ground of all our tables, with its own metadata."""

    metadata = MetaData()


class SchemaVersion(Table, table=True):
    """One row: which version of the tables this database holds."""

    __tablename__ = "schema_version"
    id: int = Field(default=1, primary_key=True)
    version: int


class OfficeRecord(Table, table=True):
    """The one office whose reports these are."""

    __tablename__ = "office"
    id: int = Field(default=1, primary_key=True)
    name: str = _text()
    district: str = _text()
    province: str = _text()
    unit: str = _text()
    telephone: str = _text()
    number_prefix: str = _text()
    head_title: str = _text()
    emblem: bytes | None = _picture()
    font: str = _added_text()
    keep_originals: bool = Field(default=False, sa_column=Column(Boolean, nullable=False, server_default="0"))
    """Whether the files that photos were made from are kept with them."""


class PersonRecord(Table, table=True):
    """The people directory."""

    __tablename__ = "person"
    __table_args__ = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True)
    name: str = _text()
    position: str = _text()
    active: bool = True
    rank: str = _added_text()
    title: str = _added_text()
    signature: bytes | None = _picture()
    removed: bool = Field(default=False, sa_column=Column(Boolean, nullable=False, server_default=false()))
    """Taken out of the directory: nothing is kept but the id, which steps of the history may still name."""


class ReportRecord(Table, table=True):
    """A report with the fields of its head."""

    __tablename__ = "report"
    __table_args__ = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True)
    form_id: str = Field(max_length=64)
    fiscal_year: int = Field(index=True)
    round: str = Field(max_length=8)
    office: str = _text()
    unit: str = _text()
    telephone: str = _text()
    number: str = _text()
    date: dt.date | None = None
    subject: str = _text()
    addressee: str = _text()
    urgency: str = _text()
    secrecy: str = _text()
    changed_at: dt.datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    under_memo: bool = Field(default=False, sa_column=Column(Boolean, nullable=False, server_default=false()))
    sent_date: dt.date | None = None
    chart: str = _added_text()
    """What is drawn on its cover."""


class TextRecord(Table, table=True):
    """A text of a report, by the key of its part."""

    __tablename__ = "report_text"
    report_id: int = _owner("report.id", primary_key=True)
    part: str = Field(primary_key=True, max_length=64)
    text: str = _text()


class RowRecord(Table, table=True):
    """One row of a report's table."""

    __tablename__ = "report_row"
    __table_args__ = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True)
    report_id: int = _owner("report.id", index=True)
    place: int = _place()
    status: str = Field(max_length=16)
    reason: str = Field(default="", sa_column=Column(Text, nullable=False, server_default=""))


class CellRecord(Table, table=True):
    """The text of one cell, by column key. An empty cell has no record."""

    __tablename__ = "cell"
    row_id: int = _owner("report_row.id", primary_key=True)
    key: str = Field(primary_key=True, max_length=64)
    text: str = _text()


class SignOffRecord(Table, table=True):
    """A place for a signature and the snapshot of who signs."""

    __tablename__ = "signoff"
    __table_args__ = {"sqlite_autoincrement": True}
    id: int | None = Field(default=None, primary_key=True)
    report_id: int = _owner("report.id", index=True)
    place: int = _place()
    part: str = Field(max_length=64)
    role: str = _text()
    opinion: str = _text()
    name: str = _text()
    position: str = _text()
    acting_word: str = _text()
    acting_for: str = _text()
    signed_date: dt.date | None = None
    person_id: int | None = Field(
        default=None, sa_column=Column(Integer, ForeignKey("person.id", ondelete="SET NULL"), nullable=True)
    )
    rank: str = _added_text()
    signature: bytes | None = _picture()


class ActivityRecord(Table, table=True):
    """Something that was done, told below the table of a report."""

    __tablename__ = "activity"
    report_id: int = _owner("report.id", primary_key=True)
    number: int = Field(primary_key=True)
    date: dt.date | None = None
    place: str = _text()
    caption: str = _text()


class PhotoRecord(Table, table=True):
    """A photo, once, however often it is used: the JPEG that is printed, by its SHA-256."""

    __tablename__ = "photo"
    sha256: str = Field(primary_key=True, max_length=64)
    width: int
    height: int
    name: str = _text()
    """How the file was called that it was made from."""
    jpeg: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    original: bytes | None = Field(default=None, sa_column=Column(LargeBinary, nullable=True))


class ActivityPhotoRecord(Table, table=True):
    """A place of a photo in an activity."""

    __tablename__ = "activity_photo"
    __table_args__ = (
        ForeignKeyConstraint(
            ["report_id", "number"], ["activity.report_id", "activity.number"], ondelete="CASCADE"
        ),
    )
    report_id: int = Field(primary_key=True)
    number: int = Field(primary_key=True)
    place: int = Field(primary_key=True)
    sha256: str = Field(sa_column=Column(String(64), ForeignKey("photo.sha256"), nullable=False, index=True))


class ScoreRecord(Table, table=True):
    """The ITA score of an indicator in a BE year and in the year before, in hundredths of a point."""

    __tablename__ = "score"
    report_id: int = _owner("report.id", primary_key=True)
    year: int = Field(primary_key=True)
    indicator: int = Field(primary_key=True)
    score: int | None = None
    previous: int | None = None


class YearlyTableRecord(Table, table=True):
    """A yearly table that the office changed; ``lines`` are JSON."""

    __tablename__ = "yearly_table"
    section: str = Field(primary_key=True, max_length=16)
    year: int = Field(primary_key=True)
    until: int
    verified: bool
    lines: str = _text()


class StartPasswordRecord(Table, table=True):
    """What the password at the start is checked against. An empty digest: it was removed from outside."""

    __tablename__ = "start_password"
    id: int = Field(default=1, primary_key=True)
    salt: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    digest: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    removed_at: dt.datetime | None = Field(default=None, sa_column=Column(UtcDateTime, nullable=True))


class UnplacedRecord(Table, table=True):
    """A line of an import that belongs nowhere."""

    __tablename__ = "unplaced_line"
    id: int | None = Field(default=None, primary_key=True)
    report_id: int = _owner("report.id", index=True)
    place: int = _place()
    text: str = _text()


class IssuedCopyRecord(Table, table=True):
    """A copy that was issued: its bytes, and the report as it was. It outlives no report: those stay."""

    __tablename__ = "issued_copy"
    __table_args__ = (
        Index("ix_issued_copy_revision", "report_id", "revision", unique=True),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    report_id: int = Field(sa_column=Column(Integer, ForeignKey("report.id"), nullable=False))
    revision: int
    issued_at: dt.datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    file_name: str = _text()
    sha256: str = Field(max_length=64)
    pdf: bytes = Field(sa_column=Column(LargeBinary, nullable=False))
    report: str = _text()
    """The report at that moment as JSON (docs/json.md)."""
    row_ids: str = _text()
    """The ids of its rows in their order, parted by spaces; ``signoff_ids`` likewise."""
    signoff_ids: str = _text()
    reopened: bool = False
    """The report is being changed since, for the next revision."""


class FormFileRecord(Table, table=True):
    """A form of the office's own: the text of its file. Empty text: it was removed."""

    __tablename__ = "form_file"
    id: str = Field(primary_key=True, max_length=64)
    text: str = _text()
    taken: str = Field(max_length=64)
    """SHA-256 of the file it was taken from in the folder of forms; empty for one made in the program."""


class ChangeSetRecord(Table, table=True):
    """One step of the work on a report: what one transaction changed, when, and by whom."""

    __tablename__ = "change_set"
    __table_args__ = (
        Index("ix_change_set_standing", "report_id", "standing"),
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)
    report_id: int = _owner("report.id")
    at: dt.datetime = Field(sa_column=Column(UtcDateTime, nullable=False))
    author: str = _text()
    label: str = _text()
    """What the clerk did, in words ("แก้ข้อความในตาราง")."""
    standing: str = Field(max_length=16)
    """One of ``store.history.Standing``."""


class ChangeRecord(Table, table=True):
    """One record that a step made, changed or removed: as it was before and after, as JSON."""

    __tablename__ = "change"
    id: int | None = Field(default=None, primary_key=True)
    set_id: int = _owner("change_set.id", index=True)
    table_name: str = Field(max_length=64)
    old: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
    new: str | None = Field(default=None, sa_column=Column(Text, nullable=True))
