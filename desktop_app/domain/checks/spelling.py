"""How near two spellings are, counted in clusters: what an eye takes for one counts half.

A cluster that differs in its marks alone (ตู, ตุ), or by a letter that looks or sounds like the other
(ด ต ฎ), costs a half; one with another letter under the same vowel (มะ, ชะ) three quarters; any other one,
one more or one less costs a whole.
"""

import re
from functools import lru_cache

from desktop_app.thai.clusters import clusters

_ALIKE = ("ดตฎฏค", "ถภกฤ", "ชซข", "พผฟฝ", "บปษ", "นณมฌ", "ทหฑธ", "รวจฐ", "ลสศฬ", "อฮ", "ยญ")
_FOLDED = {ord(letter): group[0] for group in _ALIKE for letter in group}
_COMMON = re.compile(
    "^(?:หนอง|บ้าน|ห้วย|ดอน|เหล่า|บาง|ท่า|โคก|โนน|วัง|คลอง|แม่|สัน|โพธิ์|กุด|หัว|ปาก|เขา|ดง|ทุ่ง|ป่า|เมือง|สระ|บึง|น้ำ|นา)"
)
_NO_MARKS = {code: None for code in (*range(0x0E30, 0x0E3B), *range(0x0E40, 0x0E4F))}


@lru_cache(maxsize=4096)
def _skeleton(cluster: str) -> str:
    return cluster.translate(_NO_MARKS).translate(_FOLDED)


@lru_cache(maxsize=4096)
def _marks(cluster: str) -> str:
    return "".join(sign for sign in cluster if ord(sign) in _NO_MARKS)


def _cost(one: str, other: str) -> float:
    if one == other:
        return 0.0
    if _skeleton(one) == _skeleton(other):
        return 0.5
    return 0.75 if _marks(one) and _marks(one) == _marks(other) else 1.0


def _last_line(name: tuple[str, ...], text: tuple[str, ...]) -> list[float]:
    """Return how far ``name`` is from each beginning of ``text``, the empty one first."""
    line = [float(at) for at in range(len(text) + 1)]
    for cluster in name:
        above, line = line, [line[0] + 1.0]
        for at, other in enumerate(text):
            line.append(min(above[at] + _cost(cluster, other), above[at + 1] + 1.0, line[at] + 1.0))
    return line


def tolerance(name: str) -> float:
    """Return the distance up to which a spelling is taken for this name: a cluster in four, at least a half.

    Below zero, so never, for names of less than three clusters: too many words are near to them. What many
    places begin with (หนอง, บ้าน) does not count: หนองแค and หนองบัว are two towns.
    """
    if len(clusters(name)) < 3:
        return -1.0
    return max(0.5, len(clusters(_COMMON.sub("", name))) / 4)


@lru_cache(maxsize=4096)
def distance(name: str, other: str) -> float:
    """Return how far two whole names are from each other."""
    return _last_line(clusters(name), clusters(other))[-1]


@lru_cache(maxsize=4096)
def nearest_beginning(name: str, text: str) -> tuple[float, int]:
    """Return how near ``text`` begins to ``name``, and how many letters of it stand for the name.

    Among equally near beginnings the one as long as the name is taken.
    """
    wanted, there = clusters(name), clusters(text)
    there = there[: len(wanted) + 3]
    line = _last_line(wanted, there)
    best = min(range(len(line)), key=lambda at: (line[at], abs(at - len(wanted))))
    return line[best], sum(map(len, there[:best]))
