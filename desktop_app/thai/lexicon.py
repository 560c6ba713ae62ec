"""The dictionary: which stretches of Thai letters are words, and how a run of them is best divided."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from desktop_app.resources import resource
from desktop_app.thai.clusters import clusters, uncut

_KEY = 4
"""Letters by which candidate words are looked up."""
_BEGIN = 2
"""Letters that the words of one line of the prepared dictionary share."""

# What a path through a run costs: the fewest words win, and among equals these weigh.
_TERM = 5
_OFFICIAL = 8
_WORD = 10
_DERIVED = 18
_UNKNOWN = 30
_NEVER = 1 << 60


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_LITTLE_WORDS = _words(
    "ของ และ ที่ ให้ ใน กับ หรือ โดย จาก ถึง แก่ เป็น มี ได้ ว่า จะ ไม่ ต้อง ตาม เพื่อ ซึ่ง อัน ณ "
    "แล้ว ทุก นี้ ต่อ ทั้ง ผู้ การ ด้วย ไป มา คือ ทาง บน แต่ ก็ นั้น ไว้ ยัง เมื่อ จึง ขอ ทำ งาน"
)
"""Words that stand beside an unknown name without being part of it."""

Split = tuple[tuple[str, bool], ...]
"""Stretches in order, each with whether the dictionary knows it."""


class Lexicon:
    """A set of words that divides runs of Thai letters into the cheapest sequence of them.

    Built of the prepared dictionary (build_spec/prepare_words.py tells its form); of its thousand lines
    only those are unpacked whose words may stand in a text that is asked about.
    """

    def __init__(self, prepared: bytes) -> None:
        begin = len("กก".encode())
        self._packed = {line[:begin]: line[begin:] for line in prepared.splitlines()}
        self._words: dict[str, list[str]] = {}
        self._costs = {"ณ": _WORD}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def __contains__(self, word: str) -> bool:
        self._unpack(word[:_BEGIN])
        return word in self._costs

    def is_official(self, word: str) -> bool:
        """Tell whether a word is one of the official terms."""
        return word in self and self._costs[word] == _OFFICIAL

    def split(self, run: str, terms: Sequence[str] = (), whole: bool = True) -> Split:
        """Divide ``run`` (Thai letters only) into words; unknown stretches stay together.

        ``terms`` are further words, preferred over the dictionary's. With ``whole`` False the run
        itself does not count as a word: what comes back are the words inside it.
        """
        ends = list(accumulate(map(len, uncut(run))))
        spans = _term_spans(run, terms, ends) if terms else {}
        path = self._path(run, ends, spans, whole, unknown=False)
        if path:
            return tuple((word, True) for word in path)
        path = self._path(run, ends, spans, whole, unknown=True)
        return _merge_unknown([(word, word in self._costs or word in terms) for word in path])

    def _unpack(self, begin: str) -> list[str]:
        """Take the words that begin with these two letters into the dictionary; return them in order."""
        if begin in self._words:
            return self._words[begin]
        words = []
        packed = self._packed.get(begin.encode())
        for rest in packed.decode().split(" ") if packed is not None else ():
            cost = _SIGNS.get(rest[:1], _WORD)
            word = begin + (rest if cost == _WORD else rest[1:])
            self._costs[word] = cost
            words.append(word)
        self._words[begin] = words
        return words

    def _learn(self, key: str) -> tuple[int, ...]:
        """Find the lengths of the words that begin like ``key`` or lie within it; kept for next time."""
        words = self._unpack(key[:_BEGIN])
        lengths = {n for n in range(1, len(key) + 1) if key[:n] in self._costs}
        if len(key) == _KEY:
            first = bisect_left(words, key)
            lengths.update(map(len, words[first : bisect_left(words, key + "\U0010ffff", first)]))
        self._lengths[key] = found = tuple(sorted(lengths))
        return found

    def _path(
        self, run: str, ends: Sequence[int], spans: dict[int, list[int]], whole: bool, unknown: bool
    ) -> list[str]:
        """Cheapest division of ``run``, or [] when the words do not cover it (``unknown`` False).

        ``ends`` are the places where a word may end; the last of them is the run's.
        """
        size = len(run)
        costs = [0] + [_NEVER] * size
        back = [0] * (size + 1)
        may_end = set(ends)
        words, learnt = self._costs, self._lengths
        start = 0
        for after in ends:
            at, start = start, after
            cost = costs[at]
            if cost == _NEVER:
                continue
            longest = size - at if at or whole else size - 1
            key = run[at : at + _KEY]
            lengths = learnt.get(key)
            for length in self._learn(key) if lengths is None else lengths:
                if length > longest:
                    break
                end = at + length
                if end in may_end and (word := words.get(run[at:end])) and cost + word <= costs[end]:
                    costs[end], back[end] = cost + word, at
            for end in spans.get(at, ()):
                if end - at <= longest and cost + _TERM <= costs[end]:
                    costs[end], back[end] = cost + _TERM, at
            if unknown and cost + _UNKNOWN < costs[after]:
                costs[after], back[after] = cost + _UNKNOWN, at
        return _walk(run, back) if costs[size] < _NEVER else []


_SIGNS = {"+": _OFFICIAL, "-": _DERIVED}
"""What stands before a word in the prepared dictionary, and what the word costs then."""


def _term_spans(run: str, terms: Iterable[str], ends: Sequence[int]) -> dict[int, list[int]]:
    """Where given terms lie in a run: ends by beginning."""
    spans: dict[int, list[int]] = {}
    for term in terms:
        at = run.find(term)
        while at >= 0:
            end = at + len(term)
            if (at == 0 or at in ends) and end in ends:
                spans.setdefault(at, []).append(end)
            at = run.find(term, at + 1)
    return spans


def _walk(run: str, back: list[int]) -> list[str]:
    path = []
    end = len(run)
    while end:
        path.append(run[back[end] : end])
        end = back[end]
    path.reverse()
    return path


def _merge_unknown(parts: list[tuple[str, bool]]) -> Split:
    """Join what is unknown with its like and with the crumbs of a name around it (นา|ปลา|ฝุก → one).

    A lone letter may belong to either neighbour: it joins both.
    """
    merged: list[tuple[str, bool]] = []
    after_lone = False
    for at, (word, known) in enumerate(parts):
        alone = (
            not known
            and len(word) == 1
            and all(near[1] for near in (*parts[max(0, at - 1) : at], *parts[at + 1 : at + 2]))
        )
        while merged and not known and _joins_unknown(*merged[-1], word, alone and len(word) == 1):
            word = merged.pop()[0] + word
        if merged and known and not merged[-1][1] and _is_crumb(word, _ANY if after_lone else _CRUMB):
            merged[-1] = (merged[-1][0] + word, False)
        else:
            merged.append((word, known))
        after_lone = alone
    return tuple(merged)


def _joins_unknown(word: str, known: bool, unknown: str, alone: bool) -> bool:
    """Tell whether what stands before an unknown stretch is of one word with it.

    A stretch that begins with a bare consonant needs one (ไป|สเตอร์): even a little word is taken then.
    """
    if not known or _is_crumb(word, _ANY if alone else _CRUMB):
        return True
    return len(clusters(word)) == 1 and _BARE_FIRST.match(unknown) is not None


_BARE_FIRST = re.compile("[ก-ฮ](?=$|[ก-ฮเแโใไ])")
_CRUMB, _ANY = 2, 1000
"""Clusters that a word may have to be a piece of an unknown one."""


def _is_crumb(word: str, longest: int) -> bool:
    return word not in _LITTLE_WORDS and len(clusters(word)) <= longest


@lru_cache(maxsize=1)
def dictionary() -> Lexicon:
    """Return the shipped dictionary with the official terms, read on first use (about 2 ms)."""
    return Lexicon(resource("words", "lexicon.txt").read_bytes())
