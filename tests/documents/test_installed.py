"""Families that this machine has: found by their names, as large as TH Sarabun New, or a reason why not."""

import io
import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.ttCollection import TTCollection
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.blocks import Document, Paragraph
from desktop_app.documents.pdf import render
from desktop_app.documents.typeset import installed
from desktop_app.documents.typeset.fonts import BUNDLED, SARABUN, TH_SARABUN_NEW, face
from desktop_app.documents.typeset.installed import family_of, find_family, offered_families, stand_ins
from desktop_app.resources import resource

REAL_FOLDERS = installed.font_folders
"""Taken before all tests are given a machine without fonts."""
STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
WORDS = ("Regular", "Bold", "Italic", "Bold Italic")


def renamed(style: str, family: str, words: str, folder: str = "th-sarabun-new", stem: str = "THSarabunNew"):
    """Return a bundled font with the names of another family."""
    font = TTFont(resource("fonts", folder, f"{stem}-{style}.ttf"))
    names = font["name"]
    names.names = [record for record in names.names if record.platformID == 3]
    for number in (16, 17, 21, 22):
        names.removeNames(nameID=number)
    for number, text in ((1, family), (2, words), (4, f"{family} {words}"), (6, family.replace(" ", ""))):
        for record in [each for each in names.names if each.nameID == number]:
            names.setName(text, number, record.platformID, record.platEncID, record.langID)
    return font


@pytest.fixture
def machine(tmp_path, monkeypatch):
    """Let a folder be all that this machine has of fonts."""
    monkeypatch.setattr(installed, "font_folders", lambda: (tmp_path,))
    return tmp_path


@pytest.fixture
def psk(machine):
    """Install a family of four styles."""
    for style, words in zip(STYLES, WORDS, strict=True):
        renamed(style, "TH SarabunPSK", words).save(machine / f"THSarabun {words}.ttf")
    return "TH SarabunPSK"


def test_nothing_is_looked_for_when_a_bundled_family_is_wanted(monkeypatch):
    monkeypatch.setattr(installed, "font_folders", lambda: pytest.fail("it was looked for"))
    assert family_of("") is TH_SARABUN_NEW
    assert family_of("TH Sarabun New") is TH_SARABUN_NEW
    assert family_of("Sarabun") is SARABUN
    render(Document("ชื่อ", (Paragraph("ข้อความ ☑ ธรรมดา"),)))


@pytest.mark.parametrize("family", BUNDLED)
def test_the_scale_of_a_bundled_family_is_what_its_letters_measure(family):
    measured = round(face().height("กขคบ") / face(family).height("กขคบ"), 3)
    assert family.cuts[0].scale == measured
    assert measured * 16 == pytest.approx(10.9 if family is SARABUN else 16, abs=0.05)


def test_single_spacing_is_that_of_th_sarabun_new():
    extents = face().font.get_font_extents("ltr")
    units = face().units
    assert face(SARABUN).leading == face().leading
    assert (extents.ascender - extents.descender + extents.line_gap) / units == face().leading
    assert -extents.descender / units == face().descent


def test_an_installed_family_is_offered_with_its_four_styles(psk):
    assert offered_families() == ("TH Sarabun New", "Sarabun", psk)
    found = find_family(psk)
    assert found.fault == ""
    assert [cut.path.name for cut in found.family.cuts] == [f"THSarabun {words}.ttf" for words in WORDS]
    assert [cut.scale for cut in found.family.cuts] == [1.0] * 4
    styles = [
        (face(found.family, bold, italic).bold, face(found.family, bold, italic).italic)
        for bold, italic in ((False, False), (True, False), (False, True), (True, True))
    ]
    assert styles == [(False, False), (True, False), (False, True), (True, True)]


def test_a_size_means_the_same_in_an_installed_family_of_larger_letters(machine):
    renamed("Regular", "TH Sarabun Chula", "Regular", "sarabun", "Sarabun").save(machine / "sarabun1.ttf")
    assert find_family("TH Sarabun Chula").family.cuts[0].scale == SARABUN.cuts[0].scale


def test_a_style_that_is_missing_is_that_of_th_sarabun_new(machine):
    renamed("Regular", "TH SarabunPSK", "Regular").save(machine / "THSarabun.ttf")
    family = find_family("TH SarabunPSK").family
    assert family.cuts[0].path == machine / "THSarabun.ttf"
    assert family.cuts[1:] == TH_SARABUN_NEW.cuts[1:]


