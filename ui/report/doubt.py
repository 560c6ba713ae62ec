"""One quiet line that tells when something is worked out by a yearly table that nobody has verified."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QWidget

from desktop_app.domain.yearly import Section, YearRules
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.thai_text import display

_WORDS = _("ตารางประจำปี {years} ยังไม่ได้ตรวจกับประกาศของปีนั้น กรุณาตรวจที่เมนูรายงาน > ตารางประจำปี")


class Doubt(QLabel):
    """Says nothing while the tables are known to hold."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "waiting")
        self.setWordWrap(True)
        self.hide()

    def follow(self, asked: Sequence[YearRules], *sections: Section) -> None:
        """Tell of the years whose tables of these sections were used and are not verified."""
        years = [str(rules.year) for rules in asked if rules.tables and not rules.is_verified(*sections)]
        self.setText(display(numerals(_WORDS.format(years=_(" และ ").join(years)))) if years else "")
        self.setVisible(bool(years))
