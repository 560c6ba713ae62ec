"""The index of all words follows every change, and is made anew when it is missing."""

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest

from desktop_app.domain.report import Activity, Head, Round, SignOff
from desktop_app.store import activities, reports, rows, search, signoffs
from desktop_app.store.asking import ask_one
from desktop_app.store.database import open_store
from desktop_app.store.search import find_texts, reports_with

NOW = datetime(2024, 3, 18, tzinfo=UTC)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "banthuek.db"


@pytest.fixture
def store(path):
    opened = open_store(path)
    yield opened
    opened.close()


def fill(store, year=2567, measure="ประกาศเจตจำนงสุจริต ปี ๒๕๖๗"):
    """Store a report; return its number and the id of its row."""
    with store.writing() as session:
        head = Head(subject="รายงานผลมาตรการ", number="ตย ๕๒๐๐๑/๗")
        report = reports.add_report(session, "memo", year, Round.TWELVE_MONTHS, head, NOW)
        (row,) = rows.add_rows(session, report, 0, [{"measure": measure, "method": "ประชุม"}])
        reports.write_text(session, report, "opening", "ตามที่ได้วิเคราะห์")
        activities.write_activities(session, report, [Activity(None, "ลานวัด", "ปลูกต้นไม้")])
        signoffs.add_signoff(session, report, SignOff(0, 1, "opinions", "ปลัด", "เห็นชอบ", "นายทดสอบ ดีมาก"))
    return report, row


def found(store, query, most=50):
    search.take_in_noted(store)
    with store.reading() as view:
        return [(one.table, one.key, one.text) for one in find_texts(view, query, most)]


def entries(store):
    search.take_in_noted(store)
    with store.reading() as view:
        return [ask_one(view, f"SELECT count(*) FROM {name}")[0] for name in ("search_place", "search_text")]


@pytest.mark.parametrize(
    ("query", "place"),
    [
        ("เจตจำนง", ("cell", "measure")),
        ("จำนงสุจ 2567", ("cell", "measure")),
        ("ปี", ("cell", "measure")),
        ("ผลมาตร", ("report", "subject")),
        ("52001/7", ("report", "number")),
        ("วิเคราะห์", ("report_text", "opening")),
        ("ลานวัด", ("activity", "place")),
        ("ต้นไม้", ("activity", "caption")),
        ("ทดสอบ ดีมาก", ("signoff", "name")),
    ],
)
def test_words_are_found_inside_of_words_wherever_they_stand(store, query, place):
    fill(store)
    assert [(table, key) for table, key, _ in found(store, query)] == [place]


@pytest.mark.parametrize("query", ["ฌ", "ฌฎ", "ฏฐ", "ฐ", "ฒณ", "ฌฎ ฏฐ", "ฌฎ ประกาศ", "xฒ", '"ฒ', "฿"])
def test_a_short_word_is_found_at_the_beginning_inside_and_at_the_end(store, query):
    fill(store, measure='ฌฎ ประกาศxฒณ "ฒ฿ฏฐ')
    fill(store, measure="ประกาศ")
    assert [place for *place, _ in found(store, query)] == [["cell", "measure"]]


def test_a_short_word_that_stands_nearly_everywhere_is_found(store, monkeypatch):
    monkeypatch.setattr(search, "_FEW", 1)
    first, _ = fill(store)
    assert [place for *place, _ in found(store, "ปร")] == [["cell", "measure"], ["cell", "method"]]
    with store.reading() as view:
        assert reports_with(view, "ปร") == (first,)


def test_what_another_program_wrote_is_found_once_the_database_is_opened(path):
    store = open_store(path)
    _report, row = fill(store)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE cell SET text = 'ลานกีฬา' WHERE row_id = ? AND key = 'method'", (row,))
        connection.commit()
    store = open_store(path)
    assert found(store, "กีฬา") == [("cell", "method", "ลานกีฬา")]
    assert found(store, "ประชุม") == []
    store.close()


@pytest.mark.parametrize("query", ["", "   ", "ไม่มีคำนี้", '"', "AND", "เจตจำนง ไม่มี", "%", "*", "ฌฎ", "ปี ฌ"])
def test_what_stands_nowhere_is_not_found_and_no_sign_is_a_command(store, query):
    fill(store)
    assert found(store, query) == []


def test_the_index_follows_what_is_changed_and_removed(store):
    report, row = fill(store)
    with store.writing() as session:
        rows.write_cells(session, report, {(row, "measure"): "อบรมจริยธรรม", (row, "method"): ""})
        activities.write_activities(session, report, [])
    assert found(store, "เจตจำนง") == found(store, "ประชุม") == found(store, "ลานวัด") == []
    assert found(store, "จริยธรรม") == [("cell", "measure", "อบรมจริยธรรม")]
    with store.writing() as session:
        rows.remove_rows(session, report, [row])
    assert found(store, "จริยธรรม") == []


def test_what_was_stored_is_taken_in_by_portions_as_long_as_it_is_wanted(store, monkeypatch):
    monkeypatch.setattr(search, "_PORTION", 3)
    report, row = fill(store)
    wanted = iter([True, False])
    search.take_in_noted(store, lambda: next(wanted))
    with store.reading() as view:
        (texts,) = ask_one(view, "SELECT count(*) FROM search_text")
    with store.writing() as session:
        rows.write_cells(session, report, {(row, "method"): "ลานกีฬา"})
    assert texts == 3
    assert [text for *_, text in found(store, "กีฬา")] == ["ลานกีฬา"]
    assert entries(store) == [10, 10]


def test_nothing_stays_in_the_index_of_a_deleted_report(store):
    report, _ = fill(store)
    with store.writing() as session:
        reports.remove_report(session, report)
    assert entries(store) == [0, 0]


def fail_after_a_report(store):
    with store.writing() as session:
        reports.add_report(session, "memo", 2566, Round.TWELVE_MONTHS, Head(subject="ใหม่"), NOW)
        raise ZeroDivisionError


def test_a_failed_transaction_leaves_the_index_as_it_was(store):
    fill(store)
    before = entries(store)
    with pytest.raises(ZeroDivisionError):
        fail_after_a_report(store)
    assert entries(store) == before
    assert found(store, "ใหม่") == []


def test_the_newest_years_come_first_and_no_more_than_asked_for(store):
    for year in (2565, 2567, 2566):
        fill(store, year, f"อบรมปี {year}")
    assert [text for _, _, text in found(store, "อบรม")] == ["อบรมปี 2567", "อบรมปี 2566", "อบรมปี 2565"]
    assert len(found(store, "อบรม", most=2)) == 2


def test_the_reports_in_which_words_may_stand_are_told(store):
    first, _ = fill(store)
    second, _ = fill(store, measure="อื่น")
    search.take_in_noted(store)
    with store.reading() as view:
        assert reports_with(view, "เจตจำนง") == (first,)
        assert reports_with(view, "ประชุม") == (first, second)
        assert reports_with(view, "ปี") == (first,)


@pytest.mark.parametrize("lost", ["search_make", "search_place"])
def test_a_missing_index_is_made_anew_when_the_database_is_opened(path, lost):
    store = open_store(path)
    fill(store)
    store.close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"DROP TABLE {lost}")
        connection.execute("DROP TABLE IF EXISTS search_make")
        connection.commit()
    store = open_store(path)
    assert [place for *place, _ in found(store, "เจตจำนง")] == [["cell", "measure"]]
    assert entries(store) == [10, 10]
    store.close()
