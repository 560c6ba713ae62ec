"""Marks without a letter, marks twice, and signs that nobody can see."""

import re
from collections.abc import Iterator
from functools import lru_cache

from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Change, Finding, Severity
from desktop_app.language import _
from desktop_app.thai.clean import visible_text

_ABOVE = "ัิ-ื็"
_BELOW = "ุ-ฺ"
_TONE = "่-๋"
_SILENT = "์-๎"
_MARK = f"{_ABOVE}{_BELOW}{_TONE}{_SILENT}"
_LONE = re.compile(f"(?<![ก-ฮ{_MARK}])[{_MARK}]+")
_TWICE = re.compile(f"([{_MARK}ะาำ])\\1+")
_TWO_TONES = re.compile(f"[{_TONE}]{{2,}}")
_TWO_VOWELS = re.compile(f"[{_ABOVE}{_BELOW}]{{2,}}")
_TONE_FIRST = re.compile(f"([{_TONE}])([ัิ-ื{_BELOW}])")
_SPLIT_AE = re.compile("เเ")
_SPLIT_AM = re.compile(f"ํ([{_TONE}]?)า|([{_TONE}])ํา")
_HANGING = re.compile("[เ-ไ](?![ก-ฮเ-ไ])")


def check_marks(subject: Subject) -> Iterator[Finding]:
    """Find marks that no Thai spelling has; those typed twice can be mended."""
    for text in subject.texts:
        if fault := mark_fault(text.text):
            shown, mended = fault
            mend = (Change(text.where, text.text, mended),) if mended != text.text else ()
            message = _("มีสระหรือวรรณยุกต์ซ้อนกันหรือลอยอยู่ที่ “{shown}” กรุณาพิมพ์คำนี้ใหม่").format(shown=shown)
            yield Finding("mark", Severity.WRONG, text.where, subject.place(text.where), message, mend)


def check_invisible(subject: Subject) -> Iterator[Finding]:
    """Find signs without width and controls, which break searching and copying."""
    for text in subject.texts:
        seen = _seen(text.text)
        if seen != text.text:
            message = _("มีอักขระที่มองไม่เห็นปนอยู่ ทำให้ค้นหาและคัดลอกคำไม่พบ กรุณากดแก้ให้")
            mend = (Change(text.where, text.text, seen),)
            yield Finding("invisible", Severity.WRONG, text.where, subject.place(text.where), message, mend)


@lru_cache(maxsize=2048)
def _seen(text: str) -> str:
    return visible_text(text)


@lru_cache(maxsize=2048)
def mark_fault(text: str) -> tuple[str, str] | None:
    """Return the word with the first wrong mark, and the text mended as far as it is certain; None: no fault.

    Certain are: the same mark twice, a tone typed before its vowel, เ twice for แ, a nikhahit and า for ำ.
    """
    found = min((match.start() for pattern in _FAULTS if (match := pattern.search(text))), default=None)
    if found is None:
        return None
    mended = _SPLIT_AE.sub("แ", _TWICE.sub(r"\1", text))
    mended = _TONE_FIRST.sub(r"\2\1", _SPLIT_AM.sub(lambda split: (split[1] or split[2] or "") + "ำ", mended))
    return _word_at(text, found), mended


_FAULTS = (_LONE, _TWICE, _TWO_TONES, _TWO_VOWELS, _TONE_FIRST, _SPLIT_AE, _SPLIT_AM, _HANGING)


def _word_at(text: str, at: int) -> str:
    """Return a few letters round a place, on its line."""
    start = max(text.rfind(stop, 0, at) for stop in " \n\t") + 1
    start = max(start, at - 8)
    return re.split(r"\s", text[start : at + 8])[0] or text[max(0, at - 4) : at + 4].strip()
