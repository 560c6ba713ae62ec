"""Prepares the dictionary that the program reads: resources/words/lexicon.txt.

    python3 -m build_spec.prepare_words

It is made of resources/words/words_th.txt, the word list as PyThaiNLP gives it, and of
resources/words/official_terms.txt, which people edit; whoever changes one of them runs this again
(a test tells). So nothing has to be sorted, filtered or weighed each time the program starts.

One line holds the words that begin with the same two characters, in order: those two, then of each word
a space and what follows. A word before "+" is an official term; one before "-" is a prefix with another
word (การ|ประเมิน), which counts as nearly two.
"""

import re
from collections.abc import Iterable
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "words"
WORDS = FOLDER / "words_th.txt"
TERMS = FOLDER / "official_terms.txt"
LEXICON = FOLDER / "lexicon.txt"


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LETTERS = re.compile("[ก-ฮะ-ฺเ-ๅ็-๎]{2,}(?<![เแโใไ])")
BARE = re.compile("[ก-ฮ]{2}")

PREFIXES = ("การ", "มี", "เป็น", "ที่", "ได้", "ให้", "ใน", "ทาง", "เกิด", "ด้าน", "ต่อ", "เห็น", "ยัง")
"""A word made of one of these and another word counts as nearly two: การ|ปฏิบัติงาน, not การปฏิบัติ|งาน."""

NO_WORDS = _words("งานการ ว่าการ ทางใน ผู้การ การเผย รู้ความ กระ ประ ชะ มิด ตึ กำม")
"""Entries that do more harm than good in office prose."""

TWO_CONSONANTS = _words(
    "กฎ กด กบ ขด ขน ขบ ขม ขอ คง คด คน คบ คม คอ งง งด งบ งม งอ จง จด จน จบ จม จอ ชก ชง ชน ชม ดง ดม ตก "
    "ตน ตบ ตม ตอ ถก ถม ทด ทน ทบ ทอ ธง นก นม บก บด บท บน บอ ปก ปด ปน ปม ผง ผม ผล ฝน พก พบ พร พล พอ มด "
    "ยก ยม ยศ ยอ รก รถ รบ รม รส รอ ลง ลด ลน ลบ ลม วง วน ศพ สด สน สบ สม หก หด หน หอ อก อด อบ อม"
)
"""Words of two bare consonants; the list has twice as many, most of them parts of names and other words."""


def prepare(words: Iterable[str], terms: Iterable[str]) -> str:
    """Return the text of the prepared dictionary."""
    official = {term for term in terms if term and not term.startswith("#")}
    plain = {word for word in words if is_word(word)} | official
    blocks: dict[str, list[str]] = {}
    for word in sorted(plain):
        blocks.setdefault(word[:2], []).append(word[2:] + _sign(word, plain, official))
    return "".join(f"{begin} {' '.join(rests)}\n" for begin, rests in sorted(blocks.items()))


def is_word(entry: str) -> bool:
    """Tell whether an entry of the word list is a word for us: letters only, none of the harmful."""
    if not LETTERS.fullmatch(entry) or entry in NO_WORDS:
        return False
    return not BARE.fullmatch(entry) or entry in TWO_CONSONANTS


def _sign(word: str, plain: set[str], official: set[str]) -> str:
    if word in official:
        return "+"
    derived = any(word.startswith(prefix) and word[len(prefix) :] in plain for prefix in PREFIXES)
    return "-" if derived else ""


def read_lines(path: Path) -> list[str]:
    """Return the lines of a text file, as they are."""
    return path.read_bytes().decode("utf-8").split("\n")


if __name__ == "__main__":
    LEXICON.write_bytes(prepare(read_lines(WORDS), read_lines(TERMS)).encode())
