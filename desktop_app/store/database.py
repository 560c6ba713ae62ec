"""Opening the database file: created when missing, upgraded when older, refused when newer."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from desktop_app.language import _
from desktop_app.places import bundles_folder
from desktop_app.store import orm
from desktop_app.store.connections import Looks, prepare
from desktop_app.store.faults import (
    SENTENCES,
    DamagedError,
    MediumError,
    NoDatabaseError,
    StoreError,
    told_in_thai,
)
from desktop_app.store.log import log_path, read_log
from desktop_app.store.network import is_on_network
from desktop_app.store.search_index import ensure_index
from desktop_app.store.upgrades import SCHEMA_VERSION, upgrade

if TYPE_CHECKING:
    from sqlalchemy import Engine
    from sqlmodel import Session

_VERSION = "schema_version"
"""The table that every database of ours has."""
CACHE_KB = 16_000
"""What a large paste changes stays in memory until it is stored; with SQLite's 2 MB it is written twice."""
LEAST_ROOM = 1_000_000
"""Bytes that must be free where a database is made; with its log a new one takes 270,000."""
ON_NETWORK = _(
    "{path} อยู่ในโฟลเดอร์เครือข่าย ซึ่งทำให้ข้อมูลเสียหายได้ "
    "กรุณาเก็บไฟล์ข้อมูลไว้ในไดรฟ์ของเครื่องนี้ แล้วส่งให้เครื่องอื่นด้วยการสำรองข้อมูล"
)
GONE = _("ไม่พบไฟล์ข้อมูล {path} อาจถูกย้าย เปลี่ยนชื่อ หรือไดรฟ์ถูกถอดออก กรุณานำกลับมาไว้ที่เดิมแล้วสั่งบันทึกอีกครั้ง")
REPLACED = _(
    "ไฟล์ข้อมูล {path} ถูกแทนที่ด้วยไฟล์อื่นขณะเปิดอยู่ จึงไม่เขียนทับ กรุณาคัดลอกข้อความที่ยังไม่ได้บันทึกเก็บไว้ แล้วปิดและเปิดโปรแกรมใหม่"
)
NO_ROOM = _("ที่ว่างในไดรฟ์ไม่พอสำหรับสร้างไฟล์ข้อมูล {path} กรุณาลบไฟล์ที่ไม่ใช้ออกหรือเลือกไดรฟ์อื่น")


