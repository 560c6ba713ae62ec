"""Which neighbours stay on one line: the rules of careful Thai office typing, between two tokens.

- No line begins with ๆ ฯ ) or another closing mark, none ends with ( or ณ.
- A number stays with what it counts and with what it numbers, a date is one, so is a range's end with
  its dash, an abbreviation with what it shortens.
- Words that lean: การ ความ ผู้ นัก ไม่ ทุก อย่าง on the next, ไว้ แล้ว นี้ on the one before; what kind of
  body or place it is (เทศบาลตำบล, จังหวัด) on its name.
"""

import re
from collections.abc import Sequence
from enum import IntEnum

from desktop_app.thai.clusters import LEADING, begins_silent, clusters
from desktop_app.thai.dates import MONTHS
from desktop_app.thai.lexicon import dictionary
from desktop_app.thai.tokens import Token


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTHS = frozenset(full for full, _short in MONTHS)
_UNITS = _MONTHS | _words(
    "คะแนน บาท สตางค์ ครั้ง คน ราย โครงการ กิจกรรม มาตรการ เรื่อง ข้อ แห่ง เดือน ปี วัน ชั่วโมง นาที ฉบับ ประเด็น "
    "ด้าน หน่วยงาน หน่วย กอง ตัวชี้วัด ร้อย พัน หมื่น แสน ล้าน ล้านบาท เปอร์เซ็นต์ หมู่ หมู่บ้าน ครัวเรือน ไร่ ตารางวา "
    "เมตร ตารางเมตร กิโลเมตร ชุด เล่ม แผ่น หน้า ช่องทาง ขั้นตอน ภารกิจ ไตรมาส สัปดาห์ รุ่น หลักสูตร มิติ ระดับ วันทำการ"
)
"""Words that stay with the number before them."""
_NUMBERED = _MONTHS | _words(
    "ที่ ข้อ มาตรา หมวด บท หน้า ปี หมู่ หมู่ที่ เลขที่ ครั้งที่ ฉบับที่ วันที่ มิติ มิติที่ ลำดับ ลำดับที่ ระดับ ไตรมาส "
    "ข้อที่ แบบ ประจำปี ส่วนที่ ตอนที่ คนที่ กลุ่มที่ โทร โทรศัพท์ โทรสาร นี้ ชั้น วรรค วรรคที่ ห้อง เล่ม เล่มที่ ว"
)
"""Words that stay with the number after them, which tells which one it is."""
_COUNTED = _words("ร้อยละ จำนวน รอบ ทั้ง ละ ไตรมาสละ ทุก คนละ วันละ ปีละ เดือนละ ครั้งละ")
"""Words that stay with the number after them, which tells how many."""
_NUMBER_WORDS = _words("ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า สิบ ยี่สิบ เอ็ด ร้อย พัน หมื่น แสน ล้าน สิบเอ็ด ยี่สิบเอ็ด")
"""Numbers written as words are one like those of digits."""
_ON_NEXT = _words("ผู้ นัก ความ การ ไม่ ทุก แต่ละ อย่าง กี่ บาง ณ นาย นาง นางสาว ฝ่าย ผู้ช่วย")
"""Words that lean on the next one: a line does not end with them."""
_ON_PREVIOUS = _words("ไว้ แล้ว นี้ นั้น ละ นะ คะ ค่ะ ครับ นะคะ นะครับ ขึ้น ขึ้นไป เอง เป็นต้นไป")
"""Words that lean on the one before: a line does not begin with them."""
_AFTER_CAN = ("โดย", "อย่าง", "จริง", "ทัน", "เอง", "ง่าย")
"""Words that begin so show that ได้ before them is "can" and leans on its verb."""
_GRADES = _words("ปฏิบัติการ ปฏิบัติงาน ชำนาญการ ชำนาญการพิเศษ ชำนาญงาน อาวุโส เชี่ยวชาญ ทรงคุณวุฒิ")
_GRADED = ("นัก", "เจ้าพนักงาน", "นายช่าง", "นิติกร", "วิศวกร", "สถาปนิก", "นายแพทย์", "พยาบาล", "ครู")
"""Positions begin so; their grade stays with them."""
_PLACES = _words("จ. อ. ต. ถ. ซ. ม. ดร. ผอ. นพ. พญ. รศ. ผศ. ศ. ทต. ทม. ทน. อบต. อบจ.")
"""Abbreviations that stay with the name after them."""
_BEFORE_ABBREVIATION = _words("สำนักงาน แบบ เดือน คณะกรรมการ ประกาศ กรม")
_ERAS = ("พ.ศ", "ค.ศ")
_TOWNS = ("ตำบล", "เมือง", "นคร")
_BODIES = (
    _words("อำเภอ จังหวัด ตำบล หมู่บ้าน องค์การบริหารส่วนตำบล องค์การบริหารส่วนจังหวัด")
    | _words("นายกองค์การบริหารส่วนตำบล ปลัดองค์การบริหารส่วนตำบล")
    | {f"{of}เทศบาล{town}" for of in ("", "ปลัด", "รองปลัด", "สำนักปลัด") for town in _TOWNS}
    | {f"{of}เทศมนตรี{town}" for of in ("นายก", "รองนายก") for town in _TOWNS}
)
"""Kinds of bodies and places: the name follows."""
_SITES = _words("บ้าน ถนน ซอย วัด คลอง ชุมชน แยก ตลาด")
"""Words that may begin a name when only short words follow in the run: สาย|บ้านนาดี."""
_OF_A_BODY = _words("ปลัด รองปลัด นายก รองนายก สำนักปลัด หัวหน้าสำนักปลัด ประธานสภา สมาชิกสภา สภา พนักงาน")
"""Offices that stay with the body that they are of: ปลัด|เทศบาล…"""
_NAMED = _BODIES | _SITES
_BOUND_LEFT = _ON_NEXT | _OF_A_BODY | _NUMBER_WORDS | {"ต่อ"}
_BOUND_RIGHT = _ON_PREVIOUS | _MONTHS | _GRADES | _NUMBER_WORDS | {"ที่", "ได้", "ถ้วน"}
"""Words about which there is a rule when another word stands tightly behind or before them."""
_NO_NAME = _words(
    "ของ และ ที่ ให้ ใน กับ หรือ โดย จาก ถึง แก่ เป็น มี ได้ ว่า จะ ไม่ ต้อง ตาม เพื่อ ซึ่ง อัน ณ แล้ว ทุก นี้ นั้น ต่อ ทั้ง "
    "ด้วย ไป มา คือ ทาง บน แต่ ก็ ไว้ ยัง เมื่อ จึง ขอ ทำ งาน ต่าง อื่น ใด ละ ตั้ง ร่วม พร้อม ดังกล่าว เรื่อง ประจำ ผู้ การ ความ "
    "สามารถ ดำเนินการ ประกาศ กำหนด จัดทำ"
)
"""Words that do not begin or continue the name of a place."""
_NO_UNIT = _words(
    "อยู่ เนื่องจาก เมื่อ จึง หาก ลง ลงวันที่ ดังนี้ ดังต่อไปนี้ ได้แก่ คือ กว่า รวม รวมทั้ง แต่ เป็นต้น "
    "ของ และ ที่ ให้ ใน กับ หรือ โดย จาก ถึง แก่ เป็น มี ได้ ว่า จะ ไม่ ต้อง ตาม เพื่อ ซึ่ง อัน แล้ว ต่อ ทั้ง การ ความ ผู้ พบ ณ"
)
"""Words that are never counted."""
_NEVER_COUNTED = ("การ", "ความ", "ผู้")
_COUNT = re.compile("[0-9๐-๙]+(?:[.,][0-9๐-๙]+)*")
_SECTION = re.compile("[0-9๐-๙]{1,2}(?:[.][0-9๐-๙]{1,2})+")
"""The number of a section at the beginning of its text: ๑.๑."""
_YEAR = re.compile("2[4-6][0-9]{2}|๒[๔-๖][๐-๙]{2}")


