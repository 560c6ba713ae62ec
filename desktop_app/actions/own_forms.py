"""The forms that are known: the shipped ones and the office's own, kept in its database.

A form file that somebody puts into the folder of forms is taken into the database when the program opens,
so that it goes into every backup with the reports that were made by it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from desktop_app.domain.form import FormSpec
from desktop_app.errors import KnownError
from desktop_app.forms.library import files_of, in_order, load_forms
from desktop_app.forms.reader import FormError, form_of_text, text_of_form
from desktop_app.language import _
from desktop_app.store.database import Store
from desktop_app.store.forms import FormFile, load_form_files, write_form_file


@dataclass(frozen=True, slots=True)
class KnownForms:
    """All forms by id. ``faults`` says of each form file of the office that cannot be used why not."""

    forms: dict[str, FormSpec]
    faults: tuple[str, ...] = ()


def known_forms(store: Store, folder: Path) -> KnownForms:
    """Return the shipped forms and the office's own; what is new in ``folder`` is taken in before.

    A file is taken when the office has no form of its id, or has it just as it was taken from there: what
    was changed or removed in the program stays so.
    """
    faults: list[str] = []
    with store.reading() as view:
        kept = load_form_files(view)
    taken = {file.id: file for file in _new_files(folder, kept, faults)}
    if taken:
        try:
            with store.writing() as session:
                for file in taken.values():
                    write_form_file(session, file)
        except KnownError as error:
            faults.append(error.sentence)
    forms = load_forms()
    for file in (kept | taken).values():
        if file.text:
            try:
                forms[file.id] = form_of_text(file.id, file.text)
            except FormError as error:
                faults.append(error.sentence)
    return KnownForms(in_order(forms), tuple(faults))


def _new_files(folder: Path, kept: dict[str, FormFile], faults: list[str]) -> Iterator[FormFile]:
    seen: dict[str, str] = {}
    for path, form, text in _readable(folder, faults):
        if form.id in seen:
            faults.append(_same_id(path, form.id, seen[form.id]))
            continue
        seen[form.id] = path.name
        digest = digest_of(text)
        own = kept.get(form.id)
        if own is None or (own.taken != digest and (not own.text or own.taken == digest_of(own.text))):
            yield FormFile(form.id, text, digest)


def _readable(folder: Path, faults: list[str]) -> Iterator[tuple[Path, FormSpec, str]]:
    """Yield the form files of a folder that can be read, with their forms and texts."""
    for path in _files(folder, faults):
        try:
            text = text_of_form(path)
            yield path, form_of_text(path.name, text), text
        except FormError as error:
            faults.append(error.sentence)


def _files(folder: Path, faults: list[str]) -> Iterable[Path]:
    try:
        return files_of(folder)
    except FormError as error:
        faults.append(error.sentence)
        return ()


def _same_id(path: Path, form_id: str, before: str) -> str:
    return _("แบบรายงาน {name}: ที่ id ซ้ำกับไฟล์ {before} กรุณาเปลี่ยน id “{form_id}” เป็นคำอื่น").format(
        name=path.name, before=before, form_id=form_id
    )


def digest_of(text: str) -> str:
    """Return the SHA-256 by which a form file is known again."""
    return sha256(text.encode()).hexdigest()
