"""The fonts of this machine: relatives of TH Sarabun to choose from, and stand-ins for rare characters.

Nothing is looked for unless it is needed: a document in TH Sarabun New whose characters the bundled
families have opens no other file. What was found is remembered until the program ends, so that a
document looks the same all day.
"""

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from desktop_app.documents.typeset.fontfile import Facts, Fitness, fitness, is_sound, read_facts
from desktop_app.documents.typeset.fonts import (
    BUNDLED,
    TH_SARABUN_NEW,
    Cut,
    Face,
    Family,
    FontError,
    face,
    load_face,
)
from desktop_app.language import _

_RELATIVE = "sarabun"
"""Only files with this in their name are opened in search of a family."""
_KINDS = (".ttf", ".ttc", ".otf")
_THAI_LETTERS, _LATIN_LETTERS = "กขคบ", "xz"
"""Letters whose height tells how large a font looks."""
_IDEOGRAPH, _IDEOGRAPH_HEIGHT = "中", 0.56
"""An ideograph is as high as a Thai consonant with its vowel above, in ems."""
_WINDOWS = (
    "seguisym.ttf segoeui.ttf leelawui.ttf leelawad.ttf laoui.ttf msyh.ttc simsun.ttc malgun.ttf "
    "yugothm.ttc nirmala.ttf nirmala.ttc ebrima.ttf tahoma.ttf arial.ttf"
)
_OTHERS = (
    "dejavusans.ttf notosans-regular.ttf notosanssymbols-regular.ttf notosanssymbols2-regular.ttf "
    "notosanslao-regular.ttf notosansarabic-regular.ttf notosanshebrew-regular.ttf freesans.ttf "
    "freeserif.ttf wqy-zenhei.ttc wqy-microhei.ttc droidsansfallbackfull.ttf unifont.ttf"
)


class Found(NamedTuple):
    """What came of looking for a family: the one to set with, and a sentence when it is another one."""

    family: Family
    fault: str = ""


def font_folders() -> tuple[Path, ...]:
    """Return the folders in which this machine keeps its fonts."""
    if sys.platform == "win32":
        windows, local = os.environ.get("WINDIR", "C:/Windows"), os.environ.get("LOCALAPPDATA", "")
        own = (Path(local, "Microsoft", "Windows", "Fonts"),) if local else ()
        return (*own, Path(windows, "Fonts"))
    shared = (Path("/usr/local/share/fonts"), Path("/usr/share/fonts"))
    try:
        home = Path.home()
    except RuntimeError:
        return shared
    return (home / ".local" / "share" / "fonts", home / ".fonts", *shared)


def family_of(name: str) -> Family:
    """Return the family that documents naming it are set in; one that cannot be had is TH Sarabun New."""
    return find_family(name).family


def find_family(name: str) -> Found:
    """Look a family up by name; "" is TH Sarabun New.

    The fault says in one Thai sentence why TH Sarabun New is used instead, and what to do.
    """
    for family in BUNDLED:
        if name in ("", family.name):
            return Found(family)
    return _search(name, font_folders())


def offered_families() -> tuple[str, ...]:
    """Return the names of all families that can be chosen, the bundled ones first."""
    bundled = tuple(family.name for family in BUNDLED)
    folders = font_folders()
    names = sorted({facts.family for _path, _number, facts in _relatives(folders)} - {*bundled, ""})
    return (*bundled, *(name for name in names if not _search(name, folders).fault))


@lru_cache(maxsize=64)
def _search(name: str, folders: tuple[Path, ...]) -> Found:
    mine = [each for each in _relatives(folders) if each[2].family == name and each[2].plain]
    good = [each for each in mine if each[2].fitness is Fitness.GOOD]
    if not mine:
        return _instead(
            _("เครื่องนี้ไม่มีแบบอักษร {name}").format(name=name),
            _("กรุณาติดตั้งแล้วเปิดโปรแกรมใหม่ หรือเลือกแบบอื่นในหน้าตั้งค่า"),
        )
    if any(facts.fitness is Fitness.DAMAGED for _path, _number, facts in mine):
        return _damaged(name)
    if not good:
        forbidden = any(facts.fitness is Fitness.NOT_ALLOWED for _path, _number, facts in mine)
        reason = _("ผู้สร้างไม่อนุญาตให้ฝังในไฟล์ PDF") if forbidden else _("ไม่ใช่ชนิด TrueType จึงฝังในไฟล์ PDF ไม่ได้")
        return _instead(
            _("แบบอักษร {name} {reason}").format(name=name, reason=reason),
            _("กรุณาเลือกแบบอักษรอื่นในหน้าตั้งค่าหน่วยงาน"),
        )
    try:
        return Found(_assemble(name, good))
    except FontError:
        return _damaged(name)


