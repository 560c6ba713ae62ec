"""How many photos a page holds is chosen in the window."""

from desktop_app.domain.form import PartKind


def test_how_many_photos_a_page_holds_is_chosen(open_editor):
    editor = open_editor("measures-photos")
    (at,) = [at for at, part in enumerate(editor.form.parts) if part.kind is PartKind.ACTIVITIES]
    editor.outline.setCurrentItem(editor.outline._item((at,)))
    box = editor.details.inputs["photos_per_page"].inner
    assert box.count() == 4
    box.setCurrentIndex(box.findData("2"))
    box.activated.emit(box.currentIndex())
    assert editor.form.parts[at].photos_per_page == 2
    editor.keep()
    assert editor.all_kept[-1].parts[at].photos_per_page == 2
