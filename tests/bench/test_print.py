"""Printing is measured fairly: the same reports for all, no verdict on what was not measured."""

import random
import sys
from xml.etree import ElementTree

import pytest

from bench import print as bench
from bench.printing import docx, memo, rows
from bench.printing.child import Taken, run
from bench.printing.printers import Banthuek, LibreOffice, Typst
from desktop_app.documents.compose import printed_columns
from desktop_app.forms.library import load_forms


def taken(wall: float, memory: float = 50.0) -> Taken:
    return Taken(wall, wall, memory)


def test_a_broken_limit_is_told_as_broken_and_a_kept_one_as_kept():
    medians = {("banthuek", 1000): taken(2.0, 90.0), ("Typst", 1000): taken(5.0, 400.0)}
    time, memory = bench.verdicts(medians)
    assert "0.40 of Typst's time" in time.text
    assert not time.holds
    assert "0.23 of Typst's memory" in memory.text
    assert memory.holds


def test_without_typst_there_is_no_verdict_against_it():
    assert bench.verdicts({("banthuek", 1000): taken(2.0)}) == []


def test_ten_times_the_rows_may_cost_eleven_times_as_much():
    held = [
        bench.verdicts({("banthuek", 1000): taken(2.0), ("banthuek", 10000): taken(wall)})[0].holds
        for wall in (22.0, 22.1)
    ]
    assert held == [True, False]


def test_a_keystroke_that_takes_too_long_is_told():
    told = {"pages": 5, "times": 60, "drawn": 16.1, "shown": 4.0}
    assert not bench.keystroke(told).holds
    assert bench.keystroke({**told, "drawn": 15.9}).holds


def test_a_printer_that_is_not_there_is_known_to_be_missing(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda name: None)
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert not LibreOffice().installed
    assert not Typst().installed
    assert Banthuek().installed


def test_a_process_is_told_with_the_memory_it_took():
    hungry = run([sys.executable, "-c", "held = bytearray(120_000_000)"])
    assert hungry.memory > 120
    assert hungry.wall > 0


def test_a_printer_that_fails_is_told_with_its_own_words(monkeypatch, capsys):
    monkeypatch.setattr(bench, "ROWS", ("no number",))
    assert bench.main() == 2
    assert "invalid literal for int" in capsys.readouterr().err


def test_the_same_reports_are_made_every_time_and_no_two_rows_are_alike():
    real = rows.real_rows()
    made = [list(rows.many_rows(200, random.Random(7), real)) for _ in range(2)]
    assert made[0] == made[1]
    assert len({tuple(row.values()) for row in made[0]}) == 200
    assert all(set(row) == set(rows.COLUMNS) for row in made[0])


def test_a_missing_report_is_told(tmp_path):
    with pytest.raises(FileNotFoundError, match="000"):
        rows.real_rows(tmp_path)


def test_all_printers_are_given_the_headings_of_the_form():
    form = load_forms()["memo"]
    assert form.table is not None
    columns = printed_columns(form.table)
    assert tuple(column.heading for column in columns) == memo.HEADINGS
    assert tuple(column.key for column in columns) == rows.COLUMNS
    template = (memo.FONTS.parents[2] / "bench" / "printing" / "memo.typ").read_text(encoding="utf-8")
    assert all(f'{column.key}: "{column.heading}"' in template for column in columns)


def test_the_word_file_holds_every_text(tmp_path):
    lines = (memo.Line("ก่อน <ตาราง>"),), (memo.Line("หลัง & ตาราง"),)
    table = (("๑", "ข้อ ๑\nข้อ ๒", "ค", "ง", "จ", "ฉ", "ช"),)
    text = docx.document(
        memo.Memo(lines[0], table, lines[1], 12.0, (60.0,) * 7, tmp_path / "emblem.png", 42.5)
    )
    found = "".join(ElementTree.fromstring(text).itertext()).strip()
    assert found.startswith("ก่อน <ตาราง>มาตรการ/แนวทาง")
    assert found.endswith("๑ข้อ ๑ข้อ ๒คงจฉชหลัง & ตาราง")
