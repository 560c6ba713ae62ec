"""SQLModel, SQLAlchemy and our tables by one name, taken in when the first of them is asked for.

To import them takes half as long as everything else that the window does at its start. What it shows then is
read in plain SQL (``desktop_app.store.asking``), so they are there for the first edit, not before it.
"""

# ruff: noqa: F401 — the names are for others

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import (
        URL,
        LargeBinary,
        bindparam,
        column,
        create_engine,
        delete,
        event,
        table,
        update,
    )
    from sqlmodel import Session, col, select

    from desktop_app.store.tables import (
        ActivityPhotoRecord,
        ActivityRecord,
        ChangeRecord,
        FormFileRecord,
        IssuedCopyRecord,
        OfficeRecord,
        PersonRecord,
        PhotoRecord,
        ReportRecord,
        ScoreRecord,
        SignOffRecord,
        StartPasswordRecord,
        Table,
        TextRecord,
        UnplacedRecord,
        YearlyTableRecord,
    )
else:

    def __getattr__(name: str) -> object:
        """Return what is called so, of the first of them that has it, and keep it here.

        Raises AttributeError when none has it.
        """
        if name.startswith("_"):  # what Python asks of a module is no name of theirs
            raise AttributeError(name)
        import sqlalchemy
        import sqlmodel

        from desktop_app.store import tables

        for module in (tables, sqlmodel, sqlalchemy):
            if hasattr(module, name):
                return globals().setdefault(name, getattr(module, name))
        raise AttributeError(name)
