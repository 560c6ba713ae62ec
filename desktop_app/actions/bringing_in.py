"""Taking single reports out of a bundle, a colleague's for example: whole, and over nothing that is here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.actions.backups import keep_before
from desktop_app.actions.exporting import report_as_json
from desktop_app.actions.importing import ImportOutcome, ReadReport, person_of, read_for_import, store_read
from desktop_app.actions.photos import load_photo
from desktop_app.actions.reports import list_reports, load_report
from desktop_app.actions.workspace import Workspace, open_workspace
from desktop_app.backup.lock import opening_password
from desktop_app.backup.manifest import Reason
from desktop_app.backup.reading import bring_up_to_date, opened
from desktop_app.backup.watch import Stage, Watch
from desktop_app.domain.issued import IssuedCopy
from desktop_app.domain.office import Person
from desktop_app.domain.report import Report, SignOff
from desktop_app.store import copies, people, reports
from desktop_app.store.copies import Contents

if TYPE_CHECKING:
    from sqlmodel import Session


@dataclass(frozen=True, slots=True)
class Namesake:
    """Somebody who signs in the bundle, and who has another position in the directory here."""

    name: str
    position: str
    """As it stands in the bundle."""
    position_here: str


@dataclass(frozen=True, slots=True)
class Twin:
    """A report of the bundle that is like one that is here: of one form, year, round and subject."""

    report_id: int
    """Its number in the bundle."""
    fiscal_year: int
    round: str
    subject: str
    is_same: bool = False
    """Everything in it is the same as in one here."""


@dataclass(frozen=True, slots=True)
class Questions:
    """What only a person can know before reports come in."""

    namesakes: tuple[Namesake, ...] = ()
    twins: tuple[Twin, ...] = ()


@dataclass(frozen=True, slots=True)
class Answers:
    """What somebody decided."""

    others: frozenset[Namesake] = frozenset()
    """Namesakes who are somebody else, to be added to the directory."""
    left_out: frozenset[int] = frozenset()
    """Numbers of reports that are not to come in."""


Decide = Callable[[Questions], Answers]
"""Asked once, and only when there is a question. May raise CancelledError."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A report of the bundle, read, with its issued copies and what they hold."""

    report_id: int
    whole: Report
    read: ReadReport
    content: str
    """What stands for everything in it."""
    copies: tuple[tuple[IssuedCopy, Contents], ...]


def bring_in(
    ws: Workspace,
    bundle: Path,
    report_ids: Iterable[int],
    decide: Decide,
    watch: Watch | None = None,
    password: str | None = None,
) -> list[ImportOutcome]:
    """Make new reports of some reports of a bundle, all of them or none; nothing here is written over.

    Photos, issued copies and forms that the office lacks come along. Signers are tied to the directory by
    name; ``decide`` is asked of one with another position, and of a report that is like one here. A bundle
    of the present is kept first. Raises KnownError, CancelledError.
    """
    watch = watch or Watch()
    with opened(bundle, ws.store.path.parent, watch, opening_password(password)) as unpacked:
        bring_up_to_date(bundle, unpacked.database, watch)
        with closing(open_workspace(unpacked.database, ws.clock)) as theirs:
            found = [_read(ws.with_forms_of_now(), theirs, report_id) for report_id in report_ids]
        questions = questions_of(ws, found)
        answers = decide(questions) if questions != Questions() else Answers()
        wanted = [each for each in found if each.report_id not in answers.left_out]
        if not wanted:
            return []
        keep_before(ws.store.path, Reason.IMPORT, ws.clock, watch)
        with ws.store.writing() as session:
            return list(_store(session, ws, wanted, answers, watch))


def questions_of(ws: Workspace, found: Sequence[_Found]) -> Questions:
    """Return what is to be asked before these reports come in."""
    with ws.store.reading() as view:
        directory = _by_name(people.load_people(view, with_inactive=True))
    here: dict[tuple[str, int, str, str], list[int]] = {}
    for one in list_reports(ws):
        here.setdefault((one.form_id, one.fiscal_year, one.round, one.subject), []).append(one.id)
    namesakes: dict[Namesake, None] = {}
    twins = []
    for each in found:
        report = each.read.report
        like = here.get((report.form_id, report.fiscal_year, report.round, report.head.subject))
        if like:
            is_same = any(_content(report_as_json(ws, one)) == each.content for one in like)
            told = (report.fiscal_year, report.round, report.head.subject)
            twins.append(Twin(each.report_id, *told, is_same))
        for place in report.signoffs:
            known = directory.get(_key(place.name), [])
            if place.name and known and not _same_position(known, place):
                namesakes[_namesake(place, known[0])] = None
    return Questions(tuple(namesakes), tuple(twins))


