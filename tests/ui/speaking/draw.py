"""Draws eight screens of the program, light and dark, and tells as JSON what of them is cut.

    python -m tests.ui.speaking.draw LANGUAGE SCALE FOLDER

LANGUAGE is th, en or longer; SCALE 1 or 2 device pixels for each of the program's own. The pictures in FOLDER
are made small and grey: what stands where can be told from them, the shape of a letter cannot.
"""

import json
import os
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from tests.ui.speaking.stage import application, sample_office, speak, wait_for, window

SIZE = (1440, 860)
WIDTH = 240
"""Pixels of a kept picture."""
TABLE = "มาตรการ\tวิธีการ\tผู้รับผิดชอบ\nมาตรการตัวอย่าง\t๑. จัดทำคู่มือ\tสำนักปลัด\nอีกมาตรการ\t๒. ประชุม\tกองคลัง"


def screens(bench):
    """Yield the name and the widget of each screen of a report."""
    from desktop_app.exchange.table_clipboard import table_from_tsv
    from tests.ui.window import walking
    from ui.window.commands import commands

    editor = bench.editor
    bench.checking.show_findings()
    for name, step in (("table", table_step(editor)), ("head", 0), ("signing", len(editor.steps) - 1)):
        editor.go_to(step)
        wait_for(lambda: bench.preview.data)
        walking.settle()
        yield name, bench.window
    for name in ("settings", "replace", "overview"):
        before = walking.visible_dialogs()
        commands(bench)[name]()
        (dialog,) = walking.visible_dialogs() - before
        walking.settle()
        yield name, dialog
        walking.leave(dialog)
        walking.settle()
    editor.go_to(table_step(editor))
    dialog = editor.show_table(table_from_tsv(TABLE)) or one_dialog()
    walking.settle()
    yield "paste", dialog
    walking.leave(dialog)
    walking.settle()


def table_step(editor):
    """The step that has the table."""
    return next(at for at, step in enumerate(editor.steps) if any(part.columns for part in step.parts))


def one_dialog():
    """The dialog on the screen."""
    from tests.ui.window import walking

    (dialog,) = walking.visible_dialogs()
    return dialog


def draw(name, widget, folder):
    """Keep a small grey picture of a widget; return what of it is cut."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    from tests.ui.window import walking

    image = widget.grab().toImage()
    image.setDevicePixelRatio(1)
    small = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
    small.convertToFormat(QImage.Format.Format_Grayscale8).save(str(folder / f"{name}.png"))
    if os.environ.get("WHOLE"):
        image.save(str(Path(os.environ["WHOLE"]) / f"{folder.name}-{name}.png"))
    return walking.clipped(widget)


def main(language, scale, folder):
    """Draw everything; print what is cut by the name of its picture."""
    os.environ["QT_SCALE_FACTOR"] = scale
    speak(language)
    application()
    cut = {}
    with tempfile.TemporaryDirectory() as place, closing(empty(place)) as none, window(none, SIZE) as bench:
        for look in ("light", "dark"):
            cut[f"start-{look}"] = draw(f"start-{look}", settled(bench.window), folder)
            bench.look_tasks.toggle_dark()
    with tempfile.TemporaryDirectory() as place, sample_office(place) as ws, window(ws, SIZE) as bench:
        bench.open_report(report_to_show(ws))
        for look in ("light", "dark"):
            for name, widget in screens(bench):
                cut[f"{name}-{look}"] = draw(f"{name}-{look}", widget, folder)
            bench.look_tasks.toggle_dark()
    json.dump({name: labels for name, labels in cut.items() if labels}, sys.stdout, ensure_ascii=False)
    return 0


def settled(widget):
    """The widget, at rest."""
    from tests.ui.window import walking

    walking.settle()
    return widget


def empty(place):
    """An open database of nobody yet."""
    from desktop_app.actions.workspace import open_workspace
    from tests.ui.speaking.stage import NOW

    return open_workspace(Path(place) / "banthuek.db", clock=lambda: NOW)


def report_to_show(ws):
    """The newest memo."""
    from desktop_app.actions.reports import list_reports

    return next(one.id for one in list_reports(ws) if one.form_id == "memo")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