def test_only_files_with_sarabun_in_their_name_are_opened(machine, monkeypatch):
    renamed("Regular", "TH SarabunPSK", "Regular").save(machine / "other.ttf")
    opened = []
    monkeypatch.setattr(installed, "read_facts", lambda path: opened.append(path) or ())
    assert offered_families() == ("TH Sarabun New", "Sarabun")
    assert opened == []


def test_a_family_in_a_collection_is_found(machine):
    collection = TTCollection()
    collection.fonts = [
        renamed("Bold", "TH SarabunIT๙", "Bold"),
        renamed("Regular", "TH SarabunIT๙", "Regular"),
    ]
    with (machine / "THSarabunIT๙.TTC").open("wb") as target:
        collection.save(target)
    family = find_family("TH SarabunIT๙").family
    assert [cut.number for cut in family.cuts[:2]] == [1, 0]
    assert render(Document("ชื่อ", (Paragraph("ป้า", bold=True),), family="TH SarabunIT๙"))


def test_weights_that_are_none_of_the_four_styles_are_left_out(machine):
    renamed("Regular", "TH SarabunPSK", "Light").save(machine / "a-sarabun-light.ttf")
    renamed("Regular", "TH SarabunPSK", "Regular").save(machine / "b-sarabun.ttf")
    assert find_family("TH SarabunPSK").family.cuts[0].path.name == "b-sarabun.ttf"


def test_digits_that_the_font_draws_as_thai_ones_stay_what_was_typed(machine, pdfium, bare):
    """TH SarabunIT๙ does so."""
    font = renamed("Regular", "TH SarabunIT๙", "Regular")
    for table in (each for each in font["cmap"].tables if each.isUnicode()):
        for digit in range(10):
            table.cmap[ord("0") + digit] = table.cmap[ord("๐") + digit]
    font.save(machine / "THSarabunIT๙.ttf")
    pdf = render(Document("ชื่อ", (Paragraph("ปี 2567 ๒๕๖๗ O35"),), family="TH SarabunIT๙"))
    assert bare(pdfium(pdf)) == "ปี2567๒๕๖๗O35"
    chosen = face(family_of("TH SarabunIT๙"))
    assert chosen.font.get_nominal_glyph(ord("2")) == chosen.font.get_nominal_glyph(ord("๒"))


def test_a_page_in_an_installed_family_embeds_it_and_says_its_text(psk, pdfium, bare):
    pdf = render(Document("ชื่อ", (Paragraph("น้ำ ป้ำ ฟื้นฟู"),), family=psk))
    assert b"+THSarabunRegular" in pdf
    assert bare(pdfium(pdf)) == "น้ำป้ำฟื้นฟู"


FAULTS = {
    "missing": "ไม่มีแบบอักษร",
    "forbidden": "ไม่อนุญาตให้ฝัง",
    "no subset": "ไม่อนุญาตให้ฝัง",
    "other kind": "ไม่ใช่ชนิด TrueType",
    "varying": "ไม่ใช่ชนิด TrueType",
    "no Thai": "เสียหาย",
    "bold alone": "เสียหาย",
    "unreadable": "เสียหาย",
    "broken": "ไม่มีแบบอักษร",
}


def spoil(kind, machine):
    font = renamed(
        "Bold" if kind == "bold alone" else "Regular", "TH SarabunPSK", WORDS[kind == "bold alone"]
    )
    if kind == "forbidden":
        font["OS/2"].fsType = 0x0002
    if kind == "no subset":
        font["OS/2"].fsType = 0x0108
    if kind == "other kind":
        del font["glyf"], font["loca"]
    if kind == "varying":
        font["fvar"] = newTable("fvar")
        font["fvar"].axes, font["fvar"].instances = [], []
    if kind == "no Thai":
        for table in font["cmap"].tables:
            table.cmap = {code: name for code, name in table.cmap.items() if code < 0x0E00}
    target = io.BytesIO()
    font.save(target)
    data = target.getvalue()
    if kind == "unreadable":
        data = data.replace(b"post", b"\xff\xff\xff\xff", 1)
    if kind != "missing":
        (machine / "THSarabun.ttf").write_bytes(data[:200] if kind == "broken" else data)


@pytest.mark.parametrize("kind", FAULTS)
def test_what_cannot_be_set_with_is_told_in_thai_and_th_sarabun_new_takes_its_place(kind, machine):
    spoil(kind, machine)
    found = find_family("TH SarabunPSK")
    assert found.family is TH_SARABUN_NEW
    assert FAULTS[kind] in found.fault
    assert "TH SarabunPSK" in found.fault
    assert "กรุณา" in found.fault
    assert offered_families() == ("TH Sarabun New", "Sarabun")
    assert render(Document("ชื่อ", (Paragraph("ข้อความ"),), family="TH SarabunPSK"))


