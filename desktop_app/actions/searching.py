"""What a clerk looks for in all reports, and puts in its place."""

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

from desktop_app.actions.changes import Changes
from desktop_app.actions.checking import mend
from desktop_app.actions.history import redo, undo
from desktop_app.actions.pieces import Done, Pieces, at_once
from desktop_app.actions.reports import load_report
from desktop_app.actions.workspace import Workspace
from desktop_app.domain.checks.subject import Subject
from desktop_app.domain.cover_memo import form_as_sent
from desktop_app.domain.field_words import ACTIVITY_WORDS, HEAD_WORDS, SIGNOFF_WORDS
from desktop_app.domain.finding import Change, Where
from desktop_app.domain.form import FormSpec, PartKind
from desktop_app.domain.report import Report
from desktop_app.errors import KnownError
from desktop_app.language import N_, _
from desktop_app.store import copies, history
from desktop_app.store import search as store
from desktop_app.store.faults import StoreError
from desktop_app.store.search import Found
from desktop_app.thai.clean import visible_text
from desktop_app.thai.clusters import may_part
from desktop_app.thai.digits import numerals
from desktop_app.thai.searching import spans_of

MOST = 200
"""Places that are told of one query; nobody reads more."""
STEP = N_("แทนที่ข้อความ")
_AROUND = 40
"""Characters told on either side of what was looked for."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where all words of a query stand.

    ``place`` says in Thai where it is; ``excerpt`` is one line of its text, ``spans`` tell where the words
    stand in it.
    """

    report_id: int
    fiscal_year: int
    title: str
    where: Where
    place: str
    excerpt: str
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """A text in which something is replaced: ``change`` has the whole text before and after."""

    report_id: int
    fiscal_year: int
    title: str
    place: str
    change: Change
    count: int
    """How often it stands there."""


@dataclass(frozen=True, slots=True)
class Replacements:
    """What would be replaced. ``issued`` are the titles of reports left alone because they were issued."""

    found: tuple[Replacement, ...]
    issued: tuple[str, ...] = ()


def search(ws: Workspace, query: str, most: int = MOST) -> tuple[Hit, ...]:
    """Return the places in all reports where every word of ``query`` stands, the newest years first.

    Thai and Arabic digits, large and small letters are the same.
    """
    _take_in_now(ws)
    with ws.store.reading() as view:
        found = store.find_texts(view, query, most)
    return tuple(hit for one in found if (hit := _hit(ws, one, query)) is not None)


def take_in(ws: Workspace, wanted: Callable[[], bool] = lambda: True) -> None:
    """Let everything that was stored be found, as long as it is ``wanted``: a search need not wait then."""
    store.take_in_noted(ws.store, wanted)


def _take_in_now(ws: Workspace) -> None:
    """Take in what was noted; a full disk keeps nobody from finding what was taken in before."""
    with suppress(StoreError):
        take_in(ws)


def find_replacements(ws: Workspace, old: str, new: str, report_id: int | None = None) -> Replacements:
    """Return every text that holds ``old`` as it is written, in one report or in all of them.

    Raises KnownError when nothing is to be looked for, or the same would stand there again.
    """
    return at_once(find_in_pieces(ws, old, new, report_id))


def find_in_pieces(ws: Workspace, old: str, new: str, report_id: int | None = None) -> Pieces[Replacements]:
    """Do what ``find_replacements`` does, report by report."""
    old, new = visible_text(old), visible_text(new)
    if not old.strip():
        raise KnownError(_("กรุณาพิมพ์ข้อความที่ต้องการค้นหาก่อน"))
    if old == new:
        raise KnownError(_("ข้อความใหม่เหมือนข้อความเดิม กรุณาพิมพ์ข้อความที่จะแทนที่ให้ต่างกัน"))
    _take_in_now(ws)
    with ws.store.reading() as view:
        ids = store.reports_with(view, old) if report_id is None else (report_id,)
        issued = {one for one in ids if copies.is_frozen(view, one)}
    found: list[Replacement] = []
    titles: list[str] = []
    for at, one in enumerate(ids):
        yield Done(at, len(ids))
        subject = _subject(ws, one)
        here = _replacements(subject, old, new) if subject is not None else ()
        if one in issued:
            titles += [subject.form.title] if subject is not None and here else []
        else:
            found += here
    return Replacements(tuple(found), tuple(titles))


@dataclass(frozen=True, slots=True)
class Replaced:
    """What came of replacing: ``steps`` are the reports with the step it is in their history."""

    count: int
    steps: Mapping[int, int]
    changes: tuple[Changes, ...] = ()
    refused: tuple[str, ...] = ()
    """Why reports were left as they are, a sentence each."""


def replace_all(ws: Workspace, chosen: Iterable[Replacement]) -> Replaced:
    """Replace in these texts: one step in the history of each report, all of a report or nothing of it."""
    return at_once(replace_in_pieces(ws, chosen))


def replace_in_pieces(ws: Workspace, chosen: Iterable[Replacement]) -> Pieces[Replaced]:
    """Do what ``replace_all`` does, report by report. Stopped on the way it takes all of it back."""
    by_report: dict[int, list[Replacement]] = {}
    for one in chosen:
        by_report.setdefault(one.report_id, []).append(one)
    count, steps, refused, changes = 0, dict[int, int](), list[str](), list[Changes]()
    try:
        for at, (report_id, here) in enumerate(by_report.items()):
            yield Done(at, len(by_report))
            try:
                changes.append(mend(ws.doing(STEP), report_id, [one.change for one in here]))
            except KnownError as error:
                refused.append(f"{here[0].title}: {error.sentence}")
                continue
            count += sum(one.count for one in here)
            steps[report_id] = _last_step(ws, report_id)
    except GeneratorExit:
        take_back_all(ws, steps)
        raise
    return Replaced(count, steps, tuple(changes), tuple(refused))


