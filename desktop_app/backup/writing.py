"""Writing a bundle: temporary name, force, rename, force the folder, read back from the medium, compare.

Until the rename no file has a bundle's name; whatever fails takes away what was written.
"""

import hashlib
import time
import zipfile
from collections.abc import Callable, Generator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, wait
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import IO, BinaryIO, Self, cast

from desktop_app.backup import beside, layout
from desktop_app.backup.beside import Beside
from desktop_app.backup.faults import BadMediumError, no_room, told_of_medium
from desktop_app.backup.layout import ABOUT, BLOCK, ENCRYPTED, HEX, MANIFEST, NOTE, OPEN_TO_ALL, TITLE
from desktop_app.backup.lock import AROUND, EXTRA, METHOD, NEEDED, Locking
from desktop_app.backup.manifest import Manifest, Part
from desktop_app.backup.medium import Medium
from desktop_app.backup.uncached import forget_cached
from desktop_app.backup.watch import Stage, Watch

PARTIAL = ".part"
FORCED_EVERY = 4 * BLOCK
"""Bytes after which the medium has to have them: progress then tells of the stick, not of the cache."""
_LEAST_FORCED, _MOST_FORCED = BLOCK, 16 * BLOCK
_QUICK_S, _SLOW_S = 0.1, 0.4
"""A medium that has them sooner is given more at once, one that takes longer less."""
_NEARLY_FULL = 16 * BLOCK
ROOM_BESIDE = 1 << 20
"""Bytes for what a zip says around its parts, and for the folder's own growth."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where the bytes of a part come from, read once, and how many they are."""

    size: int
    blocks: Callable[[], Generator[bytes, None, None]]


@dataclass(frozen=True, slots=True)
class Parcel:
    """What goes into a bundle: the manifest without its parts, the sources by name, the texts."""

    manifest: Manifest
    moment: datetime
    """Local time, for the dates that a zip shows."""
    sources: Mapping[str, Source]
    note: str
    password: bytes | None = None

    @property
    def size(self) -> int:
        """Bytes it takes at most."""
        texts = 2 * len(self.manifest.model_dump_json().encode()) + len(self.note.encode())
        heads = 400 * len(self.sources)
        return sum(source.size for source in self.sources.values()) + texts + heads + ROOM_BESIDE


def write_bundle(parcel: Parcel, folder: Path, stem: str, medium: Medium, watch: Watch) -> Path:
    """Write a bundle into ``folder`` and read it back from the medium; return where it lies.

    A bundle that is there already is never written over: the new one gets a number behind its name.
    Raises BundleError, CancelledError; then nothing new lies in the folder, if the medium still answers.
    """
    with told_of_medium(folder):
        names = medium.names(folder)
        for name in names:
            if name.startswith("Banthuek_") and name.endswith(f".zip{PARTIAL}"):
                medium.remove(folder / name)
        if medium.free(folder) < parcel.size:
            raise no_room(folder)
        path = folder / _free_name(stem, {name.lower() for name in names})
        written: list[Path] = []
        try:
            seal = _write(parcel, path.with_name(path.name + PARTIAL), medium, watch, written)
            written.append(path)
            medium.rename(path.with_name(path.name + PARTIAL), path)
            medium.force_folder(folder)
            _read_back(path, seal, medium, watch)
        except OSError as fault:
            full = _is_full(medium, folder)
            _take_away(written, folder, medium)
            if full:
                raise no_room(folder) from fault
            raise
        except BaseException:
            _take_away(written, folder, medium)
            raise
    return path


def _free_name(stem: str, taken: set[str]) -> str:
    number = 1
    while (name := f"{stem}{f'_{number}' if number > 1 else ''}.zip").lower() in taken:
        number += 1
    return name


def _take_away(written: list[Path], folder: Path, medium: Medium) -> None:
    for path in written:
        with suppress(OSError):
            medium.remove(path)
    with suppress(OSError):
        medium.force_folder(folder)


def _is_full(medium: Medium, folder: Path) -> bool:
    """Tell whether a fault came of a full medium: on FAT that is EPERM, and looks like a missing right."""
    try:
        return medium.free(folder) < _NEARLY_FULL
    except OSError:
        return False


def _write(parcel: Parcel, path: Path, medium: Medium, watch: Watch, written: list[Path]) -> str:
    """Write the bundle under its temporary name, which goes to ``written`` once it is there."""
    with medium.create(path) as file:
        written.append(path)
        with (
            _Forced(file, medium, watch, parcel.size) as stream,
            zipfile.ZipFile(cast(BinaryIO, stream), "w", zipfile.ZIP_STORED) as bundle,
        ):
            entries = Entries(bundle, parcel.moment, parcel.password)
            entries.add_bytes(NOTE, parcel.note.encode("utf-8-sig"))
            if parcel.password is not None:
                about = parcel.manifest.without_contents()
                entries.add_bytes(ABOUT, about.model_dump_json(indent=1).encode())
            for name, source in parcel.sources.items():
                entries.add(name, source)
            manifest = parcel.manifest.model_copy(update={"parts": dict(entries.parts)})
            entries.add_bytes(MANIFEST, manifest.model_dump_json(indent=1).encode())
            bundle.comment = TITLE + b"0" * HEX
        seal = _seal(file, entries.lying)
        medium.force(file)
    return seal


def _seal(file: BinaryIO, parts: dict[str, str]) -> str:
    """Put the seal at the end. Raises BadMediumError when the file is not even now what was written."""
    try:
        found = layout.read_layout(file)
    except layout.BrokenError as error:
        raise BadMediumError from error
    if [region.name for region in found.regions] != list(parts):
        raise BadMediumError
    seal = layout.seal_of(file, found, parts)
    file.seek(found.seal_at)
    file.write(seal.encode())
    return seal


