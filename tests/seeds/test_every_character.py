"""Every character of a real report is in the exported one, among its unplaced lines, or a named exception.

Counted are characters without white space and markup (<p>, <ul>, **). The exceptions are what the form prints
by itself and what is kept as a value: each is taken out of the source line by line, so that one too many and
one too few both fail.
"""

import re
from collections import Counter

import pytest

from tests.exchange.seed_texts import headers, letters, seed

SIGNED = ("role", "opinion", "name", "position", "acting_word", "acting_for")


def held(data):
    """Return every text of an exported report, each once."""
    pieces = [*data["texts"].values(), *data["unplaced"]]
    shown = ""
    for row in data["rows"]:
        for key, text in row["cells"].items():
            if key == "indicator":
                text, shown = (text if text != shown else ""), text
            pieces.append(text)
    pieces += [text for one in data["activities"] for text in (one["place"], one["caption"])]
    pieces += [one[field] for one in data["signoffs"] for field in SIGNED]
    return Counter(letters("".join(pieces)))


def left(source, data, exceptions):
    """Return what the source has and the report has not, and the other way round, exceptions aside."""
    counted = Counter(letters(source))
    taken = Counter(letters("".join(exceptions)))
    assert not taken - counted, "an exception that is not in the source"
    there, kept = counted - taken, held(data)
    return dict(there - kept), dict(kept - there)


@pytest.mark.parametrize(
    ("number", "first", "exceptions"),
    [
        ("000", "มาตรการ/กิจกรรม", ["()"]),
        ("001", "ประเด็นที่ต้องปรับปรุงแก้ไข", []),
        ("003", "มาตรการ/แนวทาง", ["เมื่อวันที่ 7 มีนาคม 2566 ณ", "วันที่ 2 เมษายน 2566"]),
    ],
)
def test_a_report_without_a_head_is_whole(shown, number, first, exceptions):
    """Exceptions: the table's header at each page, brackets round a signer's name, the days of activities."""
    source, data = seed(number), shown(number).data
    assert left(source, data, [*headers(source, first), *exceptions]) == ({}, {})


def test_the_memo_is_whole(shown):
    """Exceptions: the labels of the head, the date, the header at each page, what stands round signatures."""
    source, data = seed("004"), shown("004").data
    head = data["head"]
    labels = ["บันทึกข้อความ", "ส่วนราชการ", "โทร.", "ที่", "วันที่ ๑๘ มีนาคม ๒๕๖๗", "เรื่อง", "เรียน"]
    kept = [head[key] for key in ("unit", "telephone", "number", "subject", "addressee")]
    opinions = ["ความเห็น"] * 3 + ["()"] * 4
    there, surplus = left(source, data, [*labels, *kept, *opinions, *headers(source, "มาตรการ/แนวทาง")])
    assert there == {}
    assert surplus == dict(Counter(letters("ผู้รายงาน"))), "the reporter's role is the form's own word"


LABEL = re.compile(
    r"ภารกิจตาม(?:มิติ|มติ)(?:นี้|ที่)?|การดำเนินงาน|ผลการดำเนิน(?:การ|งาน)|ปัญหา อุปสรรค|ข้อเสนอแนะ|สรุปผลการขับเคลื่อนแผนฯ"
)
DIMENSION = re.compile(r"มิ?ติ(?:ที่|นี้) [๐-๙] .+")
PROJECT = re.compile(r"\(?[๐-๙]{1,2}\)?\.? ?(?P<name>(?:โครงการ|กิจกรรม|มาตรการ).+)")
TICK = re.compile(r'☑|<input checked="" type="checkbox"/>')


def printed_by_the_form(line):
    """Tell whether a line is a label, a dimension or one of the seven lines of the summary."""
    summed = line.startswith("- ") and line[2:].startswith(SUMMARY)
    return summed or LABEL.fullmatch(line) or DIMENSION.fullmatch(line)


def told_again(line, names):
    """Tell whether a line is a running number and the name of a project that the table has as well."""
    found = PROJECT.fullmatch(line)
    return found is not None and letters(found["name"]) in names


def test_the_action_plan_is_whole(shown):
    """Exceptions: labels and headings of the form, dimensions (kept by number), the names of projects that
    the table tells again, their running numbers, the table's header and its title at the second page, ticks,
    the day, the computed summary, and the dash before a numbered step."""
    source, data = seed("002"), shown("002").data
    title = data["texts"]["table_title"].replace("\n", " ")
    names = {letters(row["cells"]["project"]) for row in data["rows"]}
    exceptions = [title]
    for raw in source.split("\n"):
        line = raw.strip()
        if "\t" in raw:
            cells = raw.split("\t")
            header = cells[0] == "ลำดับ" or (len(cells) > 5 and "รายงาน" in cells[5])
            exceptions += [line] if header else TICK.findall(line)
        elif printed_by_the_form(line) or told_again(line, names):
            exceptions.append(line)
        elif line.startswith("ภารกิจตาม"):
            exceptions.append("ภารกิจตามมิตินี้")
        elif re.match(r"- \([๐-๙]", line):
            exceptions.append("-")
        elif line.startswith("**"):
            exceptions.append(line)
        elif line.startswith("ชื่อ - สกุล"):
            exceptions += ["ชื่อ - สกุล", "ตำแหน่ง"]
    assert left(source, data, exceptions) == ({}, {})


SUMMARY = (
    "แผนปฏิบัติการป้องกันการทุจริต มี",
    "รอการรายงาน",
    "อยู่ระหว่างดำเนินการ ",
    "ดำเนินการแล้วเสร็จ ",
    "ไม่สามารถดำเนินการได้ ",
    "เบิกจ่ายงบประมาณ",
    "มีการนำแผนฯ",
)
