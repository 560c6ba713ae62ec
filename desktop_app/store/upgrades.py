"""What brings the database of an older version up to date: one step for each version, in order.

A step is plain SQL that stays as it was written: it knows the tables of its own time, not today's models.
"""

import sqlite3

STEPS: tuple[tuple[str, ...], ...] = (
    # 1 -> 2: the type family that the office's documents are set in
    ("ALTER TABLE office ADD COLUMN font TEXT DEFAULT '' NOT NULL",),
    # 2 -> 3: the activities that a report tells of
    (
        "CREATE TABLE activity (report_id INTEGER NOT NULL, number INTEGER NOT NULL, date DATE, "
        "place TEXT NOT NULL, caption TEXT NOT NULL, PRIMARY KEY (report_id, number), "
        "FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE)",
    ),
    # 3 -> 4: the ITA scores of a report
    (
        "CREATE TABLE score (report_id INTEGER NOT NULL, year INTEGER NOT NULL, indicator INTEGER NOT NULL, "
        "score INTEGER, previous INTEGER, PRIMARY KEY (report_id, year, indicator), "
        "FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE)",
    ),
    # 4 -> 5: the copies that were issued
    (
        "CREATE TABLE issued_copy (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, "
        "report_id INTEGER NOT NULL, revision INTEGER NOT NULL, issued_at DATETIME NOT NULL, "
        "file_name TEXT NOT NULL, sha256 VARCHAR(64) NOT NULL, pdf BLOB NOT NULL, report TEXT NOT NULL, "
        "row_ids TEXT NOT NULL, signoff_ids TEXT NOT NULL, reopened BOOLEAN NOT NULL, "
        "FOREIGN KEY(report_id) REFERENCES report (id))",
        "CREATE UNIQUE INDEX ix_issued_copy_revision ON issued_copy (report_id, revision)",
    ),
    # 5 -> 6: the forms of the office's own
    (
        "CREATE TABLE form_file (id VARCHAR(64) NOT NULL PRIMARY KEY, text TEXT NOT NULL, "
        "taken VARCHAR(64) NOT NULL)",
    ),
    # 6 -> 7: why a row cannot be done
    ("ALTER TABLE report_row ADD COLUMN reason TEXT DEFAULT '' NOT NULL",),
    # 7 -> 8: what was changed, by whom and when
    (
        "CREATE TABLE change_set (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, report_id INTEGER NOT NULL, "
        "at DATETIME NOT NULL, author TEXT NOT NULL, label TEXT NOT NULL, standing VARCHAR(16) NOT NULL, "
        "FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE)",
        "CREATE INDEX ix_change_set_standing ON change_set (report_id, standing)",
        "CREATE TABLE change (id INTEGER NOT NULL, set_id INTEGER NOT NULL, "
        "table_name VARCHAR(64) NOT NULL, old TEXT, new TEXT, PRIMARY KEY (id), "
        "FOREIGN KEY(set_id) REFERENCES change_set (id) ON DELETE CASCADE)",
        "CREATE INDEX ix_change_set_id ON change (set_id)",
    ),
    # 8 -> 9: the photos of activities
    (
        "ALTER TABLE office ADD COLUMN keep_originals BOOLEAN DEFAULT '0' NOT NULL",
        "CREATE TABLE photo (sha256 VARCHAR(64) NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, "
        "name TEXT NOT NULL, jpeg BLOB NOT NULL, original BLOB, PRIMARY KEY (sha256))",
        "CREATE TABLE activity_photo (report_id INTEGER NOT NULL, number INTEGER NOT NULL, "
        "place INTEGER NOT NULL, sha256 VARCHAR(64) NOT NULL, PRIMARY KEY (report_id, number, place), "
        "FOREIGN KEY(report_id, number) REFERENCES activity (report_id, number) ON DELETE CASCADE, "
        "FOREIGN KEY(sha256) REFERENCES photo (sha256))",
        "CREATE INDEX ix_activity_photo_sha256 ON activity_photo (sha256)",
    ),
    # 9 -> 10: a memo before a report, with a day of its own; rank, title and signature of a person
    (
        "ALTER TABLE report ADD COLUMN under_memo BOOLEAN DEFAULT 0 NOT NULL",
        "ALTER TABLE report ADD COLUMN sent_date DATE",
        "ALTER TABLE person ADD COLUMN rank TEXT DEFAULT '' NOT NULL",
        "ALTER TABLE person ADD COLUMN title TEXT DEFAULT '' NOT NULL",
        "ALTER TABLE person ADD COLUMN signature BLOB",
        "ALTER TABLE person ADD COLUMN removed BOOLEAN DEFAULT 0 NOT NULL",
        "ALTER TABLE signoff ADD COLUMN rank TEXT DEFAULT '' NOT NULL",
        "ALTER TABLE signoff ADD COLUMN signature BLOB",
        "UPDATE person SET title = CASE WHEN name LIKE 'นางสาว_% _%' THEN 'นางสาว' "
        "WHEN name LIKE 'นาง_% _%' THEN 'นาง' WHEN name LIKE 'นาย_% _%' THEN 'นาย' "
        "WHEN name LIKE 'น.ส._% _%' THEN 'น.ส.' WHEN name LIKE 'ดร._% _%' THEN 'ดร.' ELSE '' END",
    ),
    # 10 -> 11: the yearly tables that the office changed
    (
        "CREATE TABLE yearly_table (section VARCHAR(16) NOT NULL, year INTEGER NOT NULL, "
        "until INTEGER NOT NULL, verified BOOLEAN NOT NULL, lines TEXT NOT NULL, "
        "PRIMARY KEY (section, year))",
    ),
    # 11 -> 12: the chart on the cover of a report
    ("ALTER TABLE report ADD COLUMN chart TEXT DEFAULT '' NOT NULL",),
    # 12 -> 13: the password that is asked for at the start
    (
        "CREATE TABLE start_password (id INTEGER NOT NULL, salt BLOB NOT NULL, digest BLOB NOT NULL, "
        "removed_at DATETIME, PRIMARY KEY (id))",
    ),
)
SCHEMA_VERSION = 1 + len(STEPS)
"""The version this program writes. A database with a higher one is refused."""


def upgrade(connection: sqlite3.Connection) -> None:
    """Take every step that the database has not taken, inside of the caller's one transaction."""
    (found,) = connection.execute("SELECT version FROM schema_version").fetchone()
    for step in STEPS[found - 1 :]:
        for statement in step:
            connection.execute(statement)
    connection.execute("UPDATE schema_version SET version = ?", (SCHEMA_VERSION,))
