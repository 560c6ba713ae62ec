"""The dictionary: which stretches of Thai letters are words, and how a run of them is best divided."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import lru_cache

from desktop_app.resources import resource
from desktop_app.thai.clusters import clusters, may_part

_KEY = 4
"""Letters by which candidate words are looked up."""

# What a path through a run costs: the fewest words win, and among equals these weigh.
_TERM = 5
_OFFICIAL = 8
_WORD = 10
_DERIVED = 18
_UNKNOWN = 30
_NEVER = 1 << 60

_PREFIXES = ("การ", "ความ", "มี", "เป็น", "ที่", "ได้", "ให้", "ใน", "ทาง", "เกิด", "ด้าน", "ต่อ", "เห็น", "ยัง")
"""A word made of one of these and another word counts as nearly two: การ|ปฏิบัติงาน, not การปฏิบัติ|งาน."""

_NO_WORDS = ("", "ฆ", "ฏ", "ฒ", "งานการ", "ว่าการ", "ทางใน", "ผู้การ", "การเผย", "รู้ความ")
"""Entries of the dictionary that do more harm than good in office prose."""

_LITTLE_WORDS = re.compile(
    "ของ|และ|ที่|ให้|ใน|กับ|หรือ|โดย|จาก|ถึง|แก่|เป็น|มี|ได้|ว่า|จะ|ไม่|ต้อง|ตาม|เพื่อ|ซึ่ง|อัน|ณ|แล้ว|ทุก|นี้|ต่อ|ทั้ง|ผู้|การ|"
    "ด้วย|ไป|มา|คือ|ทาง|บน|แต่|ก็|นั้น|ไว้|ยัง|เมื่อ|จึง|ขอ|ทำ|งาน"
)
"""Words that stand beside an unknown name without being part of it."""

Split = tuple[tuple[str, bool], ...]
"""Stretches in order, each with whether the dictionary knows it."""


class Lexicon:
    """A set of words that divides runs of Thai letters into the cheapest sequence of them."""

    def __init__(self, words: Iterable[str], official: Iterable[str] = ()) -> None:
        self._costs = dict.fromkeys(words, _WORD)
        for word in _NO_WORDS:
            self._costs.pop(word, None)
        self._costs.update(dict.fromkeys(official, _OFFICIAL))
        self._sorted = sorted(self._costs)
        self._lengths: dict[str, tuple[int, ...]] = {}
        for prefix in _PREFIXES:
            self._weigh_derived(prefix)

    def __contains__(self, word: str) -> bool:
        return word in self._costs

    def split(self, run: str, terms: Sequence[str] = (), whole: bool = True) -> Split:
        """Divide ``run`` (Thai letters only) into words; unknown stretches stay together.

        ``terms`` are further words, preferred over the dictionary's. With ``whole`` False the run
        itself does not count as a word: what comes back are the words inside it.
        """
        spans = _term_spans(run, terms)
        path = self._path(run, spans, whole, unknown=False)
        if path:
            return tuple((word, True) for word in path)
        path = self._path(run, spans, whole, unknown=True)
        return _merge_unknown([(word, word in self._costs or word in terms) for word in path])

    def _weigh_derived(self, prefix: str) -> None:
        for word in self._sorted[slice(*self._beginning_with(prefix))]:
            if self._costs[word] == _WORD and word[len(prefix) :] in self._costs:
                self._costs[word] = _DERIVED

    def _beginning_with(self, prefix: str) -> tuple[int, int]:
        return bisect_left(self._sorted, prefix), bisect_left(self._sorted, prefix + "\U0010ffff")

    def _learn(self, key: str) -> tuple[int, ...]:
        """Find the lengths of the words that begin like ``key`` or lie within it; kept for next time."""
        lengths = {n for n in range(1, len(key) + 1) if key[:n] in self._costs}
        if len(key) == _KEY:
            lengths.update(map(len, self._sorted[slice(*self._beginning_with(key))]))
        self._lengths[key] = tuple(sorted(lengths))
        return self._lengths[key]

    def _path(self, run: str, spans: dict[int, list[int]], whole: bool, unknown: bool) -> list[str]:
        """Cheapest division of ``run``, or [] when the words do not cover it (``unknown`` False)."""
        size = len(run)
        costs = [0] + [_NEVER] * size
        back = [0] * (size + 1)
        words, learnt = self._costs, self._lengths
        for at in range(size):
            cost = costs[at]
            if cost == _NEVER:
                continue
            key = run[at : at + _KEY]
            for length in learnt.get(key) or self._learn(key):
                end = at + length
                if end > size:
                    break
                total = cost + words.get(run[at:end], _NEVER)
                if total <= costs[end] and _word_may_end(run, at, end, whole):
                    costs[end], back[end] = total, at
            for end in spans.get(at, ()):
                if cost + _TERM <= costs[end] and (whole or end - at < size):
                    costs[end], back[end] = cost + _TERM, at
            if unknown:
                end = _after_cluster(run, at)
                if cost + _UNKNOWN < costs[end]:
                    costs[end], back[end] = cost + _UNKNOWN, at
        return _walk(run, back) if costs[size] < _NEVER else []


def _term_spans(run: str, terms: Iterable[str]) -> dict[int, list[int]]:
    """Where given terms lie in a run: ends by beginning."""
    spans: dict[int, list[int]] = {}
    for term in terms:
        at = run.find(term)
        while at >= 0:
            end = at + len(term)
            if (at == 0 or may_part(run, at)) and (end == len(run) or may_part(run, end)):
                spans.setdefault(at, []).append(end)
            at = run.find(term, at + 1)
    return spans


def _word_may_end(run: str, at: int, end: int, whole: bool) -> bool:
    if end == len(run):
        return whole or at > 0
    return may_part(run, end)


def _after_cluster(run: str, at: int) -> int:
    end = at + 1
    while end < len(run) and not may_part(run, end):
        end += 1
    return end


def _walk(run: str, back: list[int]) -> list[str]:
    path = []
    end = len(run)
    while end:
        path.append(run[back[end] : end])
        end = back[end]
    path.reverse()
    return path


def _merge_unknown(parts: list[tuple[str, bool]]) -> Split:
    """Join what is unknown with its like and with the crumbs of a name around it (นา|ปลา|ฝุก → one)."""
    merged: list[tuple[str, bool]] = []
    for word, known in parts:
        while merged and not known and _joins_unknown(*merged[-1]):
            word = merged.pop()[0] + word
        if merged and known and not merged[-1][1] and _is_crumb(word):
            merged[-1] = (merged[-1][0] + word, False)
            continue
        merged.append((word, known))
    return tuple(merged)


def _joins_unknown(word: str, known: bool) -> bool:
    return not known or _is_crumb(word)


def _is_crumb(word: str) -> bool:
    return not _LITTLE_WORDS.fullmatch(word) and len(clusters(word)) <= 2


@lru_cache(maxsize=1)
def dictionary() -> Lexicon:
    """Return the shipped dictionary with the official terms, read on first use (about 50 ms).

    Entries that hold more than letters (abbreviations, sayings) stay in without ever matching.
    """
    words = resource("words", "words_th.txt").read_bytes().decode("utf-8").split("\n")
    terms = resource("words", "official_terms.txt").read_text(encoding="utf-8").split("\n")
    return Lexicon([*words, "ณ"], [term for term in terms if term and not term.startswith("#")])
