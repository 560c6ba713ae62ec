"""Words, and where a line of Thai may end.

Three levels, from the best break to the last resort:

- `pieces`: what stays together on a line: a word with its brackets and ๆ, a number with its unit
  (๙๘.๙๙ คะแนน), a date (๑ ต.ค. ๖๖), an abbreviation with what it shortens (พ.ศ. ๒๕๖๗, จ.จันทบุรี), a
  personal name, an official term, a web address.
- `inner`: the pieces of a piece that does not fit its line: the words of a term, the parts of a date.
- `clusters` (desktop_app.thai.clusters): what is never parted.

The rules are those of Thai office typing (no line begins with ๆ ฯ ) or ends with ( ) and of
ราชบัณฑิตยสภา's advice not to part names, numbers from units, or abbreviations.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop_app.thai.clusters import LEADING, begins_silent
from desktop_app.thai.lexicon import dictionary

ZERO_WIDTH_SPACE = "\u200b"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTHS = _words("มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม")
_UNITS = _MONTHS | _words(
    "คะแนน บาท สตางค์ ครั้ง คน ราย โครงการ กิจกรรม มาตรการ เรื่อง ข้อ แห่ง เดือน ปี วัน ชั่วโมง นาที ฉบับ ประเด็น "
    "ด้าน หน่วยงาน หน่วย กอง ตัวชี้วัด ร้อย พัน หมื่น แสน ล้าน ล้านบาท เปอร์เซ็นต์ หมู่ หมู่บ้าน ครัวเรือน ไร่ ตารางวา "
    "เมตร ตารางเมตร กิโลเมตร ชุด เล่ม แผ่น หน้า ช่องทาง ขั้นตอน ภารกิจ ไตรมาส สัปดาห์ รุ่น หลักสูตร มิติ ระดับ"
)
"""Words that stay with the number before them."""
_HEADS = _MONTHS | _words(
    "ที่ ข้อ มาตรา ร้อยละ หมวด บท หน้า ปี จำนวน รอบ หมู่ หมู่ที่ เลขที่ ครั้งที่ ฉบับที่ วันที่ มิติ มิติที่ ลำดับ ลำดับที่ "
    "ระดับ ไตรมาส ข้อที่ แบบ ประจำปี ส่วนที่ ตอนที่ คนที่ กลุ่มที่ โทร โทรศัพท์ โทรสาร"
)
"""Words that stay with the number after them."""
_GAN_NOUNS = _words(
    "การเมือง การเงิน การคลัง การบ้าน การค้า การงาน การแพทย์ การทูต การเกษตร การจราจร การกีฬา การไฟฟ้า การประปา"
)
"""Words in which การ is no prefix of a verb."""
_LEANING = _words("ผู้ นัก ความ")
"""Words that lean on the next one: a line does not end with them."""
_PLACES = _words("จ. อ. ต. ถ. ซ. ม. ดร. ผอ. นพ. พญ. รศ. ผศ. ศ. ทต. ทม. ทน. อบต. อบจ.")
"""Abbreviations that stay with the name after them."""

_THAI = "ก-ฮะ-ฺเ-ๅ็-๎"
_MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u094f\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece"
    "\u102b-\u103e\u17b4-\u17d3"
)
_IDEOGRAPHS = "\u2e80-\u9fff\ua000-\ua4cf\uac00-\ud7ff\uf900-\ufaff\U00020000-\U0003ffff"
_TITLES = "นางสาว|นาย|นาง|น\\.ส\\.|เด็กชาย|เด็กหญิง|ว่าที่ร้อยตรี|พระครู"
_NOT_NAMES = "ก|อำเภอ|จ้าง|ทะเบียน|ช่าง|แพทย์|หน้า|ทุน|ประกัน|ตำรวจ|ทหาร|แบบ|ฟ้า|สนาม|ท่า|ตรวจ|พราน|เรือ"
_TOKEN = re.compile(
    rf"""
    (?P<space>[ \t\n\r\u00a0\u2002-\u200a]+)
    |(?P<url>(?:https?://|ftp://|www\.)[^\s{_THAI}<>()“”"']+|[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)
    |(?P<name>(?<![{_THAI}])(?:{_TITLES})(?!{_NOT_NAMES})[{_THAI}]{{2,15}}[ \u00a0]{{1,2}}[{_THAI}]{{2,22}}
        (?![{_THAI}.]))
    |(?P<abbr>(?<![{_THAI}.])(?:[เแโ]?[ก-ฮ]{{1,4}}[ิีุ]?\.)+)
    |(?P<stray>(?<![{_THAI}])[ะ-ฺๅ็-๎]+)
    |(?P<thai>[{_THAI}]+)
    |(?P<number>[0-9๐-๙]+(?:[.,:/–-][0-9๐-๙]+)*(?![A-Za-z]))
    |(?P<ideograph>[{_IDEOGRAPHS}])
    |(?P<word>(?:[^\W_{_THAI}๐-๙ๆฯ{_IDEOGRAPHS}][{_MARKS}]*)+(?:[-'’&._][A-Za-z0-9]+)*)
    |(?P<close>ฯลฯ|[ๆฯ)\]}}”’»,.;:!?%/…])
    |(?P<open>[(\[{{“‘«])
    |(?P<dash>[-–—•●○▪◦*])
    |(?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_URL_PARTS = re.compile(r"[^/.?&=_-]*[/.?&=_-]+|[^/.?&=_-]+")
_WORD_PARTS = re.compile(r"[^-._&]*[-._&]+|[^-._&]+")
_NAME_PARTS = re.compile(r"\S+|\s+")


class Token(NamedTuple):
    """One word, number or mark of a text, with the space that follows it."""

    kind: str
    text: str
    space: str = ""


class Segmenter:
    """Divides text, knowing some further terms: names of the office, of places, of people.

    Terms of Thai letters alone are words among the others; those with more in them
    ("นางสาวตัวอย่าง ใจดี") are kept whole wherever they stand.
    """

    def __init__(self, terms: Iterable[str]) -> None:
        ordered = sorted({term.strip() for term in terms} - {""}, key=lambda term: (-len(term), term))
        self._words = tuple(term for term in ordered if re.fullmatch(f"[{_THAI}]{{2,}}", term))
        phrases = [re.escape(term) for term in ordered if term not in self._words]
        self._phrases = re.compile("|".join(phrases)) if phrases else None
        self._split = lru_cache(maxsize=16384)(self._divide)

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of ``text`` in order; a space at its beginning is a token of kind "space"."""
        if self._phrases is None:
            return self._tokens(text)
        found: list[Token] = []
        at = 0
        for match in self._phrases.finditer(text):
            found += self._tokens(text[at : match.start()])
            found.append(Token("name", match.group()))
            at = match.end()
        found += self._tokens(text[at:])
        return _with_spaces(found)

    def inside(self, word: str) -> tuple[str, ...]:
        """Return the words that a word of Thai letters is made of; itself when there are none."""
        parts = dictionary().split(word, self._words, whole=False)
        good = all(known and len(part) > 1 for part, known in parts)
        return tuple(part for part, _ in parts) if good else (word,)

    def _divide(self, run: str) -> tuple[str, ...]:
        return tuple(
            part for word, _ in dictionary().split(run, self._words) for part in self._unprefixed(word)
        )

    def _unprefixed(self, word: str) -> tuple[str, ...]:
        """Take the prefix การ off a verb (การ|ดำเนินการ); nouns such as การเมือง stay whole."""
        if word.startswith("การ") and word not in _GAN_NOUNS and word not in self._words:
            verb = word[3:]
            if verb in dictionary():
                return "การ", verb
        return (word,)

    def _tokens(self, text: str) -> list[Token]:
        found: list[Token] = []
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "other"
            value = match.group()
            if kind == "thai":
                whole = found and found[-1].kind == "abbr" and not found[-1].space and len(value) <= 14
                found += [Token("thai", word) for word in ((value,) if whole else self._split(value))]
            elif kind == "space" and found:
                kind, word, _ = found[-1]
                found[-1] = Token(kind, word, value)
            elif kind == "stray":
                found.append(Token("close", value))
            else:
                found.append(Token(_kind_of_other(value) if kind == "other" else kind, value))
        return found


def _with_spaces(tokens: list[Token]) -> list[Token]:
    """Hand a space token inside the list to the token before it."""
    found: list[Token] = []
    for token in tokens:
        if token.kind == "space" and found:
            found[-1] = found[-1]._replace(space=found[-1].space + token.text)
        else:
            found.append(token)
    return found


def _kind_of_other(mark: str) -> str:
    """Tell whether an unforeseen character joins what precedes it, is a quote, a picture, or a mark."""
    if mark in "\"'":
        return "quote"
    category = unicodedata.category(mark)
    if category[0] == "M" or mark in "\u200d\u2060" or "\U0001f3fb" <= mark <= "\U0001f3ff":
        return "close"
    return "ideograph" if category == "So" else "mark"


@lru_cache(maxsize=16)
def _segmenter(terms: frozenset[str]) -> Segmenter:
    return Segmenter(terms)


def segment(text: str, terms: Iterable[str] = ()) -> list[str]:
    """Return the words, numbers, marks and spaces of ``text`` in order; they concatenate to it."""
    tokens = _segmenter(frozenset(terms)).tokens(text)
    return [part for token in tokens for part in (token.text, token.space) if part]


def pieces(text: str, terms: Iterable[str] = ()) -> list[str]:
    """Return what may not be parted while it fits a line, each with the space that follows it.

    The pieces concatenate to ``text``; a line may end after any of them.
    """
    return _join(_segmenter(frozenset(terms)).tokens(text), strict=True)


def inner(piece: str, terms: Iterable[str] = ()) -> list[str]:
    """Return the parts of a piece that does not fit its line; [piece] when only its clusters are left."""
    segmenter = _segmenter(frozenset(terms))
    tokens = [part for token in segmenter.tokens(piece) for part in _opened(token)]
    parts = _join(tokens, strict=False)
    if len(parts) == 1:
        parts = _join([part for token in tokens for part in _parted(token, segmenter)], strict=False)
    return parts


def with_breaks(text: str, terms: Iterable[str] = ()) -> str:
    """Return ``text`` with U+200B where a line may end, for display only.

    Without the U+200B it is ``text`` again. None is put beside a space, where every reader breaks anyway.
    """
    parts = pieces(text, terms)
    marked = [part if part[-1].isspace() else part + ZERO_WIDTH_SPACE for part in parts[:-1]]
    return "".join(marked + parts[-1:])


def _opened(token: Token) -> list[Token]:
    """Divide a name at its spaces, an address or a Latin word after its marks."""
    divide = {"name": _NAME_PARTS, "url": _URL_PARTS, "word": _WORD_PARTS}.get(token.kind)
    if divide is None:
        return [token]
    parts = [Token("space" if part.isspace() else "part", part) for part in divide.findall(token.text)]
    return _spaced_like(token, _with_spaces(parts))


def _parted(token: Token, segmenter: Segmenter) -> list[Token]:
    """Divide a word of Thai letters into the words inside it."""
    if token.kind != "thai":
        return [token]
    return _spaced_like(token, [Token("thai", word) for word in segmenter.inside(token.text)])


def _spaced_like(token: Token, parts: list[Token]) -> list[Token]:
    return [*parts[:-1], parts[-1]._replace(space=token.space)]


def _join(tokens: Sequence[Token], strict: bool) -> list[str]:
    """Join tokens into what stays together; not ``strict``, only what must."""
    begins = [at for at in range(len(tokens)) if not at or _may_break(tokens, at, strict)]
    ends = [*begins[1:], len(tokens)] if begins else []
    return [
        "".join(token.text + token.space for token in tokens[begin:end])
        for begin, end in zip(begins, ends, strict=True)
    ]


def _may_break(tokens: Sequence[Token], at: int, strict: bool) -> bool:
    """Tell whether a line may end before ``tokens[at]``."""
    left, right = tokens[at - 1], tokens[at]
    if right.kind == "close" or left.kind in ("open", "space") or begins_silent(right.text):
        return False
    if left.kind == "quote" and _opens(tokens, at - 1):
        return False
    if right.kind == "quote" and not _opens(tokens, at):
        return False
    if left.text == "ณ":
        return False
    if not left.space:
        return _may_break_tight(tokens, at, strict)
    return not strict or not _leans_over_space(tokens, at)


def _may_break_tight(tokens: Sequence[Token], at: int, strict: bool) -> bool:
    """Tell the same where no space stands between the two."""
    left, right = tokens[at - 1], tokens[at]
    if left.text[-1] in LEADING:
        return False
    if right.kind == "dash" or (left.kind == "dash" and _is_bullet(tokens, at - 1)):
        return False
    if left.kind == "close":
        return left.text != "." and right.kind != "number" and not _is_enumerator(tokens, at - 1)
    if left.kind == "thai" and right.kind == "thai":
        return not (strict and left.text in _LEANING)
    if left.kind == "number" and right.kind == "thai":
        return not (strict and right.text in _UNITS)
    if left.kind in ("abbr", "mark") or right.kind in ("number", "mark"):
        return not strict
    return True


def _leans_over_space(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether two tokens with a space between them belong on one line."""
    left, right = tokens[at - 1], tokens[at]
    if right.kind == "number":
        return left.kind == "abbr" or left.text in _HEADS or _leads(tokens, at - 1)
    if left.kind == "number":
        return right.kind == "abbr" or right.text in _UNITS or _is_range(tokens, at)
    if left.text in _PLACES or left.text in _LEANING:
        return True
    return _is_range(tokens, at) or _leads(tokens, at - 1)


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a token is a list mark (- ๑. (๑) ๑)): it stays with what it leads."""
    if tokens[at].kind == "dash":
        return not _is_range(tokens, at)
    return _is_enumerator(tokens, at)


def _is_bullet(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or bool(tokens[at - 1].space) or tokens[at - 1].kind in ("open", "space")


def _is_range(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a dash stands between two times or numbers (๖๕ - ก.ย. ๖๖)."""
    if tokens[at].kind != "dash" or at == 0 or at + 1 == len(tokens):
        return False
    times = ("number", "abbr")
    before, after = tokens[at - 1], tokens[at + 1]
    return (before.kind in times or before.text in _MONTHS) and (after.kind in times or after.text in _MONTHS)


def _is_enumerator(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the token ends a list number: ๑. ๑.๑ (๑) ๑)."""
    if at == 0 or tokens[at].text not in (".", ")"):
        return False
    number = tokens[at - 1]
    if number.kind != "number" or number.space or max(map(len, number.text.split("."))) > 2:
        return False
    if at == 1 or tokens[at - 2].space or tokens[at - 2].kind == "space":
        return True
    return tokens[at - 2].kind == "open" and tokens[at].text == ")"


def _opens(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a straight quote opens what follows rather than closes what precedes."""
    return at == 0 or bool(tokens[at - 1].space) or tokens[at - 1].kind in ("open", "space")
