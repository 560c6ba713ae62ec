"""Keeping a form file of the office beside its data."""

from dataclasses import replace
from pathlib import Path

from desktop_app.actions.workspace import Workspace
from desktop_app.errors import KnownError
from desktop_app.exchange.safe_file import write_safely
from desktop_app.forms.reader import read_form
from desktop_app.places import forms_folder


def with_form(ws: Workspace, path: Path) -> tuple[Workspace, str]:
    """Return a workspace that also knows the form of this file, and the form's id.

    Nothing is kept yet. Raises KnownError for a file that cannot be used, and for an id that already
    means another form: the reports made with it would print differently.
    """
    form = read_form(path)
    if ws.forms.get(form.id, form) != form:
        raise KnownError(f"มีแบบรายงานรหัส {form.id} อยู่แล้ว กรุณาเปลี่ยน id ใน {path.name} เป็นคำอื่น")
    return replace(ws, forms={**ws.forms, form.id: form}), form.id


def keep_form(ws: Workspace, path: Path, form_id: str) -> None:
    """Copy a form file beside the database, so that its reports can be printed later."""
    kept = forms_folder(ws.store.path) / f"{form_id}.toml"
    write_safely(kept, path.read_bytes())
