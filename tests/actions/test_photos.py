"""Photos of activities: stored once, back on undo, freed at the end, carried by JSON, printed the same."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.actions import activities, history, issuing, photos, reports
from desktop_app.actions.carrying import carry_report
from desktop_app.actions.exporting import report_as_json
from desktop_app.actions.importing import import_file
from desktop_app.actions.photos import Pasted
from desktop_app.actions.print_file import print_file
from desktop_app.actions.printing import render_report, save_pdf
from desktop_app.actions.workspace import open_workspace
from desktop_app.domain.photo import Photo
from desktop_app.domain.report import Activity, Round
from desktop_app.errors import KnownError
from desktop_app.store import reports as store
from desktop_app.store.asking import ask
from tests.photo_files import drawn, encoded, photo

ONE, TWO = photo(1600, 1200), photo(1200, 1600, 40)
TOLD = (
    Activity(date(2024, 3, 7), "ห้องประชุม", "ประชุม", (ONE.photo, TWO.photo, ONE.photo)),
    Activity(caption="รณรงค์", photos=(TWO.photo,)),
)


@pytest.fixture
def report_id(ws):
    return reports.create_report(ws, "measures-photos", 2567, Round.TWELVE_MONTHS).report_id


@pytest.fixture
def filled(ws, report_id):
    activities.set_activities(ws, report_id, TOLD, (ONE, TWO))
    return report_id


def stored(ws):
    """The photos that the database holds."""
    with ws.store.reading() as view:
        return sorted(sha256 for (sha256,) in ask(view, "SELECT sha256 FROM photo"))


def both():
    return sorted((ONE.photo.sha256, TWO.photo.sha256))


def test_photos_keep_their_order_and_each_is_stored_once(ws, filled):
    assert reports.load_report(ws, filled).activities == TOLD
    assert stored(ws) == both()
    assert photos.load_jpeg(ws, ONE.photo.sha256) == ONE.jpeg


def test_opening_a_report_reads_no_photo(ws, filled):
    asked = []
    with ws.store.reading() as view:
        view.set_trace_callback(asked.append)
        store.load_report(view, filled)
        view.set_trace_callback(None)
    assert [sql for sql in asked if "FROM activity_photo" in sql]
    assert not [sql for sql in asked if "jpeg" in sql or "original" in sql]


def test_a_photo_that_was_removed_comes_back_also_after_a_restart(ws, filled, tmp_path):
    activities.set_activities(ws, filled, (replace(TOLD[0], photos=(TWO.photo,)),))
    ws.close()
    again = open_workspace(tmp_path / "banthuek.db")
    history.undo(again, filled)
    assert reports.load_report(again, filled).activities == TOLD
    assert photos.load_jpeg(again, ONE.photo.sha256) == ONE.jpeg
    history.redo(again, filled)
    assert reports.load_report(again, filled).activities == (replace(TOLD[0], photos=(TWO.photo,)),)
    again.close()


def test_photos_are_freed_with_the_last_report_that_could_show_them(ws, filled):
    other = reports.create_report(ws, "measures-photos", 2566, Round.TWELVE_MONTHS).report_id
    activities.set_activities(ws, other, (Activity(photos=(TWO.photo,)),))
    activities.set_activities(ws, other, ())
    reports.delete_report(ws, filled)
    assert stored(ws) == [TWO.photo.sha256]
    history.undo(ws, other)
    assert reports.load_report(ws, other).activities == (Activity(photos=(TWO.photo,)),)
    reports.delete_report(ws, other)
    assert stored(ws) == []


def test_what_is_typed_of_one_activity_writes_no_photo_down_again(ws, filled):
    from desktop_app.store import history as past

    told = (replace(TOLD[0], place="ลานวัด"), TOLD[1])
    activities.set_activities(ws, filled, told)
    with ws.store.reading() as session:
        (change,) = past.changes_of(session, past.list_steps(session, filled)[0].id)
    assert change.table == "activity"


def test_a_photo_that_is_nowhere_is_refused_and_nothing_is_changed(ws, filled):
    lost = Activity(photos=(Photo("0" * 64, 4, 3),))
    with pytest.raises(KnownError, match="ไม่พบภาพ"):
        activities.set_activities(ws, filled, (lost,))
    assert reports.load_report(ws, filled).activities == TOLD


def test_what_cannot_be_read_hinders_no_other(tmp_path):
    good, empty, other = tmp_path / "ดี.jpg", tmp_path / "ว่าง.jpg", tmp_path / "อื่น.png"
    good.write_bytes(encoded(drawn(400, 300)))
    empty.write_bytes(b"")
    other.write_bytes(b"PK\x03\x04 no photo")
    pasted = Pasted(encoded(drawn(80, 60), "PNG"))
    read = photos.read_photos([good, empty, other, tmp_path / "หาย.jpg", pasted], keep_originals=False)
    assert [(file.photo.width, file.photo.height) for file in read.files] == [(400, 300), (80, 60)]
    assert len(read.faults) == 3
    assert all("กรุณา" in sentence for sentence in read.faults)


def test_reading_ends_when_it_is_wanted_no_more(tmp_path):
    path = tmp_path / "ดี.jpg"
    path.write_bytes(encoded(drawn(400, 300)))
    read = photos.read_photos([path] * 5, False, lambda done: done < 2)
    assert len(read.files) == 2


def test_originals_are_kept_as_the_office_chooses_and_come_out_again(ws, report_id, tmp_path):
    assert not photos.keeps_originals(ws)
    photos.set_keeps_originals(ws, True)
    path = tmp_path / "IMG_1.jpg"
    path.write_bytes(encoded(drawn(3200, 2400)))
    plain = photos.read_photos([path], False).files
    activities.set_activities(ws, report_id, [Activity(photos=(plain[0].photo,))], plain)
    kept = photos.read_photos([path], photos.keeps_originals(ws)).files
    activities.set_activities(ws, report_id, [Activity(photos=(kept[0].photo,))], kept)
    out = tmp_path / "ออก.jpg"
    photos.save_photo(photos.load_photo(ws, kept[0].photo.sha256), out)
    assert out.read_bytes() == path.read_bytes()
    photos.save_photo(plain[0], out)
    assert out.read_bytes() == plain[0].jpeg


def test_an_exported_report_brings_its_photos_along_and_prints_the_same_page(ws, filled, tmp_path):
    path, page, again = tmp_path / "report.json", tmp_path / "page.pdf", tmp_path / "again.pdf"
    path.write_text(report_as_json(ws, filled), encoding="utf-8")
    save_pdf(ws, filled, page)
    print_file(path, again, tmp_path)
    assert again.read_bytes() == page.read_bytes()
    other = open_workspace(tmp_path / "other.db")
    outcome = import_file(other, path)
    assert outcome.warnings == ()
    assert reports.load_report(other, outcome.report_id).activities == TOLD
    assert report_as_json(other, outcome.report_id) == path.read_text(encoding="utf-8")
    other.close()


def exported(ws, report_id, tmp_path, change):
    """An exported file in which the first photo was changed."""
    data = json.loads(report_as_json(ws, report_id))
    change(data["activities"][0]["photos"][0])
    path = tmp_path / "report.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    return path


def test_a_photo_written_by_another_program_is_made_ready(ws, filled, tmp_path):
    import base64

    given = base64.b64encode(encoded(drawn(3200, 2400), "PNG")).decode()

    def change(one):
        one.clear()
        one["image"] = given

    outcome = import_file(ws, exported(ws, filled, tmp_path, change))
    first = reports.load_report(ws, outcome.report_id).activities[0].photos[0]
    assert (first.width, first.height) == (1600, 1200)


@pytest.mark.parametrize(
    ("key", "value", "named"),
    [
        ("image", "AAAA", "image"),
        ("image", "ก", "image"),
        ("image", 7, "image"),
        ("sha256", 7, "sha256"),
    ],
)
def test_a_photo_that_is_none_is_named_and_nothing_is_stored(ws, filled, tmp_path, key, value, named):
    path = exported(ws, filled, tmp_path, lambda one: one.update({key: value}))
    with pytest.raises(KnownError, match=rf"{named}.*photos ที่ 1"):
        import_file(ws, path)
    assert len(reports.list_reports(ws)) == 1


@pytest.mark.parametrize(("key", "value"), [("sha256", "0"), ("width", 0), ("height", 9999), ("width", None)])
def test_a_photo_that_is_only_named_must_be_named_well(ws, filled, tmp_path, key, value):
    def change(one):
        del one["image"]
        one[key] = value

    with pytest.raises(KnownError, match="photos ที่ 1"):
        import_file(ws, exported(ws, filled, tmp_path, change))


def test_a_photo_that_the_file_does_not_hold_is_told(ws, filled, tmp_path):
    path = exported(ws, filled, tmp_path, lambda one: one.pop("image"))
    for each in json.loads(path.read_text(encoding="utf-8"))["activities"][0]["photos"]:
        assert each["sha256"]
    other = open_workspace(tmp_path / "other.db")
    outcome = import_file(other, path)
    assert outcome.warnings == ()  # the third photo is the same one and brings it along
    other.close()


def test_photos_without_a_place_in_the_form_are_told(ws, filled, tmp_path):
    path = exported(ws, filled, tmp_path, lambda one: None)
    data = json.loads(path.read_text(encoding="utf-8"))
    data["form"] = "measures"
    path.write_text(json.dumps(data), encoding="utf-8")
    outcome = import_file(ws, path)
    assert "๔ ภาพ" in outcome.warnings[0]
    assert "ประชุม" in "\n".join(outcome.unplaced)


def test_next_year_starts_without_photos_and_the_longer_round_with_them(ws, report_id):
    half = reports.create_report(ws, "measures-photos", 2567, Round.SIX_MONTHS).report_id
    activities.set_activities(ws, half, TOLD, (ONE, TWO))
    whole = carry_report(ws, half, 2567, Round.TWELVE_MONTHS).changes.report_id
    after = carry_report(ws, half, 2568, Round.SIX_MONTHS).changes.report_id
    assert reports.load_report(ws, whole).activities == TOLD
    assert reports.load_report(ws, after).activities == ()
    assert stored(ws) == both()


def test_an_issued_copy_stays_byte_for_byte_whatever_becomes_of_its_photos(ws, filled):
    first = issuing.issue(ws, filled)
    with pytest.raises(KnownError, match="ออกฉบับจริง"):
        activities.set_activities(ws, filled, ())
    issuing.reopen(ws, filled)
    activities.set_activities(ws, filled, (replace(TOLD[0], photos=(TWO.photo,)),))
    assert issuing.reprint(ws, first.copy.id) == first.pdf
    told = issuing.changes_since(ws, filled)
    assert "กิจกรรม ๑ ลบภาพ ๒ ภาพ" in told
    second = issuing.issue(ws, filled)
    assert second.copy.revision == 2


def test_what_changed_of_the_photos_is_told(ws, filled):
    issuing.issue(ws, filled)
    issuing.reopen(ws, filled)
    assert issuing.changes_since(ws, filled) == ()
    turned = replace(TOLD[0], photos=(TWO.photo, ONE.photo, ONE.photo))
    more = replace(TOLD[1], photos=(TWO.photo, ONE.photo))
    activities.set_activities(ws, filled, (turned, more))
    assert issuing.changes_since(ws, filled) == ("กิจกรรม ๑ เปลี่ยนลำดับภาพ", "กิจกรรม ๒ เพิ่มภาพ ๑ ภาพ")


def test_the_page_is_drawn_in_any_thread(ws, filled):
    from concurrent.futures import ThreadPoolExecutor

    report, form = reports.load_report(ws, filled), ws.form("measures-photos")
    shelf = photos.photo_shelf(ws)
    first = render_report(report, form, photos.photo_shelf(ws))
    with ThreadPoolExecutor(2) as pool:
        pages = list(pool.map(lambda _: render_report(report, form, shelf), range(4)))
    assert set(pages) == {first}


def test_the_words_of_a_file_dialog_name_every_kind_that_is_read():
    assert Path("a.heic").suffix in photos.FILES
    assert all(ending in photos.FILES for ending in (".jpg", ".jpeg", ".png", ".heif"))
