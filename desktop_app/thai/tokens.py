"""Text to tokens: words, numbers, marks, names and addresses, each with the space that follows it."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from desktop_app.thai.clusters import FOREIGN, FOREIGN_MARKS, clusters
from desktop_app.thai.lexicon import dictionary


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


THAI = "ก-ฮะ-ฺเ-ๅ็-๎"
"""Thai letters, vowels and marks as a character class; without ฯ ๆ and the digits."""
_DIGIT = "[0-9๐-๙]"
_IDEOGRAPHS = (("\u2e80", "\u9fff"), ("\ua000", "\ua4cf"), ("\uac00", "\ud7ff"), ("\uf900", "\ufaff"))
_HIGH_IDEOGRAPHS = ("\U00020000", "\U0003ffff")
_OUTSIDE_ADDRESS = rf"\s{THAI}<>()“”\"'"

_TITLES = (
    "นางสาว|นาย|นาง|น\\.ส\\.|เด็กชาย|เด็กหญิง|ด\\.ช\\.|ด\\.ญ\\.|ว่าที่ร้อยตรีหญิง|ว่าที่ร้อยตรี|ว่าที่ ร\\.ต\\.|ว่าที่ร\\.ต\\.|"
    "ร้อยตรี|ร้อยโท|ร้อยเอก|พันตรี|พันโท|พันเอก|จ่าเอก|จ่าสิบเอก|สิบเอก|สิบโท|สิบตรี|ร้อยตำรวจตรี|ร้อยตำรวจโท|ร้อยตำรวจเอก|"
    "พันตำรวจตรี|พันตำรวจโท|พันตำรวจเอก|ดาบตำรวจ|พันจ่าเอก|พันจ่าโท|พันจ่าตรี|จ่าโท|จ่าตรี|พระครู|หม่อมหลวง|หม่อมราชวงศ์|"
    "[รพส]\\.[ตทอ]\\.(?:[ตทอ]\\.)?|[จพ]\\.[สจ]\\.[ตทอ]\\.|จ\\.[อทต]\\.|ด\\.ต\\.|ม\\.ล\\.|ม\\.ร\\.ว\\.|ดร\\.|ผศ\\.|รศ\\."
)
_TITLE_SIGNS = _words(
    "นาย นาง น.ส. เด็กช เด็กห ด.ช. ด.ญ. ว่าที่ ร้อยต ร้อยโ ร้อยเ พันต พันโ พันเ จ่าเอก จ่าสิบ สิบเ สิบโ สิบต ดาบ พระครู "
    "หม่อม พันจ่า จ่าโท จ่าตรี ร.ต ร.ท ร.อ พ.ต พ.ท พ.อ ส.ต ส.ท ส.อ จ.ส พ.จ จ.อ จ.ท จ.ต ด.ต ม.ล ม.ร ดร. ผศ. รศ."
)
"""A text without any of these holds no title."""
_NO_GIVEN_NAME = (
    "(?:ก(?:เทศ|องค์|รัฐ|สมาคม|สภา|เหล่า|อบ|เมือง)|อำเภอ|จ้าง|ทะเบียน|ช่าง|แพทย์|ทหาร|ตำรวจ|ประกัน|ตรวจ|สถานี|สัตวแพทย์)"
    "|(?:ก|หน้า|ทุน|แบบ|ฟ้า|สนาม|ท่า|พราน|เรือ|งาม|เอก|รำ)[ \u00a0]"
)
"""What follows นาย or นาง in words that are no titles: นายกเทศมนตรี, นายอำเภอ, นายช่าง."""
_NO_SURNAME = "และ|ซึ่ง|ตำแหน่ง|เพื่อ|โดย|หรือ|นายก|ปลัด|ได้ดำเนิน|เป็นผู้"
_BEFORE_NAME = "".join(f"|(?<={word})" for word in ("โดย", "ของ", "และ", "กับ", "ให้", "แก่", "ถึง", "คือ", "ชื่อ"))
_NAME = (
    rf"(?:(?<![{THAI}]){_BEFORE_NAME})(?P<given>(?:{_TITLES})[ \u00a0]?(?!{_NO_GIVEN_NAME})[{THAI}]{{2,15}})"
    rf"[ \u00a0]{{1,2}}(?:ณ[ \u00a0])?(?!{_NO_SURNAME})[{THAI}]{{2,22}}(?![{THAI}.])"
)
"""Title, given name and surname."""
_TITLED = rf"(?:{_TITLES})[ \u00a0]?[{THAI}]+"
_REGISTER = re.compile(rf"(?<![{THAI}])[ก-ฮ]{{1,4}} {_DIGIT}{{2,5}}(?:\.{_DIGIT}+)*/(?:ว ?)?{_DIGIT}*")
"""The register number of a letter: กค ๐๔๐๙.๒/ว ๑๑๘."""
_KIND_OF_OFFICE = re.compile(
    "(?:เทศบาล(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน(?:ตำบล|จังหวัด)|อบต\\.|อบจ\\.|ทต\\.|ทม\\.|ทน\\.)\\s*(?=\\S)"
)

_TOKEN = re.compile(
    rf"""
    (?P<abbr>(?<![{THAI}.])
        (?:(?:[มกตธส]\.ค|ก\.พ|มี\.ค|เม\.ย|มิ\.ย|[กพ]\.ย|พ\.ค|[พค]\.ศ)(?![{THAI}.])|(?:[เแโ]?[ก-ฮ]{{1,4}}[ิีุ]?\.)+))
    |(?P<stray>(?<![{THAI}])[ะ-ฺๅ็-๎]+)
    |(?P<thai>[{THAI}]+)
    |(?P<space>[ \t\n\r\u00a0\u2002-\u200a]+)
    |(?P<phone>[0๐]{_DIGIT}{{0,3}}(?:(?:[ ]?-[ ]?|[ ]){_DIGIT}{{3,8}})+(?![A-Za-z]))
    |(?P<number>(?:(?<=[ (])[-−](?={_DIGIT}))?{_DIGIT}+(?:[.,:/–-]{_DIGIT}+)*(?![A-Za-z]))
    |(?P<url>(?:https?://|ftp://|www\.)[^{_OUTSIDE_ADDRESS}]+|[A-Za-z0-9][A-Za-z0-9_.+-]{{0,63}}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+
        |[A-Za-z][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{{2,}}(?:/[^{_OUTSIDE_ADDRESS}]*)?)
    |(?P<word>(?:[^\W_{THAI}๐-๙ๆฯ][{FOREIGN_MARKS}]*)+(?:[-'’&._][A-Za-z0-9]+)*)
    |(?P<close>ฯลฯ|[ๆฯ)\]}}”’»,.;:!?%/…])
    |(?P<open>[(\[{{“‘«])
    |(?P<dash>[-–—•●○▪◦*])
    |(?P<other>{FOREIGN})
    """,
    re.VERBOSE | re.DOTALL,
)
_GAN_NOUNS = _words(
    "การเมือง การเงิน การคลัง การบ้าน การค้า การงาน การแพทย์ การทูต การเกษตร การจราจร การกีฬา การไฟฟ้า การประปา"
)
"""Words in which การ is no prefix of a verb."""
_GAN_VERBS = frozenset(("แผนการ", "พัฒนาการ"))
"""Words whose การ belongs to a verb that follows: แผน|การใช้จ่าย, พัฒนา|การให้บริการ."""
_AFTER_GAN_NOUN = ("เด็ก", "ทาง", "ของ", "ด้าน", "ที่", "ตาม", "และ")
"""After these they are nouns: พัฒนาการ|เด็ก."""


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
        known = {term.strip() for term in terms} - {""}
        known |= {part for term in known for part in _names_within(term)}
        ordered = sorted(known, key=lambda term: (-len(term), term))
        self.words = tuple(term for term in ordered if re.fullmatch(f"[{THAI}]{{2,}}", term))
        self._phrases = tuple(term for term in ordered if term not in self.words and len(term) > 1)
        self._split = lru_cache(maxsize=8192)(self._divide)

    def tokens(self, text: str) -> list[Token]:
        """Return the tokens of ``text`` in order; a space at its beginning is a token of kind "space"."""
        wholes = self._wholes(text)
        if not wholes:
            return self._tokens(text)
        found: list[Token] = []
        at = 0
        for begin, end in wholes:
            found += self._tokens(text[at:begin])
            found.append(Token("name", text[begin:end]))
            at = end
        return with_spaces(found + self._tokens(text[at:]))

    def inside(self, word: str) -> tuple[str, ...]:
        """Return the words that a word of Thai letters is made of; itself when there are none."""
        parts, unknown = dictionary().split(word, self.words, whole=False)
        return tuple(parts) if not unknown and min(map(len, parts), default=0) > 1 else (word,)

    def _wholes(self, text: str) -> list[tuple[int, int]]:
        """Where names and given phrases lie: begin and end, in order, none within another."""
        spans = []
        if any([sign in text for sign in _TITLE_SIGNS]):
            spans += [match.span() for match in _pattern(_NAME).finditer(text)]
        if "/" in text:
            spans += [match.span() for match in _REGISTER.finditer(text)]
        for phrase in self._phrases:
            at = text.find(phrase)
            while at >= 0:
                spans.append((at, at + len(phrase)))
                at = text.find(phrase, at + len(phrase))
        found: list[tuple[int, int]] = []
        for begin, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if not found or begin >= found[-1][1]:
                found.append((begin, end))
        return found

    def _divide(self, run: str) -> tuple[Token, ...]:
        parts, _ = dictionary().split(run, self.words)
        if "การ" in run:
            parts = [part for word in parts for part in self._unprefixed(word)]
            for at in range(len(parts) - 2, -1, -1):
                if parts[at] in _GAN_VERBS and not parts[at + 1].startswith(_AFTER_GAN_NOUN):
                    parts[at : at + 1] = parts[at][:-3], "การ"
        return tuple([Token("thai", part) for part in parts])

    def _unprefixed(self, word: str) -> tuple[str, ...]:
        """Take the prefix การ off a verb (การ|ดำเนินการ); nouns such as การเมือง stay whole."""
        if word.startswith("การ") and word not in _GAN_NOUNS and word not in self.words:
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
                found += (Token("thai", value),) if whole else self._split(value)
            elif kind == "space" and found:
                kind, word, _ = found[-1]
                found[-1] = Token(kind, word, value)
            elif kind == "word" and max(value) >= _IDEOGRAPHS[0][0]:
                found += _ideographs_apart(value)
            elif kind in _KINDS:
                found.append(Token(_KINDS[kind], value))
            else:
                found.append(Token(_kind_of_other(value) if kind == "other" else kind, value))
        return found


_KINDS = {"stray": "close", "phone": "number"}
"""Kinds of the pattern that count as others."""


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Return a long pattern, compiled when it is first wanted: not every text has titles in it."""
    return re.compile(words)


def _ideographs_apart(word: str) -> list[Token]:
    """Divide what letters stand together into its ideographs and syllable blocks, each a word, and the rest.

    In here rather than in the pattern: so large classes of characters take long to compile.
    """
    found: list[Token] = []
    for cluster in clusters(word):
        ideograph = any(low <= cluster[0] <= high for low, high in (*_IDEOGRAPHS, _HIGH_IDEOGRAPHS))
        if ideograph or not found or found[-1].kind == "ideograph":
            found.append(Token("ideograph" if ideograph else "word", cluster))
        else:
            found[-1] = Token("word", found[-1].text + cluster)
    return found


def _kind_of_other(mark: str) -> str:
    """Tell whether an unforeseen character joins what precedes it, is a quote, a picture, or a mark."""
    if mark in "\"'":
        return "quote"
    category = unicodedata.category(mark[0])
    if category[0] == "M" or category == "Cf" or "\U0001f3fb" <= mark[0] <= "\U0001f3ff":
        return "close"
    if mark[0] >= _IDEOGRAPHS[0][0] and category[0] == "P":
        return "open" if category in ("Ps", "Pi") else "close"
    return "ideograph" if category == "So" else "mark"


def _names_within(term: str) -> list[str]:
    """Return what of a given name may stand alone: the place of an office, a person without the surname."""
    office = _KIND_OF_OFFICE.match(term)
    if office:
        return [term[office.end() :]]
    person = _pattern(_NAME).fullmatch(term)
    return [person["given"]] if person else []


def name_parts(name: str) -> list[Token]:
    """Divide a name or phrase at its spaces; a title stays with the given name."""
    titled = _pattern(_TITLED).match(name)
    at = titled.end() if titled else 0
    parts = ([name[:at]] if at else []) + re.findall(r"\S+|\s+", name[at:])
    return with_spaces([Token("space" if part.isspace() else "part", part) for part in parts])


def with_spaces(tokens: list[Token]) -> list[Token]:
    """Hand a space token inside the list to the token before it."""
    found: list[Token] = []
    for token in tokens:
        if token.kind == "space" and found:
            found[-1] = found[-1]._replace(space=found[-1].space + token.text)
        else:
            found.append(token)
    return found


@lru_cache(maxsize=16)
def segmenter(terms: frozenset[str]) -> Segmenter:
    """Return the segmenter that knows these further terms."""
    return Segmenter(terms)
