"""The row of buttons at the foot of a dialog: the one main thing, and the way out."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox

from desktop_app.language import _


def action_buttons(dialog: QDialog, words: str, hint: str | None = None) -> QDialogButtonBox:
    """Return a button with ``words`` that accepts the dialog (Enter), and one that gives up (Esc).

    ``hint`` says more in the tooltip than ``words`` does.
    """
    buttons = QDialogButtonBox()
    main = buttons.addButton(words, QDialogButtonBox.ButtonRole.AcceptRole)
    main.setDefault(True)
    main.setToolTip(f"{hint or words} (Enter)")
    cancel = buttons.addButton(_("ยกเลิก"), QDialogButtonBox.ButtonRole.RejectRole)
    cancel.setToolTip(_("ยกเลิก (Esc)"))
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
