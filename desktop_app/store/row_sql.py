"""What SQLite is asked and told of rows, many at a time.

Many records come, and go, as one JSON text: with each single record that SQLite gives or takes, the thread
that asks gives way to every other one, and while pages are laid out beside the window it would wait for its
turn thousands of times.
"""

# ruff: noqa: S608 — the names in the SQL are our own, no value is written into it

from desktop_app.domain.report import Status

_THESE = "(SELECT value FROM json_each(?))"
"""Ids, as a JSON array."""
_VALUES = ", ".join(f"json_group_array({name})" for name in ("id", "place", "status", "reason"))
ALL_ROWS = f"SELECT {_VALUES} FROM report_row WHERE report_id = ?"
NEW_ROWS = f"{ALL_ROWS} AND place BETWEEN ? AND ?"
SOME_ROWS = f"SELECT {_VALUES} FROM report_row WHERE id IN {_THESE}"
OWN_ROWS = f"SELECT count(*) FROM report_row WHERE report_id = ? AND id IN {_THESE}"
WHOLE_ROW = (
    "SELECT id, place, status, reason, (SELECT json_group_object(key, text) FROM cell WHERE row_id = id) "
    "FROM report_row WHERE id = ?"
)
CELLS = (
    "SELECT json_group_array(row_id), json_group_array(key), json_group_array(text) "
    f"FROM cell WHERE row_id IN {_THESE}"
)

COUNT = "SELECT count(*) FROM report_row WHERE report_id = ?"
MAKE_ROOM = "UPDATE report_row SET place = place + ? WHERE report_id = ? AND place >= ?"
ADD_ROWS = (
    "INSERT INTO report_row (report_id, place, status, reason) "
    "SELECT ?, ? + key, value, '' FROM json_each(?) ORDER BY key"
)
"""The report, the first place, the statuses."""
REMOVE_ROWS = f"DELETE FROM report_row WHERE id IN {_THESE}"

ADD_CELLS = (
    "INSERT INTO cell (row_id, key, text) SELECT filled.key, one.key, one.value "
    "FROM json_each(?) AS filled, json_each(filled.value) AS one"
)
"""Texts by column key, by row id."""
_ANEW = "ON CONFLICT (row_id, key) DO UPDATE SET text = excluded.text"
WRITE_CELLS = f"{ADD_CELLS} WHERE true {_ANEW}"
WRITE_CELL = f"INSERT INTO cell (row_id, key, text) VALUES (?, ?, ?) {_ANEW}"
EMPTY_CELLS = (
    "DELETE FROM cell WHERE (row_id, key) IN "
    "(SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?))"
)
"""Pairs of row id and column key."""

_GIVEN = "FROM json_each(?) AS given WHERE report_row.id = given.key"
"""Values by row id."""
WRITE_PLACES = f"UPDATE report_row SET place = given.value {_GIVEN}"
WRITE_REASONS = f"UPDATE report_row SET reason = given.value {_GIVEN}"
WRITE_STATUSES = (
    "UPDATE report_row SET status = given.value, "
    f"reason = CASE given.value WHEN '{Status.CANNOT.value}' THEN reason ELSE '' END {_GIVEN}"
)
