"""Whatever is typed: the checks answer, each mend fits the text it was made for, and mending ends."""

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.checks import check
from desktop_app.domain.office import Office, Person
from desktop_app.domain.report import Report, Round, Row, Status
from tests.domain.checks.conftest import FORM

PIECES = st.sampled_from(
    [
        *"กขตรอ เแไ่้ัิีุูะาำ็์ๆ\n\u200b0123๐๑๒๓.()-",
        "เทศบาลตำบล",
        "ตัวอย่าง",
        "ตัวอยาง",
        "งาม",
        "นางสาวสมมุต",
        " ใจดียิ่ง",
        "คะแนน",
        "(๙๐ คะแนน) ลดลงจากปีก่อน (๙๑ คะแนน) จำนวน -๒ คะแนน",
        "ปี 2024",
        "มกราคม ๓๑๑๐",
        "แล้วเสร็จ",
        "๕ โครงการ",
        "ต.ค. ๖๖ - ก.ย. ๖๕",
        "ความ",
        "สามารถสามารถ",
        "\n๒. ",
        "ปีงบประมาณ พ.ศ. ๒๕๖๖",
    ]
)
TEXTS = st.lists(PIECES, max_size=25).map("".join)
PEOPLE = (Person(1, "นางสาวสมมุติ ใจดียิ่ง", "นิติกร"),)


OFFICE = Office(name="เทศบาลตำบลตัวอย่างงาม")
CELLS = ("what", "how", "when")


def report(texts):
    """Return a report of two rows with these texts by (part, row, column)."""
    rows = tuple(Row(at, at, {key: texts["rows", at, key] for key in CELLS}, Status.DONE) for at in (1, 2))
    opening = {"opening": texts["opening", 0, ""]}
    return Report(1, FORM.id, 2567, Round.TWELVE_MONTHS, OFFICE, texts=opening, rows=rows)


def with_mend(texts, finding):
    """Return the texts after a finding's mend."""
    after = dict(texts)
    for change in finding.mend:
        key = (change.where.part, change.where.row, change.where.column)
        assert after[key] == change.old
        assert change.new != change.old
        after[key] = change.new
    return after


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_every_mend_fits_its_text_and_mending_comes_to_an_end(opening, cell, period):
    texts = {("rows", at, key): period if key == "when" else cell for at in (1, 2) for key in CELLS}
    texts["opening", 0, ""] = opening
    for _ in range(60):
        mendable = [finding for finding in check(report(texts), FORM, PEOPLE) if finding.mend]
        if not mendable:
            return
        texts = with_mend(texts, mendable[0])
    raise AssertionError(f"mending goes on for ever: {mendable[0]}")