@pytest.mark.parametrize("length", [0, 4, 12, 100, 5_000, 60_000])
def test_a_font_file_cut_off_anywhere_makes_a_page(length, machine):
    whole = resource("fonts", "th-sarabun-new", "THSarabunNew-Regular.ttf").read_bytes()
    (machine / "THSarabun.ttf").write_bytes(whole[:length])
    (machine / "DejaVuSans.ttf").write_bytes(whole[:length])
    assert render(Document("ชื่อ", (Paragraph(f"ข้อความ \u2603 {length}"),), family="TH Sarabun New"))
    for name in ("TH SarabunPSK", *offered_families()):
        assert render(Document("ชื่อ", (Paragraph("ข้อความ"),), family=name))


def test_stand_ins_are_the_other_bundled_family_then_well_known_fonts_of_the_machine(machine, monkeypatch):
    monkeypatch.setattr(installed.sys, "platform", "linux")
    shutil.copy(resource("fonts", "sarabun", "Sarabun-Regular.ttf"), machine / "FreeSans.ttf")
    shutil.copy(resource("fonts", "sarabun", "Sarabun-Regular.ttf"), machine / "unknown.ttf")
    (machine / "DejaVuSans.ttf").write_bytes(b"broken")
    found = list(stand_ins(face(bold=True)))
    assert [each.name for each in found] == ["Sarabun-Bold", "FreeSans"]
    latin = face().height("xz") / found[1].height("xz")
    assert found[1].scale == pytest.approx(latin, abs=0.001)


@pytest.mark.parametrize("local", ["C:/Users/ตัวอย่าง/AppData/Local", ""])
def test_on_windows_the_users_own_fonts_are_looked_at_before_those_of_the_machine(local, monkeypatch):
    monkeypatch.setattr(installed.sys, "platform", "win32")
    monkeypatch.setenv("WINDIR", "D:/Windows")
    monkeypatch.setenv("LOCALAPPDATA", local)
    own = [Path(local, "Microsoft", "Windows", "Fonts")] if local else []
    assert [*REAL_FOLDERS()] == [*own, Path("D:/Windows", "Fonts")]


def test_elsewhere_the_users_own_fonts_are_looked_at_before_those_of_the_machine(monkeypatch, tmp_path):
    monkeypatch.setattr(installed.sys, "platform", "linux")
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    folders = REAL_FOLDERS()
    assert folders[:2] == (tmp_path / ".local" / "share" / "fonts", tmp_path / ".fonts")
    assert Path("/usr/share/fonts") in folders


TABLES = ("GSUB", "cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "name", "post")
DIRECTORY = "directory"
"""What stands before the tables and tells where they are."""


@cache
def whole_font(bold):
    """Return the bytes of a font with a name of its own, and where its parts are: offset and length."""
    target = io.BytesIO()
    if bold:
        renamed("Bold", "TH SarabunPSK", "Regular", "sarabun", "Sarabun").save(target)
    else:
        renamed("Regular", "TH SarabunPSK", "Regular").save(target)
    with TTFont(target) as font:
        places = {tag: (font.reader.tables[tag].offset, font.reader.tables[tag].length) for tag in TABLES}
        return target.getvalue(), {**places, DIRECTORY: (0, 12 + 16 * len(font.reader.tables))}


@settings(max_examples=60)
@given(
    st.booleans(),
    st.sampled_from((*TABLES, DIRECTORY)),
    st.randoms(use_true_random=False),
    st.sampled_from([1, 9, 300]),
)
def test_a_font_damaged_anywhere_makes_a_page(bold, part, random, bytes_damaged):
    whole, places = whole_font(bold)
    data = bytearray(whole)
    offset, length = places[part]
    for _ in range(bytes_damaged):
        data[offset + random.randrange(length)] = random.randrange(256)
    with pytest.MonkeyPatch.context() as patch, TemporaryDirectory() as folder:
        (Path(folder) / "sarabun.ttf").write_bytes(data)
        patch.setattr(installed, "font_folders", lambda: (Path(folder),))
        text = "เกี่ยวกับ กิ์ น้ำ ที่ ผู้ใหญ่ ☑ 2567 ABC"
        assert render(Document("ชื่อ", (Paragraph(text),), family="TH SarabunPSK"))