class Hold(IntEnum):
    """How much is kept together.

    ALL that belongs together; NUMBERS with what they count; DAYS of a date with their months, which the
    year may leave; what MUST be.
    """

    MUST = 0
    DAYS = 1
    NUMBERS = 2
    ALL = 3


def places(tokens: Sequence[Token], hold: Hold) -> set[int]:
    """Return the indexes of the tokens that go on with the name of a place or body (เทศบาลตำบล|กกกข).

    In need the name stands apart from its kind, itself whole; in more need it is parted. Of a name that
    no dictionary knows, what reaches to the end of its run in at most three short words is taken for it;
    otherwise its first word.
    """
    found: set[int] = set()
    if hold == Hold.MUST:
        return found
    for at, token in enumerate(tokens):
        if token.space or token.text not in _NAMED:
            continue
        site = token.text in _SITES
        end = at + 1
        while end < len(tokens) and end - at <= 3 and _may_name(tokens[end], short=site or end > at + 1):
            end += 1
            if tokens[end - 1].space:
                break
        whole = end == len(tokens) or tokens[end - 1].space or tokens[end].kind != "thai"
        if whole or not site:
            found.update(range(at + (1 if hold == Hold.ALL else 2), end if whole else min(end, at + 2)))
    return found


def _may_name(token: Token, short: bool) -> bool:
    if token.kind != "thai" or token.text in _NO_NAME:
        return False
    return not short or len(clusters(token.text)) <= 2


