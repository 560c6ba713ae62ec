"""A form file is read into a FormSpec, or refused with file, key and mend."""

from pathlib import Path

import pytest

from desktop_app.domain.form import ColumnKind, PartKind
from desktop_app.domain.report import DigitPolicy, Status
from desktop_app.forms.reader import FormError, read_form
from desktop_app.resources import resource

GOOD = """\
id = "sample"
title = "แบบตัวอย่าง"
heading = "บันทึกข้อความ"
subject = "รายงานของ{office.name} ปี {fiscal_year}"

[[parts]]
kind = "memo_head"
key = "head"
title = "หัวเรื่อง"

[[parts]]
kind = "table"
key = "rows"
title = "ตาราง"
digits = "thai"

[[parts.columns]]
key = "measure"
heading = "มาตรการ"
headings = ["แนวทาง"]
width = 14.5
required = true

[[parts.columns]]
key = "status"
heading = "สถานะ"
width = 8
kind = "status"
printed = false
statuses = ["done", "cannot"]

[[parts]]
kind = "opinions"
key = "opinions"
title = "ความเห็น"

[[parts.slots]]
role = "ปลัด{office.name}"
opinion = "ทราบ"
"""


@pytest.fixture
def read(tmp_path):
    def read_text(text: str, encoding: str = "utf-8"):
        path = tmp_path / "sample.toml"
        path.write_text(text, encoding=encoding)
        return read_form(path)

    return read_text


def test_a_form_file_becomes_a_form(read):
    form = read(GOOD)
    assert (form.id, form.heading) == ("sample", "บันทึกข้อความ")
    assert [part.kind for part in form.parts] == [PartKind.MEMO_HEAD, PartKind.TABLE, PartKind.OPINIONS]
    table = form.part("rows")
    assert table.digits is DigitPolicy.THAI
    assert table.columns[0].headings == ("แนวทาง",)
    assert (table.columns[0].width, table.columns[0].kind) == (14.5, ColumnKind.TEXT)
    assert table.columns[1].statuses == (Status.DONE, Status.CANNOT)
    assert form.part("opinions").slots[0].role == "ปลัด{office.name}"


def test_a_form_may_have_a_cover_a_heading_and_pages_that_lie(read):
    form = read(
        'id = "wide"\ntitle = "แบบ"\nsubject = "รายงาน"\norder = 7\n'
        '[[parts]]\nkind = "cover"\nkey = "cover"\ntitle = "ปก"\ntemplate = "{office.name}"\n'
        '[[parts]]\nkind = "text"\nkey = "name"\ntitle = "ชื่อ"\ncentred = true\nlandscape = true\n'
        '[[parts]]\nkind = "signatures"\nkey = "signed"\ntitle = "ผู้รายงาน"\nroles = true\n'
    )
    cover, name, signed = form.parts
    assert (form.heading, form.order) == ("", 7.0)
    assert (cover.template, cover.landscape) == ("{office.name}", False)
    assert (name.centred, name.landscape, signed.roles) == (True, True, True)


def test_a_form_says_what_goes_on_to_the_next_year(read):
    money = '[[parts.columns]]\nkey = "budget"\nheading = "งบ"\nwidth = 5\nkind = "money"\n'
    for more, carried in (("", False), ("carried = true\n", True)):
        form = read(GOOD.replace("[[parts.columns]]\n", money + more + "[[parts.columns]]\n", 1))
        assert form.part("rows").columns[0].carried is carried
    measure, status = read(GOOD).part("rows").columns
    assert (measure.carried, status.carried) == (True, False)
    assert not read(GOOD.replace("required = true", "carried = false")).part("rows").columns[0].carried
    text = '[[parts]]\nkind = "text"\nkey = "problems"\ntitle = "ปัญหา"\n'
    assert read(GOOD + text).part("problems").carried
    assert not read(GOOD + text + "carried = false\n").part("problems").carried


def test_a_form_may_leave_the_widths_of_its_columns_to_the_text(read):
    form = read(GOOD.replace("width = 14.5\n", "").replace("width = 8\n", ""))
    assert [column.width for column in form.part("rows").columns] == [None, None]


def test_a_file_saved_with_a_byte_order_mark_is_read_too(read):
    assert read(GOOD, "utf-8-sig") == read(GOOD)


@pytest.mark.parametrize("path", sorted(resource("forms").glob("*.toml")), ids=lambda path: path.stem)
def test_every_shipped_form_is_good_and_named_like_its_file(path):
    assert read_form(path).id == path.stem


