"""A document as a small frozen tree of blocks: what is on the page, not yet where.

Lengths are points (1/72 inch). Text is final: digits and dates are as they will be printed. Lines of a
text are parted by line feeds. ``origins`` of a block say what is edited to change it, the nearest first.
"""

from enum import Enum
from typing import NamedTuple

from desktop_app.domain.photo import Photo
from desktop_app.domain.where import Where

CM = 72 / 2.54
"""One centimetre in points."""


class Align(Enum):
    """How the lines of a paragraph stand in their column."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    """In the cells of a table only."""
    JUSTIFY = "justify"
    """The slack of a line goes to its spaces, the last line stays natural."""
    THAI = "thai"
    """กระจายแบบไทย: the slack of a line goes between words and letters, the last line stays natural."""


class PageSetup(NamedTuple):
    """Paper and margins. The default is A4 with the margins of official letters (3 and 2 cm)."""

    width: float = 21.0 * CM
    height: float = 29.7 * CM
    left: float = 3.0 * CM
    right: float = 2.0 * CM
    top: float = 2.5 * CM
    bottom: float = 2.0 * CM

    @property
    def text_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom


LANDSCAPE = PageSetup(width=29.7 * CM, height=21.0 * CM)
"""A4 that lies on its long side, for wide tables; its margins are the same."""


class NewPage(NamedTuple):
    """What follows begins on a page of its own, with this paper; ``anew``: it counts its pages from 1."""

    page: PageSetup
    anew: bool = False


class ChartBar(NamedTuple):
    """A bar: its pieces are shares of the whole (0 to 1) with their colours, what they come to is ``told``.

    ``label`` stands before the bar, and ``told`` then behind it; without one ``told`` stands below.
    """

    pieces: tuple[tuple[float, tuple[float, float, float]], ...]
    told: str
    label: str = ""


class ChartLine(NamedTuple):
    """What a chart tells of one thing: its name, and its bars."""

    name: str
    bars: tuple[ChartBar, ...]


class Chart(NamedTuple):
    """Bars with their names and numbers. ``alt`` is all of it in words, for who cannot see it.

    ``legend`` names the colours where the words beside the bars do not.
    """

    title: str
    lines: tuple[ChartLine, ...]
    alt: str
    legend: tuple[tuple[str, tuple[float, float, float]], ...] = ()


class Cover(NamedTuple):
    """Groups of centred lines spread over the height of a page; ``emblem``, a PNG, stands above them.

    ``chart`` stands before the last group.
    """

    groups: tuple[str, ...]
    emblem: bytes | None = None
    origins: tuple[Where, ...] = ()
    chart: Chart | None = None


class Title(NamedTuple):
    """The first line of a memo: emblem at the left margin, the title centred, the urgency between them.

    ``emblem`` is a PNG; None leaves its place blank. ``secrecy`` stands above the title.
    """

    text: str
    emblem: bytes | None = None
    urgency: str = ""
    secrecy: str = ""
    origins: tuple[Where, ...] = ()


class LeaderField(NamedTuple):
    """A bold label and its value over a dotted leader that runs to the next field or the right margin.

    ``at`` is the distance of the label from the left edge of the paper; None: the left margin.
    """

    label: str
    value: str
    at: float | None = None
    origins: tuple[Where, ...] = ()


class LeaderLine(NamedTuple):
    """One line of the memo's head: one field or two."""

    fields: tuple[LeaderField, ...]


class Span(NamedTuple):
    """Text of one look. ``colour``: red, green, blue from 0 to 1; None: that of the text around it.

    ``raised``: smaller and higher, as the number of a footnote is.
    """

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    colour: tuple[float, float, float] | None = None
    raised: bool = False


class Paragraph(NamedTuple):
    """Running text, plain or in spans.

    ``hang`` is what stands before the column of the text ("เรียน"), or empty. ``keep``: a heading, which
    stays on one page with the first two lines of what follows.
    """

    text: str | tuple[Span, ...]
    align: Align = Align.LEFT
    bold: bool = False
    size: float = 16.0
    indent: float = 0.0
    """First-line indent."""
    above: float = 6.0
    hang: str = ""
    keep: bool = False
    origins: tuple[Where, ...] = ()


class Column(NamedTuple):
    """A column of a table: its heading, its share of the width, how its cells stand.

    ``share`` is given for all columns or for none; then the widths are those that make the table short.
    ``over`` stands once above the headings of neighbours that have the same.
    """

    heading: str
    share: float | None = None
    align: Align = Align.LEFT
    over: str = ""


class RowGroup(NamedTuple):
    """A heading of the rows that follow it, over all columns of the table."""

    text: str


class Cells(NamedTuple):
    """Which places the cells of a table show: those of these rows (ids) and columns (keys) of a part.

    ``heading`` is the key of the column that the headings of groups are from. A column without a key is
    worked out.
    """

    part: str
    rows: tuple[int, ...]
    columns: tuple[str, ...]
    heading: str = ""

    def at(self, row: int, column: int) -> Where | None:
        """Return what stands in a row and a column (0-based; -1: the heading above the row)."""
        if row >= len(self.rows):
            return None
        key = self.heading if column < 0 else self.columns[column]
        return Where(self.part, self.rows[row], key) if key else None


class Table(NamedTuple):
    """A table. Every row has one text (or spans) for every column, or is the heading of those below it.

    ``first`` is the number of its first row.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[str | tuple[Span, ...], ...] | RowGroup, ...]
    above: float = 6.0
    cells: Cells | None = None
    first: int = 1


class Signature(NamedTuple):
    """A place to sign: room for the pen, then centred lines, "(name)" and position, right of the centre.

    ``date`` stands under the position; None: no date. ``role`` stands above the room for the pen, if there is
    one; ``rank`` in it, before the signature. ``picture`` is the PNG of a signature that is printed there,
    ``says`` what is read out of it.
    """

    lines: tuple[str, ...]
    date: str | None = None
    role: str = ""
    rank: str = ""
    picture: bytes | None = None
    says: str = ""
    origins: tuple[Where, ...] = ()


class Opinion(NamedTuple):
    """One superior's part: heading, what was written, the place to sign. Never parted over two pages."""

    heading: str
    text: str
    signature: Signature
    origins: tuple[Where, ...] = ()
    text_origins: tuple[Where, ...] = ()


class Photos(NamedTuple):
    """Photos that stand together. No page holds more than ``most``, others on it counted.

    ``alts`` say, photo by photo, what is read out to who cannot see it.
    """

    photos: tuple[Photo, ...]
    alts: tuple[str, ...]
    most: int


class Illustrated(NamedTuple):
    """Something told with photos: heading and text, which keep to the first photos.

    ``again`` stands above each further group of photos, which comes on a page of its own.
    """

    heading: str
    text: str
    groups: tuple[Photos, ...]
    again: str = ""
    origins: tuple[Where, ...] = ()
    heading_origins: tuple[Where, ...] = ()
    text_origins: tuple[Where, ...] = ()


Block = NewPage | Cover | Title | LeaderLine | Paragraph | Table | Signature | Opinion | Illustrated


class Document(NamedTuple):
    """A whole document. ``page`` is the paper of its first page.

    ``terms`` are names that stay whole on a line; ``secrecy`` stands at the foot of every page.
    ``family`` names the type family; "" and one that this machine lacks are TH Sarabun New. ``numbered``:
    whether its pages have their numbers.
    """

    title: str
    blocks: tuple[Block, ...]
    page: PageSetup = PageSetup()
    secrecy: str = ""
    terms: frozenset[str] = frozenset()
    author: str = ""
    family: str = ""
    numbered: bool = True
