"""What an action plan came to: projects by status, money spent, how far the plan was put into practice.

The rules are those of the plan-reporting system of the anti-corruption commission (E-PlanNACC), as told in
its 2018 source and printed by the offices: implementation = (done + half of those in progress) ÷ all × 100,
disbursement = spent ÷ budget × 100, both with two decimals; where there is nothing to divide by, 0.00.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from desktop_app.domain.amounts import money_of, money_text
from desktop_app.domain.form import FormSpec, Level, Part, PartKind
from desktop_app.domain.report import STATUS_WORDS, Report, Row, Status
from desktop_app.domain.yearly import Band, YearRules

_CENT = Decimal("0.01")
_HALF = Decimal("0.5")


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """The numbers of the summary. ``counts`` has every status; percents have two decimals.

    ``level`` is the word of the form's bands for the implementation percent, "" when no band reaches it.
    """

    total: int
    counts: dict[Status, int]
    budget: Decimal
    spent: Decimal
    spent_percent: Decimal
    implementation_percent: Decimal
    level: str


def summary_of(report: Report, form: FormSpec) -> PlanSummary | None:
    """Return the summary of a report whose form has a part for it, else None."""
    part = next((part for part in form.parts if part.kind is PartKind.SUMMARY), None)
    return summarise(report.rows, part, report.rules) if part else None


def summarise(rows: Sequence[Row], part: Part, rules: YearRules | None = None) -> PlanSummary:
    """Return the summary of rows; blank rows (no text in any cell) are no projects.

    ``part`` names the columns of budget and spent; the bands are those of the year's ``rules`` where the
    form asks for them, else its own. A cell that is no sum counts as 0.
    """
    levels = rules.levels if part.yearly and rules else ()
    rows = [row for row in rows if any(text.strip() for text in row.cells.values())]
    counts = Counter(row.status for row in rows)
    budget, spent = column_sum(rows, part.budget), column_sum(rows, part.spent)
    worth = counts[Status.DONE] + counts[Status.IN_PROGRESS] * _HALF
    implemented = percent(worth, Decimal(len(rows)))
    return PlanSummary(
        total=len(rows),
        counts={status: counts[status] for status in Status},
        budget=budget,
        spent=spent,
        spent_percent=percent(spent, budget),
        implementation_percent=implemented,
        level=level_word(implemented, levels or part.levels),
    )


def column_sum(rows: Sequence[Row], key: str) -> Decimal:
    """Return the sum of a column of money, in baht."""
    return sum((money_of(row.cells.get(key, "")) or Decimal(0) for row in rows), Decimal("0.00"))


def percent(part: Decimal, whole: Decimal) -> Decimal:
    """Return part ÷ whole × 100 with two decimals, a half rounded up; 0.00 of nothing."""
    share = part / whole * 100 if whole else Decimal(0)
    return share.quantize(_CENT, ROUND_HALF_UP)


def level_word(value: Decimal, levels: Sequence[Level | Band]) -> str:
    """Return the word of the highest band that a percent reaches, "" when it reaches none."""
    reached = [level for level in levels if Decimal(str(level.at_least)) <= value]
    return max(reached, key=lambda level: Decimal(str(level.at_least))).word if reached else ""


def summary_lines(summary: PlanSummary) -> tuple[str, ...]:
    """Return the seven lines of the printed summary, in Arabic digits (domain rules, section 4)."""
    words = {**STATUS_WORDS, Status.WAITING: "รอการรายงาน"}
    return (
        f"แผนปฏิบัติการป้องกันการทุจริต มีโครงการ/กิจกรรม/มาตรการ จำนวน {summary.total} โครงการ",
        *(f"{words[status]} {summary.counts[status]} โครงการ" for status in Status),
        f"เบิกจ่ายงบประมาณ {money_text(summary.spent)} บาท คิดเป็นร้อยละ {summary.spent_percent}",
        f"มีการนำแผนฯ ไปปฏิบัติ {f'ระดับ {summary.level} ' if summary.level else ''}"
        f"ร้อยละ {summary.implementation_percent}",
    )
