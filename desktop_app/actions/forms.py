"""Forms of the office's own, kept as files beside its data."""

from dataclasses import replace
from pathlib import Path

from desktop_app.actions.importing import ImportOutcome, read_for_import, store_import
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.form import FormSpec
from desktop_app.errors import KnownError
from desktop_app.exchange.safe_file import write_safely
from desktop_app.forms.reader import read_form
from desktop_app.places import forms_folder


def import_with_form(ws: Workspace, path: Path, form_file: Path) -> ImportOutcome:
    """Make a report of a file by a form file, which is kept so that the report can be printed later.

    Raises KnownError, with nothing stored or kept, when either cannot be used, and for an id that already
    means another form: the reports made with it would print differently.
    """
    form = read_form(form_file)
    if ws.forms.get(form.id, form) != form:
        raise KnownError(f"มีแบบรายงานรหัส {form.id} อยู่แล้ว กรุณาเปลี่ยน id ใน {form_file.name} เป็นคำอื่น")
    read = read_for_import(replace(ws, forms={**ws.forms, form.id: form}), path, form.id)
    kept = _keep(ws, form_file, form)
    try:
        return store_import(ws, read)
    except BaseException:
        if kept:
            kept.unlink(missing_ok=True)
        raise


def _keep(ws: Workspace, form_file: Path, form: FormSpec) -> Path | None:
    """Copy a form file beside the database; None when that form is there already."""
    if form.id in ws.forms:
        return None
    kept = forms_folder(ws.store.path) / f"{form.id}.toml"
    write_safely(kept, form_file.read_bytes())
    return kept
