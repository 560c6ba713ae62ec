"""Sums of money and percents that a running text states, against those of the table."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from desktop_app.domain.amounts import money_text
from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Finding, Severity
from desktop_app.domain.form import PartKind
from desktop_app.domain.plan_summary import summarise
from desktop_app.language import _
from desktop_app.thai.digits import numerals, swap_digits_to_arabic

_AMOUNT = r"[0-9๐-๙]{1,3}(?:,[0-9๐-๙]{3})+(?:\.[0-9๐-๙]{1,2})?|[0-9๐-๙]{1,12}(?:\.[0-9๐-๙]{1,2})?"
_WHOLE = r"(?:ทั้งสิ้น|ทั้งหมด|โดย|รวม|แล้ว|ไป|เป็นเงิน|เป็น|จำนวน|\s)"
_SAID = {
    "spent": re.compile(rf"(?:เบิกจ่าย|ใช้จ่าย)(?:เงิน)?(?:งบประมาณ)?{_WHOLE}*(?P<said>{_AMOUNT})\s*บาท"),
    "budget": re.compile(rf"(?<!จ่าย)(?:งบประมาณ|เงิน)\s*(?:รวม|ทั้งสิ้น|ทั้งหมด){_WHOLE}*(?P<said>{_AMOUNT})\s*บาท"),
    "spent_percent": re.compile(
        rf"เบิกจ่าย[^\n]{{0,50}}?บาท\s*(?:หรือ)?(?:คิด)?เป็น\s*ร้อยละ\s*(?P<said>{_AMOUNT})"
    ),
    "implementation_percent": re.compile(
        rf"(?:นำแผนฯ?[^\n]{{0,12}}ไปปฏิบัติ|ขับเคลื่อนแผนฯ?)[^\n]{{0,30}}?ร้อยละ\s*(?P<said>{_AMOUNT})"
    ),
}
"""What a text says by the field of the summary that it speaks of."""


def check_sums(subject: Subject) -> Iterator[Finding]:
    """Find sums and percents in the running texts that are not those which the rows come to."""
    part = next(subject.parts(PartKind.SUMMARY), None)
    texts = [text for text in subject.texts if text.part.kind is PartKind.TEXT and sums_said(text.text)]
    if part is None or not texts:
        return
    summary = summarise(subject.report.rows, part)
    for text in texts:
        for field, words, said in sums_said(text.text):
            there: Decimal = getattr(summary, field)
            if said != there:
                message = _("ข้อความว่า “{words}” แต่ตามตารางได้ {there} กรุณาแก้ให้ตรงกัน").format(
                    words=words, there=money_text(there)
                )
                place = subject.place(text.where)
                yield Finding("sum", Severity.WRONG, text.where, place, numerals(message))


@lru_cache(maxsize=1024)
def sums_said(text: str) -> tuple[tuple[str, str, Decimal], ...]:
    """Return the sums that a text states: the field of the summary, the words, the value."""
    return tuple(
        (field, found.group(), Decimal(swap_digits_to_arabic(found["said"]).replace(",", "")))
        for field, pattern in _SAID.items()
        for found in pattern.finditer(text)
    )