@pytest.mark.parametrize(
    ("old", "new", "key", "mend"),
    [
        ('title = "แบบตัวอย่าง"', "", "title", "ยังไม่มี"),
        ('title = "แบบตัวอย่าง"', 'title = " "', "title", "ว่างอยู่"),
        ('title = "แบบตัวอย่าง"', "title = 7", "title", "ผิดชนิด"),
        ('title = "แบบตัวอย่าง"', 'tilte = "แบบ"\ntitle = "แบบ"', "tilte", "ไม่รู้จักคำนี้"),
        ('id = "sample"', 'id = "แบบ"', "id", "a-z"),
        ('heading = "บันทึกข้อความ"\n', "", "heading", "กรุณาใส่ชื่อที่พิมพ์บนหัวกระดาษ"),
        ('id = "sample"', 'id = "sample"\norder = 0', "order", "มากกว่า 0"),
        (
            'kind = "memo_head"\nkey = "head"',
            'kind = "activities"\nkey = "a"\ntitle = "ก"\n[[parts]]\nkind = "activities"\nkey = "b"',
            "parts",
            "ให้เหลือหนึ่ง",
        ),
        ('kind = "memo_head"\nkey = "head"', 'kind = "scores"\nkey = "a"', "parts[1].indicators", "ยังไม่มี"),
        ('digits = "thai"', 'indicators = ["ก"]', "parts[2].indicators", "ลบออก"),
        ('digits = "thai"', "centred = true", "parts[2].centred", "ลบออก"),
        ('digits = "thai"', "carried = false", "parts[2].carried", "ลบออก"),
        ("printed = false", "carried = true", "parts[2].columns[2].carried", "เริ่มใหม่ทุกปี"),
        ("required = true", 'carried = "no"', "parts[2].columns[1].carried", "true หรือ false"),
        ('digits = "thai"', "roles = true", "parts[2].roles", "ลบออก"),
        ('digits = "thai"', 'landscape = "yes"', "parts[2].landscape", "true หรือ false"),
        ("{fiscal_year}", "{year}", "subject", "{fiscal_year}"),
        ("{fiscal_year}", "{fiscal_year", "subject", "ไม่รู้จัก {"),
        ("{office.name} ปี", "{office.emblem} ปี", "subject", "{office.emblem}"),
        ('kind = "memo_head"', 'kind = "memo-head"', "parts[1].kind", "memo_head"),
        ('kind = "memo_head"', 'kind = "table"', "parts[1].columns", "ไม่มีคอลัมน์"),
        ('kind = "memo_head"', 'kind = "opinions"\ncolumns = []', "parts[1].columns", "ลบออก"),
        ('kind = "memo_head"', 'kind = "table"\ntemplate = "x"', "parts[1].template", "ลบออก"),
        ('kind = "memo_head"\nkey = "head"', 'kind = "text"\nkey = "rows"', "parts[2].key", "ซ้ำ"),
        ('kind = "opinions"\nkey = "opinions"', 'kind = "memo_head"\nkey = "two"', "parts[3].slots", "ลบออก"),
        ('digits = "thai"', 'digits = "roman"', "parts[2].digits", "as_typed, thai, arabic"),
        ('key = "measure"', 'key = "status"', "parts[2].columns[2].key", "ซ้ำ"),
        ('key = "measure"', "", "parts[2].columns[1].key", "ยังไม่มี"),
        ("width = 14.5", "width = 0", "parts[2].columns[1].width", "มากกว่า 0"),
        ("width = 14.5", "width = -3", "parts[2].columns[1].width", "มากกว่า 0"),
        ("width = 14.5", "width = nan", "parts[2].columns[1].width", "มากกว่า 0"),
        ("width = 14.5", "width = true", "parts[2].columns[1].width", "ตัวเลข"),
        ("width = 14.5", 'width = "กว้าง"', "parts[2].columns[1].width", "ตัวเลข"),
        ("width = 14.5\n", "", "parts[2].columns[1].width", "ลบออกทุกคอลัมน์"),
        ("width = 14.5", "width = 3\ncolour = 1", "parts[2].columns[1].colour", "heading"),
        ("required = true", 'required = "yes"', "parts[2].columns[1].required", "true หรือ false"),
        ("required = true", 'statuses = ["done"]', "parts[2].columns[1].statuses", "เฉพาะคอลัมน์"),
        ("required = true", 'begins = ["ด้าน"]', "parts[2].columns[1].begins", "เฉพาะคอลัมน์"),
        ("required = true", "ticks = true", "parts[2].columns[1].ticks", "เฉพาะคอลัมน์"),
        ("required = true", "total = true", "parts[2].columns[1].total", "money"),
        ('digits = "thai"', 'sorted_by = "order"', "parts[2].sorted_by", "ไม่มีคอลัมน์ “order”"),
        ('digits = "thai"', "listed = true", "parts[2].listed", "ลบออก"),
        ('kind = "memo_head"', 'kind = "narrative"', "parts[1].name", "ยังไม่มี"),
        ('kind = "memo_head"', 'kind = "narrative"\nname = "x"', "parts[1].name", "ไม่มีคอลัมน์ “x”"),
        (
            'kind = "memo_head"',
            'kind = "narrative"\nname = "measure"\nshows = ["y"]',
            "parts[1].shows",
            "เช่น measure",
        ),
        ('kind = "memo_head"', 'kind = "summary"\nbudget = "z"', "parts[1].budget", "ไม่มีคอลัมน์"),
        (
            'kind = "memo_head"',
            'kind = "summary"\nlevels = [{ at_least = -1, word = "น้อย" }]',
            "parts[1].levels[1].at_least",
            "มากกว่า 0",
        ),
        ("required = true", 'kind = "group"', "parts[2].columns", "ไม่มีคอลัมน์ที่พิมพ์"),
        (
            'kind = "status"\nprinted = false\nstatuses = ["done", "cannot"]',
            'kind = "group"\n\n[[parts.columns]]\nkey = "two"\nheading = "สอง"\nwidth = 1\nkind = "group"',
            "parts[2].columns[3].kind",
            "ให้เหลือหนึ่ง",
        ),
        ('["แนวทาง"]', '"แนวทาง"', "parts[2].columns[1].headings", "รายการ"),
        ('["แนวทาง"]', '["ก", "ก"]', "parts[2].columns[1].headings", "ซ้ำ"),
        ('["แนวทาง"]', '["ก", 1]', "parts[2].columns[1].headings", "ข้อความ"),
        ('["แนวทาง"]', '["สถา นะ"]', "parts[2].columns[2].heading", "ซ้ำ"),
        ('["done", "cannot"]', '["done", "ready"]', "parts[2].columns[2].statuses", "in_progress"),
        ('["done", "cannot"]', "[]", "parts[2].columns[2].statuses", "ยังไม่มี"),
        ('kind = "status"', 'kind = "numeral"', "parts[2].columns[2].kind", "period"),
        ('role = "ปลัด{office.name}"', 'role = "{x}"', "parts[3].slots[1].role", "{x}"),
        ('role = "ปลัด{office.name}"', "", "parts[3].slots[1].role", "ยังไม่มี"),
    ],
)
def test_a_wrong_key_is_named_with_its_mend(read, old, new, key, mend):
    assert GOOD.count(old) == 1
    with pytest.raises(FormError) as refused:
        read(GOOD.replace(old, new))
    sentence = refused.value.sentence
    assert sentence.startswith(f"แบบรายงาน sample.toml: ที่ {key} ")
    assert mend in sentence
    assert "กรุณา" in sentence


