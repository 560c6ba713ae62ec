"""A text file is read whatever its encoding; what is no text is refused with what to do."""

import codecs
import io
from pathlib import Path

import pytest

from desktop_app.errors import KnownError
from desktop_app.exchange.text_file import LIMIT, looks_thai, read_text

MEMO = "บันทึกข้อความ\r\nส่วนราชการ สำนักปลัด เทศบาลตำบลตัวอย่าง\tโทร. ๐-๐๐๐๐\r\nก่อนเที่ยง ๑๘ มี.ค. ๖๗ ITA\r\n"
SEEDS = sorted((Path(__file__).resolve().parents[3] / "shared" / "seeds").glob("*.txt"))


@pytest.fixture
def file(tmp_path):
    def put(data: bytes, name: str = "memo.txt") -> Path:
        path = tmp_path / name
        path.write_bytes(data)
        return path

    return put


class Endless(io.RawIOBase):
    """A file like /dev/zero: it gives as much as is asked for."""

    def read(self, size=-1):
        assert size >= 0, "all of it was asked for"
        return b"x" * size


ENCODED = {
    "utf-8": MEMO.encode("utf-8"),
    "utf-8 with mark": MEMO.encode("utf-8-sig"),
    "utf-16-le with mark": codecs.BOM_UTF16_LE + MEMO.encode("utf-16-le"),
    "utf-16-be with mark": codecs.BOM_UTF16_BE + MEMO.encode("utf-16-be"),
    "utf-16-le": MEMO.encode("utf-16-le"),
    "utf-16-be": MEMO.encode("utf-16-be"),
    "cp874": MEMO.encode("cp874"),
    "tis-620": MEMO.encode("tis-620"),
}


@pytest.mark.parametrize("encoding", ENCODED)
def test_every_encoding_gives_the_same_text(file, encoding):
    assert read_text(file(ENCODED[encoding])) == MEMO


def test_the_seeds_are_there():
    assert len(SEEDS) == 5


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "cp874"])
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_real_reports_survive_every_encoding(file, seed, encoding):
    text = seed.read_text(encoding="utf-8").replace("☑", "x")
    assert read_text(file(text.encode(encoding))) == text


def test_plain_ascii_and_windows_quotes_are_text(file):
    assert read_text(file(b"ITA 2567")) == "ITA 2567"
    assert read_text(file("“ทราบ” – เห็นชอบ…".encode("cp874"))) == "“ทราบ” – เห็นชอบ…"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "ว่างเปล่า"),
        (b" \r\n\t ", "ว่างเปล่า"),
        (codecs.BOM_UTF8, "ว่างเปล่า"),
        (codecs.BOM_UTF16_LE, "ว่างเปล่า"),
        (bytes(range(256)) * 40, "อ่านไฟล์ memo.txt เป็นข้อความไม่ได้"),
        (b"\x00" * 1000, "เป็นข้อความไม่ได้"),
        (b"\x7fELF\x02\x01\x01" + b"\x00\x03" * 500, "เป็นข้อความไม่ได้"),
        ("ก่อน é è ê ü ö ä".encode()[:-1], "UTF-8"),
        ("é è ê ü ö ä ñ ç à résumé naïve".encode("latin-1"), "UTF-8"),
        (codecs.BOM_UTF16_LE + b"\x01\x0e\x02", "UTF-8"),
        (b"PK\x03\x04 and so on", "Word หรือ Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "รุ่นเก่า"),
        (b"%PDF-1.7", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "รูปภาพ"),
        (b"\xff\xd8\xff\xe0", "รูปภาพ"),
        (b"{\\rtf1 x}", "RTF"),
    ],
)
def test_what_is_no_text_is_refused_with_what_to_do(file, data, words):
    with pytest.raises(KnownError) as refused:
        read_text(file(data))
    assert words in refused.value.sentence
    assert "กรุณา" in refused.value.sentence


def test_a_huge_file_is_refused_without_being_read(file, monkeypatch):
    path = file(b"")
    with path.open("wb") as huge:
        huge.truncate(LIMIT * 5 + 1)
    monkeypatch.setattr(Path, "open", lambda *_: pytest.fail("it was read"))
    with pytest.raises(KnownError, match="100 MB"):
        read_text(path)


def test_a_file_that_tells_no_size_and_has_no_end_is_refused(file, monkeypatch):
    path = file(b"")
    monkeypatch.setattr(Path, "open", lambda *_: Endless())
    with pytest.raises(KnownError, match="20 MB"):
        read_text(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(KnownError, match="ไม่พบไฟล์"):
        read_text(tmp_path / "nowhere.txt")
    with pytest.raises(KnownError, match="โฟลเดอร์"):
        read_text(tmp_path)


@pytest.mark.parametrize(("fault", "words"), [(PermissionError(13, "x"), "สิทธิ์"), (OSError(5, "x"), "คัดลอก")])
def test_a_file_that_cannot_be_opened_is_refused(file, monkeypatch, fault, words):
    def cause_fault(*_):
        raise fault

    path = file(b"x")
    monkeypatch.setattr(Path, "open", cause_fault)
    with pytest.raises(KnownError, match=words):
        read_text(path)


def test_thai_letters_in_an_order_no_thai_has_are_not_taken_for_thai():
    assert looks_thai("ที่ ป้า ฟื้น")
    assert not looks_thai("่ั้เเ ิี")
    assert not looks_thai("no Thai at all")
