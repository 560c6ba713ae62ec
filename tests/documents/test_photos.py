"""Photos on paper: whole, in their shape, with their text, few on a page, as bytes that never change."""

import datetime
import io
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from desktop_app.documents.compose import compose
from desktop_app.documents.layout import lay_out
from desktop_app.documents.pdf import render
from desktop_app.documents.photo_grid import GAP, arranged, shared_out
from desktop_app.documents.photos import PhotoShelf
from desktop_app.documents.typeset.page import Picture, Text
from desktop_app.domain.office import Office
from desktop_app.domain.photo import Photo
from desktop_app.domain.report import Activity, Report, Round
from desktop_app.errors import KnownError
from desktop_app.forms.library import load_forms
from tests.documents.tagged import Tagged
from tests.photo_files import drawn, encoded, photo

FORM = load_forms()["measures-photos"]
LYING = [photo(1600, 1200, shade) for shade in (0, 40, 80, 120, 160)]
STANDING = [photo(1200, 1600, shade) for shade in (0, 40, 80, 120)]
MIXED = [LYING[0], STANDING[0], LYING[1], STANDING[1], LYING[2], STANDING[2], LYING[3], STANDING[3], LYING[4]]
SHELF = PhotoShelf({file.photo.sha256: file.jpeg for file in (*LYING, *STANDING)}.__getitem__)
DAY = datetime.date(2024, 3, 5)
CAPTION = "นายกเทศมนตรีตำบลตัวอย่างเป็นประธานการประชุมพนักงานประจำเดือนมีนาคม ๒๕๖๗ มีผู้เข้าร่วมประชุม ๔๒ คน"
WIDTH, TOP, BOTTOM = 16.0 / 2.54 * 72, 2.5 / 2.54 * 72, 27.7 / 2.54 * 72


def form(most=4, landscape=False):
    """The activities of the form alone."""
    part = replace(FORM.part("activities"), photos_per_page=most, landscape=landscape)
    return replace(FORM, parts=(part,))


def told(*stories):
    """A report of activities, each told with these photos."""
    activities = tuple(
        Activity(DAY, "ห้องประชุม", caption, tuple(getattr(one, "photo", one) for one in photos))
        for caption, photos in stories
    )
    return Report(1, FORM.id, 2567, Round.TWELVE_MONTHS, Office(), activities=activities)


def placed(page):
    """The photos of a page that is laid out: (left, top, width, height)."""
    items = [(group, item) for group in page.groups for item in group.items if isinstance(item, Picture)]
    return [(group.x + one.x, group.y + one.y, one.width, one.height) for group, one in items]


def lines(page):
    """What the lines of a page say, and how low they are."""
    found = [
        (group.y + item.y, item) for group in page.groups for item in group.items if isinstance(item, Text)
    ]
    return [(low, item.line.text) for low, item in found]


def pages_of(report, spec):
    return lay_out(compose(report, spec)).pages


@pytest.mark.parametrize(
    ("count", "groups"), [(1, [1]), (4, [4]), (5, [3, 2]), (6, [3, 3]), (7, [4, 3]), (9, [3, 3, 3])]
)
def test_photos_are_shared_out_evenly_over_as_few_pages_as_can_be(count, groups):
    pages = pages_of(told((CAPTION, MIXED[:count])), form())
    assert [len(placed(page)) for page in pages] == groups


@given(st.integers(0, 40), st.integers(1, 4))
def test_no_photo_is_lost_and_no_two_groups_would_fit_on_one_page(count, most):
    photos = [Photo(str(at), 4, 3) for at in range(count)]
    groups = shared_out(photos, most)
    assert [one for group in groups for one in group] == photos
    assert all(1 <= len(group) <= most for group in groups)
    assert all(len(one) + len(other) > most for one, other in pairwise(groups))


