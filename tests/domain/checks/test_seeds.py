"""The five real reports as plain text: what is wrong in them is found, and nothing else is said."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.domain.checks import check
from desktop_app.domain.form import Column, ColumnKind, FormSpec, Part, PartKind
from desktop_app.domain.office import Office, Person
from desktop_app.domain.report import Report, Round, Row, Status
from desktop_app.exchange.text_file import read_text
from desktop_app.thai.clean import clean_text

SEEDS = Path(__file__).resolve().parents[4] / "shared" / "seeds"
PLAIN = FormSpec("plain", "ข้อความ", "", "", (Part(PartKind.TEXT, "text", "ข้อความ"),))
OFFICE_LINE = re.compile(r"(?:ของ|\*\*)?((?:เทศบาล|องค์การบริหารส่วน)ตำบล[ก-์]{5,15})\**$", re.MULTILINE)
SIGNER = re.compile(r"(?:นางสาว|นาง|นาย(?!กเทศ))[ก-์]{2,20} [ก-์]{2,20}")
EXPECTED = {
    "000": {"score-negative": 1, "office-name": 4, "word-twice": 1},
    "001": {},
    "002": {"list-double": 1, "mixed-digits": 1, "word-twice": 1},
    "003": {"mixed-digits": 1},
    "004": {"office-name": 1, "word-twice": 2},
}
"""What a careful reader finds in each when all of it is one text."""


def seed(number):
    """Return a seed's text; a missing seed is a failure, never a skip."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return read_text(path)


def office_of(text):
    """Return the office as the report itself writes it most often."""
    names = Counter(re.findall(r"(?:เทศบาล|องค์การบริหารส่วน)ตำบล[ก-์]{5,15}(?=[\s*])", text))
    lines = OFFICE_LINE.findall(text)
    return lines[0] if lines else names.most_common(1)[0][0]


def found_in(text, office, people=()):
    report = Report(1, "plain", 2566, Round.TWELVE_MONTHS, Office(name=office), texts={"text": text})
    return check(report, PLAIN, people)


@pytest.mark.parametrize("number", EXPECTED)
def test_a_real_report_shows_what_is_wrong_in_it_and_nothing_else(number):
    text = clean_text(seed(number).replace("\t", "\n"))
    people = [Person(at, name) for at, name in enumerate(sorted(set(SIGNER.findall(text))), start=1)]
    codes = Counter(finding.code for finding in found_in(text, office_of(text), people))
    assert codes == EXPECTED[number]


def test_all_spellings_of_the_municipality_become_one_by_their_mends():
    text = clean_text(seed("000").replace("\t", "\n"))
    office = office_of(text)
    spellings = {found.message for found in found_in(text, office) if found.code == "office-name"}
    assert len(spellings) == 4
    for _ in spellings:
        first = next(found for found in found_in(text, office) if found.code == "office-name")
        (change,) = first.mend
        text = change.new
    assert not [found for found in found_in(text, office) if found.code == "office-name"]
    assert text.count(office.removeprefix("เทศบาลตำบล")) > 25


def test_the_project_done_in_its_text_and_in_progress_in_the_table_is_found_among_fifteen():
    text = seed("002")
    results = re.findall(r"^ผลการดำเนิน(?:การ|งาน)\n\n(.+)$", text, re.MULTILINE)
    assert len(results) == 15
    in_progress = (1, 2, 6, 11, 15)
    rows = tuple(
        Row(at, at, {"result": result}, Status.IN_PROGRESS if at in in_progress else Status.DONE)
        for at, result in enumerate(results, start=1)
    )
    columns = (Column("result", "ผล"), Column("status", "สถานะ", kind=ColumnKind.STATUS))
    form = replace(PLAIN, parts=(*PLAIN.parts, Part(PartKind.TABLE, "rows", "โครงการ", columns=columns)))
    summary = text[text.index("- แผนปฏิบัติการ") :]
    report = Report(1, "plain", 2566, Round.TWELVE_MONTHS, Office(), texts={"text": summary}, rows=rows)
    found = [finding for finding in check(report, form) if finding.code.startswith("status")]
    assert [(finding.code, finding.where.row) for finding in found] == [("status-text", 11)]
    one_less = replace(report, rows=rows[:-1])
    counts = [finding.message for finding in check(one_less, form) if finding.code == "status-count"]
    assert len(counts) == 2
