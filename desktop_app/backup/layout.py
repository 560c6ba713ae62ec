"""Where everything lies in a bundle, and the seal over all of it.

A bundle is a plain zip without compression. Its comment, the very end of the file, is the seal: the SHA-256
over every byte of the file before it, in which the bytes of each part stand as their own SHA-256. So one
reading proves the whole file, also what a zip does not check: names, places, times, and that nothing is
missing or added.
"""

import hashlib
import re
import struct
import zipfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

from desktop_app.backup.beside import Beside
from desktop_app.backup.lock import AROUND, EXTRA, METHOD, Unlocking

BLOCK = 1 << 20
TITLE = b"Banthuek bundle 1, SHA-256 "
HEX = 64
COMMENT = len(TITLE) + HEX
LARGEST_DIRECTORY = 8_000_000
"""Bytes; a part takes about a hundred. A zip's list of parts is read whole, so it has to have an end."""
MANIFEST, NOTE, DATABASE = "manifest.json", "READ-ME-FIRST.txt", "banthuek.db"
ABOUT = "about.json"
"""Only in a bundle with a password: the manifest without what the password keeps."""
OPEN_TO_ALL = (NOTE, ABOUT)
"""Parts that are never locked."""
ISSUED = "issued/"
_NAME = re.compile(
    rf"{re.escape(MANIFEST)}|{re.escape(NOTE)}|{re.escape(DATABASE)}|{re.escape(ABOUT)}"
    r"|issued/[0-9a-z_-]{1,100}\.pdf"
)
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_LOCAL = struct.Struct("<4s22x2H")
ENCRYPTED, _UTF_8 = 0x1, 0x800


class BrokenError(ValueError):
    """The file is no whole bundle; the text says where it breaks."""


@dataclass(frozen=True, slots=True)
class Region:
    """Where the bytes of one part lie; of a locked one these are more than its own."""

    name: str
    start: int
    size: int
    is_locked: bool = False

    @property
    def own_size(self) -> int:
        """Bytes of the part itself."""
        return self.size - AROUND if self.is_locked else self.size


@dataclass(frozen=True, slots=True)
class Layout:
    """The parts in the order in which they lie, and the end of what the seal covers."""

    regions: tuple[Region, ...]
    seal_at: int

    @property
    def is_locked(self) -> bool:
        """True when a password is needed."""
        return any(region.is_locked for region in self.regions)

    def region(self, name: str) -> Region:
        """Return the place of a part. Raises BrokenError when there is none."""
        for region in self.regions:
            if region.name == name:
                return region
        raise BrokenError(f"{name} is missing")


@dataclass(frozen=True, slots=True)
class Digests:
    """What the bytes of a bundle add up to."""

    seal: str
    parts: dict[str, str]


def is_name_of_part(name: str) -> bool:
    """Tell whether a bundle may hold a part of this name."""
    return bool(_NAME.fullmatch(name))


def read_layout(file: BinaryIO) -> Layout:
    """Read where everything lies. Raises BrokenError for whatever is no whole bundle, OSError."""
    size = file.seek(0, 2)
    _check_end(file, size)
    try:
        with zipfile.ZipFile(file) as bundle:
            regions = tuple(_regions(file, bundle.infolist()))
            begin = bundle.start_dir
    except (zipfile.BadZipFile, NotImplementedError, struct.error, ValueError, EOFError, IndexError) as error:
        if isinstance(
            error.__context__, OSError
        ):  # zipfile takes a medium that fails for a file that is no zip
            raise error.__context__ from None
        raise error if isinstance(error, BrokenError) else BrokenError(f"zip: {error}") from error
    end = regions[-1].start + regions[-1].size if regions else 0
    if end != begin:
        raise BrokenError("bytes that belong to no part")
    if len({region.name.lower() for region in regions}) < len(regions):
        raise BrokenError("a part twice")
    if len({region.is_locked for region in regions if region.name not in OPEN_TO_ALL}) > 1:
        raise BrokenError("locked by half")
    return Layout(regions, size - HEX)


