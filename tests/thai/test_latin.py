"""A name in Latin letters is plain, steady and tells offices apart."""

import pytest

from desktop_app.thai.latin import latin_name


@pytest.mark.parametrize(
    ("thai", "latin"),
    [
        ("เทศบาลตำบลตัวอย่าง", "thesbaaltambltawoyaang"),
        ("องค์การบริหารส่วนตำบล", "ongkhkaarbrihaarswntambl"),
        ("กอง ๒ (A-4)", "kong2A4"),
        ("", ""),
        ("🙂 — \n/\\:", ""),
    ],
)
def test_letters_become_latin_and_all_else_is_left_out(thai, latin):
    assert latin_name(thai) == latin
