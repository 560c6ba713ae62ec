"""The yearly tables that ship with the program (resources/yearly.toml)."""

import tomllib
from functools import lru_cache

from desktop_app.domain.yearly import Section, YearlyTable
from desktop_app.resources import resource


@lru_cache(maxsize=1)
def shipped_tables() -> tuple[YearlyTable, ...]:
    """Return the shipped tables, in the order of the file."""
    with resource("yearly.toml").open("rb") as file:
        told = tomllib.load(file)["tables"]
    return tuple(
        YearlyTable(
            Section(one["section"]),
            one["year"],
            one.get("until", one["year"]),
            tuple(tuple(line) for line in one["lines"]),
            one.get("verified", False),
        )
        for one in told
    )