def _read_back(path: Path, seal: str, medium: Medium, watch: Watch) -> None:
    """Compare what the medium holds. Equal bytes need no second look at what they mean."""
    try:
        with medium.read_back(path) as file:
            if seal_on(file, watch) != seal:
                raise BadMediumError
    except layout.BrokenError as error:
        raise BadMediumError from error


def seal_on(file: BinaryIO, watch: Watch) -> str:
    """Read a whole bundle and return its seal, proven. Raises layout.BrokenError when it does not hold."""
    found = layout.read_layout(file)
    progress = Progress(watch, Stage.READ_BACK, found.seal_at)
    seal = layout.digest(file, found, progress.more).seal
    if layout.read_seal(file, found) != seal:
        raise layout.BrokenError("the seal does not hold")
    return seal


class Progress:
    """Counts bytes for a watch."""

    def __init__(self, watch: Watch, stage: Stage, total: int) -> None:
        self._watch, self._stage, self._total = watch, stage, total
        self._done = 0

    def more(self, count: int) -> None:
        """Add bytes. Raises CancelledError when the work is to stop."""
        self._done += count
        self._watch.at(self._stage, self._done, self._total)


class Entries:
    """Adds parts to a zip, locked by the password if there is one; notes what each is and what lies of it."""

    def __init__(self, bundle: zipfile.ZipFile, moment: datetime, password: bytes | None) -> None:
        self._bundle, self._password = bundle, password
        self._moment = max(moment.timetuple()[:6], (1980, 1, 1, 0, 0, 0))
        self.parts: dict[str, Part] = {}
        self.lying: dict[str, str] = {}
        """The SHA-256 of the bytes that lie in the file, by the part's name."""

    def add_bytes(self, name: str, data: bytes) -> None:
        """Add a part that is at hand."""
        self.add(name, Source(len(data), partial(at_once, data)))

    def add(self, name: str, source: Source) -> None:
        """Add a part; its bytes are added up beside the writing."""
        assert layout.is_name_of_part(name)
        password = None if name in OPEN_TO_ALL else self._password
        info = zipfile.ZipInfo(name, self._moment)
        info.external_attr = 0o644 << 16
        info.file_size = source.size
        if password is not None:
            info.file_size, info.extra, info.extract_version = source.size + AROUND, EXTRA, NEEDED
        own, size = hashlib.sha256(), 0
        with self._bundle.open(info, "w") as entry, closing(source.blocks()) as blocks, Beside() as adding_up:
            lying = _Lying(entry, adding_up)
            target = lying if password is None else Locking(cast(BinaryIO, lying), password)
            for data in blocks:
                if password is not None:
                    adding_up.do(own.update, data)
                target.write(data)
                size += len(data)
            target.close()
        if password is not None:
            self._tell_locked(info, size)
        self.lying[name] = lying.sha256.hexdigest()
        sha256 = self.lying[name] if password is None else own.hexdigest()
        self.parts[name] = Part(size=size, sha256=sha256)

    def _tell_locked(self, info: zipfile.ZipInfo, size: int) -> None:
        """Let the heads of a part say that it is locked: the library wrote it as one that is not."""
        long = info.file_size * 1.05 > zipfile.ZIP64_LIMIT
        info.compress_type, info.CRC, info.file_size = METHOD, 0, size
        info.flag_bits |= ENCRYPTED
        assert self._bundle.fp is not None
        self._bundle.fp.seek(info.header_offset)
        self._bundle.fp.write(info.FileHeader(long))


def at_once(data: bytes) -> Generator[bytes, None, None]:
    """Give bytes that are at hand."""
    yield data


class _Lying:
    """Hands bytes on and adds up what they are."""

    def __init__(self, target: IO[bytes], adding_up: Beside) -> None:
        self._target, self._adding_up = target, adding_up
        self.sha256 = hashlib.sha256()

    def write(self, data: bytes) -> int:
        self._adding_up.do(self.sha256.update, data)
        return self._target.write(data)

    def close(self) -> None:
        """Leave the target open: it is its maker's."""


class _Forced:
    """A file that is forced to its medium every now and then, and tells the watch how far it is.

    What was written is forced in a thread while the next is written, but never is more than that under way.
    """

    def __init__(self, file: BinaryIO, medium: Medium, watch: Watch, total: int) -> None:
        self._file, self._medium = file, medium
        self._progress = Progress(watch, Stage.WRITE, total)
        self._pool = ThreadPoolExecutor(1)
        self._forcing: Future[None] | None = None
        self._waiting, self._every = 0, FORCED_EVERY

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_rest: object) -> None:
        try:
            if kind is None:
                self._settle()
        finally:
            self._pool.shutdown()

    def write(self, data: bytes) -> int:
        self._file.write(data)
        self._waiting += len(data)
        if self._waiting >= self._every:
            self._settle()
            self._waiting = 0
            self._forcing = self._pool.submit(self._force)
        self._progress.more(len(data))
        return len(data)

    def _force(self) -> None:
        begin = time.monotonic()
        self._medium.force(self._file)
        forget_cached(self._file.fileno())
        taken = time.monotonic() - begin
        if taken < _QUICK_S:
            self._every = min(self._every * 2, _MOST_FORCED)
        elif taken > _SLOW_S:
            self._every = max(self._every // 2, _LEAST_FORCED)

    def _settle(self) -> None:
        """Wait until the medium has what was to be forced."""
        if self._forcing is None:
            return
        while not wait([self._forcing], beside.WORD_S).done:
            self._progress.more(0)
        self._forcing.result()
        self._forcing = None

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._file.seek(offset, whence)

    def tell(self) -> int:
        return self._file.tell()

    def flush(self) -> None:
        self._file.flush()