def free(left: Token, right: Token) -> bool:
    """Tell whether two neighbours are words side by side that no rule is about: most are."""
    plain = left.kind == "thai" == right.kind and not left.space
    return plain and left.text not in _BOUND_LEFT and right.text not in _BOUND_RIGHT


def may_break(tokens: Sequence[Token], at: int, hold: Hold) -> bool:
    """Tell whether a line may end before ``tokens[at]``."""
    left, right = tokens[at - 1], tokens[at]
    if right.kind == "close" or left.kind in ("open", "space"):
        return False
    if begins_silent(right.text):
        return False
    if left.kind == "quote" and _opens(tokens, at - 1):
        return False
    if right.kind == "quote" and not _opens(tokens, at):
        return False
    if left.text == "ณ" or (right.kind == "dash" and _is_range(tokens, at)):
        return False
    if hold == Hold.ALL and _leans(tokens, at):
        return False
    if hold == Hold.DAYS and _begins_year(tokens, at):
        return True
    if not left.space:
        return _may_break_tight(tokens, at, hold > Hold.MUST)
    if hold == Hold.DAYS:
        return not (_is_unit(tokens, at) if left.kind == "number" else _is_of_abbreviation(left, right))
    return hold == Hold.MUST or not _leans_over_space(tokens, at)


