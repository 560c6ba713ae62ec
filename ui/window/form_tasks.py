"""What the forms window does to the data: edit, copy, keep, bring in, take out, remove."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.actions import forms
from desktop_app.actions.photos import photo_shelf
from desktop_app.domain.form import FormSpec
from desktop_app.errors import KnownError
from desktop_app.forms.editing import copied, new_key
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.forms.list import FormsDialog
from ui.window import files
from ui.window.messages import ask, nothing
from ui.window.session import Session

if TYPE_CHECKING:
    from ui.forms.editor import FormEditor

FORM_FILES = _("ไฟล์แบบรายงาน (*.toml)")


class FormTasks:
    """The forms of the office. What was refused is told in the dialog that asked."""

    def __init__(self, session: Session, window: QWidget) -> None:
        self._session, self._window = session, window

    def open_forms(self) -> FormsDialog:
        """Open the list of forms, the open report's form chosen."""
        dialog = FormsDialog(self._window)
        form = self._session.form
        dialog.show_forms(forms.list_forms(self._session.workspace), form.id if form else "")
        dialog.edit.connect(partial(self._edit, dialog))
        dialog.copy.connect(partial(self._copy, dialog))
        dialog.bring_in.connect(partial(self._ask_to_bring_in, dialog))
        dialog.take_out.connect(partial(self._ask_to_take_out, dialog))
        dialog.remove.connect(partial(self._ask_to_remove, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _edit(self, dialog: FormsDialog, form_id: str) -> "FormEditor":
        each = next(one for one in forms.list_forms(self._session.workspace) if one.form.id == form_id)
        words = _("แบบนี้มากับโปรแกรม เมื่อเก็บจะเป็นแบบของหน่วยงานใช้แทน ") if not each.own else ""
        if each.reports:
            words += _("มีรายงาน {reports} ฉบับใช้แบบนี้ เมื่อเก็บจะเปลี่ยนตามทันที ข้อความที่กรอกไว้ไม่หาย").format(
                reports=each.reports
            )
        return self._open_editor(dialog, each.form, form_id, words or _("ยังไม่มีรายงานที่ใช้แบบนี้"))

    def _copy(self, dialog: FormsDialog, form_id: str) -> "FormEditor":
        known = self._session.workspace.forms
        new = copied(known[form_id], new_key(f"{form_id}-copy", known), f"{known[form_id].title} (สำเนา)")
        return self._open_editor(
            dialog, new, form_id, _("แบบใหม่นี้ยังไม่ได้เก็บ กด เก็บแบบ เพื่อให้อยู่ในรายการรายงานใหม่")
        )

    def _open_editor(self, dialog: FormsDialog, form: FormSpec, shown_in: str, about: str) -> "FormEditor":
        from desktop_app.actions.form_preview import preview_base
        from ui.forms.editor import FormEditor

        workspace = self._session.workspace
        base, used = preview_base(workspace, shown_in), forms.used_keys(workspace, form.id)
        is_new = form.id not in workspace.forms
        photos = photo_shelf(workspace)
        editor = FormEditor(form, base, used, numerals(about), dialog, photos=photos, is_new=is_new)
        editor.kept.connect(partial(self._keep, dialog, editor))
        editor.finished.connect(editor.deleteLater)
        editor.open()
        return editor

    def _keep(self, dialog: FormsDialog, editor: "FormEditor", form: FormSpec) -> None:
        try:
            self._session.take(forms.keep_form(self._session.workspace, form))
        except KnownError as error:
            editor.refuse(error.sentence)
            return
        self._show(dialog, form.id)
        editor.done_keeping(_("เก็บแบบแล้ว"))

    def _ask_to_bring_in(self, dialog: FormsDialog) -> None:
        files.ask_open(dialog, _("นำเข้าแบบรายงาน"), FORM_FILES, partial(self.bring_in, dialog))

    def bring_in(self, dialog: FormsDialog, path: Path) -> None:
        """Bring a form file in; one that would take the place of another form is asked about."""
        try:
            form = forms.read_form_file(path)
        except KnownError as error:
            dialog.tell(error.sentence, "error")
            return
        there = self._session.workspace.forms.get(form.id)
        if there in (None, form):
            self._bring_in(dialog, path, False)
            return
        words = _(
            "มีแบบ “{present}” รหัสเดียวกันอยู่แล้ว ใช้แบบ “{new}” จากไฟล์แทนหรือไม่ รายงานที่ทำไว้จะเปลี่ยนตาม"
        ).format(present=there.title, new=form.title)
        use = partial(self._bring_in, dialog, path, True)
        ask(dialog, _("นำเข้าแบบรายงาน"), words, [(_("ใช้แทน"), use), (_("ไม่นำเข้า"), nothing)])

    def _bring_in(self, dialog: FormsDialog, path: Path, instead: bool) -> None:
        try:
            changes, form = forms.bring_in_form(self._session.workspace, path, instead)
        except KnownError as error:
            dialog.tell(error.sentence, "error")
            return
        self._session.take(changes)
        self._show(dialog, form.id)
        dialog.tell(_("นำเข้าแบบ “{title}” แล้ว").format(title=form.title))

    def _ask_to_take_out(self, dialog: FormsDialog, form_id: str) -> None:
        save = partial(self.take_out, dialog, form_id)
        files.ask_save(dialog, _("ส่งออกแบบรายงาน"), FORM_FILES, f"{form_id}.toml", save)

    def take_out(self, dialog: FormsDialog, form_id: str, path: Path) -> None:
        """Write the form file of a form."""
        try:
            forms.take_out_form(self._session.workspace, form_id, path)
        except KnownError as error:
            dialog.tell(error.sentence, "error")
            return
        dialog.tell(_("ส่งออกแบบรายงานแล้วที่ {path}").format(path=path))

    def _ask_to_remove(self, dialog: FormsDialog, form_id: str) -> None:
        each = next(one for one in forms.list_forms(self._session.workspace) if one.form.id == form_id)
        title, verb = (_("คืนแบบเดิม"), _("คืนแบบเดิม")) if each.shipped else (_("ลบแบบรายงาน"), _("ลบ"))
        words = (
            _("คืนแบบ “{title}” เป็นแบบที่มากับโปรแกรมหรือไม่ สิ่งที่หน่วยงานแก้ในแบบจะหายไป").format(
                title=each.form.title
            )
            if each.shipped
            else _("ลบแบบ “{title}” หรือไม่ ถ้าอาจใช้อีก ให้ส่งออกเป็นไฟล์ไว้ก่อน").format(title=each.form.title)
        )
        remove = partial(self._remove, dialog, form_id)
        ask(dialog, title, words, [(verb, remove), (_("ไม่ทำ"), nothing)])

    def _remove(self, dialog: FormsDialog, form_id: str) -> None:
        try:
            self._session.take(forms.remove_form(self._session.workspace, form_id))
        except KnownError as error:
            dialog.tell(error.sentence, "error")
            return
        self._show(dialog, form_id)
        dialog.tell(_("คืนแบบเดิมแล้ว") if form_id in self._session.workspace.forms else _("ลบแบบรายงานแล้ว"))

    def _show(self, dialog: FormsDialog, form_id: str) -> None:
        dialog.show_forms(forms.list_forms(self._session.workspace), form_id)