PHOTOS = st.lists(
    st.builds(Photo, st.uuids().map(str), st.integers(40, 1600), st.integers(40, 1600)), max_size=9
)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(st.sampled_from(["", CAPTION, "\n".join([CAPTION] * 25)]), PHOTOS), max_size=4),
    st.integers(1, 4),
    st.booleans(),
)
def test_whatever_the_photos_they_are_whole_in_their_shape_and_few_on_a_page(stories, most, landscape):
    pages = pages_of(told(*stories), form(most, landscape))
    found = [placed(page) for page in pages]
    wanted = [one for _, photos in stories for one in photos]
    shapes = [width / height for page in found for _, _, width, height in page]
    assert shapes == pytest.approx([one.aspect for one in wanted])
    assert all(len(page) <= most for page in found)
    for page, boxes in zip(pages, found, strict=True):
        width, height = page.paper
        left, top, right, bottom = 85.0, 70.8, width - 56.6, height - 56.6
        for x, y, across, down in boxes:
            assert (left <= x + 0.1, top <= y + 0.1) == (True, True)
            assert (x + across <= right + 0.2, y + down <= bottom + 0.2) == (True, True)
        for one, other in pairwise(boxes):
            assert one[0] + one[2] + GAP <= other[0] + 0.1 or one[1] + one[3] + GAP <= other[1] + 0.1


def test_one_is_large_two_stand_as_they_get_larger_three_and_four_two_by_two():
    def rows(*files):
        return [len(row.photos) for row in arranged([file.photo for file in files], WIDTH, BOTTOM - TOP)]

    assert rows(LYING[0]) == [1]
    assert arranged([LYING[0].photo], WIDTH, BOTTOM - TOP)[0].width == pytest.approx(WIDTH)
    assert rows(*LYING[:2]) == [1, 1]
    assert rows(*STANDING[:2]) == [2]
    assert rows(*LYING[:3]) == [2, 1]
    assert rows(*MIXED[:4]) == [2, 2]


def test_two_lying_photos_leave_room_for_a_list_before_them():
    before = "\n".join(["กิจกรรม"] * 3)
    assert len(pages_of(told((before, ()), (CAPTION, LYING[:2])), form())) == 1


def test_photos_side_by_side_are_equally_high_and_fill_the_width():
    (row,) = arranged([STANDING[0].photo, STANDING[1].photo], WIDTH, BOTTOM - TOP)
    assert row.width == pytest.approx(WIDTH)
    mixed = arranged([one.photo for one in MIXED[:4]], WIDTH, BOTTOM - TOP)
    assert [row.width for row in mixed] == pytest.approx([WIDTH, WIDTH])
    assert all(len({round(height, 3) for _, height in row.sizes}) == 1 for row in mixed)


def test_a_photo_of_few_pixels_is_printed_small_not_coarse():
    (row,) = arranged([Photo("a", 320, 240)], WIDTH, BOTTOM - TOP)
    assert row.width == pytest.approx(320 / 100 * 72)


@pytest.mark.parametrize("lead", range(0, 30, 3))
def test_heading_and_caption_are_on_the_page_of_their_photos(lead):
    """Whatever stands before, an activity that fits on a page is on one."""
    before = "\n".join(["ก"] * lead)
    pages = pages_of(told((before, ()), (CAPTION, MIXED[:4])), form())
    (page,) = [page for page in pages if placed(page)]
    said = "".join(text for _, text in lines(page))
    assert "๕ มีนาคม" in said
    assert said.partition(CAPTION)[2] in ("", "- ๒ -")
    assert CAPTION in said


def test_the_end_of_a_caption_longer_than_a_page_stays_with_the_photos():
    pages = pages_of(told(("\n".join([CAPTION] * 40), LYING[:2])), form())
    last = pages[-1]
    assert len(placed(last)) == 2
    assert len([text for _, text in lines(last) if text.strip()]) >= 2


def test_photos_that_go_on_on_another_page_say_of_what_they_are():
    first, second = pages_of(told((CAPTION, LYING[:5])), form())
    head = lines(second)[0][1]
    assert head.startswith("วันที่ ๕ มีนาคม ๒๕๖๗")
    assert head.endswith("(ต่อ)")
    assert "(ต่อ)" not in "".join(text for _, text in lines(first))


