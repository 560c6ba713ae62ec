"""Which drives are offered for a backup."""

import ctypes
from pathlib import Path
from types import MappingProxyType, SimpleNamespace

import pytest

from desktop_app.drives import Kind, Mount, linux_drives, typed, windows_drives


@pytest.fixture
def machine(tmp_path):
    """/sys/block and /dev/disk of a PC with a disk, a stick and a card."""
    block, by = tmp_path / "block", tmp_path / "by"
    for name, removable in (("sda", "0"), ("sdb", "1"), ("mmcblk0", "1")):
        (block / name).mkdir(parents=True)
        (block / name / "removable").write_text(f"{removable}\n", encoding="ascii")
    devices = tmp_path / "dev"
    devices.mkdir()
    for name in ("sda1", "sdb1", "mmcblk0p1"):
        (devices / name).touch()
    for kind, name in (("by-uuid", "AB12-CD34"), ("by-label", r"\xe0\xb8\x81\x20USB")):
        (by / kind).mkdir(parents=True)
        (by / kind / name).symlink_to(devices / "sdb1")
    mounts = [
        Mount(str(devices / "sda1"), Path("/"), "ext4"),
        Mount(str(devices / "sdb1"), tmp_path, "vfat"),
        Mount(str(devices / "mmcblk0p1"), tmp_path, "exfat"),
        Mount("server:/x", tmp_path, "nfs4"),
        Mount("proc", Path("/proc"), "proc"),
    ]
    return mounts, block, by


def test_on_linux_a_stick_is_told_by_the_disk_it_lies_on_with_serial_and_label(machine, tmp_path):
    stick, card = linux_drives(machine[0][:3], *machine[1:])
    assert (stick.kind, stick.label, stick.serial) == (Kind.STICK, "ก USB", "AB12-CD34")
    assert (card.kind, card.root) == (Kind.STICK, tmp_path)
    assert 0 < stick.free <= stick.total


def test_a_drive_that_is_pulled_out_meanwhile_is_no_fault(machine, tmp_path):
    gone = Mount(machine[0][1].device, tmp_path / "gone", "vfat")
    assert list(linux_drives([gone], *machine[1:])) == []


class Kernel:
    """Windows' kernel32 with the drives C (own), D (disk), E (stick), N (network), R (DVD)."""

    kinds = MappingProxyType({"C": 3, "D": 3, "E": 2, "N": 4, "R": 5})

    def GetLogicalDrives(self):
        return sum(1 << ord(letter) - ord("A") for letter in self.kinds)

    def SetThreadErrorMode(self, mode, before):
        self.mode = mode

    def GetDriveTypeW(self, root):
        return self.kinds.get(root[0], 1)

    def GetVolumeInformationW(self, root, label, size, serial, *rest):
        label.value = "สำนักปลัด" if root[0] == "E" else ""
        serial._obj.value = 0x1234ABCD
        return 1

    def GetDiskFreeSpaceExW(self, root, free, total, rest):
        free._obj.value, total._obj.value = 5, 9
        return root[0] != "D"


def test_on_windows_sticks_disks_and_shares_are_told_apart(monkeypatch):
    monkeypatch.setenv("SYSTEMDRIVE", "C:")
    kernel = Kernel()
    found = list(windows_drives(kernel))
    assert kernel.mode == 0x8001, "an empty card reader would ask for a card"
    assert [(drive.kind, drive.label, drive.serial, drive.free) for drive in found] == [
        (Kind.STICK, "สำนักปลัด", "1234ABCD", 5),
        (Kind.NETWORK, "N:", "1234ABCD", 5),
    ]


def test_on_windows_no_pointer_is_cut_to_32_bits():
    """A function of C stands in for each of Windows': its types decide what ctypes hands over."""
    names = {
        "GetLogicalDrives": 0,
        "GetDriveTypeW": 1,
        "GetVolumeInformationW": 8,
        "GetDiskFreeSpaceExW": 4,
        "SetThreadErrorMode": 2,
    }
    any_library = ctypes.pythonapi  # its functions are only given the types
    kernel = SimpleNamespace(**{name: any_library["Py_IsInitialized"] for name in names})
    typed(kernel)
    for name, count in names.items():
        function = getattr(kernel, name)
        assert len(function.argtypes) == count
        assert ctypes.sizeof(function.restype) == 4, "BOOL, DWORD and UINT have 32 bits"
        assert function.argtypes[:1] in ([], [ctypes.c_wchar_p], [ctypes.c_uint32])
    room = kernel.GetDiskFreeSpaceExW.argtypes
    free = ctypes.c_uint64()
    assert all(one.from_param(ctypes.byref(free)) is not None for one in room[1:])
    with pytest.raises(TypeError):
        room[1].from_param(ctypes.byref(ctypes.c_uint32()))