def test_two_tables_in_one_form_are_refused(read):
    second = '[[parts]]\nkind = "table"\nkey = "two"\ntitle = "ก"\n'
    second += '[[parts.columns]]\nkey = "a"\nheading = "ก"\nwidth = 1\n'
    with pytest.raises(FormError, match="มากกว่าหนึ่งหมวด"):
        read(GOOD + second)


def test_a_form_without_parts_is_refused(read):
    with pytest.raises(FormError, match="parts ว่างอยู่"):
        read(GOOD[: GOOD.index("[[parts]]")])


@pytest.mark.parametrize("parts", ["parts = 3\n", "parts = [1]\n", 'parts = "x"\n'])
def test_parts_that_are_no_sections_are_refused(read, parts):
    with pytest.raises(FormError, match="ที่ parts "):
        read(GOOD[: GOOD.index("[[parts]]")] + parts)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('id = "sample"\ntitle = ไม่มีคำพูด\n', "บรรทัดที่ 2 เขียนผิดรูปแบบ"),
        ('id = "sample', "เขียนผิดรูปแบบ"),
        ('id = "a"\nid = "b"\n', "ซ้ำในหมวดเดียวกัน"),
        ("[[parts]]\n[parts]\n", "บรรทัดที่ 2"),
    ],
)
def test_a_syntax_error_is_named_with_its_line(read, text, words):
    with pytest.raises(FormError, match=words) as refused:
        read(text)
    assert "sample.toml" in refused.value.sentence


