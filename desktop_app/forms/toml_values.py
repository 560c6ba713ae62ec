"""Takes values out of a TOML table one by one, so that every fault names file, key and mend."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import Any, TypeVar

from desktop_app.errors import KnownError
from desktop_app.forms.templates import FIELDS, unknown_fields
from desktop_app.language import _

Choice = TypeVar("Choice", bound=StrEnum)
Item = TypeVar("Item")

_KINDS = {
    str: _("ข้อความในเครื่องหมายคำพูด"),
    bool: _("true หรือ false"),
    int: _("ตัวเลข"),
    float: _("ตัวเลข"),
    list: _("รายการใน [ ]"),
    dict: _("หมวดย่อย"),
}
_LARGEST = 1_000_000


class FormError(KnownError):
    """A form file that cannot be used; the sentence names the file, the key and the mend.

    ``place`` is the dotted way to the key ("parts[2].columns[1].width"), ``mend`` what to do there; both
    are empty when the file as a whole is of no use.
    """

    def __init__(self, sentence: str, place: str = "", mend: str = "") -> None:
        super().__init__(sentence)
        self.place, self.mend = place, mend


class Table:
    """One TOML table on its way to a value. ``path`` is the dotted way to it, with numbers from 1.

    Every ``take`` method marks its key as known; ``end`` then refuses what nobody took.
    """

    def __init__(self, file: str, path: str, values: Mapping[str, Any]) -> None:
        self._file, self._path, self._values = file, path, values
        self._known: list[str] = []

    def fault(self, key: str, mend: str) -> FormError:
        """Return the error for one key of this table: where, and what to do."""
        place = self._at(key)
        where = _("ที่ {place} ").format(place=place) if place else ""
        return FormError(
            _("แบบรายงาน {file}: {where}{mend}").format(file=self._file, where=where, mend=mend), place, mend
        )

    def has(self, key: str) -> bool:
        """Tell whether the table holds the key."""
        return key in self._values

    def text(self, key: str, *, default: str | None = None, template: bool = False) -> str:
        """Return a string; without a default it must be there and not be empty."""
        value = self._take(key, (str,), default)
        if default is None and not value.strip():
            raise self.fault(key, _("ว่างอยู่ กรุณาใส่ข้อความ"))
        unknown = unknown_fields(value) if template else []
        if unknown:
            raise self.fault(
                key,
                _("ไม่รู้จัก {unknown} กรุณาใช้ {listed}").format(
                    unknown=unknown[0], listed=_listed(f"{{{name}}}" for name in FIELDS)
                ),
            )
        return str(value)

    def number_if_given(self, key: str) -> float | None:
        """Return a finite number above zero, None when the key is not there."""
        value = self._take(key, (int, float), 0.0)
        if not self.has(key):
            return None
        if not 0 < value < _LARGEST:
            found = f"{value:g}" if isinstance(value, float) else str(value)[:12]
            raise self.fault(key, _("ต้องเป็นตัวเลขมากกว่า 0 (พบ {found}) กรุณาแก้เป็นเช่น 10").format(found=found))
        return float(value)

    def flag(self, key: str, default: bool) -> bool:
        """Return a truth value."""
        return bool(self._take(key, (bool,), default))

    def choice(self, key: str, kinds: type[Choice], default: Choice | None = None) -> Choice:
        """Return one of the words of an enum."""
        return self._word(key, self.text(key, default=default), kinds)

    def choices(self, key: str, kinds: type[Choice]) -> tuple[Choice, ...]:
        """Return several words of an enum, none twice."""
        return tuple(self._word(key, word, kinds) for word in self.texts(key))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of strings, none empty, none twice; no key is an empty list."""
        values = self._take(key, (list,), [])
        for value in values:
            if not isinstance(value, str) or not value.strip():
                raise self.fault(key, _('ต้องเป็นรายการของข้อความที่ไม่ว่าง กรุณาแก้เป็นเช่น ["ก", "ข"]'))
        for value in values:
            if values.count(value) > 1:
                raise self.fault(key, _("มี “{value}” ซ้ำ กรุณาลบออกให้เหลือหนึ่ง").format(value=value))
        return tuple(values)

    def tables(self, key: str, read: Callable[["Table"], Item]) -> tuple[Item, ...]:
        """Return the values that ``read`` makes of a list of tables ([[key]]); no key is an empty list."""
        items = self._take(key, (list,), [])
        if not all(isinstance(item, dict) for item in items):
            raise self.fault(key, _("ต้องเขียนเป็นหมวด [[{key}]] กรุณาแก้ตามแบบรายงานตัวอย่าง").format(key=key))
        return tuple(
            self._read_one(Table(self._file, f"{self._at(key)}[{number}]", item), read)
            for number, item in enumerate(items, start=1)
        )

    def end(self) -> None:
        """Refuse a key that nobody took: a slip of the pen, or a key of a newer version."""
        for key in self._values:
            if key not in self._known:
                raise self.fault(
                    key, _("ไม่รู้จักคำนี้ กรุณาลบหรือแก้เป็น {listed}").format(listed=_listed(self._known))
                )

    @staticmethod
    def _read_one(table: "Table", read: Callable[["Table"], Item]) -> Item:
        item = read(table)
        table.end()
        return item

    def _take(self, key: str, types: tuple[type, ...], default: Any) -> Any:
        self._known.append(key)
        value = self._values.get(key, default)
        if value is None:
            raise self.fault(key, _("ยังไม่มี กรุณาเพิ่ม {key} เป็น{kinds}").format(key=key, kinds=_KINDS[types[0]]))
        if not isinstance(value, types) or (isinstance(value, bool) and bool not in types):
            raise self.fault(key, _("ผิดชนิด กรุณาแก้เป็น{kinds}").format(kinds=_KINDS[types[0]]))
        return value

    def _word(self, key: str, word: str, kinds: type[Choice]) -> Choice:
        try:
            return kinds(word)
        except ValueError:
            raise self.fault(
                key, _("ไม่รู้จัก “{word}” กรุณาใช้ {listed}").format(word=word, listed=_listed(kinds))
            ) from None

    def _at(self, key: str) -> str:
        return ".".join(part for part in (self._path, key) if part)


def _listed(words: Sequence[str] | Any) -> str:
    return ", ".join(str(word) for word in words)
