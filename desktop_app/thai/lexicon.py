"""The dictionary: which stretches of Thai letters are words, and how a run of them is best divided."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from desktop_app.resources import resource
from desktop_app.thai.clusters import DEPENDENT, clusters, may_part, uncut, without_silent

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

Short = tuple[tuple[int, int], ...]
Candidates = tuple[Short, tuple[int, ...]]
"""By the first letters: length and cost of the words within them, the lengths of longer words."""

Split = tuple[list[str], frozenset[str]]
"""Stretches in order, and which of them no dictionary knows."""


class Lexicon:
    """A set of words that divides runs of Thai letters into the cheapest sequence of them.

    Built of the prepared dictionary (build_spec/prepare_words.py tells its form); of its thousand lines
    only those are unpacked whose words may stand in a text that is asked about.
    """

    def __init__(self, prepared: bytes) -> None:
        begin = len("กก".encode())
        self._packed = {line[:begin]: line[begin:] for line in prepared.splitlines()}
        self._blocks: dict[str, str] = {}
        self._costs = {"ณ": _WORD}
        self._candidates: dict[str, Candidates] = {}

    def __contains__(self, word: str) -> bool:
        return self._cost(word) < _NEVER

    def is_official(self, word: str) -> bool:
        """Tell whether a word is one of the official terms."""
        return self._cost(word) == _OFFICIAL

    def split(self, run: str, terms: Sequence[str] = (), whole: bool = True) -> Split:
        """Divide ``run`` (Thai letters only) into words; unknown stretches stay together.

        ``terms`` are further words, preferred over the dictionary's. With ``whole`` False the run
        itself does not count as a word: what comes back are the words inside it. Returns them in order,
        and of those that no dictionary has, which they are.
        """
        spans = _term_spans(run, terms) if terms else {}
        path = self._path(run, spans, whole, None)
        if path:
            return path, frozenset()
        path = self._path(run, spans, whole, list(accumulate(map(len, uncut(run)))))
        return _merge_unknown([(word, word in self._costs or word in terms) for word in path])

    def _cost(self, word: str) -> int:
        key = word[:_KEY]
        if key not in self._candidates:
            self._learn(key)
        return self._costs.get(word, _NEVER)

    def _learn(self, key: str) -> Candidates:
        """Take the words that lie within ``key`` or begin with it into the dictionary."""
        if len(key) < _BEGIN:
            short: Short = ((1, _WORD),) if key in self._costs else ()
            longer: tuple[int, ...] = ()
        else:
            short = (self._candidates.get(key[:-1]) or self._learn(key[:-1]))[0]
            words = self._beginning_with(key)
            if words and words[0][0] == key:
                short = (*short, (len(key), words[0][1]))
            self._costs.update(words)
            longer = tuple(sorted({len(word) for word, _ in words} - {len(key)}))
        self._candidates[key] = found = short, longer
        return found

    def _beginning_with(self, key: str) -> list[tuple[str, int]]:
        """Return the words that begin with ``key``, in order, with their costs; of a short key itself."""
        begin, rest = key[:_BEGIN], " " + key[_BEGIN:]
        block = self._blocks.get(begin)
        if block is None:
            packed = self._packed.get(begin.encode())
            block = self._blocks[begin] = packed.decode() + " " if packed else ""
        first = block.find(rest)
        if first < 0:
            return []
        last = block.rindex(rest) if len(key) == _KEY else first
        found = block[first + 1 : block.index(" ", last + 1)].split(" ")
        signs = [(word, _SIGNS.get(word[-1:], _WORD)) for word in found]
        words = [(begin + (word if cost == _WORD else word[:-1]), cost) for word, cost in signs]
        return words if len(key) == _KEY or words[0][0] == key else []

    def _path(
        self, run: str, spans: dict[int, list[int]], whole: bool, ends: Sequence[int] | None
    ) -> list[str]:
        """Cheapest division of ``run``; [] when the words do not cover it.

        With ``ends`` (where anything may end) a stretch between two of them may be no word at all.
        """
        size = len(run)
        costs = [0] + [_NEVER] * size
        back = [0] * (size + 1)
        text = without_silent(run) + _END
        words, learnt = self._costs, self._candidates
        after = dict(zip([0, *ends], ends, strict=False)) if ends else {}
        for at in range(size):
            cost = costs[at]
            if cost == _NEVER:
                continue
            longest = size - at if at or whole else size - 1
            key = run[at : at + _KEY]
            short, longer = learnt.get(key) or self._learn(key)
            if at in spans or after:
                unread = ((after[at] - at, _UNKNOWN),) if at in after else ()
                short = (*unread, *short, *((end - at, _TERM) for end in spans.get(at, ())))
            for length, word in short:
                end = at + length
                if length <= longest and cost + word <= costs[end] and text[end] not in DEPENDENT:
                    costs[end], back[end] = cost + word, at
            for length in longer:
                if length > longest:
                    break
                end = at + length
                known = words.get(run[at:end])
                if known and cost + known <= costs[end] and text[end] not in DEPENDENT:
                    costs[end], back[end] = cost + known, at
        return _walk(run, back) if costs[size] < _NEVER else []


_END = "."
_SIGNS = {"+": _OFFICIAL, "-": _DERIVED, " ": _WORD}
"""What stands behind a word in the prepared dictionary, and what the word costs then."""


def _term_spans(run: str, terms: Iterable[str]) -> dict[int, list[int]]:
    """Where given terms lie in a run: ends by beginning."""
    spans: dict[int, list[int]] = {}
    for term in terms:
        at = run.find(term)
        while at >= 0:
            if may_part(run, at):
                spans.setdefault(at, []).append(at + len(term))
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
    return [word for word, _ in merged], frozenset(word for word, known in merged if not known)


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
