"""The activities of a report as blocks: day and place as a heading, what was done, its photos."""

from collections.abc import Callable, Iterable

from desktop_app.documents.blocks import Align, Block, Illustrated, Paragraph, Photos
from desktop_app.documents.photo_grid import INDENT, shared_out
from desktop_app.domain.form import Part
from desktop_app.domain.report import Activity, Report
from desktop_app.domain.where import Where
from desktop_app.thai.clusters import clusters
from desktop_app.thai.dates import official_date
from desktop_app.thai.digits import to_thai

_SAID = 120
"""Clusters of a caption that are read out with each photo."""


def activities(report: Report, part: Part, printed: Callable[[str], str]) -> Iterable[Block]:
    """Compose what was done; ``printed`` gives a text the digits of the part."""
    for number, one in enumerate(report.activities, start=1):
        whole = Where(part.key, activity=number)
        told = (whole._replace(column="caption"),)
        fields = ("place", "date") if one.place.strip() and not one.date else ("date", "place")
        headed = tuple(whole._replace(column=field) for field in fields)
        heading, caption = printed(_heading(one)), printed(one.caption.strip())
        if one.photos:
            groups = _groups(one, heading, caption, part.photos_per_page)
            again = f"{heading} (ต่อ)".strip()
            yield Illustrated(heading, caption, groups, again, (whole,), headed, told)
            continue
        if heading:
            yield Paragraph(heading, bold=True, above=12.0, origins=(*headed, whole))
        if caption:
            yield Paragraph(caption, align=Align.THAI, indent=INDENT, origins=(*told, whole))


def _heading(one: Activity) -> str:
    day = f"วันที่ {official_date(one.date)}" if one.date else ""
    return " ".join(filter(None, (day, f"ณ {one.place.strip()}" if one.place.strip() else "")))


def _groups(one: Activity, heading: str, caption: str, most: int) -> tuple[Photos, ...]:
    """Return the photos page by page, each with the words that tell it to who cannot see it."""
    told = clusters(caption.partition("\n")[0])
    said = "".join(told[:_SAID]) + ("…" if len(told) > _SAID else "")
    about = ": ".join(filter(None, (heading, said)))
    number, groups = 0, []
    for photos in shared_out(one.photos, most):
        which = [to_thai(f"ภาพที่ {number + at} จาก {len(one.photos)}") for at in range(1, len(photos) + 1)]
        number += len(photos)
        groups.append(Photos(tuple(photos), tuple(": ".join(filter(None, (w, about))) for w in which), most))
    return tuple(groups)
