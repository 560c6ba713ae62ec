"""The drives of this PC: which is a stick, and how much is free.

On Linux a drive tells by /sys whether it can be taken out; on Windows GetDriveTypeW does. USB hard disks call
themselves fixed on both: drives are ranked, none is hidden.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import Any

from desktop_app.store.network import NETWORK_SYSTEMS


class Kind(IntEnum):
    """What a drive is, the likeliest place of a backup first."""

    STICK = 0
    DISK = 1
    NETWORK = 2


@dataclass(frozen=True, slots=True)
class Drive:
    """A drive that is there now. ``serial`` knows it again; "" when it has none. Sizes in bytes."""

    root: Path
    label: str
    serial: str
    kind: Kind
    free: int
    total: int


_REAL_SYSTEMS = frozenset(
    {"vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "ext2", "ext3", "ext4", "btrfs", "xfs", "f2fs", "udf"}
)
_MOUNTED_BY_A_PERSON = ("/media/", "/run/media/", "/mnt/")
_WINDOWS_STICK, _WINDOWS_DISK, _WINDOWS_NETWORK = 2, 3, 4
_FAIL_SILENTLY = 0x0001 | 0x8000
"""SEM_FAILCRITICALERRORS and SEM_NOOPENFILEERRORBOX: an empty card reader asks nobody for a card."""
_NAME_ROOM = 261
"""Characters of the longest label, with the zero behind it."""


def list_drives() -> list[Drive]:
    """Return the drives that a backup can go to: sticks first, then disks, then other computers' folders.

    Asking a drive may take long when it sleeps or is being pulled out: not for the window's thread.
    """
    found = windows_drives(windows_kernel()) if sys.platform == "win32" else linux_drives()
    return sorted(found, key=lambda drive: (drive.kind, str(drive.root)))


# Linux


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of /proc/mounts."""

    device: str
    folder: Path
    system: str


def linux_drives(
    mounts: Iterable[Mount] | None = None, sys_block: Path = Path("/sys/block"), by: Path = Path("/dev/disk")
) -> Iterator[Drive]:
    """Yield what a person has plugged in or mounted; the system's own drives are the folders of home."""
    for mount in mounts if mounts is not None else _mounts():
        network = mount.system in NETWORK_SYSTEMS
        if not network and mount.system not in _REAL_SYSTEMS:
            continue
        stick = not network and _can_be_taken_out(mount.device, sys_block)
        if not stick and not str(mount.folder).startswith(_MOUNTED_BY_A_PERSON):
            continue
        try:
            usage = shutil.disk_usage(mount.folder)
        except OSError:
            continue
        kind = Kind.NETWORK if network else Kind.STICK if stick else Kind.DISK
        serial = _linked_name(by / "by-uuid", mount.device)
        label = _linked_name(by / "by-label", mount.device) or mount.folder.name
        yield Drive(mount.folder, label, serial, kind, usage.free, usage.total)


def _mounts() -> list[Mount]:
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    fields = (line.split(" ") for line in lines)
    return [Mount(device, Path(_unescaped(folder)), system) for device, folder, system, *_ in fields]


def _unescaped(text: str) -> str:
    """Undo how /proc/mounts and udev write a space or a Thai letter, as octal or hexadecimal numbers."""
    for mark, length, base in (("\\x", 2, 16), ("\\", 3, 8)):
        head, *parts = os.fsencode(text).split(mark.encode())
        for part in parts:
            try:
                head += bytes([int(part[:length], base)]) + part[length:]
            except ValueError:
                head += mark.encode() + part
        text = os.fsdecode(head)
    return text


def _can_be_taken_out(device: str, sys_block: Path) -> bool:
    """Ask the disk that a partition belongs to ("sdb1" lies on "sdb", "mmcblk0p1" on "mmcblk0")."""
    name = os.path.realpath(device).rpartition("/")[2]
    for disk in (name, name.rstrip("0123456789"), name.rpartition("p")[0]):
        try:
            return disk != "" and (sys_block / disk / "removable").read_text(encoding="ascii").strip() == "1"
        except OSError:
            continue
    return False


def _linked_name(folder: Path, device: str) -> str:
    """Return the name of the link in ``folder`` that leads to a device; "" when none does."""
    try:
        links = sorted(folder.iterdir())
        return next((_unescaped(link.name) for link in links if link.samefile(device)), "")
    except OSError:
        return ""


# Windows


def windows_kernel() -> Any:  # pragma: no cover - exists on Windows alone
    """Return the part of Windows that knows the drives, with the types that its functions take."""
    return typed(ctypes.WinDLL("kernel32", use_last_error=True))  # type: ignore[attr-defined,unused-ignore]


def typed(kernel: Any) -> Any:
    """Tell ctypes what the functions take and return: without that it may cut a pointer of 64 bits in two.

    Source: fileapi.h and errhandlingapi.h.
    """
    text, number, pointer = ctypes.c_wchar_p, ctypes.c_uint32, ctypes.POINTER
    for name, returned, taken in (
        ("GetLogicalDrives", number, []),
        ("GetDriveTypeW", number, [text]),
        (
            "GetVolumeInformationW",
            ctypes.c_int,
            [text, text, number, pointer(number), pointer(number), pointer(number), text, number],
        ),
        ("GetDiskFreeSpaceExW", ctypes.c_int, [text, *[pointer(ctypes.c_uint64)] * 3]),
        ("SetThreadErrorMode", ctypes.c_int, [number, pointer(number)]),
    ):
        function = getattr(kernel, name)
        function.restype, function.argtypes = returned, taken
    return kernel


def windows_drives(kernel: Any) -> Iterator[Drive]:
    """Yield the drives of Windows but the one that Windows itself is on. ``kernel`` is its kernel32."""
    kinds = {_WINDOWS_STICK: Kind.STICK, _WINDOWS_DISK: Kind.DISK, _WINDOWS_NETWORK: Kind.NETWORK}
    own = os.environ.get("SYSTEMDRIVE", "C:").upper()
    kernel.SetThreadErrorMode(_FAIL_SILENTLY, None)
    letters = kernel.GetLogicalDrives()
    for number in range(26):
        letter = f"{chr(ord('A') + number)}:"
        if not letters >> number & 1 or letter == own:
            continue
        kind = kinds.get(kernel.GetDriveTypeW(f"{letter}\\"))
        room = _room(kernel, f"{letter}\\") if kind is not None else None
        if kind is not None and room is not None:
            label, serial = _volume(kernel, f"{letter}\\")
            yield Drive(Path(f"{letter}\\"), label or letter, serial, kind, *room)


def _volume(kernel: Any, root: str) -> tuple[str, str]:
    label, serial = ctypes.create_unicode_buffer(_NAME_ROOM), ctypes.c_uint32()
    told = kernel.GetVolumeInformationW(root, label, _NAME_ROOM, ctypes.byref(serial), None, None, None, 0)
    return (label.value, f"{serial.value:08X}") if told else ("", "")


def _room(kernel: Any, root: str) -> tuple[int, int] | None:
    """Return what is free for this user and the size; None for a reader without a card in it."""
    free, total = ctypes.c_uint64(), ctypes.c_uint64()
    told = kernel.GetDiskFreeSpaceExW(root, ctypes.byref(free), ctypes.byref(total), None)
    return (free.value, total.value) if told else None
