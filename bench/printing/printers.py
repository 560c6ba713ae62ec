"""Everyone who prints a report: how each is started, how often, and whether it is installed."""

import importlib.util
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar, NamedTuple

from bench.printing.child import ROOT

BANTHUEK = Path(sys.executable).parent / "banthuek"

Command = list[str | Path]


class Job(NamedTuple):
    """A report to be printed, with all files that have to do with it."""

    folder: Path
    rows: int

    @property
    def report(self) -> Path:
        """The exported report."""
        return self.folder / f"{self.rows}.json"

    @property
    def look(self) -> Path:
        """How our own page looks (see reports.py)."""
        return self.folder / f"{self.rows}.look.json"

    def file(self, name: str) -> Path:
        """Return a file that one printer makes for this report."""
        return self.folder / f"{self.rows}-{name}"


class Printer:
    """One who prints. ``times``: rows -> how often; reports of other lengths are not printed."""

    name: str
    times: ClassVar[Mapping[int, int]]
    installed = True

    def prepare(self, job: Job) -> Command | None:
        """Return what is done once, before the clock runs."""

    def command(self, job: Job) -> Command:
        """Return what is measured."""
        raise NotImplementedError

    def pdf(self, job: Job) -> Path:
        """Return the file that is made."""
        return job.file(f"{type(self).__name__}.pdf")


class Banthuek(Printer):
    """Our own, from an exported file."""

    name = "banthuek"
    times: ClassVar[Mapping[int, int]] = {12: 11, 100: 9, 1000: 5, 10000: 3}

    def command(self, job: Job) -> Command:
        """Print the exported file."""
        return [BANTHUEK, "print", job.report, "--out", self.pdf(job)]


class BanthuekStored(Printer):
    """Our own, from the database."""

    name = "banthuek, stored"
    times: ClassVar[Mapping[int, int]] = {1000: 5}

    def prepare(self, job: Job) -> Command:
        """Bring the report into a database."""
        return [BANTHUEK, "import", job.report, "--form", "memo", "--db", job.file("stored.db")]

    def command(self, job: Job) -> Command:
        """Print the report of the database."""
        return [BANTHUEK, "print", "1", "--db", job.file("stored.db"), "--out", self.pdf(job)]


class Typst(Printer):
    """The one that the limits are told against."""

    name = "Typst"
    times: ClassVar[Mapping[int, int]] = {12: 11, 100: 9, 1000: 5}

    def __init__(self) -> None:
        self.installed = importlib.util.find_spec("typst") is not None

    def command(self, job: Job) -> Command:
        """Compile the template."""
        return _module("typst_peer", job, self.pdf(job))


class LibreOffice(Printer):
    """A Word file made beforehand, printed without a window."""

    name = "LibreOffice"
    times: ClassVar[Mapping[int, int]] = {12: 3, 100: 3, 1000: 1}

    def __init__(self) -> None:
        self._program = shutil.which("soffice") or ""
        self.installed = bool(self._program)

    def prepare(self, job: Job) -> Command:
        """Write the Word file; put our font files where the program looks for a user's own."""
        data = job.folder / "data"
        if not data.exists():
            data.mkdir()
            (data / "fonts").symlink_to(ROOT / "resources" / "fonts")
        return _module("docx", job, self._word(job))

    def command(self, job: Job) -> Command:
        """Convert the Word file."""
        settings = f"-env:UserInstallation={(job.folder / 'settings').as_uri()}"
        into_pdf: Command = ["--headless", "--convert-to", "pdf", "--outdir", job.folder]
        data = f"XDG_DATA_HOME={job.folder / 'data'}"
        return ["env", data, self._program, settings, *into_pdf, self._word(job)]

    def pdf(self, job: Job) -> Path:
        """Return the file that stands beside the Word file then."""
        return self._word(job).with_suffix(".pdf")

    def _word(self, job: Job) -> Path:
        return job.file("word.docx")


class Qt(Printer):
    """QTextDocument and QPdfWriter."""

    name = "Qt"
    times: ClassVar[Mapping[int, int]] = {12: 3, 100: 3, 1000: 1}

    def command(self, job: Job) -> Command:
        """Build a document and print it."""
        return _module("qt_peer", job, self.pdf(job))


def _module(name: str, job: Job, out: Path) -> Command:
    return [sys.executable, "-m", f"bench.printing.{name}", job.report, job.look, out]
