"""Who knows what can be offered in the cells: the window asks the actions, a grid alone knows nothing."""

from typing import Protocol

from desktop_app.domain.form import Column
from desktop_app.domain.report import Report
from desktop_app.domain.words_offered import WordsOffered


class Offering(Protocol):
    """Answers for the report of a grid."""

    def before(self, report: Report) -> Report | None:
        """Return the same form's report of the year before, None when there is none."""

    def words(self, form_id: str, column: Column) -> WordsOffered:
        """Return what was used in a column before."""


class NothingOffered:
    """Offers nothing."""

    def before(self, _report: Report) -> Report | None:
        """There is no year before."""
        return None

    def words(self, _form_id: str, _column: Column) -> WordsOffered:
        """Nothing was used."""
        return WordsOffered(())
