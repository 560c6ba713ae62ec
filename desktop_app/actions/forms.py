"""What the office does with its forms: list, keep, remove, bring in, take out."""

from dataclasses import dataclass, replace
from pathlib import Path

from desktop_app.actions.changes import Changes
from desktop_app.actions.importing import ImportOutcome, read_for_import, store_import
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import FormSpec
from desktop_app.errors import KnownError
from desktop_app.exchange.safe_file import write_safely
from desktop_app.forms.library import shipped_file
from desktop_app.forms.reader import form_of_text, text_of_form
from desktop_app.forms.writer import form_text
from desktop_app.language import _
from desktop_app.store import forms as store
from desktop_app.store.forms import FormFile, count_reports, load_form_files, write_form_file
from desktop_app.thai.digits import numerals


@dataclass(frozen=True, slots=True)
class ListedForm:
    """One form with what the list of forms tells of it."""

    form: FormSpec
    own: bool
    """The office made it, or changed a shipped one."""
    shipped: bool
    """One of this id came with the program."""
    reports: int
    """How many reports there are of it."""


def list_forms(ws: Workspace) -> list[ListedForm]:
    """Return all forms in the order in which they are offered."""
    with ws.store.reading() as view:
        own, reports = load_form_files(view), count_reports(view)
    return [
        ListedForm(
            form,
            form.id in own and bool(own[form.id].text),
            shipped_file(form.id) is not None,
            reports.get(form.id, 0),
        )
        for form in ws.forms.values()
    ]


def used_keys(ws: Workspace, form_id: str) -> frozenset[str]:
    """Return the keys of columns and parts by which reports of a form hold something."""
    with ws.store.reading() as view:
        return store.used_keys(view, form_id)


def own_form_file(ws: Workspace, form_id: str) -> str:
    """Return the text of a form file of the office's own; empty for a shipped form."""
    with ws.store.reading() as view:
        file = load_form_files(view).get(form_id)
    return file.text if file else ""


def keep_form(ws: Workspace, form: FormSpec) -> Changes:
    """Store a form as the office's own; one of the same id is replaced, its reports follow.

    Raises FormError, with the place of the fault, for a form that no reader would take.
    """
    text = form_text(form)
    form_of_text(form.title, text)
    return _keep(ws, form.id, text)


def read_form_file(path: Path) -> FormSpec:
    """Return the form of a form file without storing it. Raises FormError, which says what is wrong where."""
    return form_of_text(path.name, text_of_form(path))


def bring_in_form(ws: Workspace, path: Path, instead: bool = False) -> tuple[Changes, FormSpec]:
    """Store the form of a form file as the office's own, with every word and remark of the file.

    Raises KnownError for a file that is no form, and for an id that means another form already unless it
    is to take the place of that ``instead``: reports made with it would print differently.
    """
    text = text_of_form(path)
    form = form_of_text(path.name, text)
    there = ws.forms.get(form.id)
    if there == form:
        return Changes(), form
    if there is not None and not instead:
        raise KnownError(_taken(form.id, path.name))
    return _keep(ws, form.id, text), form


def take_out_form(ws: Workspace, form_id: str, path: Path) -> None:
    """Write the form file of a form. Raises KnownError when there is none, or it cannot be written."""
    write_safely(path, form_source(ws, form_id).encode("utf-8"))


def form_source(ws: Workspace, form_id: str) -> str:
    """Return the text of the form file of a form, the office's own or the shipped one."""
    form = ws.form(form_id)
    if own := own_form_file(ws, form_id):
        return own
    shipped = shipped_file(form_id)
    return text_of_form(shipped) if shipped else form_text(form)


def remove_form(ws: Workspace, form_id: str) -> Changes:
    """Remove a form of the office's own; in place of a changed shipped form the shipped one is back.

    Raises KnownError for a shipped form, and for one that reports are made of: they could not be opened.
    """
    with ws.store.writing() as session:
        file = load_form_files(session).get(form_id)
        if file is None or not file.text:
            raise KnownError(_("แบบรายงานนี้มากับโปรแกรม จึงลบไม่ได้ กรุณาเลือกแบบของหน่วยงาน"))
        reports = count_reports(session).get(form_id, 0)
        if reports and shipped_file(form_id) is None:
            raise KnownError(
                numerals(
                    _("มีรายงาน {reports} ฉบับที่ทำด้วยแบบนี้ จึงลบไม่ได้ กรุณาลบรายงานเหล่านั้นก่อน").format(
                        reports=reports
                    )
                )
            )
        write_form_file(session, replace(file, text=""))
    return Changes(reports=True, forms=True)


def import_with_form(ws: Workspace, path: Path, form_file: Path) -> ImportOutcome:
    """Make a report of a file by a form file, which is kept so that the report can be printed later.

    Raises KnownError, with nothing stored, when either cannot be used, and for an id that already means
    another form: the reports made with it would print differently.
    """
    text = text_of_form(form_file)
    form = form_of_text(form_file.name, text)
    there = ws.forms.get(form.id)
    if there not in (None, form):
        raise KnownError(_taken(form.id, form_file.name))
    read = read_for_import(replace(ws, forms={**ws.forms, form.id: form}), path, form.id)
    return store_import(ws, read if there else replace(read, form_file=text))


def _keep(ws: Workspace, form_id: str, text: str) -> Changes:
    with ws.store.writing() as session:
        before = load_form_files(session).get(form_id)
        write_form_file(session, FormFile(form_id, text, before.taken if before else ""))
    return Changes(reports=True, forms=True)


def _taken(form_id: str, name: str) -> str:
    return _("มีแบบรายงานรหัส {form_id} อยู่แล้ว กรุณาเปลี่ยน id ใน {name} เป็นคำอื่น").format(
        form_id=form_id, name=name
    )