def test_two_activities_share_a_page_when_their_photos_may():
    small = [Photo("a", 200, 150), Photo("b", 200, 150)]
    assert len(pages_of(told(("", small[:1]), ("", small[1:])), form())) == 1
    assert len(pages_of(told(("", small[:1]), ("", small[1:])), form(most=1))) == 2


def pdf(count=4, spec=None):
    return render(compose(told((CAPTION, MIXED[:count])), spec or form()), SHELF)


def images(data):
    with pikepdf.open(io.BytesIO(data)) as file:
        found = [each for each in file.objects if isinstance(each, pikepdf.Stream)]
        found = [each for each in found if each.get("/Subtype") == "/Image"]
        return [(str(one.Filter), str(one.ColorSpace), int(one.Width), one.read_raw_bytes()) for one in found]


def test_the_same_photos_give_the_same_bytes():
    assert pdf(9) == render(compose(told((CAPTION, MIXED)), form()), PhotoShelf(SHELF._load))


def test_a_large_photo_goes_into_the_file_as_it_is():
    ((filter_, space, width, data),) = images(pdf(1))
    assert (filter_, space, width) == ("/DCTDecode", "/DeviceRGB", 1600)
    assert data == LYING[0].jpeg


def test_a_small_one_with_as_many_dots_as_a_printer_shows():
    report = told((CAPTION, MIXED[:4]))
    widest = max(width for *_, width, _ in placed(pages_of(report, form())[0]))
    for _, _, pixels, _ in images(pdf(4)):
        assert pixels < 1600
    with pymupdf.open(stream=pdf(4)) as file:
        shown = file[0].get_image_info()
    dpi = [one["width"] / (one["bbox"][2] - one["bbox"][0]) * 72 for one in shown]
    assert all(200 <= each <= 340 for each in dpi)
    assert widest <= WIDTH


def test_a_photo_shown_twice_is_in_the_file_once():
    assert len(images(render(compose(told((CAPTION, [LYING[0]] * 2)), form()), SHELF))) == 1


def test_a_grey_photo_stays_grey():
    from desktop_app.exchange.photo import photo_from

    grey = photo_from(encoded(drawn(800, 600).convert("L")), "เทา.jpg")
    shelf = PhotoShelf({grey.photo.sha256: grey.jpeg}.__getitem__)
    ((_, space, _, data),) = images(render(compose(told(("", [grey])), form()), shelf))
    assert space == "/DeviceGray"
    assert Image.open(io.BytesIO(data)).mode == "L"


def test_who_cannot_see_them_is_told_which_they_are():
    tagged = Tagged(pdf(4))
    said = [str(node.element.Alt) for node in tagged.tree.all("Figure")]
    assert [text.partition(":")[0] for text in said] == [f"ภาพที่ {n} จาก ๔" for n in "๑๒๓๔"]
    assert all("๕ มีนาคม ๒๕๖๗" in text and "เป็นประธานการประชุม" in text for text in said)


def test_a_photo_is_loaded_when_it_is_drawn_and_then_remembered():
    asked = []

    def load(sha256):
        asked.append(sha256)
        return SHELF._load(sha256)

    document = compose(told((CAPTION, MIXED[:4])), form())
    sheets = lay_out(document)
    assert asked == []
    shelf = PhotoShelf(load)
    from desktop_app.documents.pdf import draw

    first = draw(document, sheets, shelf)
    assert len(asked) == 4
    assert draw(document, sheets, shelf) == first
    assert len(asked) == 4


@pytest.mark.parametrize("jpeg", [b"", b"\xff\xd8\xff", LYING[0].jpeg[:2000]])
def test_a_photo_that_is_damaged_is_told(jpeg):
    with pytest.raises(KnownError, match="เสียหาย"):
        render(compose(told((CAPTION, MIXED[:4])), form()), PhotoShelf(lambda _sha256: jpeg))


def test_a_report_whose_photos_are_nowhere_is_told():
    with pytest.raises(KnownError, match="ไม่มีภาพ"):
        render(compose(told((CAPTION, MIXED[:1])), form()))
