"""Text from keyboards, clipboards and OCR made plain: lines, no markup remnants, nothing invisible.

Letters are never lost or changed, with one exception that Unicode calls equal: a nikhahit followed by
sara aa (with or without a tone mark between) becomes sara am (ำ), the way keyboards type it. Nothing is
ever decomposed.
"""

import html
import re
import unicodedata

_PARAGRAPH = re.compile(r"</?(?:p|div|ul|ol|tr|table|tbody)(?:\s[^<>]*)?/?>|</li>", re.I)
_BREAK = re.compile(r"<br\s*/?>", re.I)
_ITEM = re.compile(r"<li(?:\s[^<>]*)?>\s*(?P<mark>(?:[-•–·*]|\(?[0-9๐-๙]+[.)]) *)?", re.I)
_INLINE = re.compile(r"</?(?:span|b|i|u|strong|em|font|a|sup|sub|td|th)(?:\s[^<>]*)?>", re.I)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,31});", re.I)
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ud800-\udfff\ufffe\uffff]"
)
_SPACES = re.compile("[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SARA_AM = re.compile("\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32")
_DEEPEST = 20
"""How deep markup inside of markup ("&amp;lt;b&amp;gt;") is followed; no honest text goes beyond 3."""
_EDGE = "\0"
"""Stands for the edge of a block while markup is taken out; no text holds it at that time."""


def visible_text(text: str) -> str:
    """Return ``text`` with LF line ends and without controls and zero-width signs.

    For what is typed: nothing that can be seen is changed.
    """
    if text.replace("\n", "").isprintable():  # most are, and this is told in an eighth of the time
        return text
    return _INVISIBLE.sub("", _LINE_ENDS.sub("\n", text))


def clean_text(text: str) -> str:
    """Return ``text`` with LF line ends, no controls or zero-width signs, no markup remnants.

    Paragraphs, list items and breaks of HTML become lines (an item without a mark of its own gets
    "- "), entities their characters; odd spaces and tabs become one space each; lines lose the space at
    their ends, the whole its empty lines at both ends. Cleaning clean text changes nothing.
    """
    for _ in range(_DEEPEST):
        before, text = text, _pass(text)
        if text == before:
            break
    return text


def _pass(text: str) -> str:
    text = _SPACES.sub(" ", visible_text(text))
    text = _without_markup(text)
    text = _ENTITY.sub(lambda found: html.unescape(found[0]), text)
    text = _SARA_AM.sub(lambda found: (found[1] or found[2] or "") + "ำ", text)
    lines = (line.strip(" ") for line in unicodedata.normalize("NFC", text).split("\n"))
    return "\n".join(lines).strip("\n")


def _without_markup(text: str) -> str:
    if "<" not in text:
        return text
    text = _ITEM.sub(lambda found: _EDGE + (found["mark"] or "- "), text)
    text = _INLINE.sub("", _PARAGRAPH.sub(_EDGE, _BREAK.sub("\n", text)))
    if _EDGE not in text:
        return text
    blocks = (block.strip() for block in text.split(_EDGE))
    return "\n".join(block for block in blocks if block)
