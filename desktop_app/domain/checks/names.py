"""Names spelt otherwise than in the settings and in the directory."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

from desktop_app.domain.checks.spelling import distance, nearest_beginning, tolerance
from desktop_app.domain.checks.subject import Subject, Text
from desktop_app.domain.finding import Change, Finding, Severity, Where
from desktop_app.language import _
from desktop_app.thai.digits import numerals

_KIND = r"(?:เทศบาล\s?(?:ตำบล|เมือง|นคร)|องค์การบริหารส่วน\s?(?:ตำบล|จังหวัด)|อบ[ตจ]\.?|ท[ตมน]\.)\s*"
_OFFICE_KIND = re.compile(_KIND)
_BEFORE_OFFICE = re.compile(rf"{_KIND}|เทศมนตรี\s?(?:ตำบล|เมือง|นคร)\s*|ตำบล\s*")
"""After these words stands the name of an office, ours or another one."""
_OFFICE_REACH = 60
_MORE_OFTEN = _(" หรือถ้าชื่อที่ตั้งไว้สะกดผิด กรุณาแก้ในตั้งค่าหน่วยงาน")
_PERSON = re.compile(
    r"(?P<title>นางสาว|นาง(?!สาว)|นาย|น\.ส\.)(?!ก(?:เทศ|องค์|รัฐ|สมาคม|สภา|ฯ|\s))\s?"
    r"(?P<given>[ก-ฮเ-ไ][ก-์]{1,20})[ ]{1,3}(?P<family>[ก-ฮเ-ไ][ก-์]{1,30})"
)
_WHOLE_PERSON = re.compile(r"(?P<title>นางสาว|นาง|นาย|น\.ส\.)\s?(?P<given>\S+)\s+(?P<family>\S.*)")


class Variant(NamedTuple):
    """A stretch of a text that stands for a name but is spelt otherwise; ``right`` is how it ought to be."""

    start: int
    end: int
    wrong: str
    right: str


def check_office_name(subject: Subject) -> Iterator[Finding]:
    """Find the office's name in another spelling than that of the settings."""
    own = subject.report.office.name or subject.report.head.office
    kind = _OFFICE_KIND.match(own)
    name = own[kind.end() :].strip() if kind else ""
    if tolerance(name) > 0:
        found = ((text, office_variants(text.text, name)) for text in subject.texts)
        what = _("ชื่อหน่วยงานสะกดว่า “{wrong}” ต่างจากที่ตั้งไว้ “{right}”{count} กรุณาแก้ให้ตรงกัน")
        right = sum(text.text.count(name) for text in subject.texts)
        yield from _findings(subject, "office-name", what, found, right)


def check_person_names(subject: Subject) -> Iterator[Finding]:
    """Find a person's name in another spelling than that of the directory."""
    people = tuple(person.name for person in subject.people if _WHOLE_PERSON.fullmatch(person.name))
    if people:
        found = ((text, person_variants(text.text, people)) for text in subject.texts)
        what = _("ชื่อ “{wrong}” สะกดต่างจากทำเนียบบุคคล “{right}”{count} กรุณาตรวจว่าเป็นคนเดียวกันหรือไม่")
        yield from _findings(subject, "person-name", what, found)


@lru_cache(maxsize=2048)
def office_variants(text: str, name: str) -> tuple[Variant, ...]:
    """Return where ``text`` names this office (``name`` without เทศบาลตำบล and the like) otherwise."""
    found = []
    for before in _BEFORE_OFFICE.finditer(text):
        start = before.end()
        if text.startswith(name, start):
            continue
        distance, length = nearest_beginning(name, text[start : start + _OFFICE_REACH].split("\n")[0])
        wrong = text[start : start + length].rstrip()
        if 0 < distance <= tolerance(name) and "".join(wrong.split()) != name:
            found.append(Variant(start, start + len(wrong), wrong, name))
    return tuple(found)


@lru_cache(maxsize=2048)
def person_variants(text: str, people: tuple[str, ...]) -> tuple[Variant, ...]:
    """Return where ``text`` names one of these people otherwise than the directory does."""
    if "น" not in text:
        return ()
    found = []
    for person in _PERSON.finditer(text):
        near = [variant for name in people if (variant := _as_variant(person, name)) is not None]
        if near and all(variant.wrong != variant.right for variant in near):
            found.append(near[0])
    return tuple(found)


def _as_variant(found: re.Match[str], name: str) -> Variant | None:
    """Return a stretch of text as another spelling of ``name``, or as itself; None for another person."""
    whole = _WHOLE_PERSON.fullmatch(name)
    assert whole is not None  # people without title or family name were left out
    given = distance(whole["given"], found["given"])
    family, length = nearest_beginning(whole["family"], found["family"])
    if given > max(0.5, tolerance(whole["given"])) or family > max(0.5, tolerance(whole["family"])):
        return None
    start, end = found.start("given"), found.start("family") + length
    right = f"{whole['given']} {whole['family']}"
    if given + family == 0:
        return Variant(start, end, right, right)
    if given and family:
        return None if given + family > 1.5 else Variant(start, end, found.string[start:end], right)
    return Variant(start, end, found.string[start:end], right)


def _findings(
    subject: Subject,
    code: str,
    what: str,
    found: Iterable[tuple[Text, tuple[Variant, ...]]],
    right_count: int | None = None,
) -> Iterator[Finding]:
    """Yield one finding for each spelling, with all places where it stands.

    One that stands more often than the right one (``right_count``) asks to look at the settings as well.
    """
    spellings: defaultdict[tuple[str, str], list[tuple[Text, tuple[Variant, ...]]]] = defaultdict(list)
    for text, variants in found:
        for spelling in dict.fromkeys((variant.wrong, variant.right) for variant in variants):
            mine = tuple(variant for variant in variants if (variant.wrong, variant.right) == spelling)
            spellings[spelling].append((text, mine))
    for (wrong, right), places in spellings.items():
        count = sum(len(variants) for _unused, variants in places)
        times = numerals(_(" {count} แห่ง").format(count=count)) if count > 1 else ""
        doubt = _MORE_OFTEN if right_count is not None and count > right_count else ""
        wheres: list[Where] = [text.where for text, _unused in places]
        yield Finding(
            code,
            Severity.DOUBTFUL,
            wheres[0],
            subject.place(wheres[0]),
            what.format(wrong=wrong, right=right, count=times) + doubt,
            tuple(Change(text.where, text.text, _respelt(text.text, mine)) for text, mine in places),
            tuple(wheres[1:]),
        )


def _respelt(text: str, variants: tuple[Variant, ...]) -> str:
    for variant in reversed(variants):
        text = text[: variant.start] + variant.right + text[variant.end :]
    return text
