"""What a step of the history is called: stored in Thai, shown in the language spoken."""

from desktop_app.language import N_, THAI, _, spoken
from desktop_app.thai.digits import swap_digits_to_arabic

_WITH_A_VALUE = (
    N_("แก้{field}ของกิจกรรม"),
    N_("แก้คะแนนตัวชี้วัดที่ {number}"),
    N_("แก้{field}"),
    N_("ปรับ {name} ตามทำเนียบ"),
)
"""Names that hold a value, those that say more first."""


def shown_step(stored: str) -> str:
    """Return the name of a step in the language spoken, as it was stored when it has no translation."""
    said = _(stored)
    if spoken() == THAI or said != stored:
        return said
    for pattern in _WITH_A_VALUE:
        before, rest = pattern.split("{")
        name, after = rest.split("}")
        if stored.startswith(before) and stored.endswith(after):
            value = stored.removeprefix(before).removesuffix(after)
            return _(pattern).format(**{name: swap_digits_to_arabic(_(value))})
    return stored
