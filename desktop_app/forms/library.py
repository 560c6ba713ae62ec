"""All forms there are: the shipped ones, and those an office keeps in its own folder."""

import math
from collections.abc import Mapping
from pathlib import Path

from desktop_app.domain.form import FormSpec
from desktop_app.errors import KnownError
from desktop_app.forms.reader import FormError, read_form
from desktop_app.language import _
from desktop_app.resources import resource


def load_forms(folder: Path | None = None) -> dict[str, FormSpec]:
    """Return the forms by id: by their ``order``, the rest in name order, those of ``folder`` last.

    A form of the office replaces the shipped one with the same id. A folder that does not exist holds
    no forms; hidden files are none. Raises FormError for a folder or file that cannot be used, and for
    two files with one id in a folder.
    """
    forms = _forms_of(resource("forms"))
    if folder is not None:
        forms |= _forms_of(folder)
    return in_order(forms)


def in_order(forms: Mapping[str, FormSpec]) -> dict[str, FormSpec]:
    """Return the forms as they are offered: by their ``order``, the rest as they came."""
    return dict(sorted(forms.items(), key=_place_in_the_list))


def shipped_file(form_id: str) -> Path | None:
    """Return the file of a shipped form, which is named like its form; None when there is none."""
    return next((path for path in files_of(resource("forms")) if path.stem == form_id), None)


def load_form(form_id: str, folder: Path) -> FormSpec:
    """Return one form of those that `load_forms` returns, reading no more files than it takes.

    A shipped form is named like its file. Raises FormError like `load_forms`, KnownError like `form_of`.
    """
    own = _forms_of(folder)
    if form_id in own:
        return own[form_id]
    if path := shipped_file(form_id):
        return read_form(path)
    return form_of(load_forms(folder), form_id)


def form_of(forms: Mapping[str, FormSpec], form_id: str) -> FormSpec:
    """Return the form with this id. Raises KnownError, which names those there are."""
    if form_id in forms:
        return forms[form_id]
    raise KnownError(
        _("ไม่รู้จักแบบรายงาน “{form_id}” กรุณาใช้แบบที่มี คือ {names}").format(form_id=form_id, names=", ".join(forms))
    )


def _place_in_the_list(item: tuple[str, FormSpec]) -> float:
    order = item[1].order
    return math.inf if order is None else order


def _forms_of(folder: Path) -> dict[str, FormSpec]:
    forms: dict[str, FormSpec] = {}
    files: dict[str, str] = {}
    for path in files_of(folder):
        form = read_form(path)
        if form.id in forms:
            raise FormError(
                _("แบบรายงาน {name}: ที่ id ซ้ำกับไฟล์ {files} กรุณาเปลี่ยน id “{id}” เป็นคำอื่น").format(
                    name=path.name, files=files[form.id], id=form.id
                )
            )
        forms[form.id], files[form.id] = form, path.name
    return forms


def files_of(folder: Path) -> list[Path]:
    """Return the form files of a folder in name order. Raises FormError when it cannot be read."""
    try:
        files = [path for path in folder.iterdir() if path.suffix.lower() == ".toml"]
    except FileNotFoundError:
        return []
    except OSError as error:
        raise FormError(
            _("เปิดโฟลเดอร์แบบรายงาน {folder} ไม่ได้ กรุณาตรวจสิทธิ์อ่านโฟลเดอร์นี้").format(folder=folder)
        ) from error
    return sorted(path for path in files if not path.name.startswith("."))
