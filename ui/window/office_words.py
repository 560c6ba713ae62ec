"""What this office wrote before, for the cells of the table. Nothing of it is worth a fault."""

from desktop_app.domain.form import Column
from desktop_app.domain.report import Report
from desktop_app.domain.words_offered import WordsOffered
from desktop_app.errors import KnownError
from ui.window.session import Session


class OfficeWords:
    """Looks words up when they are wanted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def before(self, report: Report) -> Report | None:
        """Return the report of the year before, None when there is none or it cannot be read."""
        from desktop_app.actions import offering

        try:
            return offering.report_before(self._session.workspace, report)
        except KnownError:
            return None

    def words(self, form_id: str, column: Column) -> WordsOffered:
        """Return what was used in a column of a form."""
        from desktop_app.actions import offering

        try:
            return offering.words_of_column(self._session.workspace, form_id, column)
        except KnownError:
            return WordsOffered(())
