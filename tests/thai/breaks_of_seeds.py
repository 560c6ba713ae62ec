"""Line breaks of the real reports, judged by reading them aloud: what the labels mean, how to read them.

`python -m tests.thai.breaks_of_seeds` says every labelled phrase with its marks, for a reviewer:
``|`` a good place to end a line, ``~`` a poor one, ``?`` left open, nothing between the letters: wrong.

The reports themselves stay outside the tree. breaks_of_seeds.tsv holds one phrase a line: the number of
the report, where the phrase begins (characters of its text decoded as UTF-8), how long it is, the
CRC-32 of the phrase with six characters on either side (so that a changed report is noticed), and one
label for each place before a character of the phrase:

- ``g`` good: a new word that a careful typist would let begin a line;
- ``p`` poor: inside a compound, a term or a closely bound phrase; after การ ความ ผู้ นัก ไม่ ทุก อย่าง,
  before ไว้ แล้ว นี้, between จำนวน and its number, between the parts of an address or of a full name;
- ``w`` wrong: in a word or a name, between a number and its unit, before a closing mark or after an
  opening one;
- ``?`` left open: two careful typists would differ;
- ``-`` no decision: the first character, inside a cluster, before a space.
"""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

LABELS = Path(__file__).with_suffix(".tsv")
SEEDS = Path(__file__).resolve().parents[3] / "shared" / "seeds"
AROUND = 6
KINDS = {"g": "good", "p": "poor", "w": "wrong"}
SIGNS = {"g": "|", "p": "~", "?": "?"}


class Phrase(NamedTuple):
    """A stretch of a report with one label for each place before a character of it."""

    seed: int
    begin: int
    text: str
    labels: str

    def places(self) -> Iterator[tuple[int, str]]:
        """Yield the offset in the report and the judgement of every decision."""
        for at, label in enumerate(self.labels):
            if label in KINDS:
                yield self.begin + at, KINDS[label]

    def aloud(self) -> str:
        """The phrase with its marks."""
        return "".join(
            SIGNS.get(label, "") + letter for letter, label in zip(self.text, self.labels, strict=True)
        )


def seed_texts() -> list[str]:
    """The five reports; their line ends as they are in the files."""
    files = sorted(SEEDS.glob("*.txt"))
    assert len(files) == 5, f"the real reports are missing: they belong into {SEEDS}"
    return [path.read_bytes().decode("utf-8") for path in files]


def checksum(text: str, begin: int, end: int) -> str:
    """The CRC-32 of a stretch with what stands around it."""
    return f"{zlib.crc32(text[max(0, begin - AROUND) : end + AROUND].encode()):08x}"


def phrases(texts: list[str]) -> list[Phrase]:
    """Every labelled phrase; an AssertionError when a report is no longer what was labelled."""
    found = []
    for line in LABELS.read_text(encoding="utf-8").splitlines():
        seed, begin, length, crc, labels = line.split("\t")
        text = texts[int(seed)]
        end = int(begin) + int(length)
        assert checksum(text, int(begin), end) == crc, f"report {seed} has changed at {begin}"
        assert len(labels) == int(length)
        found.append(Phrase(int(seed), int(begin), text[int(begin) : end], labels))
    return found


if __name__ == "__main__":
    for phrase in phrases(seed_texts()):
        print(f"{phrase.seed} {phrase.begin:6} {phrase.aloud()}")  # noqa: T201
