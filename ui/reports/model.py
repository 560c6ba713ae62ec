"""The reports as lines of a list: a heading per fiscal year, the reports of the year under it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.domain.form import FormSpec
from desktop_app.domain.report import ReportSummary, Round
from desktop_app.language import _
from desktop_app.thai.shown import numerals, short_day
from ui.issuing.words import revision_words

REPORT_ROLE = Qt.ItemDataRole.UserRole + 1
"""The Line of a report; None on a heading."""
ROUNDS = {Round.SIX_MONTHS: _("รอบ ๖ เดือน"), Round.TWELVE_MONTHS: _("รอบ ๑๒ เดือน")}

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Line:
    """One report as the list shows it: ``detail`` in a line or two, ``share`` filled of it, 0 to 1."""

    id: int
    title: str
    detail: str
    share: float
    subject: str


def year_words(fiscal_year: int) -> str:
    """Return "ปีงบประมาณ ๒๕๖๗"."""
    return numerals(_("ปีงบประมาณ {fiscal_year}").format(fiscal_year=fiscal_year))


def line_of(summary: ReportSummary, forms: Mapping[str, FormSpec], dated: bool = False) -> Line:
    """Return how a report is shown: form, round, how many rows are complete, whether it was issued.

    ``dated`` adds a line that tells when it was changed last.
    """
    form = forms.get(summary.form_id)
    rows = _("ยังไม่มีแถว")
    if summary.rows:
        rows = numerals(
            _("ครบ {rows_complete}/{rows} แถว").format(rows_complete=summary.rows_complete, rows=summary.rows)
        )
    share = summary.rows_complete / summary.rows if summary.rows else 0.0
    title = form.title if form else summary.form_id
    detail = f"{ROUNDS[summary.round]} · {rows}"
    if summary.issued:
        detail += _("\nออกฉบับจริงแล้ว {revision}").format(revision=revision_words(summary.issued))
    if dated:
        changed = summary.changed_at.astimezone()
        detail += numerals(
            _("\nแก้ล่าสุด {day} {changed:%H:%M} น.").format(day=short_day(changed.date()), changed=changed)
        )
    return Line(summary.id, title, detail, share, summary.subject)


def _looks(summary: ReportSummary) -> tuple[str, int, Round]:
    return summary.form_id, summary.fiscal_year, summary.round


class ReportListModel(QAbstractListModel):
    """Headings and reports. Headings cannot be chosen."""

    def __init__(self, parent: Any = None) -> None:
        super().__init__(parent)
        self._lines: list[str | Line] = []

    def set_reports(self, summaries: Sequence[ReportSummary], forms: Mapping[str, FormSpec]) -> None:
        """Show these reports, which come newest fiscal year first.

        Of reports that would look the same, the day and hour of the last change tell one from another.
        """
        alike = Counter(map(_looks, summaries))
        self.beginResetModel()
        self._lines = []
        for year, group in groupby(summaries, key=lambda summary: summary.fiscal_year):
            self._lines.append(year_words(year))
            self._lines += [line_of(summary, forms, alike[_looks(summary)] > 1) for summary in group]
        self.endResetModel()

    def row_of(self, report_id: int) -> int | None:
        """Return the row that shows this report."""
        rows = (i for i, line in enumerate(self._lines) if isinstance(line, Line) and line.id == report_id)
        return next(rows, None)

    def rowCount(self, parent: Index | None = None) -> int:
        """Count headings and reports."""
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the words of a line, its tooltip, or the Line itself."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, str):
            return line if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) else None
        return {
            Qt.ItemDataRole.DisplayRole: line.title,
            Qt.ItemDataRole.AccessibleTextRole: f"{line.title} {line.detail}",
            Qt.ItemDataRole.ToolTipRole: line.subject,
            REPORT_ROLE: line,
        }.get(role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let only reports be chosen."""
        if index.isValid() and isinstance(self._lines[index.row()], Line):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