def _damaged(name: str) -> Found:
    return _instead(
        _("ไฟล์แบบอักษร {name} เสียหาย").format(name=name), _("กรุณาติดตั้งแบบอักษรนั้นใหม่แล้วเปิดโปรแกรมใหม่")
    )


def _instead(fault: str, mend: str) -> Found:
    return Found(
        TH_SARABUN_NEW,
        _("{fault} จึงจัดหน้าด้วย {name} {mend}").format(fault=fault, name=TH_SARABUN_NEW.name, mend=mend),
    )


def _assemble(name: str, fonts: list[tuple[Path, int, Facts]]) -> Family:
    """Make a family of its files. A style it lacks is that of TH Sarabun New: a heading stays bold.

    Every style is loaded here, so that a damaged file is told before anything is set with it. Raises
    FontError for one, and where there is no regular style.
    """
    cuts = list(TH_SARABUN_NEW.cuts)
    scale = 0.0
    for path, index, facts in sorted(fonts, key=lambda each: (each[2].bold + 2 * each[2].italic, each[0])):
        style = facts.bold + 2 * facts.italic
        if cuts[style] is not TH_SARABUN_NEW.cuts[style]:
            continue
        if style == 0:
            scale = _scale(load_face(Cut(path, 1.0, index)), _THAI_LETTERS)
        if not scale:
            raise FontError(_("แบบอักษร {name} ไม่มีตัวปกติ").format(name=name))
        cuts[style] = cut = Cut(path, scale, index)
        loaded = load_face(cut)
        if not loaded.height(_THAI_LETTERS) or not is_sound(loaded.source):
            raise FontError(_("แบบอักษร {name} ไม่มีอักษรไทยหรือเสียหาย").format(name=name))
    return Family(name, (cuts[0], cuts[1], cuts[2], cuts[3]))


def _scale(measured: Face, letters: str) -> float:
    """Return the em-scale at which a font looks as large as TH Sarabun New; 0 when it lacks the letters."""
    height = measured.height(letters)
    return round(face().height(letters) / height, 3) if height > 0 else 0.0


def _relatives(folders: tuple[Path, ...]) -> tuple[tuple[Path, int, Facts], ...]:
    paths = [path for path in _files(folders) if _RELATIVE in path.name.lower()]
    return tuple((path, index, facts) for path in paths for index, facts in enumerate(read_facts(path)))


@lru_cache(maxsize=4)
def _files(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return every font file below the folders, in the order of the folders, then by name."""
    found = []
    for folder in folders:
        inside = [Path(place, name) for place, _unused, names in os.walk(folder) for name in names]
        found += sorted(path for path in inside if path.suffix.lower() in _KINDS)
    return tuple(found)


def stand_ins(wanted: Face) -> Iterator[Face]:
    """Yield the faces that stand in for characters which ``wanted`` lacks, the likest first.

    The bundled families come in the same weight and slope, well-known fonts of this machine as they are.
    """
    for family in BUNDLED:
        other = face(family, wanted.bold, wanted.italic)
        if other is not wanted:
            yield other
    for path in _well_known(font_folders(), _WINDOWS if sys.platform == "win32" else _OTHERS):
        found = _machine_face(path)
        if found:
            yield found


@lru_cache(maxsize=4)
def _well_known(folders: tuple[Path, ...], names: str) -> tuple[Path, ...]:
    """Return the files with these names that there are, in the order of the names."""
    places = {path.name.lower(): path for path in reversed(_files(folders))}
    return tuple(places[name] for name in names.split() if name in places)


@lru_cache(maxsize=64)
def _machine_face(path: Path) -> Face | None:
    """Load a font that may be embedded, as large as Thai letters look; None when it cannot be used."""
    try:
        plain = Face(Cut(path))
        if fitness(plain.source) is not Fitness.GOOD or not is_sound(plain.source):
            return None
        scale = _scale(plain, _LATIN_LETTERS) or 1.0
        tall = plain.height(_IDEOGRAPH)
        return load_face(Cut(path, round(min(scale, _IDEOGRAPH_HEIGHT / tall), 3) if tall else scale))
    except FontError:
        return None
