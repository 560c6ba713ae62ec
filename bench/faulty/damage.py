"""Bundles that no program should believe, made of a good one."""

import hashlib
import io
import json
import random
import sqlite3
import struct
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

from desktop_app.backup.layout import DATABASE, HEX, MANIFEST, NOTE, TITLE, read_layout
from desktop_app.store.search_index import prepare_functions

Damage = tuple[str, bytes]
"""What was done, and the damaged file."""


def flips(good: bytes, count: int, chance: random.Random) -> Iterator[Damage]:
    """Flip one bit each, half of them where a zip keeps its order: heads, names, list of parts, seal."""
    layout = read_layout(io.BytesIO(good))
    inside = {NOTE, MANIFEST, DATABASE}
    data = [(part.start, part.start + part.size) for part in layout.regions if part.name in inside]
    order = [place for place in range(len(good)) if not any(a <= place < b for a, b in data)]
    for number in range(count):
        place = chance.choice(order) if number % 2 else chance.randrange(len(good))
        bit = 1 << chance.randrange(8)
        yield f"bit {bit} of byte {place}", good[:place] + bytes([good[place] ^ bit]) + good[place + 1 :]


def truncations(good: bytes) -> Iterator[Damage]:
    """Cut the end off at every hundredth, and at the very last bytes."""
    for percent in range(100):
        yield f"cut at {percent} %", good[: len(good) * percent // 100]
    for left in (1, HEX, HEX + len(TITLE), 200):
        yield f"the last {left} bytes missing", good[:-left]
    yield "a byte behind the end", good + b"\0"
    yield "a byte before the beginning", b"\0" + good
    yield "nothing", b""
    yield "zeros alone", bytes(len(good))


def garbage(good: bytes, count: int, chance: random.Random) -> Iterator[Damage]:
    """Overwrite, cut out or double a stretch anywhere."""
    for number in range(count):
        begin = chance.randrange(len(good))
        length = chance.randrange(1, 5000)
        stretch = good[begin : begin + length]
        middle = (b"", stretch + stretch, chance.randbytes(len(stretch)), bytes(len(stretch)))[number % 4]
        damaged = good[:begin] + middle + good[begin + len(stretch) :]
        if damaged != good:
            yield f"{len(stretch)} bytes from {begin}, way {number % 4}", damaged


def forged(good: bytes, other: bytes) -> Iterator[Damage]:
    """Forge files with a seal that holds: each lies in another way.

    ``other`` is a good bundle of other contents, whose parts are put in the place of the first one's.
    """
    parts = parts_of(good)
    for what, lie in lies(good, other):
        yield what, sealed(lie)
    yield "compressed", sealed(parts, zipfile.ZIP_DEFLATED)
    yield "a bomb", sealed({**parts, "issued/a.pdf": bytes(50_000_000)}, zipfile.ZIP_DEFLATED)
    yield "a part that is told of twice", twice(parts)
    yield "sizes beyond the file", resealed(_patched_sizes(good))


def lies(good: bytes, other: bytes) -> Iterator[tuple[str, dict[str, bytes]]]:
    """Yield the parts of bundles that lie, each in another way."""
    parts, theirs = parts_of(good), parts_of(other)
    yield "another's database", {**parts, DATABASE: theirs[DATABASE]}
    yield "another's manifest", {**parts, MANIFEST: theirs[MANIFEST]}
    yield "no database", {name: data for name, data in parts.items() if name != DATABASE}
    yield "no manifest", {name: data for name, data in parts.items() if name != MANIFEST}
    yield "no parts", {}
    for name in NAMES_OUTSIDE:
        yield f"a part named {name!r}", told({**parts, name: b"x"})
    yield "a part that nobody tells of", {**parts, "issued/extra.pdf": b"x"}
    yield "a manifest without end", {**parts, MANIFEST: b"[" * 9_000_000}
    yield "a manifest nested without end", {**parts, MANIFEST: b"[" * 200_000}
    for name, value in MANIFEST_LIES:
        lie = {**json.loads(parts[MANIFEST]), name: value}
        yield f"a manifest with {name} = {value!r}", {**parts, MANIFEST: json.dumps(lie).encode()}
    for name, statement in DATABASE_LIES:
        lie = changed(parts[DATABASE], statement)
        yield f"a database with {name}", told({**parts, DATABASE: lie})
    yield "a database of zeros", told({**parts, DATABASE: bytes(8192)})
    yield "a database of text", told({**parts, DATABASE: b"SQLite format 3\0" + b"x" * 5000})
    yield "an empty database", told({**parts, DATABASE: b""})
    yield "a database with a torn page", told({**parts, DATABASE: torn(parts[DATABASE])})


NAMES_OUTSIDE = (
    "../banthuek.db",
    "..\\banthuek.db",
    "/etc/passwd",
    "C:\\Windows\\win.ini",
    "issued/a\n.pdf",
    "issued/../x.pdf",
    "issued/..\\x.pdf",
    "issued/c:x.pdf",
    "run.exe",
    "issued/",
    "BANTHUEK.DB",
)
MANIFEST_LIES: tuple[tuple[str, object], ...] = (
    ("format", 2),
    ("format", "ๆ"),
    ("schema_version", 10_000),
    ("schema_version", -1),
    ("office", "เทศบาลเมืองอื่น"),
    ("counts", {}),
    ("counts", {"report": 10**30}),
    ("reports", []),
    ("reports", "x"),
    ("made_at", "yesterday"),
    ("made_at", "2024-01-01T00:00:00"),
    ("reason", "none"),
    ("parts", {}),
    ("parts", None),
)
DATABASE_LIES = (
    ("a newer version", "UPDATE schema_version SET version = 10000"),
    ("no version", "DELETE FROM schema_version"),
    ("a version in words", "UPDATE schema_version SET version = 'new'"),
    ("no table of rows", "DROP TABLE cell"),
    ("a table that lacks a column", "ALTER TABLE person DROP COLUMN active"),
    ("a report more", "INSERT INTO report_text SELECT id, 'extra', 'x' FROM report LIMIT 1"),
    ("a day that is none", "UPDATE report SET changed_at = 'no day'"),
    ("another office", "UPDATE office SET name = 'เทศบาลเมืองอื่น'"),
    ("a view for a table", "ALTER TABLE office RENAME TO o; CREATE VIEW office AS SELECT * FROM o"),
)


def parts_of(bundle: bytes) -> dict[str, bytes]:
    """Return the parts of a bundle by name, in their order."""
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened:
        return {entry.filename: opened.read(entry) for entry in opened.infolist()}


def sealed(parts: dict[str, bytes], way: int = zipfile.ZIP_STORED) -> bytes:
    """Make a file of parts whose seal holds, as anybody can."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", way) as bundle:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name)
            info.filename, info.compress_type = name, way
            bundle.writestr(info, data)
        bundle.comment = TITLE + b"0" * HEX
    return resealed(file.getvalue())


def resealed(bundle: bytes) -> bytes:
    """Give a changed file a seal that holds, over its parts as its heads tell them."""
    whole, place = hashlib.sha256(), 0
    with zipfile.ZipFile(io.BytesIO(bundle)) as opened:
        for entry in opened.infolist():
            name, extra = struct.unpack_from("<2H", bundle, entry.header_offset + 26)
            start = entry.header_offset + 30 + name + extra
            whole.update(bundle[place:start])
            whole.update(hashlib.sha256(bundle[start : start + entry.compress_size]).digest())
            place = start + entry.compress_size
    whole.update(bundle[place:-HEX])
    return bundle[:-HEX] + whole.hexdigest().encode()


def told(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Let the manifest tell the truth about parts that were changed."""
    manifest = json.loads(parts[MANIFEST])
    manifest["parts"] = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for name, data in parts.items()
        if name != MANIFEST
    }
    return {**parts, MANIFEST: json.dumps(manifest).encode()}


