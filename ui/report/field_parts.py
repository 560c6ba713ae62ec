"""The editor of each kind of part that is nothing but fields; a kind no open form has is not loaded."""

from desktop_app.domain.form import FormSpec, Part, PartKind
from ui.report.part import PartEditor


def field_part(part: Part, form: FormSpec) -> PartEditor:
    """Return a new editor for a part of this form. Raises ValueError for a kind that is more than fields."""
    match part.kind:
        case PartKind.MEMO_HEAD:
            from ui.report.head_editor import HeadEditor

            return HeadEditor(part)
        case PartKind.TEXT:
            from ui.report.text_editor import TextEditor

            return TextEditor(part)
        case PartKind.COVER:
            from ui.report.cover_editor import CoverEditor

            return CoverEditor(part, form)
        case PartKind.SCORES:
            from ui.report.scores import ScoresEditor

            return ScoresEditor(part)
        case PartKind.AS_OF:
            from ui.report.as_of_editor import AsOfEditor

            return AsOfEditor(part)
        case PartKind.NARRATIVE | PartKind.SUMMARY:
            from ui.report.computed_part import ComputedPart

            return ComputedPart(part)
    raise ValueError(part.kind)
