"""Prints a report with Qt: QTextDocument and QPdfWriter.

Run: python -m bench.printing.qt_peer REPORT.json REPORT.look.json FILE.pdf
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QMarginsF, Qt
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPdfWriter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableFormat,
)

from bench.printing.memo import (
    BOTTOM,
    EMBLEM,
    FAMILY,
    FONTS,
    HEADINGS,
    LEFT,
    RIGHT,
    TOP,
    Line,
    Memo,
    read_memo,
)

PIXELS = 96 / 72
"""What Qt takes lengths of a document in: the pixels of a screen."""


def letters(size: float, bold: bool = False) -> QTextCharFormat:
    """Return the format of letters of a size in points."""
    wanted = QTextCharFormat()
    wanted.setFontFamilies([FAMILY])
    wanted.setFontPointSize(size)
    wanted.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    return wanted


def write_line(cursor: QTextCursor, line: Line) -> None:
    """Write one paragraph."""
    block = QTextBlockFormat()
    block.setTopMargin(6 * PIXELS)
    block.setTextIndent(line.indent * PIXELS)
    block.setAlignment(Qt.AlignmentFlag.AlignHCenter if line.centred else Qt.AlignmentFlag.AlignJustify)
    cursor.insertBlock(block, letters(line.size, line.bold))
    cursor.insertText(line.text)


def write_table(cursor: QTextCursor, memo: Memo) -> None:
    """Write the table, its heading repeated on every page."""
    how = QTextTableFormat()
    how.setHeaderRowCount(1)
    how.setBorder(1)
    how.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    how.setBorderCollapse(True)
    how.setCellPadding(3 * PIXELS)
    how.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.FixedLength, width * PIXELS) for width in memo.widths]
    )
    table = cursor.insertTable(len(memo.rows) + 1, len(HEADINGS), how)
    for at, row in enumerate((HEADINGS, *memo.rows)):
        for column, text in enumerate(row):
            place = table.cellAt(at, column).firstCursorPosition()
            place.insertText(text, letters(memo.size, bold=at == 0))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def paper(out: str) -> QPdfWriter:
    """Return A4 with the margins of the memo, measured in points."""
    writer = QPdfWriter(out)
    writer.setResolution(72)
    page = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(LEFT, TOP, RIGHT, BOTTOM),
        QPageLayout.Unit.Point,
    )
    writer.setPageLayout(page)
    return writer


def main(report: str, look: str, out: str) -> None:
    """Build the document and print it on A4."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    for path in sorted(FONTS.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    memo = read_memo(Path(report), Path(look))
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    emblem = QTextImageFormat()
    emblem.setName(str(memo.emblem))
    emblem.setHeight(EMBLEM * PIXELS)
    cursor.insertImage(emblem)
    for line in memo.before:
        write_line(cursor, line)
    write_table(cursor, memo)
    for line in memo.after:
        write_line(cursor, line)
    writer = paper(out)
    document.documentLayout().setPaintDevice(writer)
    document.setPageSize(writer.pageLayout().paintRect(QPageLayout.Unit.Point).size())
    document.print_(writer)
    del application


if __name__ == "__main__":
    main(*sys.argv[1:])