def twice(parts: dict[str, bytes]) -> bytes:
    """Make a file with two parts of one name."""
    longer = {**parts, "issued/a.pdf": b"one", "issued/b.pdf": b"two"}
    return resealed(sealed(longer).replace(b"issued/b.pdf", b"issued/a.pdf"))


def changed(database: bytes, statements: str) -> bytes:
    """Return a database after some statements, without the checks that would hinder them."""
    return through_sqlite(database, lambda connection: connection.executescript(statements))


def torn(database: bytes) -> bytes:
    """Return a database with a page of rows that is garbage."""
    page = 4096
    number = len(database) // page // 2
    return database[: number * page] + b"\xff" * page + database[(number + 1) * page :]


def through_sqlite(database: bytes, work: Callable[[sqlite3.Connection], object]) -> bytes:
    """Open the bytes of a database, change it, and return its bytes."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x.db"
        path.write_bytes(database)
        with closing(sqlite3.connect(path)) as connection:
            prepare_functions(connection)
            work(connection)
            connection.commit()
        return path.read_bytes()


def _patched_sizes(good: bytes) -> bytes:
    """Let the list of parts claim that the last part is a gigabyte."""
    at = good.rindex(b"PK\1\2")
    return good[: at + 20] + struct.pack("<2L", 10**9, 10**9) + good[at + 28 :]
