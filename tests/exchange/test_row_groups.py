"""The heading of a group is taken out of the first cell of its first row, and nothing else is."""

import pytest

from desktop_app.domain.form import Column, ColumnKind
from desktop_app.exchange.row_groups import grouped, parted_heading

GROUP = Column("group", "ด้าน", kind=ColumnKind.GROUP, begins=("ด้านที่", "หมวด"))
COLUMNS = (GROUP, Column("what", "เรื่อง"), Column("who", "ใคร"))


@pytest.mark.parametrize(
    ("cell", "heading", "own"),
    [
        ("จัดซื้อ", "", "จัดซื้อ"),
        ("", "", ""),
        ("ด้านที่ ๑ การเงิน", "ด้านที่ ๑", "การเงิน"),
        ("ด้านที่ ๑ การเงิน หมวด ก บัญชี", "ด้านที่ ๑ การเงิน หมวด ก", "บัญชี"),
        ("ด้านที่ ๑", "ด้านที่ ๑", ""),
        ("ด้านที่", "ด้านที่", ""),
        ("ด้านที่ ๑ การเงิน\nบัญชี\nพัสดุ", "ด้านที่ ๑ การเงิน", "บัญชี\nพัสดุ"),
        ("ด้านที่ ๑\nการเงิน\n-บัญชี\n-พัสดุ", "ด้านที่ ๑ การเงิน", "-บัญชี\n-พัสดุ"),
        ("ด้านที่ ๑ การเงิน\nE๑๒ ข้อ\nE๑๓ ข้อ", "ด้านที่ ๑ การเงิน", "E๑๒ ข้อ\nE๑๓ ข้อ"),
        ("จัดซื้อ ด้านที่ ๑", "", "จัดซื้อ ด้านที่ ๑"),
    ],
)
def test_a_heading_ends_where_the_rows_own_text_begins(cell, heading, own):
    assert parted_heading(cell, GROUP.begins) == (heading, own)
    assert "".join((heading + own).split()) == "".join(cell.split())


def test_a_group_goes_on_until_the_next_and_a_row_of_a_heading_alone_is_none():
    given = [
        {"group": "", "what": "ก", "who": "1"},
        {"group": "", "what": "ด้านที่ ๑", "who": ""},
        {"group": "", "what": "ข", "who": "2"},
        {"group": "", "what": "ด้านที่ ๒ การเงิน", "who": "3"},
        {"group": "ด้านอื่น", "what": "ด้านที่ ๓ ง", "who": "4"},
        {"group": "", "what": "จ", "who": "5"},
    ]
    found = [tuple(row.values()) for row in grouped(given, COLUMNS)]
    assert found == [
        ("", "ก", "1"),
        ("ด้านที่ ๑", "ข", "2"),
        ("ด้านที่ ๒", "การเงิน", "3"),
        ("ด้านอื่น", "ด้านที่ ๓ ง", "4"),
        ("ด้านอื่น", "จ", "5"),
    ]


def test_without_such_a_column_rows_stay_as_they_are():
    given = [{"what": "ด้านที่ ๑ การเงิน", "who": ""}]
    assert list(grouped(given, COLUMNS[1:])) == given
