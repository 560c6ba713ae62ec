"""A text field that wraps Thai at words, and whose text is exactly what was typed.

Qt decides where lines end inside its document layout and offers no way in. So the document gets a layout
of ours: Qt shapes each paragraph and ``LineBreaker`` says where its lines end. No invisible character
ever enters the text, so the caret, copying and undo work as in any field.
"""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QKeyEvent,
    QPainter,
    QPalette,
    QTextBlock,
    QTextDocument,
    QTextFrame,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from ui.thai_lines import LineBreaker
from ui.thai_text import plain

_FAR = 1_000_000.0
_TRIES = 8


class ThaiLayout(QAbstractTextDocumentLayout):
    """Lays plain paragraphs out in lines that end where Thai words end."""

    def __init__(self, document: QTextDocument, terms: Iterable[str] = ()) -> None:
        super().__init__(document)
        self._terms = tuple(terms)
        self._breaker = LineBreaker(document.defaultFont(), self._terms)
        self._size = QSizeF()

    def set_terms(self, terms: Iterable[str]) -> None:
        """Keep these words whole (names of the office and its people)."""
        self._terms = tuple(terms)
        self._breaker = LineBreaker(self.document().defaultFont(), self._terms)
        self.lay_out()

    def lay_out(self) -> None:
        """Lay the document out again: after an edit, or at another width or font."""
        document = self.document()
        if self._breaker.font != document.defaultFont():
            self._breaker = LineBreaker(document.defaultFont(), self._terms)
        margin, wanted = document.documentMargin(), document.textWidth()
        width = wanted - 2 * margin if wanted > 0 else _FAR
        top = margin
        for block in _blocks(document):
            top += self._lay_out_block(block, QPointF(margin, top), width)
        size = QSizeF(max(wanted, 0.0), top + margin)
        if size != self._size:
            self._size = size
            self.documentSizeChanged.emit(size)
        self.update.emit()

    def _lay_out_block(self, block: QTextBlock, place: QPointF, width: float) -> float:
        """Lay one paragraph out at ``place``; returns its height."""
        layout = block.layout()
        layout.setPosition(place)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
        layout.setTextOption(option)
        text, height = _shown(block), float(self._breaker.line_height)
        top, start = 0.0, 0
        layout.beginLayout()
        for end in self._breaker.lines(text, width):
            line = layout.createLine()
            if not line.isValid():
                break
            guess = _FAR if end == len(text) else self._breaker.advance(text[start:end])
            for _ in range(_TRIES):
                line.setLineWidth(guess)
                missing = end - start - line.textLength()
                if missing == 0:
                    break
                guess += 1.0 if missing > 0 else -1.0
            line.setPosition(QPointF(0.0, top + (height - line.height()) / 2))
            top, start = top + height, start + line.textLength()
        layout.endLayout()
        return top

    # What Qt asks of a layout

    def documentChanged(self, _position: int, _removed: int, _added: int) -> None:
        self.lay_out()

    def documentSize(self) -> QSizeF:
        return self._size

    def pageCount(self) -> int:
        return 1

    def frameBoundingRect(self, _frame: QTextFrame) -> QRectF:
        return QRectF(QPointF(), self._size)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if not block.isValid():
            return QRectF()
        layout = block.layout()
        height = layout.lineCount() * self._breaker.line_height
        return QRectF(layout.position(), QSizeF(max(self._size.width(), 1.0), height))

    def hitTest(self, point: QPointF, _accuracy: Qt.HitTestAccuracy) -> int:
        block = self._block_at(point.y())
        layout = block.layout()
        inside = point - layout.position()
        at = int(inside.y() // self._breaker.line_height)
        line = layout.lineAt(min(max(at, 0), layout.lineCount() - 1))
        return block.position() + line.xToCursor(inside.x()) if line.isValid() else block.position()

    def draw(self, painter: QPainter, context: QAbstractTextDocumentLayout.PaintContext) -> None:
        painter.setPen(context.palette.color(QPalette.ColorRole.Text))
        for block in _blocks(self.document()):
            if context.clip.isNull() or self.blockBoundingRect(block).intersects(context.clip):
                self._draw_block(painter, block, context)

    def _draw_block(
        self, painter: QPainter, block: QTextBlock, context: QAbstractTextDocumentLayout.PaintContext
    ) -> None:
        layout, start, length = block.layout(), block.position(), block.length()
        marked = []
        for selection in context.selections:
            first = max(selection.cursor.selectionStart() - start, 0)
            last = min(selection.cursor.selectionEnd() - start, length)
            if last > first:
                part = QTextLayout.FormatRange()
                part.start, part.length, part.format = first, last - first, selection.format
                marked.append(part)
        layout.draw(painter, QPointF(), marked, context.clip)
        caret = context.cursorPosition
        if caret < -1 and layout.preeditAreaText():
            layout.drawCursor(painter, QPointF(), layout.preeditAreaPosition() - (caret + 2), 1)
        elif start <= caret < start + length:
            layout.drawCursor(painter, QPointF(), caret - start, 1)

    def _block_at(self, y: float) -> QTextBlock:
        last = self.document().begin()
        for block in _blocks(self.document()):
            if block.layout().position().y() > y:
                break
            last = block
        return last


class ThaiTextEdit(QTextEdit):
    """A field for plain Thai text of several lines.

    ``text`` and ``set_text`` speak plain text with line feeds; what is pasted loses markup and invisible
    characters. Shift+Enter and Alt+Enter make a new line too.
    """

    picture_pasted = Signal()
    """A picture without any text, which has no place here."""

    def __init__(self, parent: QWidget | None = None, terms: Iterable[str] = ()) -> None:
        super().__init__(parent)
        document = QTextDocument(self)
        document.setDefaultFont(self.font())
        document.setDocumentMargin(0)
        self._layout = ThaiLayout(document, terms)
        """Held here: PySide would collect it, though the document goes on using it."""
        document.setDocumentLayout(self._layout)
        self.setDocument(document)
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)

    def text(self) -> str:
        """Return what was typed, lines parted by line feeds."""
        return plain(self.toPlainText())

    def set_text(self, text: str) -> None:
        """Replace everything; what could be undone before cannot be any more."""
        self.setPlainText(plain(text))

    def set_terms(self, terms: Iterable[str]) -> None:
        """Keep these words whole (names of the office and its people)."""
        self._layout.set_terms(terms)

    def text_height(self) -> float:
        """Return how many pixels the text takes at the present width."""
        return self.document().size().height()

    def insert(self, text: str) -> None:
        """Insert plain text at the caret, over what is selected."""
        self.textCursor().insertText(plain(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take text; files that are dragged over are for whoever stands around."""
        return source.hasText() and not any(url.isLocalFile() for url in source.urls())

    def insertFromMimeData(self, source: QMimeData) -> None:
        if source.hasText():
            self.insert(source.text())
        elif source.hasImage():
            self.picture_pasted.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        data.setText(plain(self.textCursor().selection().toPlainText()))
        return data


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _shown(block: QTextBlock) -> str:
    """Return a paragraph's text with what an input method is composing inside it."""
    layout, text = block.layout(), block.text()
    composed = layout.preeditAreaText()
    if not composed:
        return text
    at = layout.preeditAreaPosition()
    return text[:at] + composed + text[at:]
