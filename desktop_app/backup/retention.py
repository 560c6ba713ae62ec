"""Which bundles that the program made by itself are kept: a pure rule."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

ALL_FOR = timedelta(days=2)
DAILY_FOR = timedelta(days=14)
WEEKLY_FOR = timedelta(weeks=8)
MONTHLY_FOR = timedelta(days=731)


class Kept(NamedTuple):
    """A bundle that is there. ``made_at`` is aware."""

    name: str
    made_at: datetime


def to_remove(bundles: Iterable[Kept], now: datetime) -> tuple[Kept, ...]:
    """Return the bundles that need not be kept, oldest first.

    All of two days stay; before that the newest of each day for two weeks, of each week for eight, of
    each month for two years. One made after ``now`` (the clock was moved back) cannot be judged and stays,
    and so does the newest of all.
    """
    ordered = sorted(bundles, key=lambda bundle: bundle.made_at, reverse=True)
    stay = set(ordered[:1])
    for oldest, period in ((DAILY_FOR, _day), (WEEKLY_FOR, _week), (MONTHLY_FOR, _month)):
        stay |= _newest_of_each([each for each in ordered if now - each.made_at <= oldest], period)
    stay |= {bundle for bundle in ordered if now - bundle.made_at <= ALL_FOR}
    return tuple(bundle for bundle in reversed(ordered) if bundle not in stay)


def _newest_of_each(ordered: Sequence[Kept], period: Callable[[datetime], Hashable]) -> set[Kept]:
    found: dict[Hashable, Kept] = {}
    for bundle in ordered:
        found.setdefault(period(bundle.made_at.astimezone()), bundle)
    return set(found.values())


def _day(moment: datetime) -> Hashable:
    return moment.date()


def _week(moment: datetime) -> Hashable:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> Hashable:
    return moment.year, moment.month
