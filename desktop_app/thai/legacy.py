"""Thai that was decoded with the wrong table, made readable again.

Old programs hand over Thai bytes (TIS-620, Windows-874) as if they were western letters ("ÊÇÑÊ´Õ"), and
others hand over UTF-8 as if it were Windows-874 ("เธชเธงเธฑเธชเธ”เธต"). Both can be told for
certain and turned back without loss; anything that cannot is left as it is.
"""

import re

_WESTERN = "[\u00a1-\u00da\u00df-\u00fb]"
"""Western letters whose bytes are Thai in Windows-874."""
_LETTER = "เ[ธน][\u0e01-\u0e1f\u0080-\u00a0€…‘’“”•–—]"
"""The three bytes that a Thai letter has in UTF-8, read as Windows-874."""
_AS_WESTERN, _WESTERN_RUN = re.compile(f"{_WESTERN}{{3}}"), re.compile(f"{_WESTERN}+")
_AS_THAI, _THAI_RUN = re.compile(f"(?:{_LETTER}){{3}}"), re.compile(f"(?:{_LETTER})+")
_THAI = re.compile("[\u0e00-\u0e7f]")
_FIRST_LETTER = re.compile("[เ-ไ]?[ก-ฮ]|[๐-๙]")
_MARK_OUT_OF_PLACE = re.compile("(?:^|[^ก-ฮัิ-ฺ็-๎])[ัิ-ฺ็-๎]")


def mended(text: str) -> str:
    """Return ``text`` with wrongly decoded Thai made Thai; a text without it as it is."""
    if _AS_THAI.search(text):
        text = _THAI_RUN.sub(lambda found: _from_utf8(found[0]), text)
    if not _THAI.search(text) and _AS_WESTERN.search(text):
        text = _WESTERN_RUN.sub(lambda found: _from_western(found[0]), text)
    return text


def _from_western(run: str) -> str:
    try:
        thai = run.encode("latin-1").decode("cp874")
    except UnicodeError:
        return run
    good = _FIRST_LETTER.match(thai) and not _MARK_OUT_OF_PLACE.search(thai)
    return thai if good else run


def _from_utf8(run: str) -> str:
    try:
        return _bytes_874(run).decode("utf-8")
    except UnicodeError:
        return run


def _bytes_874(run: str) -> bytes:
    """Return the bytes of a run; those that Windows-874 gives no letter are control characters then."""
    return b"".join(
        char.encode("latin-1") if 0x80 <= ord(char) <= 0x9F else char.encode("cp874") for char in run
    )
