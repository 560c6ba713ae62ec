"""The real reports as a clerk meets them: a table copied out of one, a text with its ticks wiped off."""

import html
import re
from pathlib import Path

from tests.exchange.seed_texts import SEEDS, seed

WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><meta charset='utf-8'>"
    "<style><!-- p.MsoNormal {{margin:0cm;}} --></style></head><body lang=TH><!--StartFragment-->"
    "<table class=MsoTableGrid border=1 cellspacing=0 cellpadding=0>{}</table>"
    "<!--EndFragment--></body></html>"
)
LIBREOFFICE = (
    '<!DOCTYPE html><html><head><meta name="generator" content="LibreOffice 24.2 (Linux)"/></head>'
    '<body lang="th-TH" dir="ltr"><table width="100%" cellpadding="4" cellspacing="0">{}</table>'
    "</body></html>"
)
_TICKS = re.compile(r'☑|<input checked="" type="checkbox"/>')


def source(number: str) -> Path:
    """Return the file of a real report."""
    (path,) = SEEDS.glob(f"{number}_*.txt")
    return path


def table_lines(number: str, width: int) -> list[list[str]]:
    """Return the lines of a report's table as they stand on its pages, headings and all."""
    return [line.split("\t") for line in seed(number).split("\n") if line.count("\t") == width - 1]


def as_word(lines: list[list[str]]) -> str:
    """Return a table as Word puts it on the clipboard, paragraph by paragraph."""
    return WORD.format(_rows(lines, "<p class=MsoNormal><span lang=TH>{}<o:p></o:p></span></p>"))


def as_libreoffice(lines: list[list[str]]) -> str:
    """Return a table as LibreOffice puts it on the clipboard."""
    return LIBREOFFICE.format(_rows(lines, '<p><font face="TH Sarabun New">{}</font></p>'))


def without_ticks(number: str, into: Path) -> Path:
    """Write a real report with no status ticked."""
    text, count = _TICKS.subn("", source(number).read_text(encoding="utf-8"))
    assert count > 5
    into.write_text(text, encoding="utf-8")
    return into


def _rows(lines: list[list[str]], paragraph: str) -> str:
    def cell(text: str) -> str:
        lines = re.findall("<p>(.*?)</p>", text) or [text]
        return "<td>" + "".join(paragraph.format(html.escape(line)) for line in lines) + "</td>"

    return "".join("<tr>" + "".join(map(cell, line)) + "</tr>" for line in lines)
