"""The first real memo is read whole: every letter in its place, nothing lost, nothing invented."""

from collections import Counter
from datetime import date

import pytest

from desktop_app.domain.report import Round
from desktop_app.exchange.report_text import read_report
from desktop_app.forms.library import load_forms

from .seed_texts import letters, seed

FORM = load_forms()["memo"]
KEYS = ("measure", "method", "responsible", "period", "summary", "outcome", "suggestion")


@pytest.fixture(scope="module")
def memo():
    return read_report(seed("004"), FORM)


def source_columns(text: str) -> dict[str, str]:
    """Return the letters of each column of the source, page after page, by its place in the line."""
    lines = [line.split("\t") for line in text.split("\n") if line.count("\t") == len(KEYS) - 1]
    heading = letters("".join(lines[0]))
    rows = [cells for cells in lines if letters("".join(cells)) != heading]
    return {key: letters("".join(row[place] for row in rows)) for place, key in enumerate(KEYS)}


def test_it_has_seven_rows_of_seven_columns(memo):
    assert len(memo.rows) == 7
    assert all(tuple(row) == KEYS for row in memo.rows)
    assert [row["measure"][:2] for row in memo.rows] == ["๑.", "๒.", "๓.", "๔.", "๕.", "๖.", "๗."]
    empty = [(number, key) for number, row in enumerate(memo.rows, 1) for key in KEYS if not row[key]]
    assert empty == []


def test_every_letter_of_the_table_is_in_its_column_in_order(memo):
    source = source_columns(seed("004"))
    assert {key: letters("".join(row[key] for row in memo.rows)) for key in KEYS} == source


def test_no_markup_is_left(memo):
    assert not any(mark in text for row in memo.rows for text in row.values() for mark in "<>\t")


def test_numbered_steps_stand_on_lines_of_their_own(memo):
    counts = [[len(row[key].split("\n")) for key in ("method", "summary")] for row in memo.rows]
    assert counts == [[3, 3], [4, 4], [3, 1], [2, 2], [2, 2], [2, 2], [8, 8]]
    marks = [line.split()[0] for line in memo.rows[6]["method"].split("\n")]
    assert marks == ["๑.", "(๑)", "(๒)", "๒.", "๓.", "๔.", "๕.", "๖."]


TORN = {
    (2, "method"): "\n",
    (2, "summary"): "",
    (2, "outcome"): "",
    (2, "suggestion"): "",
    (3, "summary"): " ",
    (3, "outcome"): " ",
    (3, "suggestion"): "",
    (5, "method"): "",
    (5, "summary"): "\n",
    (5, "suggestion"): "",
    (7, "method"): " ",
    (7, "summary"): " ",
    (7, "outcome"): " ",
    (7, "suggestion"): "",
}
"""What stands at the seam of every cell that goes on over a page: nothing inside a Thai sentence, a
space before brackets, after a mark, before a new clause, a new line before the next step."""


@pytest.mark.parametrize(("number", "key"), TORN)
def test_cells_torn_by_a_page_end_read_on(memo, number, key):
    lines = [line.split("\t") for line in seed("004").split("\n") if line.count("\t") == len(KEYS) - 1]
    rows = [cells for cells in lines if not cells[0].startswith(FORM.table.columns[0].heading)]
    place = next(
        at for at, cells in enumerate(rows) if cells[0].removeprefix("<p>").startswith("_๑๒๓๔๕๖๗"[number])
    )
    before, after = rows[place][KEYS.index(key)], rows[place + 1][KEYS.index(key)]
    end = before.replace("</p>", "")[-3:]
    start = after.replace("<p>", "").split("</p>")[0][:8]
    assert f"{end}{TORN[number, key]}{start}" in memo.rows[number - 1][key]


def test_cells_without_steps_are_one_line(memo):
    single = [row[key] for row in memo.rows for key in ("outcome", "suggestion", "period", "responsible")]
    assert not any("\n" in text for text in single)


def test_the_stray_lines_between_the_pages_are_unplaced_and_all_else_has_a_place(memo):
    assert len(memo.unplaced) == 2
    assert memo.unplaced[0] == memo.unplaced[1]
    assert memo.unplaced[0].startswith("นางสาว")
    assert memo.warnings == ()


