"""What the window does with photos: ask for files, read them beside the window, save one as a file."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage

from desktop_app.actions import photos
from desktop_app.actions.photos import Pasted, ReadPhotos
from desktop_app.documents.photos import PhotoShelf
from desktop_app.documents.typeset.turns import Turn, go_on
from desktop_app.domain.form import FormSpec
from desktop_app.domain.photo import Photo
from desktop_app.domain.report import Activity, Report
from desktop_app.errors import KnownError
from desktop_app.language import N_, _
from desktop_app.thai.shown import numerals
from ui.report.editor import ReportEditor
from ui.report.edits import ActivitiesEdit
from ui.report.thumbnails import Thumbnails
from ui.window import files
from ui.window.jobs import PATIENCE_MS, Jobs
from ui.window.main_window import MainWindow
from ui.window.notice import Notice
from ui.window.session import Session
from ui.work_sign import WorkSign

if TYPE_CHECKING:
    from desktop_app.actions.printing import Printed
    from ui.report.photo_list import Given

GONE = _("กิจกรรมที่จะใส่ภาพไม่ได้เปิดอยู่แล้ว จึงยังไม่ได้เพิ่มภาพ กรุณาเปิดกิจกรรมนั้นแล้วเพิ่มใหม่")
STOPPED = _("ยกเลิกการเพิ่มภาพแล้ว ยังไม่ได้เพิ่มภาพใด")
JPEG_FILES = _("ไฟล์ภาพ (*.jpg)")


class PhotoTasks(QObject):
    """Works on the activities of the open report."""

    def __init__(self, session: Session, window: MainWindow, notice: Notice, jobs: Jobs) -> None:
        super().__init__(window)
        self._session, self._window, self._notice, self._jobs = session, window, notice, jobs
        self._folder: Path | None = None
        self._unsaved: dict[str, bytes] = {}
        self.thumbnails = Thumbnails(self.jpeg)
        self._shelf = PhotoShelf(self.jpeg)

    def follow(self, editor: ReportEditor) -> None:
        """Do from now on what the activities of the editor want."""
        editor.files_wanted.connect(self.choose)
        editor.photos_given.connect(self.add)
        editor.photo_save_wanted.connect(self.save)

    def jpeg(self, sha256: str) -> bytes:
        """Return the JPEG of a photo, stored or waiting to be. Raises KnownError when there is none."""
        return self._unsaved.get(sha256) or photos.load_jpeg(self._session.workspace, sha256)

    def print_near(self, report: Report, form: FormSpec, near: int = 0, turn: Turn = go_on) -> Printed:
        """Return the PDF of a report with its photos, of a long one what is near a row (its id).

        Safe in any thread.
        """
        from desktop_app.actions.printing import print_near  # typesetting is loaded after the first paint

        return print_near(report, form, near, self._shelf, turn)

    def choose(self, at: int) -> None:
        """Ask for picture files, then add them to the activity at this place, from 0."""
        files.ask_open_several(
            self._window, _("เพิ่มภาพกิจกรรม"), photos.FILES, self._folder, lambda paths: self.add(at, paths)
        )

    def add(self, at: int, given: Sequence[Given]) -> None:
        """Read photos beside the window, then add them to the activity at this place, from 0."""
        report = self._session.report
        if report is None or at >= len(report.activities):
            return
        self._folder = next((one.parent for one in given if isinstance(one, Path)), self._folder)
        reading = _Reading(given, photos.keeps_originals(self._session.workspace), self._window)
        done = partial(self._add, reading, report, at)
        self._jobs.run(reading.read, done, _("กำลังอ่านภาพ…"))

    def _add(self, reading: _Reading, before: Report, at: int, read: ReadPhotos) -> None:
        reading.end()
        if reading.stopped:
            self._notice.tell(STOPPED)
            return
        report = self._session.report
        now = _place(before, at, report)
        if now is None:
            self._notice.warn(GONE)
            return
        if read.files:
            one = report.activities[now]
            shown = (*one.photos, *(file.photo for file in read.files))
            new = tuple(
                Activity(one.date, one.place, one.caption, shown) if place == now else each
                for place, each in enumerate(report.activities)
            )
            if not self._session.do(ActivitiesEdit(report, new, N_("เพิ่มภาพ"), read.files)):
                self._unsaved |= {file.photo.sha256: file.jpeg for file in read.files}
        if read.faults:
            added = numerals(_("เพิ่มแล้ว {count} ภาพ ").format(count=len(read.files))) if read.files else ""
            self._notice.warn(added + " ".join(read.faults))

    def save(self, photo: Photo) -> None:
        """Ask for a place, then write the photo there: as it was chosen, where that is kept."""
        try:
            file = photos.load_photo(self._session.workspace, photo.sha256)
        except KnownError as error:
            self._notice.warn(error.sentence)
            return
        name = Path(file.name or _("ภาพ.jpg"))
        kinds = _("ไฟล์ภาพ (*{suffix})").format(suffix=name.suffix) if file.original else JPEG_FILES
        offered = name.name if file.original else f"{name.stem}.jpg"

        def write(path: Path) -> None:
            try:
                photos.save_photo(file, path)
            except KnownError as error:
                self._notice.warn(error.sentence)
                return
            show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(path)))
            self._notice.tell(_("บันทึกภาพแล้วที่ {path}").format(path=path), _("เปิดไฟล์"), show)

        files.ask_save(self._window, _("บันทึกภาพ"), kinds, offered, write)


class _Reading(QObject):
    """Reads photos in a thread, behind a sign that comes when it takes long and can stop it."""

    _told = Signal(int)

    def __init__(self, given: Sequence[Given], keep_originals: bool, window: MainWindow) -> None:
        super().__init__(window)
        self._given, self._keep = given, keep_originals
        self._stop = threading.Event()
        self._sign = WorkSign(_("เพิ่มภาพ"), _("กำลังอ่านภาพ"), _("หยุดอ่านภาพ"), window)
        self._sign.rejected.connect(self._stop.set)
        self._told.connect(lambda done: self._sign.show_done(done, len(given)))
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._sign.open)
        self._patience.start(PATIENCE_MS)

    @property
    def stopped(self) -> bool:
        """Whether the clerk wants it no more."""
        return self._stop.is_set()

    def read(self) -> ReadPhotos:
        """Read, in the thread."""
        sources = (_pasted(one) if isinstance(one, QImage) else one for one in self._given)
        return photos.read_photos(sources, self._keep, self._go_on)

    def end(self) -> None:
        """Put the sign away, in the window's thread."""
        self._patience.stop()
        self._sign.rejected.disconnect(self._stop.set)
        self._sign.close()
        self._sign.deleteLater()
        self.deleteLater()

    def _go_on(self, done: int) -> bool:
        self._told.emit(done)
        return not self.stopped


def _pasted(picture: QImage) -> Pasted:
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG", 100)
    return Pasted(bytes(buffer.data()))


def _place(before: Report, at: int, report: Report | None) -> int | None:
    """Return where the activity stands in ``report`` that stood at ``at`` before; None when it is gone.

    It may have been moved or typed in while photos were read.
    """
    if report is None or report.id != before.id:
        return None
    wanted, now = before.activities[at], report.activities
    same = [place for place, one in enumerate(now) if one == wanted]
    if same:
        return min(same, key=lambda place: abs(place - at))
    return at if len(now) == len(before.activities) else None
