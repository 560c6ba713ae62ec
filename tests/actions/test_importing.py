"""What an import stores, and what it never asks again."""

import base64
import json
import re
from pathlib import Path

import pytest

from desktop_app.actions import importing, office, people, reports, storing
from desktop_app.domain.report import Round
from desktop_app.errors import KnownError
from desktop_app.resources import resource

SEED = next((Path(__file__).resolve().parents[3] / "shared" / "seeds").glob("004_*.txt"))


def test_the_signers_of_an_import_are_in_the_directory_once(ws):
    for _ in range(2):
        importing.import_file(ws, SEED, "memo")
    names = [person.name for person in people.list_people(ws)]
    assert len(names) == len(set(names)) == 4
    report = reports.load_report(ws, 2)
    assert [place.name for place in report.signoffs] == names
    assert all(place.person_id for place in report.signoffs)


@pytest.mark.parametrize(
    ("number", "form"),
    [
        ("000", "measures"),
        ("001", "follow-up"),
        ("002", "action-plan"),
        ("003", "measures-photos"),
        ("004", "memo"),
    ],
)
def test_the_form_of_a_real_report_is_recognised(ws, number, form):
    (seed,) = SEED.parent.glob(f"{number}_*.txt")
    assert importing.likely_form(ws, seed) == form
    with pytest.raises(KnownError, match=f"--form {form}$"):
        importing.import_file(ws, seed)


@pytest.mark.parametrize(
    ("number", "wrong", "right"),
    [("001", "measures", "follow-up"), ("002", "memo", "action-plan"), ("004", "action-plan", "memo")],
)
def test_a_file_of_another_form_is_told_which_form_it_may_be(ws, number, wrong, right):
    (seed,) = SEED.parent.glob(f"{number}_*.txt")
    with pytest.raises(KnownError, match=f"น่าจะเป็น “{re.escape(ws.form(right).title)}”"):
        importing.import_file(ws, seed, wrong)
    assert reports.list_reports(ws) == []


@pytest.mark.parametrize("encoding", ["cp874", "latin-1"])
def test_a_text_that_was_saved_in_the_wrong_encoding_is_refused_with_what_to_do(ws, tmp_path, encoding):
    """UTF-8 taken for another encoding, and saved so: each Thai letter is two or three others."""
    raw = SEED.read_bytes()[:4000]
    read = (bytes([byte]).decode(encoding, "ignore") or chr(byte) for byte in raw)
    (tmp_path / "memo.txt").write_text("".join(read), encoding="utf-8")
    with pytest.raises(KnownError, match=r"เพี้ยน.*UTF-8"):
        importing.import_file(ws, tmp_path / "memo.txt", "memo")


def test_a_table_with_nothing_but_its_headings_is_told(ws, tmp_path):
    headings = "\t".join(column.heading for column in ws.form("measures").table.columns[:6])
    (tmp_path / "x.txt").write_text(headings, encoding="utf-8")
    outcome = importing.import_file(ws, tmp_path / "x.txt", "measures")
    assert outcome.rows == 0
    assert any("มีแต่หัวคอลัมน์" in warning for warning in outcome.warnings)


@pytest.mark.parametrize("content", ["[]", "{}", '{"a": 1}', '"form"'])
def test_a_json_file_of_another_program_is_told_as_such(ws, tmp_path, content):
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    with pytest.raises(KnownError, match="ไม่ใช่รายงานที่ส่งออกจากโปรแกรมนี้"):
        importing.import_file(ws, tmp_path / "x.json")


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", "ข้อความ\n".encode(), b"a\tb\n" * 100_000])
def test_no_form_is_guessed_for_what_is_no_report(ws, tmp_path, content):
    path = tmp_path / "file.txt"
    path.write_bytes(content)
    assert importing.likely_form(ws, path) is None
    assert importing.likely_form(ws, tmp_path / "missing.txt") is None


def test_the_year_reported_is_read_from_the_text_not_from_the_date_of_writing(ws):
    importing.import_file(ws, SEED, "memo")
    report = reports.load_report(ws, 1)
    assert (report.fiscal_year, report.round) == (2566, Round.TWELVE_MONTHS)
    assert report.head.date.isoformat() == "2024-03-18"


def test_the_first_import_tells_who_the_office_is_and_a_later_one_does_not(ws):
    outcome = importing.import_file(ws, SEED, "memo")
    own = office.load_office(ws)
    assert outcome.changes.office
    assert own.name
    assert own.name in own.unit
    assert own.head_title == reports.load_report(ws, 1).head.addressee
    assert not importing.import_file(ws, resource("sample", "memo.json")).changes.office
    assert office.load_office(ws) == own


