"""The tables of Word, Excel, web pages and CSV files, and files that hold none."""

import zipfile

import pytest

from desktop_app.errors import KnownError
from desktop_app.exchange import table_files
from desktop_app.exchange.table_files import table_from_file

from .office_files import excel_file, word_file, word_table

HEAD = "มาตรการ\tวิธีการ"


def test_the_table_of_a_word_file_is_read_with_its_lines_and_spans(tmp_path):
    body = "<w:p><w:r><w:t>บันทึกข้อความ</w:t></w:r></w:p>" + word_table(
        ("มาตรการ", "วิธีการ"), ("ก", "๑. หนึ่ง|๒. สอง"), (">รวม",)
    )
    table = table_from_file(word_file(tmp_path / "รายงาน.docx", body))
    assert table.rows == (("มาตรการ", "วิธีการ"), ("ก", "๑. หนึ่ง\n๒. สอง"), ("รวม", ""))
    assert "มีช่องที่รวมกัน ๑ ช่อง" in table.notes[0]


def test_the_first_filled_sheet_of_an_excel_file_is_read_and_the_others_are_told(tmp_path):
    rows = (
        '<row r="1"><c r="A1" t="inlineStr"><is><t>โครงการ ก</t></is></c><c r="B1"><v>20000</v></c>'
        '<c r="C1"><v>1250.5</v></c><c r="D1" s="1"><v>45369</v></c></row>'
    )
    table = table_from_file(excel_file(tmp_path / "แผน.xlsx", "", rows, rows))
    assert table.rows == (("โครงการ ก", "20000", "1250.5", "๑๘ มีนาคม ๒๕๖๗"),)
    assert "วางเฉพาะแผ่น “แผ่น2”" in table.notes[0]


@pytest.mark.parametrize(
    ("name", "text", "encoding"),
    [
        ("a.csv", 'มาตรการ,วิธีการ\nก,"๑. หนึ่ง\n๒. สอง"\n', "utf-8-sig"),
        ("a.csv", 'มาตรการ;วิธีการ\nก;"๑. หนึ่ง\n๒. สอง"\n', "cp874"),
        ("a.tsv", f'{HEAD}\nก\t"๑. หนึ่ง\n๒. สอง"\n', "utf-16"),
        ("a.html", "<table><tr><td>มาตรการ<td>วิธีการ<tr><td>ก<td>๑. หนึ่ง<br>๒. สอง</table>", "cp874"),
        ("a.xls", "<table><tr><td>มาตรการ<td>วิธีการ<tr><td>ก<td>๑. หนึ่ง<br>๒. สอง</table>", "utf-8"),
    ],
)
def test_plain_files_are_read_in_whatever_encoding_they_are(tmp_path, name, text, encoding):
    path = tmp_path / name
    path.write_bytes(text.encode(encoding))
    assert table_from_file(path).rows == (("มาตรการ", "วิธีการ"), ("ก", "๑. หนึ่ง\n๒. สอง"))


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"PK\x03\x04 damaged", "เสียหาย"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "รุ่นเก่า"),
        ("a.xlsx", b"nothing at all", "เสียหาย"),
        ("a.xlsx", b"", "เสียหาย"),
        ("a.csv", b"", "ว่างเปล่า"),
        ("a.pdf", b"%PDF", "ไม่ใช่ชนิด"),
    ],
)
def test_a_file_without_a_readable_table_is_told_in_one_sentence(tmp_path, name, data, words):
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(KnownError, match=words):
        table_from_file(path)
    with pytest.raises(KnownError):
        table_from_file(tmp_path / f"missing-{name}")


def test_a_word_file_without_a_table_says_so(tmp_path):
    path = word_file(tmp_path / "a.docx", "<w:p><w:r><w:t>ข้อความ</w:t></w:r></w:p>")
    with pytest.raises(KnownError, match="ไม่มีตาราง"):
        table_from_file(path)


def test_an_empty_workbook_says_so(tmp_path):
    with pytest.raises(KnownError, match="ไม่มีตาราง"):
        table_from_file(excel_file(tmp_path / "a.xlsx", ""))


def test_a_file_that_unpacks_to_more_than_the_memory_is_refused_first(tmp_path, monkeypatch):
    monkeypatch.setattr(table_files, "UNPACKED", 1_000_000)
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", bytes(2_000_000))
    with pytest.raises(KnownError, match="ใหญ่เกินไป"):
        table_from_file(path)