def _read(ws: Workspace, theirs: Workspace, report_id: int) -> _Found:
    """Read a report as an exported one, with the originals of its photos and its issued copies."""
    file = theirs.store.path.with_name(f"{report_id}.json")
    text = report_as_json(theirs, report_id)
    file.write_text(text, encoding="utf-8")
    read = read_for_import(ws, file)
    photos = tuple(load_photo(theirs, one.photo.sha256) for one in read.photos)
    with theirs.store.reading() as view:
        kept = tuple(copies.load_copy(view, one.id) for one in copies.list_copies(view, report_id))
    whole, read = load_report(theirs, report_id), replace(read, photos=photos)
    return _Found(report_id, whole, read, _content(text), kept[::-1])


def _content(exported: str) -> str:
    """Return what is the same for two exported reports in which everything is, whatever their office is."""
    plain = json.dumps({**json.loads(exported), "office": None}, sort_keys=True)
    return hashlib.sha256(plain.encode()).hexdigest()


def _store(
    session: Session, ws: Workspace, wanted: Sequence[_Found], answers: Answers, watch: Watch
) -> Iterator[ImportOutcome]:
    for number, each in enumerate(wanted):
        watch.at(Stage.BRING_IN, number, len(wanted))
        tied = _tied(session, each.read.report.signoffs, answers)
        outcome = store_read(session, each.read, tied, ws.clock())
        _store_copies(session, each, outcome.report_id)
        yield outcome


def _store_copies(session: Session, found: _Found, report_id: int) -> None:
    """Keep the issued copies with the new report; what they say of its rows means the new ones."""
    now = reports.load_report(session, report_id)
    rows = _numbers((row.id for row in found.whole.rows), (row.id for row in now.rows))
    places = _numbers((one.id for one in found.whole.signoffs), (one.id for one in now.signoffs))
    for about, contents in found.copies:
        moved = contents._replace(
            row_ids=tuple(rows.get(one, -one) for one in contents.row_ids),
            signoff_ids=tuple(places.get(one, -one) for one in contents.signoff_ids),
        )
        kept = copies.add_copy(session, replace(about, report_id=report_id), moved)
        copies.set_reopened(session, kept.id, about.reopened)


def _numbers(before: Iterable[int], now: Iterable[int]) -> Mapping[int, int]:
    return dict(zip(before, now, strict=True))


def _tied(session: Session, places: Iterable[SignOff], answers: Answers) -> list[SignOff]:
    """Tie each signer to somebody of the directory; whoever is not there yet is added once."""
    directory = _by_name(people.load_people(session, with_inactive=True))
    tied = []
    for place in places:
        if not place.name:
            tied.append(replace(place, person_id=None))
            continue
        known = directory.setdefault(_key(place.name), [])
        person = _same_position(known, place)
        if person is None and known and _namesake(place, known[0]) not in answers.others:
            person = known[0]
        if person is None:
            person = replace(person_of(place), id=people.add_person(session, person_of(place)))
            known.append(person)
        tied.append(replace(place, person_id=person.id))
    return tied


def _by_name(everybody: Iterable[Person]) -> dict[str, list[Person]]:
    found: dict[str, list[Person]] = {}
    for person in everybody:
        found.setdefault(_key(person.name), []).append(person)
    return found


def _same_position(known: Iterable[Person], place: SignOff) -> Person | None:
    """Return who of the namesakes has the position that stands in the place, or no other to tell apart."""
    told = _key(place.position)
    return next((one for one in known if not told or _key(one.position) in ("", told)), None)


def _namesake(place: SignOff, known: Person) -> Namesake:
    return Namesake(place.name, place.position, known.position)


def _key(text: str) -> str:
    """Return what makes two names or positions the same: all but spaces and line ends."""
    return "".join(text.split())
