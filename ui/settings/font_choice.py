"""The type family that documents are set in: the bundled ones and the relatives that this PC has."""

from collections.abc import Sequence

from desktop_app.domain.office import Office
from desktop_app.language import _
from ui.report.fields import ChoiceBox

WORDS = _("แบบอักษร")
HINT = _("แบบอักษรของหน้าที่พิมพ์ เลือกได้จากที่มากับโปรแกรมและตระกูล TH Sarabun ที่ติดตั้งในเครื่องนี้")


class FontChoice(ChoiceBox):
    """A list of families by name; the first one is the usual one and stored as ""."""

    def __init__(self, families: Sequence[str], office: Office) -> None:
        usual, *others = families
        choices = [("", _("{usual} (ปกติ)").format(usual=usual)), *((name, name) for name in others)]
        self._before = "" if office.font == usual else office.font
        if self._before not in [name for name, _unused in choices]:
            choices.append((self._before, _("{before} (ไม่มีในเครื่องนี้)").format(before=self._before)))
        super().__init__(choices)
        self.set_stored(self._before)

    def changes(self) -> dict[str, str]:
        """Return {"font": name} when another family was chosen, {} otherwise."""
        chosen = str(self.currentData())
        return {} if chosen == self._before else {"font": chosen}