def _begins_year(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is the year behind a day and its month: ๓๐ กันยายน|๒๕๖๗, ๓๐ ก.ย.|๖๗."""
    if at < 2 or tokens[at].kind != "number" or tokens[at - 2].kind != "number":
        return False
    month = tokens[at - 1]
    return month.text in _MONTHS or (month.kind == "abbr" and not month.text.startswith(_ERAS))


def _is_of_abbreviation(left: Token, right: Token) -> bool:
    return left.kind == "abbr" and right.kind == "number"


def _may_break_tight(tokens: Sequence[Token], at: int, strict: bool) -> bool:
    """Tell the same where no space stands between the two."""
    left, right = tokens[at - 1], tokens[at]
    if left.text[-1] in LEADING:
        return False
    if right.kind == "dash" or (left.kind == "dash" and _is_bullet(tokens, at - 1)):
        return False
    if left.kind == "dash" and right.kind == "thai" and tokens[at - 2].kind == "thai":
        return not strict
    if left.kind == "close":
        return left.text != "." and right.kind != "number" and not _is_enumerator(tokens, at - 1)
    if left.kind == "number" and right.kind == "thai":
        return not (strict and _is_unit(tokens, at))
    if left.kind in ("abbr", "mark") or right.kind in ("number", "mark"):
        return not strict
    return not (strict and _is_month(left, right))


def _is_month(left: Token, right: Token) -> bool:
    return right.text in _MONTHS and left.text.endswith("เดือน")


def _leans(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether one of two neighbours leans on the other, with a space between them or without."""
    left, right = tokens[at - 1], tokens[at]
    if left.kind != "thai":
        return right.text == "ขึ้นไป"
    if left.text in _ON_NEXT:
        return right.kind in ("thai", "word", "number")
    if right.kind == "abbr":
        era = left.text in _MONTHS and right.text.startswith(_ERAS)
        return era or left.text in _BEFORE_ABBREVIATION
    if right.kind != "thai":
        return left.text == "แบบ" and right.kind == "word"
    if right.text == "ได้":
        return _is_can(tokens, at)
    if _is_month(left, right) or _names_one(left.text, right.text):
        return True
    if left.space:
        return dictionary().is_official(left.text + right.text)
    ordinal = right.text == "ที่" and at + 1 < len(tokens) and tokens[at + 1].kind == "number"
    return ordinal or right.text in _ON_PREVIOUS or _counts_in_words(left.text, right.text)


def _names_one(left: str, right: str) -> bool:
    """Tell whether two words name one thing: an office and its body, a position and its grade."""
    if left in _OF_A_BODY and right.startswith(("เทศบาล", "องค์การบริหาร")):
        return True
    return right in _GRADES and left.startswith(_GRADED)


def _counts_in_words(left: str, right: str) -> bool:
    """Tell whether two words are of one number (สองพัน|สี่ร้อย, วรรค|หนึ่ง), a number and its unit, or a rate."""
    if right in _NUMBER_WORDS:
        return left in _NUMBER_WORDS or left in _NUMBERED or left in _COUNTED
    if left in _NUMBER_WORDS or left == "ต่อ":
        return right in _UNITS
    return left in ("บาท", "สตางค์") and right == "ถ้วน"


def _is_can(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether ได้ follows its verb (ดำเนินการได้) rather than leads one (ได้ดำเนินการ)."""
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if after is not None and after.text.startswith(_AFTER_CAN):
        return True
    if tokens[at - 1].space:
        return False
    return after is None or bool(tokens[at].space) or after.kind == "close"


def _leans_over_space(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether two tokens with a space between them belong on one line."""
    left, right = tokens[at - 1], tokens[at]
    if "=" in (left.text, right.text):
        return True
    if right.kind == "number":
        numbered = left.text in _NUMBERED or left.text in _COUNTED or left.text.endswith(("ที่", "ร้อยละ"))
        return left.kind == "abbr" or numbered or _leads(tokens, at - 1)
    if left.kind == "number":
        return _is_unit(tokens, at) or _binds(tokens, at) or _leads(tokens, at - 1)
    if left.text in _PLACES:
        return True
    return _binds(tokens, at) or _leads(tokens, at - 1)


def _is_unit(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a word is what the number before it counts (๓ คู่มือ) or goes on with its date (๓๑ เดือน)."""
    number, right = tokens[at - 1].text, tokens[at]
    which = _tells_which(tokens, at - 1)
    if right.kind == "abbr":
        return not which or not (_YEAR.fullmatch(number) or tokens[at - 2].kind == "abbr")
    if which:
        return right.text in _MONTHS or right.text == "เดือน"
    if right.text in _UNITS:
        return True
    counted = (
        right.kind == "thai" and right.text not in _NO_UNIT and not right.text.startswith(_NEVER_COUNTED)
    )
    return counted and _COUNT.fullmatch(number) is not None


def _tells_which(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a number is no count: a year, or that of an item, a page, a day."""
    if _YEAR.fullmatch(tokens[at].text):
        return True
    before = tokens[at - 1] if at else None
    return before is not None and (
        before.kind == "abbr" or before.text in _NUMBERED or before.text.endswith(("ที่", "ร้อยละ"))
    )


def _binds(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a dash with spaces about it stays on the line of what precedes it.

    That of a range (๖๕ - ก.ย. ๖๖), a long one in a sentence (ไม่รับ – ไม่ให้), one before a slash.
    """
    dash = tokens[at]
    if dash.kind != "dash":
        return at >= 2 and tokens[at - 1].kind == "dash" and _is_latin_dash(tokens, at - 1)
    if at + 1 < len(tokens) and tokens[at + 1].kind == "close":
        return True
    return _is_range(tokens, at) or dash.text in "–—" or _is_latin_dash(tokens, at)


def _is_latin_dash(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a dash stands in a compound of Latin words (E - Service)."""
    return 0 < at < len(tokens) - 1 and tokens[at - 1].kind == tokens[at + 1].kind == "word"


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is a list mark (- ๑. (๑) ๑)): it stays with what it leads."""
    if at == 0 and tokens[at].kind == "number":
        return _SECTION.fullmatch(tokens[at].text) is not None
    if tokens[at].kind == "dash":
        first = at
        while first and tokens[first - 1].kind == "dash" and not tokens[first - 1].space:
            first -= 1
        if not _is_bullet(tokens, first):
            return False
        return not _is_range(tokens, at) and (at == 0 or tokens[at].text not in "–—")
    return _is_enumerator(tokens, at)


def _is_bullet(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or bool(tokens[at - 1].space) or tokens[at - 1].kind in ("open", "space")


def _is_range(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a dash stands between two times or numbers (๖๕ - ก.ย. ๖๖), or behind one at the end."""
    if at == 0 or tokens[at].kind != "dash":
        return False
    sides = (tokens[at - 1], *tokens[at + 1 : at + 2])
    return all(side.kind in ("number", "abbr") or side.text in _MONTHS for side in sides)


def _is_enumerator(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the token ends a list number: ๑. ๑.๑ (๑) ๑) (๑)."""
    if at == 0 or tokens[at].text not in (".", ")"):
        return False
    if tokens[at - 1].text == ")" and tokens[at].text == ".":
        return _is_enumerator(tokens, at - 1)
    number = tokens[at - 1]
    if number.kind != "number" or number.space or max(map(len, number.text.split("."))) > 2:
        return False
    if at == 1 or tokens[at - 2].space or tokens[at - 2].kind == "space":
        return tokens[at].text == "." or not _in_brackets(tokens, at)
    return tokens[at - 2].kind == "open" and tokens[at].text == ")"


def _in_brackets(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a bracket opened shortly before is still open."""
    for token in reversed(tokens[max(0, at - 12) : at]):
        if token.kind == "open" or token.text == ")":
            return token.kind == "open"
    return False


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a straight quote opens what follows rather than closes what precedes."""
    return at == 0 or bool(tokens[at - 1].space) or tokens[at - 1].kind in ("open", "space")
