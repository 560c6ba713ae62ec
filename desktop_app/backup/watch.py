"""How far long work has come, and whether somebody wants it stopped."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from desktop_app.errors import KnownError
from desktop_app.language import _


class Stage(StrEnum):
    """What is being done, in the words of the person who waits for it."""

    SNAPSHOT = _("รวบรวมข้อมูล")
    WRITE = _("เขียนชุดสำรอง")
    READ_BACK = _("อ่านกลับมาตรวจ")
    OPEN = _("อ่านและตรวจชุดสำรอง")
    CHECK = _("ตรวจฐานข้อมูล")
    UPDATE = _("ปรับข้อมูลให้ใช้กับโปรแกรมรุ่นนี้")
    BRING_IN = _("นำรายงานเข้า")
    SALVAGE = _("อ่านข้อมูลที่เสียหาย")
    REBUILD = _("รวบรวมข้อมูลที่อ่านได้")
    MEND = _("เติมจากประวัติและชุดสำรอง")


class CancelledError(KnownError):
    """Somebody stopped the work; nothing of it is left behind."""

    def __init__(self) -> None:
        super().__init__(_("หยุดตามที่สั่งแล้ว ไม่มีอะไรเปลี่ยนแปลง"))


def _tell_nobody(_stage: Stage, _part: float) -> None:
    """Let nobody know."""


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """Who is told of the stage and the part of it that is done (0 to 1), and who may stop the work."""

    tell: Callable[[Stage, float], None] = _tell_nobody
    stopped: Callable[[], bool] = _never

    def at(self, stage: Stage, done: int, total: int) -> None:
        """Tell how far the stage has come. Raises CancelledError when the work is to stop."""
        if self.stopped():
            raise CancelledError
        self.tell(stage, min(done / total, 1.0) if total else 1.0)
