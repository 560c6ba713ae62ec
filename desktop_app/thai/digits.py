"""Thai and Arabic digits: ๐-๙ and 0-9, one for one.

What a reader would take for a code or an address keeps its digits whatever the policy says: URLs,
e-mail addresses, and codes with Latin letters such as O35, 4G, E-PlanNACC (domain rules, section 2).
"""

import re

THAI = "๐๑๒๓๔๕๖๗๘๙"
ARABIC = "0123456789"
_TO_THAI = str.maketrans(ARABIC, THAI)
_TO_ARABIC = str.maketrans(THAI, ARABIC)

_ADDRESS = (
    r"(?:https?://|ftp://|www\.)[^\s<>\"'()]+"  # URL
    r"|(?<![\w.+-])[A-Za-z0-9_.+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"  # e-mail
    r"|(?<![A-Za-z0-9.-])[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?:/[^\s<>\"'()]*)?"  # host
)
_NUMBER = r"(?<![0-9๐-๙])[0-9๐-๙]+"
_CODE = (
    rf"(?:{_NUMBER}(?:[.,][0-9๐-๙]+)*)?[A-Za-z][A-Za-z0-9๐-๙]*(?:[-_.][A-Za-z0-9๐-๙]+)*"  # O35, 4G, COVID-19
    rf"|{_NUMBER}(?:[-_.][0-9๐-๙]+)*[-_][A-Za-z][A-Za-z0-9๐-๙]*"  # 2566-O35
)
_KEPT = re.compile(f"({_ADDRESS}|{_CODE})")


def swap_digits_to_thai(text: str) -> str:
    """Return ``text`` with every Arabic digit as a Thai one, codes and addresses included."""
    return text.translate(_TO_THAI)


def swap_digits_to_arabic(text: str) -> str:
    """Return ``text`` with every Thai digit as an Arabic one, codes and addresses included."""
    return text.translate(_TO_ARABIC)


def to_thai(text: str) -> str:
    """Return ``text`` with Thai digits, codes and addresses untouched; the length stays the same."""
    return _outside_codes(text, _TO_THAI)


def to_arabic(text: str) -> str:
    """Return ``text`` with Arabic digits, codes and addresses untouched; the length stays the same."""
    return _outside_codes(text, _TO_ARABIC)


def apply_policy(text: str, policy: str) -> str:
    """Return ``text`` with the digits that ``policy`` asks for: "as_typed", "thai" or "arabic".

    Takes any string, so a StrEnum works as well; raises ValueError for another word.
    """
    match policy:
        case "as_typed":
            return text
        case "thai":
            return to_thai(text)
        case "arabic":
            return to_arabic(text)
    raise ValueError(f"no such digit policy: {policy!r}")


def _outside_codes(text: str, table: dict[int, int]) -> str:
    pieces = _KEPT.split(text)
    pieces[::2] = [piece.translate(table) for piece in pieces[::2]]
    return "".join(pieces)
