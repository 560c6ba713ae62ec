"""What a clerk does to the office's own data."""

from pathlib import Path

from desktop_app.actions.changes import Changes
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.office import Emblem, Office
from desktop_app.store import office as store
from desktop_app.thai.clean import visible_text


def load_office(ws: Workspace) -> Office:
    """Return the office; an empty one when nothing was filled yet."""
    with ws.store.reading() as view:
        return store.load_office(view)


def set_office(ws: Workspace, field: str, value: str) -> Changes:
    """Set one text field of the office. Raises KeyError for a field that there is not."""
    with ws.store.writing() as session:
        store.write_text(session, field, " ".join(visible_text(value).split()))
    return Changes(office=True)


def set_emblem(ws: Workspace, emblem: Emblem | None) -> Changes:
    """Set the emblem; None leaves its place on the page blank."""
    with ws.store.writing() as session:
        store.write_emblem(session, emblem)
    return Changes(office=True)


def document_families() -> tuple[str, ...]:
    """Return the names of the type families that documents can be set in, the usual one first.

    The bundled ones, and relatives of TH Sarabun that are installed on this machine.
    """
    from desktop_app.documents.typeset.installed import offered_families  # it loads HarfBuzz

    return offered_families()


def emblem_candidates(path: Path) -> list[Emblem]:
    """Return the pictures of an image, SVG or Word file that may be the emblem, the likeliest first.

    Raises KnownError when the file holds none that can be read.
    """
    from desktop_app.exchange import emblem  # it loads Pillow, which the start can do without

    return emblem.candidates(path)