def _check_end(file: BinaryIO, size: int) -> None:
    """Look at the last bytes alone: a list of parts that claims to be huge is not even begun."""
    if size < _END.size + COMMENT:
        raise BrokenError("too short")
    file.seek(size - _END.size - COMMENT)
    end = _END.unpack(file.read(_END.size))
    if end[0] != b"PK\5\6" or end[7] != COMMENT or file.read(len(TITLE)) != TITLE:
        raise BrokenError("no seal at its end")
    length = end[5]
    if length == 0xFFFFFFFF:
        file.seek(size - COMMENT - _END.size - _LOCATOR.size - _END_64.size)
        length = _END_64.unpack(file.read(_END_64.size))[8]
    if length > min(LARGEST_DIRECTORY, size):
        raise BrokenError("a list of parts without end")


def _regions(file: BinaryIO, entries: list[zipfile.ZipInfo]) -> Iterator[Region]:
    place = 0
    for entry in sorted(entries, key=lambda entry: entry.header_offset):
        if not is_name_of_part(entry.filename):
            raise BrokenError("a part of a name that no bundle has")
        is_locked = entry.compress_type == METHOD
        if not (_is_locked_well(entry) if is_locked else _is_stored(entry)):
            raise BrokenError("a part that is not stored as it is")
        if entry.header_offset != place:
            raise BrokenError("bytes between the parts")
        file.seek(place)
        mark, name, extra = _LOCAL.unpack(file.read(_LOCAL.size))
        if mark != b"PK\3\4":
            raise BrokenError("a part without a head")
        start = place + _LOCAL.size + name + extra
        place = start + entry.compress_size
        yield Region(entry.filename, start, entry.compress_size, is_locked)


def _is_stored(entry: zipfile.ZipInfo) -> bool:
    stored = entry.compress_type == zipfile.ZIP_STORED and entry.compress_size == entry.file_size
    return stored and not entry.flag_bits & ~_UTF_8


def _is_locked_well(entry: zipfile.ZipInfo) -> bool:
    sized = entry.compress_size == entry.file_size + AROUND and not entry.CRC
    return sized and EXTRA in entry.extra and entry.flag_bits & ~_UTF_8 == ENCRYPTED


Sink = Callable[[str], BinaryIO | Unlocking | None]
"""Where the bytes of a part go as they are read; None: nowhere."""


def _nowhere(_name: str) -> None:
    return None


def digest(file: BinaryIO, layout: Layout, read: Callable[[int], None], sink: Sink = _nowhere) -> Digests:
    """Read a bundle once, from its first byte to its seal, and return what its bytes add up to.

    ``read`` is told how many bytes were read. Raises BrokenError when the file ends before its seal.
    """
    whole = hashlib.sha256()
    parts = {}
    place = file.seek(0)
    for region in layout.regions:
        _digest_to(file, region.start - place, whole.update, read)
        part = hashlib.sha256()
        with ExitStack() as stack:
            target = sink(region.name)
            if target is not None:
                stack.enter_context(target)
            adding_up = stack.enter_context(Beside())
            _digest_to(file, region.size, partial(adding_up.do, part.update), read, target)
        whole.update(part.digest())
        parts[region.name] = part.hexdigest()
        place = region.start + region.size
    _digest_to(file, layout.seal_at - place, whole.update, read)
    return Digests(whole.hexdigest(), parts)


def _digest_to(
    file: BinaryIO,
    length: int,
    into: Callable[[bytes], object],
    read: Callable[[int], None],
    to: BinaryIO | Unlocking | None = None,
) -> None:
    while length > 0:
        data = file.read(min(BLOCK, length))
        if not data:
            raise BrokenError("ends before its seal")
        into(data)
        if to is not None:
            to.write(data)
        length -= len(data)
        read(len(data))
    if length < 0:
        raise BrokenError("parts that overlap")


def seal_of(file: BinaryIO, layout: Layout, parts: dict[str, str]) -> str:
    """Return the seal of a bundle whose parts have these SHA-256, reading only what lies between them."""
    whole = hashlib.sha256()
    place = 0
    for region in layout.regions:
        file.seek(place)
        whole.update(file.read(region.start - place))
        whole.update(bytes.fromhex(parts[region.name]))
        place = region.start + region.size
    file.seek(place)
    whole.update(file.read(layout.seal_at - place))
    return whole.hexdigest()


def read_seal(file: BinaryIO, layout: Layout) -> str:
    """Return the seal that stands in the file."""
    file.seek(layout.seal_at)
    return file.read(HEX).decode("ascii", errors="replace")
