"""Whether a file lies on another machine.

SQLite's locks and its write-ahead log cannot be trusted over a network (sqlite.org, "SQLite Over a Network").
"""

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

NETWORK_SYSTEMS = {
    *("nfs", "nfs4", "cifs", "smb3", "smbfs", "ncpfs", "afs", "ceph", "glusterfs", "davfs", "9p"),
    *("fuse.sshfs", "fuse.davfs2", "fuse.gvfsd-fuse", "fuse.rclone", "fuse.glusterfs", "fuse.s3fs"),
}
"""File systems of Linux that reach over a network."""
_REMOTE = 4
"""DRIVE_REMOTE of GetDriveTypeW."""


def is_on_network(path: Path) -> bool:
    """Tell whether a file, which need not be there yet, would lie on another machine."""
    try:
        whole = path.absolute().resolve()
    except OSError:
        return False
    if sys.platform == "win32":
        return is_remote_on_windows(str(whole), _drive_type)
    if sys.platform == "linux":
        return is_remote_on_linux(whole, _mounts())
    return False


def is_remote_on_windows(path: str, drive_type: Callable[[str], int]) -> bool:
    r"""Tell it of a whole path: \\server\share, or a drive that is one. ``drive_type`` is GetDriveTypeW."""
    if path.startswith("\\\\?\\UNC\\"):
        return True
    path = path.removeprefix("\\\\?\\")
    return path.startswith("\\\\") or (path[1:2] == ":" and drive_type(f"{path[:2]}\\") == _REMOTE)


def is_remote_on_linux(path: Path, mounts: str) -> bool:
    """Tell it of a whole path by the text of /proc/mounts: the mount that lies deepest decides."""
    deepest, kind = -1, ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = Path(_unescaped(fields[1]))
        if path.is_relative_to(place) and len(place.parts) >= deepest:
            deepest, kind = len(place.parts), fields[2]
    return kind in NETWORK_SYSTEMS


def _unescaped(place: str) -> str:
    r"""Return a place as it is called; /proc/mounts writes a space as \040."""
    for code, sign in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        place = place.replace(code, sign)
    return place


def _mounts() -> str:
    try:
        return Path("/proc/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _drive_type(root: str) -> int:
    return int(ctypes.windll.kernel32.GetDriveTypeW(root))  # type: ignore[attr-defined, unused-ignore]
