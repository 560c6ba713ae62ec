"""Walks every window and dialog in English and tells, as JSON, what of it is still Thai or cut.

python -m tests.ui.speaking.english
"""

import json
import re
import sys
import tempfile
from contextlib import closing
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import chain
from pathlib import Path

from tests.ui.speaking.stage import application, sample_office, speak, window

SIZE = (1280, 720)
THAI = re.compile("[ก-๛]")
PRINTED = re.compile(
    r"(เพิ่มขึ้น|ลดลง) [๐-๙.]+ คะแนน|เท่าเดิม|คะแนนรวม|ระดับผลการประเมิน|ตัวชี้วัดที่|น้ำหนัก|[๐-๙][๐-๙.,/-]*"
)
"""What is worked out for the page, and shown as it will be printed there."""
LEFT_OUT = {"import_file", "paste_file", "save_pdf", "print", "continue_round", "language"}
"""Qt's own dialogs, the one that is another's twin, and the one that speaks both languages."""


def texts_of(value):
    """Every text in a value, however deep."""
    if isinstance(value, str) and not isinstance(value, Enum):
        yield value
    elif is_dataclass(value):
        yield from chain.from_iterable(texts_of(getattr(value, field.name)) for field in fields(value))
    elif isinstance(value, dict):
        yield from chain.from_iterable(texts_of(one) for one in (*value.keys(), *value.values()))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from chain.from_iterable(texts_of(one) for one in value)


def data_of(ws):
    """Every text that belongs to the office, its forms and reports: Thai in every language."""
    from desktop_app.actions import office, people, reports, yearly
    from desktop_app.domain.form import PartKind
    from desktop_app.domain.person_names import RANKS, TITLES
    from desktop_app.domain.plan_summary import summarise, summary_lines
    from desktop_app.domain.report import ACTING_WORDS, REASONS, STATUS_WORDS
    from desktop_app.domain.yearly import ITEM_WORDS
    from desktop_app.language import LANGUAGES
    from desktop_app.thai.dates import MONTHS
    from ui.grid.columns import STATUS_HEADINGS
    from ui.report.head_editor import SECRECIES, URGENCIES
    from ui.report.opinion_field import PHRASES
    from ui.settings.language_choice import NEXT_START, WORDS

    loaded = [reports.load_report(ws, one.id) for one in reports.list_reports(ws)]
    tables = [yearly.load_year(ws, year) for year in (2566, 2567)]
    summaries = [
        summary_lines(summarise(one.rows, part, one.rules))
        for one in loaded
        for part in ws.form_of(one).parts
        if part.kind is PartKind.SUMMARY
    ]
    words = (
        summaries,
        dict(ws.forms), loaded, reports.list_reports(ws), office.load_office(ws), people.list_people(ws),
        tables, STATUS_WORDS, STATUS_HEADINGS, ACTING_WORDS, ITEM_WORDS, TITLES, RANKS, REASONS,
        MONTHS, PHRASES, URGENCIES, SECRECIES, LANGUAGES, NEXT_START, WORDS,
    )  # fmt: skip
    texts = {part for text in texts_of(words) for part in (" ".join(text.split()), *text.split("\n"))}
    return sorted((text for text in texts if len(text) > 1 and THAI.search(text)), key=len, reverse=True)


class Eye:
    """Looks at one window after the other and notes what is wrong."""

    def __init__(self):
        self.data = []
        self.wrong = {}
        self.looked = []

    def learn(self, ws):
        """Know what the office's data is now; what it was before is known on."""
        self.data = sorted({*self.data, *data_of(ws)}, key=len, reverse=True)

    def thai_in(self, words):
        """What stays Thai of some words when the office's own data is taken out of them."""
        bare = words.replace("\u200b", "").replace("&", "")
        if not THAI.search(bare):
            return ""
        for text in self.data:
            bare = bare.replace(text, " ")
        bare = PRINTED.sub(" ", bare)
        return bare.strip() if THAI.search(bare) else ""

    def look(self, name, top, but_not=()):
        """Note every Thai word and every cut label of a window."""
        from PySide6.QtWidgets import QWidget

        from tests.ui.window import walking
        from tests.ui.window.test_all_words import actions_of, words_of

        self.looked.append(name)
        said = [
            words
            for widget in [top, *top.findChildren(QWidget)]
            if not any(widget is out or out.isAncestorOf(widget) for out in but_not)
            for words in words_of(widget)
        ]
        for action in actions_of(top):
            said += [action.text(), action.toolTip(), action.statusTip()]
        thai = sorted({left for words in said if (left := self.thai_in(words))})
        cut = walking.clipped(top)
        if thai or cut:
            self.wrong[name] = {"thai": thai, "cut": cut}


def walk_dialogs(bench, eye):
    """Every dialog that a menu opens."""
    from tests.ui.window import walking
    from ui.window.commands import commands
    from ui.window.menu import ENTRIES

    for entry in ENTRIES:
        if not entry.words.endswith("…") or entry.id in LEFT_OUT:
            continue
        before = walking.visible_dialogs()
        commands(bench)[entry.id]()
        for dialog in walking.visible_dialogs() - before:
            walking.settle()
            place = getattr(dialog, "place", None)
            eye.look(entry.id, dialog, [place] if place else [])
            walking.leave(dialog)
            walking.settle()


def walk_steps(bench, eye, ws):
    """Every step of the newest report of every form, with its findings."""
    from desktop_app.actions import reports
    from tests.ui.window import walking

    newest = {one.form_id: one.id for one in reversed(reports.list_reports(ws))}
    for form, report in newest.items():
        bench.open_report(report)
        bench.checking.show_findings()
        for step in range(len(bench.editor.steps)):
            bench.editor.go_to(step)
            walking.settle()
            eye.look(f"{form} {step}", bench.window)


def main():
    """Walk, and tell what is wrong."""
    speak("en")
    application()
    with tempfile.TemporaryDirectory() as folder, sample_office(folder) as ws:
        eye = Eye()
        eye.learn(ws)
        memo = edited_memo(ws)
        eye.learn(ws)
        with window(ws, SIZE) as bench:
            walk_steps(bench, eye, ws)
            bench.open_report(memo)
            bench.editor.go_to(1)
            walk_dialogs(bench, eye)
        with closing(_empty(folder)) as none, window(none, SIZE) as bench:
            eye.look("first start", bench.window)
    json.dump({"looked": eye.looked, "wrong": eye.wrong}, sys.stdout, ensure_ascii=False)
    return 0


def edited_memo(ws):
    """The memo, in which the first cell has an earlier text."""
    from desktop_app.actions import reports, rows

    memo = next(one.id for one in reports.list_reports(ws) if one.form_id == "memo")
    rows.set_cell(ws, memo, reports.load_report(ws, memo).rows[0].id, "measure", "มาตรการตัวอย่าง")
    return memo


def _empty(folder):
    from desktop_app.actions.workspace import open_workspace

    return open_workspace(Path(folder) / "empty.db")


if __name__ == "__main__":
    sys.exit(main())