def test_the_head_is_complete(memo):
    head, source = memo.head, seed("004")
    assert head.date == date(2024, 3, 18)
    assert head.number == "สป. - /๒๕๖๗"
    assert f"ส่วนราชการ {head.unit} โทร. {head.telephone}\n" in source
    assert f"เรื่อง {head.subject}\n" in source
    assert f"เรียน {head.addressee}\n" in source
    assert head.office.startswith("เทศบาลตำบล")
    assert head.unit.endswith(head.office)
    assert (head.urgency, head.secrecy) == ("", "")
    assert (memo.fiscal_year, memo.round) == (2566, Round.TWELVE_MONTHS)


def test_the_texts_around_the_table_are_whole_paragraphs(memo):
    source = seed("004")
    assert memo.texts["opening"].startswith("ตามที่")
    assert f"\n{memo.texts['opening']}\n" in source
    paragraphs = memo.texts["closing"].split("\n")
    assert len(paragraphs) == 2
    assert paragraphs[1] == "จึงเรียนมาเพื่อโปรดทราบ"
    assert all(f"\n{paragraph}\n" in source for paragraph in paragraphs)


def test_the_reporter_and_three_superiors_have_signed(memo):
    source = seed("004")
    assert [signoff.part for signoff in memo.signoffs] == ["signatures"] + ["opinions"] * 3
    assert [signoff.opinion for signoff in memo.signoffs] == ["", "เพื่อโปรดทราบ", "เพื่อทราบ", "ทราบ"]
    reporter, _, *others = memo.signoffs
    assert reporter.role == "ผู้รายงาน"
    assert f"\n({reporter.name})\n\n{reporter.position}\n" in source
    for one in others:
        assert f"\nความเห็น{one.role}\n\n{one.opinion}\n\n({one.name})\n\n{one.position}" in source
        assert one.position == one.role
    assert all(signoff.signed_date is None for signoff in memo.signoffs)


def test_the_first_superior_signs_for_another(memo):
    _, first, *others = memo.signoffs
    assert first.acting_word == "รักษาการแทน"
    assert first.acting_for == first.role
    signed = f"\n({first.name})\n\n{first.position} {first.acting_word}\n{first.acting_for}\n"
    assert signed in seed("004")
    assert all((one.acting_word, one.acting_for) == ("", "") for one in others)


def test_nothing_of_the_file_is_lost(memo):
    source = seed("004")
    header = next(line for line in source.split("\n") if line.startswith(FORM.table.columns[0].heading))
    labels = ["บันทึกข้อความ", "ส่วนราชการ", "โทร.", "ที่", "วันที่", "๑๘มีนาคม๒๕๖๗", "เรื่อง", "เรียน"]
    labels += ["ความเห็น", "()"] * 3 + ["()"] + [header] * source.count("มาตรการ/แนวทาง\t")
    head = memo.head
    read = [head.unit, head.telephone, head.number, head.subject, head.addressee, *memo.texts.values()]
    read += [cell for row in memo.rows for cell in row.values()] + list(memo.unplaced)
    for one in memo.signoffs:
        read += [one.opinion, one.name, one.position, one.acting_word, one.acting_for]
        read += [one.role] if one.part == "opinions" else []
    assert Counter(letters(source)) == Counter(letters("".join(labels + read)))


@pytest.mark.parametrize(("number", "rows"), [("000", 7), ("003", 7)])
def test_reports_with_other_headings_and_six_columns_are_read_too(number, rows):
    report = read_report(seed(number), FORM)
    assert len(report.rows) == rows
    assert all(row[key] for row in report.rows for key in KEYS[:-1])
    assert any("ข้อเสนอแนะ" in warning for warning in report.warnings)
    source = source_letters(seed(number))
    assert letters("".join(row[key] for row in report.rows for key in KEYS)) != ""
    assert Counter(letters("".join(cell for row in report.rows for cell in row.values()))) == source


def source_letters(text: str) -> Counter[str]:
    lines = [line for line in text.split("\n") if line.count("\t") == len(KEYS) - 2]
    rows = [line for line in lines if "มาตรการ" not in line[:12]]
    return Counter(letters("".join(rows)))
