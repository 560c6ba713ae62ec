"""A report of an action plan as plain text: cover, introduction, projects told, their table, the end.

For forms that tell their rows beside the table. A project's name ties what is told of it to its row in the
table; the order in which projects are told is that of the rows.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.domain.form import Column, FormSpec, Part, PartKind
from desktop_app.domain.plan_summary import summarise, summary_lines
from desktop_app.domain.report import Head, Row, Status
from desktop_app.errors import KnownError
from desktop_app.exchange.front import office_in, share_out
from desktop_app.exchange.imported import ImportedReport, ImportedSignOff
from desktop_app.exchange.lines import Line
from desktop_app.exchange.memo_head import fiscal_year_and_round
from desktop_app.exchange.project_texts import Told, alike, begins_projects, matched, read_projects
from desktop_app.exchange.signoff_parts import given_to_parts
from desktop_app.exchange.steps import split_steps
from desktop_app.exchange.text_signoffs import EndFound, read_end
from desktop_app.exchange.ticked_table import TickedTable, find_ticked_table
from desktop_app.language import _
from desktop_app.thai.dates import parse_date
from desktop_app.thai.digits import numerals, swap_digits_to_arabic

_TITLE = re.compile(r"(?:รายงาน|สรุป|ตาราง|แบบ).*")
_AS_OF = re.compile(r"\**\s*ข้อมูล\s*ณ\s*(?:วันที่)?\s*(?P<day>.+)")
_REPORTER = re.compile(
    r"(?:ชื่อ\s*[-–]\s*(?:ชื่อ)?สกุล|ลงชื่อ)?\s*(?P<role>ผู้รายงาน)\s*[:：]?\s*(?P<name>.+?)\s*ตำแหน่ง\s*[:：]?\s*(?P<position>.+)"
)
_BULLET = re.compile(r"^[-–•]\s*")


def tells_projects(form: FormSpec) -> Part | None:
    """Return the part of a form that tells its rows beside the table, or None."""
    return next((part for part in form.parts if part.kind is PartKind.NARRATIVE), None)


@dataclass(slots=True)
class _End:
    """What stands behind the table."""

    day: date | None = None
    signoffs: list[ImportedSignOff] = field(default_factory=list)
    texts: dict[str, list[str]] = field(default_factory=dict)
    summary: list[str] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)


def read_plan(lines: Sequence[Line], form: FormSpec) -> ImportedReport:
    """Read a report of an action plan; nothing of its text is left out but what the form prints by itself.

    Raises KnownError when there is no table with headings of the form.
    """
    part = tells_projects(form)
    table = find_ticked_table(lines, _columns(form))
    if part is None or table is None:
        raise KnownError(
            _(
                "ไม่พบตารางที่มีหัวคอลัมน์ตามแบบรายงาน “{title}” กรุณาตรวจว่าแต่ละคอลัมน์คั่นด้วยแท็บ และเลือกแบบรายงานถูก"
            ).format(title=form.title)
        )
    title_at = _title_place(lines, table.first)
    title = "\n".join(line.text for line in lines[title_at : table.first])
    start = next((at for at in range(title_at) if begins_projects(lines, at)), title_at)
    told = read_projects(lines[start:title_at])
    front, left = share_out(lines[:start], form.parts[: form.parts.index(part)])
    end = _read_end(lines[table.end :], form)
    rows, statuses, odd, warnings = _rows(told, table, part)
    texts = {
        **front,
        **_title_text(form, title),
        **{key: "\n".join(found) for key, found in end.texts.items()},
    }
    fiscal_year, round_ = fiscal_year_and_round(texts.values())
    office = office_in(texts.values())
    untold = _summary_untold(form, rows, statuses, end)
    first = next(iter(front.values()), "").split("\n\n")[0]
    return ImportedReport(
        head=Head(office=office.name, date=end.day, subject=" ".join(first.split())),
        texts=texts,
        rows=tuple(rows),
        statuses=tuple(statuses),
        signoffs=tuple(end.signoffs),
        unplaced=(
            *left,
            *told.strays,
            *odd,
            *_between(table, title),
            *table.unplaced,
            *end.unplaced,
            *untold,
        ),
        warnings=(*table.warnings, *warnings, *_warnings(told, end, untold)),
        office=office,
        fiscal_year=fiscal_year,
        round=round_,
    )


def _columns(form: FormSpec) -> list[Column]:
    return [column for column in form.table.columns if column.printed] if form.table else []


def _title_place(lines: Sequence[Line], first: int) -> int:
    """Return where the title of the table begins; ``first`` when there is none."""
    at = first
    while at > 0 and first - at < 3 and not (at < first and lines[at].gap):
        at -= 1
    return at if at < first and _TITLE.fullmatch(lines[at].text) else first


def _title_text(form: FormSpec, title: str) -> dict[str, str]:
    """Give the title to the centred text before the table, if the form has one."""
    kinds = [part.kind for part in form.parts]
    before = form.parts[kinds.index(PartKind.NARRATIVE) : kinds.index(PartKind.TABLE)]
    key = next((part.key for part in before if part.kind is PartKind.TEXT and part.centred), None)
    return {key: title} if key and title else {}


def _between(table: TickedTable, title: str) -> list[str]:
    """Return the lines inside of the table that are not its title, which stands on every page."""
    found = [text for number, text in table.between if number < table.end]
    return [text for text in found if text not in title.split("\n")]


def _rows(
    told: Told, table: TickedTable, part: Part
) -> tuple[list[dict[str, str]], list[Status], list[str], list[str]]:
    """Join what is told and what is tabled: rows, statuses, names told otherwise, warnings."""
    names = [row.cells.get(part.name, "") for row in table.rows]
    pairs = matched([project.name for project in told.projects], names)
    rows: list[dict[str, str]] = []
    statuses: list[Status] = []
    odd: list[str] = []
    warnings: list[str] = []
    for at, project in enumerate(told.projects):
        tabled = table.rows[pairs[at]] if at in pairs else None
        cells = {part.name: project.name, part.group: project.group, **(tabled.cells if tabled else {})}
        cells |= {key: text for key in part.shows if (text := project.text(key))}
        rows.append(cells)
        statuses.append(tabled.status if tabled else Status.WAITING)
        number = numerals(at + 1)
        if tabled is None:
            warnings.append(
                _("โครงการที่ {number} ในรายละเอียดไม่มีในตาราง กรุณาตรวจชื่อโครงการ").format(number=number)
            )
        elif alike(project.name, cells[part.name]) < 1 or project.name != cells[part.name]:
            odd.append(project.line)
            warnings.append(
                _("ชื่อโครงการที่ {number} ในรายละเอียดต่างจากในตาราง ใช้ชื่อในตาราง กรุณาตรวจ").format(number=number)
            )
        if tabled and project.group and cells[part.group] != project.group:
            warnings.append(
                _("มิติของโครงการที่ {number} ในรายละเอียดต่างจากในตาราง กรุณาตรวจ").format(number=number)
            )
    for place, row in enumerate(table.rows):
        if place not in pairs.values():
            rows.append(dict(row.cells))
            statuses.append(row.status)
            if told.projects:
                number = numerals(len(rows))
                warnings.append(
                    _("โครงการที่ {number} มีในตารางแต่ไม่มีในรายละเอียด กรุณาตรวจชื่อโครงการ").format(number=number)
                )
    odd += _groups_named_otherwise(told, part)
    return rows, statuses, odd, warnings


def _groups_named_otherwise(told: Told, part: Part) -> list[str]:
    """Return the names of dimensions that are not those of the form."""
    found = []
    for number, name in told.groups.items():
        own = part.groups[int(number) - 1] if 0 < int(number) <= len(part.groups) else ""
        if not own.endswith(name):
            found.append(f"มิติที่ {number} {name}")
    return found


def _read_end(lines: Sequence[Line], form: FormSpec) -> _End:
    """Read the lines behind the table by the headings of the form's parts; who signs may stand anywhere."""
    after = form.parts[[part.kind for part in form.parts].index(PartKind.TABLE) + 1 :]
    end, signed = _End(), EndFound()
    for part, own in _headed(lines, after):
        found = read_end(own)
        signed.signoffs += found.signoffs
        end.unplaced += found.unplaced
        for line in found.closing:
            _take_end(end, part, line.text, after)
    signoffs, unsigned = given_to_parts(form, signed)
    end.signoffs += signoffs
    end.unplaced += unsigned
    return end