def test_a_file_that_is_no_text_is_refused(tmp_path):
    path = tmp_path / "sample.toml"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(FormError, match="UTF-8"):
        read_form(path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "sample.toml"
    path.write_bytes(b"#" * 1_000_001)
    with pytest.raises(FormError, match="ใหญ่เกินไป"):
        read_form(path)


def test_a_missing_file_is_refused():
    with pytest.raises(FormError, match="ไม่พบแบบรายงาน nowhere"):
        read_form(Path("nowhere.toml"))


def test_a_folder_in_place_of_a_file_is_refused(tmp_path):
    with pytest.raises(FormError, match="ไม่ใช่ไฟล์แบบรายงาน"):
        read_form(tmp_path)


LOOPS = {
    "a key of its own invention": ('extends = "sample"\n' + GOOD, "ที่ extends "),
    "a part in a part": (GOOD.replace('key = "head"', 'key = "head"\nparts = []'), "ที่ parts[1].parts "),
    "a template of itself": (GOOD.replace("{office.name}", "{subject}", 1), "ที่ subject ไม่รู้จัก {subject}"),
    "a field in a field": (GOOD.replace("{office.name}", "{office.{office.name}}", 1), "ที่ subject ไม่รู้จัก"),
    "a table within itself": (GOOD + "[parts.parts]\n", "บรรทัดที่|ไม่รู้จักคำนี้"),
    "brackets without end": (f"id = {'[' * 100_000}", "ซ้อนกันลึกเกินไป"),
    "a number without end": (f"order = {'9' * 100_000}\n{GOOD}", "กรุณา"),
}


@pytest.mark.parametrize(("text", "told"), LOOPS.values(), ids=LOOPS)
def test_a_file_that_goes_round_in_a_circle_is_told_where(read, text, told):
    with pytest.raises(FormError, match=told.replace("[", r"\[").replace("{", r"\{")) as fault:
        read(text)
    assert fault.value.sentence.startswith("แบบรายงาน sample.toml: ")
    assert "กรุณา" in fault.value.sentence


NARRATIVE = GOOD + '[[parts]]\nkind = "narrative"\nkey = "told"\ntitle = "เล่า"\nname = "measure"\n'


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ('group = "measure"', "ที่ parts[4].group “measure” เป็นชื่อแถว"),
        ('shows = ["status", "measure"]', "ที่ parts[4].shows “measure” เป็นชื่อแถว"),
        ('group = "told"', "ที่ parts[4].group ไม่มีคอลัมน์ “told”"),
        ('shows = ["nowhere"]', "ที่ parts[4].shows ไม่มีคอลัมน์ “nowhere”"),
    ],
)
def test_a_narrative_that_tells_itself_or_what_there_is_not_is_told(read, words, told):
    with pytest.raises(FormError) as fault:
        read(NARRATIVE + words)
    assert told in fault.value.sentence


@pytest.mark.parametrize(
    "script",
    ["{__class__}", "{office.__init__}", "{office.__init__.__globals__}", "{0}", "{}", "{fiscal_year!r}",
     "{fiscal_year:>9999999999}", "{office.name:{round}}", "${office.name", "{{office.name}}", "{% if %}"],
)  # fmt: skip
@pytest.mark.parametrize("place", ["subject", "role", "opinion"])
def test_a_script_in_a_template_is_refused_with_the_fields_there_are(read, script, place):
    old = {"subject": 'subject = "', "role": 'role = "', "opinion": 'opinion = "'}[place]
    with pytest.raises(FormError, match=r"ไม่รู้จัก.*กรุณาใช้ {office.name}") as fault:
        read(GOOD.replace(old, old + script))
    assert f"{place} ไม่รู้จัก" in fault.value.sentence


def test_a_link_to_itself_and_a_folder_are_told(tmp_path):
    (tmp_path / "loop.toml").symlink_to(tmp_path / "loop.toml")
    with pytest.raises(FormError, match=r"loop\.toml เป็นทางลัดที่วนกลับมาหาตัวเอง"):
        read_form(tmp_path / "loop.toml")
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(FormError, match=r"folder\.toml ไม่ใช่ไฟล์แบบรายงาน"):
        read_form(tmp_path / "folder.toml")
