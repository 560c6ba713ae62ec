"""A database in use is neither read nor written over by mistake."""

import pytest

from desktop_app.errors import KnownError
from desktop_app.exchange.emblem import candidates
from desktop_app.exchange.safe_file import write_safely
from desktop_app.exchange.text_file import read_text
from desktop_app.store.database import open_store


@pytest.mark.parametrize("ending", ["", "-wal", "-shm"])
@pytest.mark.parametrize("touch", [read_text, candidates, lambda path: write_safely(path, b"%PDF")])
def test_a_database_in_use_is_not_touched(tmp_path, touch, ending):
    database = tmp_path / "office.db"
    store = open_store(database)
    path = database.with_name(database.name + ending)
    before = path.read_bytes() if ending == "-wal" else None
    with pytest.raises(KnownError, match="กำลังใช้อยู่"):
        touch(path)
    assert before is None or path.read_bytes() == before
    store.close()
    assert database.stat().st_size > 0
