"""What stands twice: a long text in two rows of one column, a word typed twice in a row."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.finding import Change, Finding, Severity, Where
from desktop_app.domain.form import ColumnKind
from desktop_app.language import _
from desktop_app.thai.digits import numerals
from desktop_app.thai.lexicon import dictionary

_LONG = 60
"""Letters from which on the same text twice is no coincidence."""
_TWICE = re.compile(r"([ก-ฮเ-ไ][ก-์]{2,15}?)(?<![เ-ไ])\1(?![ะ-ฺ็-๎])")
_SHORT_WORDS = ("แผน", "และ", "ของ", "โดย", "จาก")
"""Words of three letters that no sentence has twice in a row; การ and ที่ may well stand so."""
_NUMBERED = re.compile(r"^\s*\(?[0-9๐-๙]{1,2}[.)]\s*")


class Doubled(NamedTuple):
    """A word that stands twice in a row; without the letters from ``start`` to ``end`` it stands once."""

    word: str
    start: int
    end: int


def check_doubles(subject: Subject) -> Iterator[Finding]:
    """Find long texts that stand in several rows of a column of texts or lists."""
    for part, column in subject.cells:
        if column.kind not in (ColumnKind.TEXT, ColumnKind.LIST):
            continue
        rows = defaultdict(list)
        for row, text in subject.column(column.key):
            bare = bare_letters(text)
            if len(bare) >= _LONG:
                rows[bare].append(row)
        for first, *others in rows.values():
            if others:
                wheres = [Where(part.key, row.id, column.key) for row in others]
                message = _("ข้อความเหมือนแถวที่ {number} ในช่องเดียวกัน กรุณาตรวจว่าวางซ้ำหรือไม่").format(
                    number=first.number
                )
                yield Finding(
                    "same-text",
                    Severity.DOUBTFUL,
                    wheres[0],
                    subject.place(wheres[0]),
                    numerals(message),
                    also=tuple(wheres[1:]),
                )


def check_doubled_words(subject: Subject) -> Iterator[Finding]:
    """Find words that were typed twice in a row ("ความความ"), one finding for each word."""
    places = defaultdict(list)
    for text in subject.texts:
        for word in dict.fromkeys(doubled.word for doubled in doubled_words(text.text)):
            places[word].append(text)
    for word, texts in places.items():
        wheres = [text.where for text in texts]
        times = sum(one.word == word for text in texts for one in doubled_words(text.text))
        count = numerals(_(" {times} แห่ง").format(times=times)) if times > 1 else ""
        message = _("พิมพ์คำซ้ำติดกัน “{word}”{count} กรุณาตัดออกหนึ่งคำ").format(word=word * 2, count=count)
        mend = tuple(Change(text.where, text.text, _once(text.text, word)) for text in texts)
        place = subject.place(wheres[0])
        yield Finding("word-twice", Severity.DOUBTFUL, wheres[0], place, message, mend, tuple(wheres[1:]))


@lru_cache(maxsize=2048)
def doubled_words(text: str) -> tuple[Doubled, ...]:
    """Return the words that stand twice in a row.

    Only words of the dictionary count, of at least four letters: a repetition inside a word is none.
    """
    found = ((_word_in(twice[1]), *twice.span(1)) for twice in _TWICE.finditer(text))
    return tuple(Doubled(*one) for one in found if one[0])


def _once(text: str, word: str) -> str:
    """Return a text with every doubled ``word`` once."""
    for one in reversed(doubled_words(text)):
        if one.word == word:
            text = text[: one.start] + text[one.end :]
    return text


def _word_in(repeated: str) -> str:
    """Return the word that is repeated, wherever in it the repetition was seen to begin; "" for no word."""
    turns = (repeated[at:] + repeated[:at] for at in range(len(repeated)))
    words = (turn for turn in turns if len(turn) > 3 or turn in _SHORT_WORDS)
    return next((word for word in words if word in dictionary()), "")


@lru_cache(maxsize=2048)
def bare_letters(text: str) -> str:
    """Return a text without its own number and white space."""
    return "".join(_NUMBERED.sub("", text).split())