class Store:
    """An open database. Every change goes through ``writing``, every look through ``reading``.

    ``identity`` is by which the system tells the file from others (device, number); 0 where it cannot.
    """

    def __init__(self, path: Path, identity: tuple[int, int] = (0, 0)) -> None:
        self.path, self.identity = path, identity
        self._looks = Looks(path)
        self._engine: Engine | None = None
        self._making = Lock()

    @property
    def engine(self) -> Engine:
        """What writes; made for the first one who asks, which takes SQLModel in."""
        with self._making:
            if self._engine is None:
                self._engine = _engine(self.path)
            return self._engine

    def get_ready(self) -> None:
        """Take in what the first edit needs, so that it need not wait for it; from any thread."""
        orm.Session(self.engine).close()

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """One durable transaction: committed at the end, rolled back on any error.

        Raises StoreError when the medium fails; then nothing of the transaction was kept.
        """
        self._require_here()
        try:
            with told_in_thai(self.path), orm.Session(self.engine) as session, session.begin():
                # the write lock at once: a step never fails half-way for the sake of another one
                session.connection().exec_driver_sql("BEGIN IMMEDIATE")
                yield session
        except StoreError:
            self.close()  # a drive that comes back is reached by new handles alone
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One consistent view of the database, for questions in plain SQL (``store.asking``).

        Raises StoreError when it cannot be read.
        """
        self._require_here()
        with told_in_thai(self.path), self._looks.one() as view:
            yield view

    def _require_here(self) -> None:
        """Refuse where the file is not in its place any more.

        Outside of Windows a file that was moved or removed is written on without an error, and what was
        saved would be gone; where another took its place, the rows of that one are others.
        """
        try:
            found = _identity(self.path)
        except OSError as error:
            raise MediumError(GONE.format(path=self.path)) from error
        if found != self.identity and all(self.identity):
            raise MediumError(REPLACED.format(path=self.path))

    def close(self) -> None:
        """Close every connection; SQLite then folds the write-ahead log into the file."""
        self._looks.close()
        with self._making:
            if self._engine is not None:
                self._engine.dispose()

    def prepare(self) -> None:
        """Make the tables of a new database, or bring an old one up to date: in one transaction.

        An old one is written in any case, which proves that it can be. Raises StoreError.
        """
        with told_in_thai(self.path), self._looks.one(writes=True) as connection:
            if _VERSION in _tables(connection):
                upgrade(connection)
            else:
                _make_tables(connection)
            ensure_index(connection)


def open_store(path: Path) -> Store:
    """Open the database at ``path``, made when missing. Raises StoreError and then changes nothing."""
    path = path.absolute()
    if is_on_network(path):
        raise StoreError(ON_NETWORK.format(path=path))
    with told_in_thai(path):
        if _holds_data(path):
            _check_file(path)
        else:
            _require_new(path)
            _make_room(path)
        store = Store(path)
        try:
            store.prepare()
        except BaseException:
            store.close()
            raise
        store.identity = _identity(path)
        return store


def is_of_older_version(path: Path) -> bool:
    """Tell whether opening a database would bring it up to date. Raises nothing."""
    try:
        if not _has_bytes(path):
            return False
        with closing(sqlite3.connect(_looking(path.absolute()), uri=True)) as connection:
            (version,) = connection.execute("SELECT version FROM schema_version").fetchone()
            return bool(version < SCHEMA_VERSION)
    except (sqlite3.Error, OSError, TypeError):
        return False


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _holds_data(path: Path) -> bool:
    """Tell whether there is a file that is not empty. Raises StoreError for a folder."""
    try:
        if path.is_dir():
            raise StoreError(
                _("{path} เป็นโฟลเดอร์ ไม่ใช่ไฟล์ข้อมูล กรุณาระบุชื่อไฟล์ เช่น banthuek.db").format(path=path)
            )
        return path.exists() and path.stat().st_size > 0
    except OSError as error:
        raise StoreError(SENTENCES[sqlite3.SQLITE_CANTOPEN].format(path=path)) from error


def _check_file(path: Path) -> None:
    """Refuse, without writing, what is read-only, no database of ours, or from a newer version."""
    if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
        raise StoreError(SENTENCES[sqlite3.SQLITE_READONLY].format(path=path))
    require_sound_log(path)
    with closing(sqlite3.connect(_looking(path), uri=True)) as connection:
        names = _tables(connection)
        if not names:
            return
        if _VERSION not in names:
            raise NoDatabaseError(SENTENCES[sqlite3.SQLITE_NOTADB].format(path=path))
        _check_version(connection.execute("SELECT version FROM schema_version").fetchone())


def _tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def require_sound_log(path: Path) -> None:
    """Refuse a database whose log was damaged: opening it would write over what was acknowledged.

    Raises DamagedError, StoreError.
    """
    try:
        log = read_log(path)
    except OSError as error:
        raise StoreError(SENTENCES[sqlite3.SQLITE_IOERR].format(path=path)) from error
    if log is not None and log.is_damaged:
        raise DamagedError(SENTENCES[sqlite3.SQLITE_CORRUPT].format(path=path))


def _require_new(path: Path) -> None:
    """Refuse an empty file where there was an office: a new one would hide that its data is gone."""
    if path.exists() and (_has_bytes(log_path(path)) or any(bundles_folder(path).glob("*.zip"))):
        raise DamagedError(SENTENCES[sqlite3.SQLITE_CORRUPT].format(path=path))


def _has_bytes(path: Path) -> bool:
    return path.exists() and path.stat().st_size > 0


def _looking(path: Path) -> str:
    """Return an address that opens the file without leaving a trace beside it."""
    pending = path.with_name(f"{path.name}-wal").exists()
    return f"{path.as_uri()}?{'mode=ro' if pending else 'immutable=1'}"


def _check_version(found: tuple[int] | None) -> None:
    if found and found[0] > SCHEMA_VERSION:
        raise StoreError(_("ไฟล์ข้อมูลนี้สร้างจากโปรแกรมบันทึกรุ่นที่ใหม่กว่า กรุณาติดตั้งโปรแกรมรุ่นล่าสุดก่อนเปิด ข้อมูลไม่ถูกแก้ไข"))


def _make_room(path: Path) -> None:
    """Make the folder of a new database, where there is room for one: a full disk would keep half of it."""
    try:
        there = next(folder for folder in path.parents if folder.exists())
        if shutil.disk_usage(there).free < LEAST_ROOM:
            raise StoreError(NO_ROOM.format(path=path))
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(SENTENCES[sqlite3.SQLITE_CANTOPEN].format(path=path)) from error


def _engine(path: Path) -> Engine:
    engine = orm.create_engine(orm.URL.create("sqlite", database=str(path)))
    orm.event.listen(engine, "connect", _prepare_writing)
    return engine


def _prepare_writing(connection: sqlite3.Connection, _record: Any) -> None:
    prepare(connection)
    connection.execute(f"PRAGMA cache_size = -{CACHE_KB}").close()


def _make_tables(connection: sqlite3.Connection) -> None:
    from desktop_app.store.making import make_tables

    make_tables(connection)
    connection.execute("INSERT INTO schema_version (id, version) VALUES (1, ?)", (SCHEMA_VERSION,))