def take_back_all(ws: Workspace, steps: Mapping[int, int]) -> tuple[Changes, ...]:
    """Take a replacement back in every report whose last step it still is; one answer for each of them."""
    return at_once(take_back_in_pieces(ws, steps))


def take_back_in_pieces(ws: Workspace, steps: Mapping[int, int]) -> Pieces[tuple[Changes, ...]]:
    """Do what ``take_back_all`` does, report by report. Stopped on the way it leaves what is taken back."""
    still = [report_id for report_id, step in steps.items() if _last_step(ws, report_id) == step]
    changes: list[Changes] = []
    for at, report_id in enumerate(still):
        yield Done(at, len(still))
        changes.append(undo(ws, report_id).changes)
    return tuple(changes)


def take_again_all(ws: Workspace, steps: Mapping[int, int]) -> tuple[Changes, ...]:
    """Replace again in every report where that is what would be done again next."""
    return at_once(take_again_in_pieces(ws, steps))


def take_again_in_pieces(ws: Workspace, steps: Mapping[int, int]) -> Pieces[tuple[Changes, ...]]:
    """Do what ``take_again_all`` does, report by report. Stopped on the way it leaves what is done again."""
    still = [report_id for report_id, step in steps.items() if _next_again(ws, report_id) == step]
    changes: list[Changes] = []
    for at, report_id in enumerate(still):
        yield Done(at, len(still))
        changes.append(redo(ws, report_id).changes)
    return tuple(changes)


def is_last(ws: Workspace, report_id: int, steps: Mapping[int, int]) -> bool:
    """Return whether a replacement is the last thing that was done to a report."""
    return report_id in steps and _last_step(ws, report_id) == steps[report_id]


def is_next_again(ws: Workspace, report_id: int, steps: Mapping[int, int]) -> bool:
    """Return whether a replacement is what would be done again next in a report."""
    return report_id in steps and _next_again(ws, report_id) == steps[report_id]


def _last_step(ws: Workspace, report_id: int) -> int:
    with ws.store.reading() as view:
        step = history.last_done(view, report_id)
    return step.id if step else 0


def _next_again(ws: Workspace, report_id: int) -> int:
    with ws.store.reading() as view:
        step = history.first_undone(view, report_id)
    return step.id if step else 0


def excerpt_of(text: str, query: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return one line around the first word of ``query``, and where its words stand in it, (start, end)."""
    line = " ".join(text.split())
    spans = spans_of(query, line)
    first, last = spans[0] if spans else (0, 0)
    start, end = _whole(line, max(0, first - _AROUND)), _whole(line, min(len(line), last + _AROUND))
    before, after = "… " if start else "", " …" if end < len(line) else ""
    shift = len(before) - start
    inside = tuple((one + shift, other + shift) for one, other in spans if start <= one and other <= end)
    return f"{before}{line[start:end]}{after}", inside


def _whole(line: str, at: int) -> int:
    """Return the nearest place before ``at`` that parts no letter from its marks."""
    while 0 < at < len(line) and not may_part(line, at):
        at -= 1
    return at


def _subject(ws: Workspace, report_id: int) -> Subject | None:
    """Return a report with its form; None when its form is gone."""
    report = load_report(ws, report_id)
    form = ws.forms.get(report.form_id)
    return None if form is None else Subject(report, form_as_sent(form, report))


def _hit(ws: Workspace, found: Found, query: str) -> Hit | None:
    """Return what is told of a text found; None when no part of a form shows it."""
    form = ws.forms.get(found.form_id)
    if form is None:
        return None
    seen = _seen_at(form, found) or _seen_at(form_as_sent(form, load_report(ws, found.report_id)), found)
    if seen is None:
        return None
    where, place = seen
    excerpt, spans = excerpt_of(found.text, query)
    return Hit(found.report_id, found.fiscal_year, form.title, where, place, excerpt, spans)


def _seen_at(form: FormSpec, found: Found) -> tuple[Where, str] | None:
    """Return where the form shows a text, and its place in Thai."""
    for part in form.parts:
        column = next((column for column in part.columns if column.key == found.key), None)
        match found.table:
            case "cell" if column is not None:
                where = Where(part.key, found.item, found.key)
                row = numerals(_("แถวที่ {number}").format(number=found.number))
                return where, f"{row} · {column.heading}"
            case "signoff" if part.key == found.part:
                where = Where(part.key, column=found.key, signoff=found.item)
                field = _(SIGNOFF_WORDS[found.key])
                return where, f"{part.title} · {field}"
            case "activity" if part.kind is PartKind.ACTIVITIES:
                where = Where(part.key, column=found.key, activity=found.item)
                activity = numerals(_("กิจกรรมที่ {number}").format(number=found.item))
                field = _(ACTIVITY_WORDS[found.key])
                return where, f"{activity} · {field}"
            case "report" if part.kind is PartKind.MEMO_HEAD:
                return Where(part.key, column=found.key), _(HEAD_WORDS[found.key])
            case "report_text" if part.key == found.key:
                return Where(part.key), part.title
    return None


def _replacements(subject: Subject, old: str, new: str) -> tuple[Replacement, ...]:
    report: Report = subject.report
    return tuple(
        Replacement(
            report.id,
            report.fiscal_year,
            subject.form.title,
            subject.place(text.where),
            Change(text.where, text.text, text.text.replace(old, new)),
            text.text.count(old),
        )
        for text in subject.texts
        if old in text.text
    )