def test_what_the_clerk_has_told_of_the_office_stays_when_an_import_fills_the_rest(ws):
    seal = office.emblem_candidates(resource("sample", "seal.svg"))[0]
    office.set_emblem(ws, seal)
    office.set_office(ws, "telephone", "๐ ๒๐๐๐ ๐๐๐๐")
    importing.import_file(ws, SEED, "memo")
    found = office.load_office(ws)
    assert (found.emblem, found.telephone) == (seal, "๐ ๒๐๐๐ ๐๐๐๐")
    assert found.name
    assert found.head_title


def test_a_report_made_after_an_import_repeats_the_offices_name_only_once(ws):
    importing.import_file(ws, SEED, "memo")
    name = office.load_office(ws).name
    made = reports.create_report(ws, "memo", 2567, Round.TWELVE_MONTHS)
    assert reports.load_report(ws, made.report_id).head.unit.count(name) == 1


def test_an_import_that_fails_half_way_stores_nothing(ws, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(storing.reports, "add_unplaced", fail)
    with pytest.raises(ZeroDivisionError):
        importing.import_file(ws, SEED, "memo")
    assert reports.list_reports(ws) == []
    assert people.list_people(ws) == []
    assert office.load_office(ws).name == ""


def test_statuses_of_an_exported_report_come_back(ws):
    importing.import_file(ws, resource("sample", "memo.json"))
    statuses = [row.status for row in reports.load_report(ws, 1).rows]
    assert statuses == ["done", "done", "in_progress", "done", "done", "in_progress", "cannot"]


def exported(**changes):
    return {**json.loads(resource("sample", "memo.json").read_text(encoding="utf-8")), **changes}


def test_what_the_form_has_no_place_for_stays_with_the_report_as_unplaced(ws, tmp_path):
    data = exported(texts={"opening": "นำ", "footnote": "หมายเหตุ"}, unplaced=["บรรทัดเดิม"])
    data["rows"] = [{"cells": {"measure": "มาตรการ", "colour": "สีแดง"}}]
    data["signoffs"] = [{"part": "witness", "role": "พยาน", "name": "นายสมมุติ เห็นเอง"}]
    (tmp_path / "x.json").write_text(json.dumps(data), encoding="utf-8")
    importing.import_file(ws, tmp_path / "x.json")
    report = reports.load_report(ws, 1)
    assert report.unplaced == ("บรรทัดเดิม", "หมายเหตุ", "สีแดง", "พยาน\nนายสมมุติ เห็นเอง")
    assert (dict(report.texts), dict(report.rows[0].cells)) == ({"opening": "นำ"}, {"measure": "มาตรการ"})
    assert report.signoffs == ()


def test_what_lies_under_a_part_of_another_kind_stays_as_unplaced(ws, tmp_path):
    data = exported(texts={"head": "ใต้หัวเรื่อง", "rows": "ใต้ตาราง"}, unplaced=[])
    data["rows"] = [{"cells": {"status": "ใต้สถานะ"}}]
    data["signoffs"] = [{"part": "opening", "name": "นายสมมุติ เห็นเอง"}]
    (tmp_path / "x.json").write_text(json.dumps(data), encoding="utf-8")
    importing.import_file(ws, tmp_path / "x.json")
    report = reports.load_report(ws, 1)
    assert report.unplaced == ("ใต้หัวเรื่อง", "ใต้ตาราง", "ใต้สถานะ", "นายสมมุติ เห็นเอง")
    assert (report.texts, report.rows[0].cells, report.signoffs) == ({}, {}, ())


def test_signs_nobody_can_see_do_not_come_in_with_an_exported_report(ws, tmp_path):
    data = exported(texts={"opening": "น้ำ\u200bใจ\x00"})
    data["head"]["subject"] = "เรื่อง\u2060หนึ่ง"
    data["signoffs"][0]["name"] = "นางสาว\ufeffตัวอย่าง"
    (tmp_path / "x.json").write_text(json.dumps(data), encoding="utf-8")
    importing.import_file(ws, tmp_path / "x.json")
    report = reports.load_report(ws, 1)
    assert report.texts["opening"] == "น้ำใจ"
    assert report.head.subject == "เรื่องหนึ่ง"
    assert report.signoffs[0].name == "นางสาวตัวอย่าง"


def test_an_exported_report_brings_its_office_and_emblem_to_an_empty_program(ws, tmp_path):
    emblem = office.emblem_candidates(resource("sample", "seal.svg"))[0]
    own = {"name": "อบต.ตัวอย่าง", "unit": "สำนักปลัด", "province": "จังหวัดตัวอย่าง"}
    own["emblem"] = base64.b64encode(emblem.image).decode()
    (tmp_path / "x.json").write_text(json.dumps(exported(office=own)), encoding="utf-8")
    importing.import_file(ws, tmp_path / "x.json")
    found = office.load_office(ws)
    assert (found.name, found.unit, found.province) == ("อบต.ตัวอย่าง", "สำนักปลัด", "จังหวัดตัวอย่าง")
    assert found.emblem == emblem
