"""Before a table is pasted: where each of its columns goes, how the rows will be, what does not fit."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.domain.form import Part
from desktop_app.exchange.copied_table import CopiedTable
from desktop_app.exchange.landing import Landing, land
from desktop_app.exchange.paste_plan import Plan, first_plan, targets_of
from desktop_app.language import _
from desktop_app.thai.shown import numerals
from ui.dialog_buttons import action_buttons
from ui.grid.column_targets import ColumnTargets, source_names
from ui.grid.columns import column_id
from ui.grid.landing_model import LandingModel
from ui.grid.overwriting import Place, overwritten, pasted
from ui.grid.pasted import Pasted
from ui.thai_text import display

_SIZE = (1200, 600)
_LEFT = 540
_FEW_LINES = 4
_MOST_TOLD = 200
"""So many misfits are listed; a table with more is the wrong table."""
_MISFIT = Qt.ItemDataRole.UserRole
_CONTINUED = _("มี {} แถวที่ต่อจากหน้าก่อน จะรวมกับแถวเดิมให้เป็นแถวเดียว")


class PasteDialog(QDialog):
    """Asks where a copied table goes. ``pasted`` is the answer, once it is accepted.

    ``columns``: the ids of the grid's columns that the cells were copied from. ``fills``: the table goes
    over the cells from the cursor on, if that takes no text away; otherwise it is added as rows unless the
    clerk says so.
    """

    def __init__(
        self,
        table: CopiedTable,
        part: Part,
        place: Place,
        columns: Sequence[str] | None = None,
        fills: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._table, self._part, self._place, self._columns = table, part, place, columns
        self.landing = Landing(())
        self.setWindowTitle(_("วางตาราง"))
        self.resize(*_SIZE)
        self.append = QRadioButton(_append_words(place))
        self.fill = QRadioButton()
        self.targets = ColumnTargets(part)
        self.targets.changed.connect(self._land)
        self.model = LandingModel(self)
        self.rows = _row_view(self.model)
        self.told = QListWidget()
        self.told.setAccessibleName(_("สิ่งที่ควรดูก่อนวาง"))
        self.told.setWordWrap(True)
        self.told.setSpacing(2)
        self.told.itemActivated.connect(self._show_misfit)
        self.told.currentItemChanged.connect(lambda item, _before: self._show_misfit(item))
        self.buttons = action_buttons(self, _("วาง"), _("วางตามที่แสดง"))
        self._lay_out()
        self._landed: dict[Plan, Landing] = {}
        self._filled = self._land_by(self._first_plan(True)) if place.below else self.landing
        self._plan_anew(fills and self._fills_freely())
        self.append.toggled.connect(lambda appends: self._plan_anew(not appends))

    @property
    def pasted(self) -> Pasted:
        """What is to be done, by what is chosen now."""
        return pasted(self.landing, self._place, self.fill.isChecked())

    def _lay_out(self) -> None:
        head = QLabel(_size_words(self._table))
        head.setProperty("role", "title")
        modes = QHBoxLayout()
        modes.setSpacing(24)
        for mode in (self.append, self.fill):
            mode.setAccessibleName(mode.text())
            modes.addWidget(mode)
        modes.addStretch(1)
        self.targets.setFixedWidth(_LEFT)
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.targets)
        middle.addWidget(self.rows, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(head)
        column.addLayout(modes)
        column.addLayout(middle, 1)
        column.addWidget(self.told)
        column.addWidget(self.buttons)

    # planning

    def _first_plan(self, fills: bool) -> Plan:
        plan = first_plan(self._table, self._part, self._place.key if fills else None)
        if self._columns and not fills and not plan.is_named:
            known = {column_id(*target): target for target in targets_of(self._part)}
            return Plan(tuple(known.get(one) for one in self._columns))
        return plan

    def _fills_freely(self) -> bool:
        """Return whether the table would go over empty cells alone."""
        filled = self._filled
        return bool(self._place.below) and not filled.left_out and overwritten(filled, self._place) == 0

    def _plan_anew(self, fills: bool) -> None:
        plan = self._first_plan(fills)
        for button, checked in ((self.append, not fills), (self.fill, fills)):
            button.blockSignals(True)
            button.setChecked(checked)
            button.blockSignals(False)
        self.targets.set_plan(plan, source_names(self._table, plan))
        self._land()

    def _land(self) -> None:
        """Show what becomes of the table as the columns are assigned now."""
        plan = self.targets.plan
        self.landing = self._land_by(plan)
        keys = {target.key for target in plan.targets if target}
        self.model.show(self.landing, [column for column in self._part.columns if column.key in keys])
        count = len(self.landing.rows)
        filled = self.landing if self.fill.isChecked() else self._filled
        self.fill.setText(_fill_words(self._place, overwritten(filled, self._place)))
        self.fill.setVisible(bool(self._place.below))
        main = self.buttons.buttons()[0]
        main.setText(numerals(_("วาง {count} แถว").format(count=count)))
        main.setEnabled(bool(keys) and count > 0)
        self._tell()

    def _land_by(self, plan: Plan) -> Landing:
        """Return what becomes of the table under a plan; headings often make it the same, filled or added."""
        if plan not in self._landed:
            self._landed[plan] = land(self._table, plan, self._part)
        return self._landed[plan]

    # telling

    def _tell(self) -> None:
        names = source_names(self._table, self.targets.plan)
        words = [*self._table.notes]
        words += [
            _("คอลัมน์ “{name}” ยังไม่มีที่วาง เลือกช่องทางซ้ายถ้าต้องการ ไม่เลือกจะไม่วาง").format(name=names[at])
            for at in self.landing.left_out
        ]
        if self.landing.continued:
            words.append(numerals(_CONTINUED.format(self.landing.continued)))
        self.told.blockSignals(True)
        self.told.clear()
        for sentence in words:
            self.told.addItem(QListWidgetItem(display(sentence)))
        headings = {column.key: column.heading for column in self._part.columns}
        for misfit in self.landing.misfits[:_MOST_TOLD]:
            where = numerals(
                _("แถว {row} {heading}").format(row=misfit.row + 1, heading=headings[misfit.key])
            )
            item = QListWidgetItem(display(f"▲ {where}: {misfit.sentence}"))
            item.setData(_MISFIT, (misfit.row, misfit.key))
            self.told.addItem(item)
        self.told.blockSignals(False)
        lines = min(self.told.count(), _FEW_LINES)
        self.told.setVisible(lines > 0)
        self.told.setFixedHeight(lines * (self.told.sizeHintForRow(0) + 6) + 8 if lines else 0)

    def _show_misfit(self, item: QListWidgetItem | None) -> None:
        """Let the row that does not fit be seen."""
        if item is not None and (where := item.data(_MISFIT)):
            row, key = where
            index = self.model.index(row, self.model.column_of(key))
            self.rows.setCurrentIndex(index)
            self.rows.scrollTo(index)


def _row_view(model: LandingModel) -> QTableView:
    view = QTableView()
    view.setModel(model)
    view.setAccessibleName(_("แถวที่จะวาง"))
    view.setToolTip(_("แถวที่จะวาง ดูข้อความเต็มโดยชี้ที่ช่อง"))
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.horizontalHeader().setDefaultSectionSize(150)
    view.horizontalHeader().setHighlightSections(False)
    view.verticalHeader().setDefaultSectionSize(30)
    view.verticalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
    view.verticalHeader().setMinimumWidth(38)
    return view


def _size_words(table: CopiedTable) -> str:
    return numerals(
        _("ตารางที่คัดลอกมี {count} แถว {width} คอลัมน์").format(count=len(table.rows), width=table.width)
    )


def _append_words(place: Place) -> str:
    if not place.number:
        return _("เพิ่มเป็นแถวใหม่")
    return numerals(_("เพิ่มเป็นแถวใหม่ใต้แถวที่ {number}").format(number=place.number))


def _fill_words(place: Place, count: int) -> str:
    words = _("วางทับตั้งแต่แถวที่ {number}").format(number=place.below[0].number if place.below else 1)
    return numerals(
        _("{words} (แทนข้อความเดิม {count} ช่อง)").format(words=words, count=count)
        if count
        else _("{words} (ไม่มีข้อความเดิมถูกแทน)").format(words=words)
    )
