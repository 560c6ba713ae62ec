"""The sign-off cards: each change is one edit; cards follow the report."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.report.signoff_card import NO_POSITION, NOT_KNOWN
from ui.report.signoff_editor import SignOffEditor
from ui.report.signoff_edits import AddSignOff, ChooseSigner, MoveSignOff, RemoveSignOff
from ui.thai_text import plain


@pytest.fixture
def chain(qtbot, look, ws, report, staff):
    """The opinions of a memo, carried out on a real database."""
    from desktop_app.actions import reports

    editor = SignOffEditor(ws.form("memo").part("opinions"))
    qtbot.addWidget(editor)
    editor.set_people(staff)
    editor.set_report(report)
    editor.edits = []

    def carry_out(edit):
        editor.edits.append(edit)
        edit.do(ws)
        editor.now = reports.load_report(ws, report.id)
        editor.set_report(editor.now)

    editor.edited.connect(carry_out)
    editor.now = report
    editor.show()
    editor.activateWindow()
    editor.focus_first()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    return editor


def cards(editor):
    return list(editor.cards.values())


def roles(editor):
    return [card.fields["role"].text() for card in cards(editor)]


def test_there_is_one_card_per_superior_with_the_usual_opinion(chain):
    assert roles(chain) == ["หัวหน้าสำนักปลัด", "ปลัดเทศบาลตำบลตัวอย่าง", "นายกเทศมนตรีตำบลตัวอย่าง"]
    assert [card.fields["opinion"].text.text() for card in cards(chain)] == [
        "เพื่อโปรดทราบ",
        "เพื่อทราบ",
        "ทราบ",
    ]


def test_the_reporter_has_no_opinion(qtbot, look, ws, report):
    editor = SignOffEditor(ws.form("memo").part("signatures"))
    qtbot.addWidget(editor)
    editor.set_report(report)
    (card,) = editor.cards.values()
    assert set(card.fields) == {"rank", "position", "acting_word", "acting_for"}


def test_a_chosen_signer_brings_the_position_along(chain, type_thai, qtbot, staff):
    card = cards(chain)[0]
    type_thai(card.picker.line, "สมมุติ")
    popup = card.picker.line.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [type(edit) for edit in chain.edits] == [ChooseSigner])
    assert card.picker.line.text() == staff[1].name
    assert card.fields["position"].toPlainText() == staff[1].position


def test_acting_for_somebody_asks_whose_position_it_is(chain):
    card = cards(chain)[1]
    assert card.fields["acting_for"].isHidden()
    QTest.keyClick(card.fields["acting_word"], Qt.Key.Key_Down)
    signoff = chain.now.signoffs[2]
    assert (signoff.acting_word, signoff.acting_for) == ("ปฏิบัติหน้าที่แทน", signoff.role)
    assert not card.fields["acting_for"].isHidden()
    QTest.keyClick(card.fields["acting_word"], Qt.Key.Key_Up)
    assert (chain.now.signoffs[2].acting_word, chain.now.signoffs[2].acting_for) == ("", "")
    assert card.fields["acting_for"].isHidden()


def test_whose_position_was_typed_stays_when_the_acting_word_changes(chain, type_thai):
    card = cards(chain)[1]
    QTest.keyClick(card.fields["acting_word"], Qt.Key.Key_Down)
    card.fields["acting_for"].selectAll()
    type_thai(card.fields["acting_for"], "ปลัดเทศบาล")
    chain.flush()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Home):
        QTest.keyClick(card.fields["acting_word"], key)
        assert chain.now.signoffs[2].acting_for == "ปลัดเทศบาล"


def test_the_day_of_signing_may_be_left_for_the_pen_or_given(chain, type_thai):
    card = cards(chain)[0]
    type_thai(card.fields["signed_date"].line, "20/3/67\n")
    assert chain.edits[-1].new == date(2024, 3, 20)


def test_a_superior_is_added_last_and_named(chain, type_thai):
    chain.add.click()
    assert [type(edit) for edit in chain.edits] == [AddSignOff]
    assert len(cards(chain)) == 4
    new = cards(chain)[-1]
    assert new.isAncestorOf(QApplication.focusWidget())
    type_thai(new.fields["role"], "รองนายกเทศมนตรี")
    chain.flush()
    assert roles(chain)[-1] == "รองนายกเทศมนตรี"


def test_a_superior_moves_up_and_the_ends_cannot_go_further(chain):
    assert not cards(chain)[0].up.isEnabled()
    assert not cards(chain)[2].down.isEnabled()
    cards(chain)[1].up.click()
    assert [type(edit) for edit in chain.edits] == [MoveSignOff]
    assert roles(chain)[:2] == ["ปลัดเทศบาลตำบลตัวอย่าง", "หัวหน้าสำนักปลัด"]
    assert not cards(chain)[0].up.isEnabled()
    assert cards(chain)[0].title.text().startswith("๑")


def test_a_superior_can_be_taken_out(chain):
    cards(chain)[0].remove.click()
    assert [type(edit) for edit in chain.edits] == [RemoveSignOff]
    assert roles(chain) == ["ปลัดเทศบาลตำบลตัวอย่าง", "นายกเทศมนตรีตำบลตัวอย่าง"]


def test_tab_goes_from_card_to_card_as_the_eye_does(chain, qtbot):
    cards(chain)[2].up.click()
    chain.add.click()
    order = cards(chain)
    order[0].setFocus()
    passed = []
    for _ in range(80):
        now = QApplication.focusWidget()
        card = next((card for card in order if card.isAncestorOf(now)), None)
        if card is not None and (not passed or passed[-1] is not card):
            passed.append(card)
        if now is chain.add:
            break
        QTest.keyClick(now, Qt.Key.Key_Tab)
    assert passed == order


def test_a_superior_is_moved_and_removed_by_keys_from_any_field(chain, qtbot):
    opinion = cards(chain)[1].fields["opinion"]
    opinion.setFocus()
    QTest.keyClick(opinion, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert roles(chain)[0] == "ปลัดเทศบาลตำบลตัวอย่าง"
    first = cards(chain)[0]
    assert first.isAncestorOf(QApplication.focusWidget())
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete, held)
    assert roles(chain) == ["หัวหน้าสำนักปลัด", "นายกเทศมนตรีตำบลตัวอย่าง"]


def test_the_keys_that_take_out_a_word_take_out_nothing_else(chain):
    role = cards(chain)[0].fields["role"]
    role.setFocus()
    role.setCursorPosition(0)
    QTest.keyClick(role, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    assert role.text() == ""
    assert len(cards(chain)) == 3


def test_alt_down_opens_a_list_or_the_calendar_and_leaves_the_order_alone(chain):
    before = roles(chain)
    acting, signed = (cards(chain)[0].fields[key] for key in ("acting_word", "signed_date"))
    acting.setFocus()
    QTest.keyClick(acting, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert acting.view().isVisible()
    acting.hidePopup()
    signed.setFocus()
    QTest.keyClick(signed.line, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert signed.calendar is not None
    signed.calendar.close()
    assert roles(chain) == before


def test_the_buttons_of_a_card_come_after_its_fields(chain):
    order = []
    card = cards(chain)[1]
    card.setFocus()
    while card.isAncestorOf(QApplication.focusWidget()):
        order.append(QApplication.focusWidget())
        QTest.keyClick(order[-1], Qt.Key.Key_Tab)
    assert order[0] is card.picker.line
    assert order[-3:] == [card.up, card.down, card.remove]


def test_a_position_ends_with_its_last_word(chain, type_thai):
    position = cards(chain)[0].fields["position"]
    type_thai(position, "นิติกร\n")
    chain.flush()
    assert chain.edits[-1].new == "นิติกร"


def test_a_typed_name_goes_on_the_paper_whether_or_not_it_joins_the_directory(chain, type_thai):
    card = cards(chain)[0]
    assert card.offer.isHidden()
    type_thai(card.picker.line, "นายใหม่ มาแล้ว\n")
    type_thai(card.fields["position"], "รองปลัด")
    chain.flush()
    signoff = chain.now.signoffs[1]
    assert (signoff.name, signoff.position, signoff.person_id) == ("นายใหม่ มาแล้ว", "รองปลัด", None)
    assert not card.offer.isHidden()


def test_the_offer_takes_name_and_position_from_the_card(chain, type_thai):
    wanted = []
    chain.person_wanted.connect(lambda *what: wanted.append(what))
    card = cards(chain)[0]
    type_thai(card.picker.line, "นายใหม่ มาแล้ว\n")
    type_thai(card.fields["position"], "รองปลัด")
    card.add.click()
    assert wanted == [(chain.now.signoffs[1].id, "นายใหม่ มาแล้ว", "รองปลัด")]


def test_nobody_joins_the_directory_without_a_position(chain, type_thai):
    wanted = []
    chain.person_wanted.connect(lambda *what: wanted.append(what))
    card = cards(chain)[0]
    type_thai(card.picker.line, "นายใหม่ มาแล้ว\n")
    card.add.click()
    assert wanted == []
    assert plain(card.note.text()) == NO_POSITION
    assert QApplication.focusWidget() is card.fields["position"]
    type_thai(card.fields["position"], "รองปลัด")
    chain.flush()
    assert plain(card.note.text()) == NOT_KNOWN
    card.add.click()
    assert [what[1:] for what in wanted] == [("นายใหม่ มาแล้ว", "รองปลัด")]


def test_nobody_who_is_in_the_directory_is_offered_to_it(chain, type_thai, staff):
    card = cards(chain)[0]
    type_thai(card.picker.line, "นายใหม่ มาแล้ว\n")
    chain.set_people([*staff, replace(staff[0], id=99, name="นายใหม่ มาแล้ว")])
    assert card.offer.isHidden()


def test_the_cards_keep_a_half_typed_field_when_the_report_changes(chain, type_thai):
    card = cards(chain)[0]
    card.fields["role"].setFocus()
    card.fields["role"].selectAll()
    type_thai(card.fields["role"], "รอง")
    chain.set_report(replace(chain.now, texts={"closing": "อื่น"}))
    assert card.fields["role"].text() == "รอง"
