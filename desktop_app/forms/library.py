"""All forms there are: the shipped ones, and those an office keeps in its own folder."""

from pathlib import Path

from desktop_app.domain.form import FormSpec
from desktop_app.forms.reader import FormError, read_form
from desktop_app.resources import resource


def load_forms(folder: Path | None = None) -> dict[str, FormSpec]:
    """Return the forms by id: the shipped ones, then the TOML files of ``folder`` in name order.

    A form of the office replaces the shipped one with the same id. A folder that does not exist holds
    no forms. Raises FormError for a file that cannot be used, and for two files with one id in a folder.
    """
    forms = _forms_of(resource("forms"))
    if folder is not None and folder.is_dir():
        forms |= _forms_of(folder)
    return forms


def _forms_of(folder: Path) -> dict[str, FormSpec]:
    forms: dict[str, FormSpec] = {}
    files: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        form = read_form(path)
        if form.id in forms:
            raise FormError(
                f"แบบฟอร์ม {path.name}: ที่ id ซ้ำกับแฟ้ม {files[form.id]} กรุณาเปลี่ยน id “{form.id}” เป็นคำอื่น"
            )
        forms[form.id], files[form.id] = form, path.name
    return forms