def _headed(lines: Sequence[Line], after: Sequence[Part]) -> list[tuple[Part | None, list[Line]]]:
    """Part the lines at the headings of the form's parts; those before the first belong to none."""
    headings = {_bare(part.heading or part.title): part for part in after if part.kind in _HEADED}
    found: list[tuple[Part | None, list[Line]]] = [(None, [])]
    for line in lines:
        if part := headings.get(_bare(line.text)):
            found.append((part, []))
        else:
            found[-1][1].append(line)
    return found


def _take_end(end: _End, part: Part | None, text: str, after: Sequence[Part]) -> None:
    """Take one line of a part: the day, who reports, an item of a text or of the summary."""
    kinds = {one.kind: one for one in after}
    if PartKind.AS_OF in kinds and end.day is None and (day := _day(text)):
        end.day = day
    elif (signed := kinds.get(PartKind.SIGNATURES)) and (found := _REPORTER.fullmatch(text)):
        signer = ImportedSignOff(signed.key, found["role"], name=found["name"], position=found["position"])
        end.signoffs.append(signer)
    elif part is None:
        end.unplaced.append(text)
    elif part.kind is PartKind.SUMMARY:
        end.summary.append(text)
    else:
        end.texts.setdefault(part.key, []).extend(split_steps([text]))


_HEADED = (PartKind.TEXT, PartKind.SUMMARY)


def _day(text: str) -> date | None:
    found = _AS_OF.fullmatch(text)
    try:
        return parse_date(found["day"]) if found else None
    except KnownError:
        return None


def _summary_untold(
    form: FormSpec, rows: Sequence[dict[str, str]], statuses: Sequence[Status], end: _End
) -> list[str]:
    """Return the lines of the summary that are not those which the rows come to."""
    part = next((part for part in form.parts if part.kind is PartKind.SUMMARY), None)
    if part is None:
        return end.summary
    made = [
        Row(0, at, cells, status) for at, (cells, status) in enumerate(zip(rows, statuses, strict=True), 1)
    ]
    computed = {_plain(line) for line in summary_lines(summarise(made, part))}
    return [line for line in end.summary if _plain(line) not in computed]


def _warnings(told: Told, end: _End, untold: Sequence[str]) -> list[str]:
    found = []
    if not told.projects:
        found.append(_("ไม่พบรายละเอียดของโครงการ (ภารกิจ การดำเนินงาน ผล) กรุณาเติมเองในตาราง"))
    if untold:
        found.append(_("สรุปผลในไฟล์ต่างจากที่คำนวณได้จากตาราง กรุณาดูในส่วนที่ยังไม่ได้จัดวาง"))
    if not end.signoffs:
        found.append(_("ไม่พบชื่อผู้ลงนาม กรุณาเลือกผู้ลงนามเอง"))
    return found


def _plain(line: str) -> str:
    return _bare(_BULLET.sub("", swap_digits_to_arabic(line)))


def _bare(text: str) -> str:
    return "".join(text.split())
