"""The preview is rendered beside the window: rested, one at a time, the newest wins."""

import sys
import threading

import pytest
from PySide6.QtCore import QCoreApplication

import ui.preview.worker
from desktop_app.documents.typeset.turns import Turn, go_on
from desktop_app.domain.form import FormSpec
from desktop_app.domain.office import Office
from desktop_app.domain.report import Report, Round
from desktop_app.errors import KnownError
from ui.latest import StaleError
from ui.preview import PreviewWorker

FORM = FormSpec("memo", "บันทึก", "บันทึกข้อความ", "", ())


def report(number: int) -> Report:
    return Report(number, "memo", 2567, Round.TWELVE_MONTHS, Office())


class Renders:
    """A render function that can be held, and remembers what it did."""

    def __init__(self) -> None:
        self.begun: list[int] = []
        self.threads: set[int] = set()
        self.together = 0
        self.most_together = 0
        self.gate = threading.Event()
        self.gate.set()

    def __call__(self, made: Report, form: FormSpec, near: int = 0, turn: Turn = go_on) -> bytes:
        self.together += 1
        self.most_together = max(self.most_together, self.together)
        self.begun.append(made.id)
        self.threads.add(threading.get_ident())
        assert self.gate.wait(5)
        self.together -= 1
        return b"%d" % made.id


@pytest.fixture
def renders():
    return Renders()


@pytest.fixture
def worker(qtbot, renders):
    made = PreviewWorker(renders)
    yield made
    renders.gate.set()
    made.close()


def test_a_request_comes_back_as_bytes_from_another_thread(worker, renders, qtbot):
    with qtbot.waitSignal(worker.ready) as heard:
        worker.request(report(1), FORM)
    assert heard.args == [b"1"]
    assert threading.get_ident() not in renders.threads


def test_the_window_need_not_wait_for_pdfium_to_load(worker, qtbot, monkeypatch):
    loaded = []
    monkeypatch.setattr(ui.preview.worker, "load", lambda: loaded.append(threading.get_ident()))
    with qtbot.waitSignal(worker.ready):
        worker.request(report(1), FORM)
    assert loaded != []
    assert threading.get_ident() not in loaded


def test_fast_changes_are_rendered_once_with_the_last_one(worker, renders, qtbot):
    with qtbot.waitSignal(worker.ready) as heard:
        for number in range(1, 20):
            worker.request(report(number), FORM)
    assert heard.args == [b"19"]
    assert renders.begun == [19]


def test_what_became_stale_while_rendering_is_dropped(worker, renders, qtbot):
    shown = []
    worker.ready.connect(shown.append)
    renders.gate.clear()
    worker.request(report(1), FORM)
    qtbot.waitUntil(lambda: renders.begun == [1])
    worker.request(report(2), FORM)
    renders.gate.set()
    qtbot.waitUntil(lambda: shown == [b"2"])
    assert renders.begun == [1, 2]
    assert renders.most_together == 1


def test_a_change_during_a_rendering_waits_for_its_end(worker, renders, qtbot):
    renders.gate.clear()
    worker.request(report(1), FORM)
    qtbot.waitUntil(lambda: renders.begun == [1])
    worker.request(report(2), FORM)
    qtbot.waitUntil(lambda: not worker._rest.isActive())
    assert renders.begun == [1]
    with qtbot.waitSignal(worker.ready) as heard:
        renders.gate.set()
    assert heard.args == [b"2"]


def test_a_known_fault_is_told_as_its_sentence(qtbot):
    def refuse(_report, _form, **_near):
        raise KnownError("ไม่มีตารางให้พิมพ์ กรุณาเพิ่มแถว")

    worker = PreviewWorker(refuse)
    with qtbot.waitSignal(worker.failed) as heard:
        worker.request(report(1), FORM)
    assert heard.args == ["ไม่มีตารางให้พิมพ์ กรุณาเพิ่มแถว"]
    worker.close()


def test_an_unforeseen_fault_is_told_and_goes_to_the_crash_report(qtbot, monkeypatch):
    told = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, fault, _trace: told.append((kind, str(fault))))

    def fail(_report, _form, **_near):
        raise ValueError("boom")

    worker = PreviewWorker(fail)
    with qtbot.waitSignal(worker.failed) as heard:
        worker.request(report(1), FORM)
    assert "จัดหน้า" in heard.args[0]
    assert told == [(ValueError, "boom")]
    worker.close()


def test_busy_lasts_from_the_request_to_the_result(worker, renders, qtbot):
    seen = []
    worker.busy.connect(seen.append)
    with qtbot.waitSignal(worker.ready):
        worker.request(report(1), FORM)
    assert seen == [True, False]


def test_a_cancelled_request_never_comes_back(worker, renders, qtbot):
    shown = []
    worker.ready.connect(shown.append)
    renders.gate.clear()
    worker.request(report(1), FORM)
    qtbot.waitUntil(lambda: renders.begun == [1])
    worker.cancel()
    renders.gate.set()
    worker.request(report(2), FORM)
    qtbot.waitUntil(lambda: shown != [])
    assert shown == [b"2"]


class Turning(Renders):
    """Renders that call ``turn`` until they are given up."""

    def __init__(self) -> None:
        super().__init__()
        self.given_up = threading.Event()

    def __call__(self, made: Report, form: FormSpec, near: int = 0, turn: Turn = go_on) -> bytes:
        self.begun.append(made.id)
        try:
            while made.id == 1:
                turn()
        except StaleError:
            self.given_up.set()
            raise
        return b"%d" % made.id


@pytest.mark.parametrize("what", ["request", "cancel", "close"])
def test_what_nobody_waits_for_any_more_is_given_up_at_once(qtbot, what):
    renders, shown, failed = Turning(), [], []
    worker = PreviewWorker(renders)
    worker.ready.connect(shown.append)
    worker.failed.connect(failed.append)
    worker.request(report(1), FORM)
    qtbot.waitUntil(lambda: renders.begun == [1])
    if what == "request":
        worker.request(report(2), FORM)
        qtbot.waitUntil(lambda: shown == [b"2"])
    elif what == "cancel":
        worker.cancel()
    else:
        worker.close()
    assert renders.given_up.wait(5)
    worker.close()
    assert failed == []


def test_closing_waits_for_the_thread_and_says_nothing_more(renders, qtbot):
    worker = PreviewWorker(renders)
    shown = []
    worker.ready.connect(shown.append)
    renders.gate.clear()
    worker.request(report(1), FORM)
    qtbot.waitUntil(lambda: renders.begun == [1])
    renders.gate.set()
    worker.close()
    assert renders.together == 0
    QCoreApplication.sendPostedEvents()
    worker.request(report(2), FORM)
    assert not worker._rest.isActive()
    assert shown == []
