-- A database as version 12 of the tables left it, with one invented office, person and report.
PRAGMA journal_mode = WAL;
BEGIN;
CREATE TABLE schema_version (id INTEGER NOT NULL, version INTEGER NOT NULL, PRIMARY KEY (id));
CREATE TABLE office (id INTEGER NOT NULL, name TEXT NOT NULL, district TEXT NOT NULL, province TEXT NOT NULL,
    unit TEXT NOT NULL, telephone TEXT NOT NULL, number_prefix TEXT NOT NULL, head_title TEXT NOT NULL,
    emblem BLOB, font TEXT DEFAULT '' NOT NULL, keep_originals BOOLEAN DEFAULT '0' NOT NULL, PRIMARY KEY (id));
CREATE TABLE person (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, position TEXT NOT NULL,
    active BOOLEAN NOT NULL, rank TEXT DEFAULT '' NOT NULL, title TEXT DEFAULT '' NOT NULL, signature BLOB,
    removed BOOLEAN DEFAULT 0 NOT NULL);
CREATE TABLE report (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, form_id VARCHAR(64) NOT NULL,
    fiscal_year INTEGER NOT NULL, round VARCHAR(8) NOT NULL, office TEXT NOT NULL, unit TEXT NOT NULL,
    telephone TEXT NOT NULL, number TEXT NOT NULL, date DATE, subject TEXT NOT NULL, addressee TEXT NOT NULL,
    urgency TEXT NOT NULL, secrecy TEXT NOT NULL, changed_at DATETIME NOT NULL,
    under_memo BOOLEAN DEFAULT 0 NOT NULL, sent_date DATE, chart TEXT DEFAULT '' NOT NULL);
CREATE INDEX ix_report_fiscal_year ON report (fiscal_year);
CREATE TABLE report_text (report_id INTEGER NOT NULL, part VARCHAR(64) NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (report_id, part), FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE);
CREATE TABLE report_row (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, report_id INTEGER NOT NULL,
    place INTEGER NOT NULL, status VARCHAR(16) NOT NULL,
    reason TEXT DEFAULT '' NOT NULL,
    FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE);
CREATE INDEX ix_report_row_report_id ON report_row (report_id);
CREATE TABLE signoff (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, report_id INTEGER NOT NULL,
    place INTEGER NOT NULL, part VARCHAR(64) NOT NULL, role TEXT NOT NULL, opinion TEXT NOT NULL,
    name TEXT NOT NULL, position TEXT NOT NULL, acting_word TEXT NOT NULL, acting_for TEXT NOT NULL,
    signed_date DATE, person_id INTEGER, rank TEXT DEFAULT '' NOT NULL, signature BLOB,
    FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE,
    FOREIGN KEY(person_id) REFERENCES person (id) ON DELETE SET NULL);
CREATE INDEX ix_signoff_report_id ON signoff (report_id);
CREATE TABLE unplaced_line (id INTEGER NOT NULL, report_id INTEGER NOT NULL, place INTEGER NOT NULL,
    text TEXT NOT NULL, PRIMARY KEY (id), FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE);
CREATE INDEX ix_unplaced_line_report_id ON unplaced_line (report_id);
CREATE TABLE cell (row_id INTEGER NOT NULL, "key" VARCHAR(64) NOT NULL, text TEXT NOT NULL,
    PRIMARY KEY (row_id, "key"), FOREIGN KEY(row_id) REFERENCES report_row (id) ON DELETE CASCADE);
CREATE TABLE activity (report_id INTEGER NOT NULL, number INTEGER NOT NULL, date DATE, place TEXT NOT NULL,
    caption TEXT NOT NULL, PRIMARY KEY (report_id, number),
    FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE);
CREATE TABLE score (report_id INTEGER NOT NULL, year INTEGER NOT NULL, indicator INTEGER NOT NULL,
    score INTEGER, previous INTEGER, PRIMARY KEY (report_id, year, indicator),
    FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE);
CREATE TABLE issued_copy (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, report_id INTEGER NOT NULL,
    revision INTEGER NOT NULL, issued_at DATETIME NOT NULL, file_name TEXT NOT NULL, sha256 VARCHAR(64) NOT NULL,
    pdf BLOB NOT NULL, report TEXT NOT NULL, row_ids TEXT NOT NULL, signoff_ids TEXT NOT NULL,
    reopened BOOLEAN NOT NULL, FOREIGN KEY(report_id) REFERENCES report (id));
CREATE UNIQUE INDEX ix_issued_copy_revision ON issued_copy (report_id, revision);
CREATE TABLE form_file (id VARCHAR(64) NOT NULL PRIMARY KEY, text TEXT NOT NULL, taken VARCHAR(64) NOT NULL);
CREATE TABLE change_set (id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, report_id INTEGER NOT NULL,
    at DATETIME NOT NULL, author TEXT NOT NULL, label TEXT NOT NULL, standing VARCHAR(16) NOT NULL,
    FOREIGN KEY(report_id) REFERENCES report (id) ON DELETE CASCADE);
CREATE INDEX ix_change_set_standing ON change_set (report_id, standing);
CREATE TABLE change (id INTEGER NOT NULL, set_id INTEGER NOT NULL, table_name VARCHAR(64) NOT NULL, old TEXT, new TEXT,
    PRIMARY KEY (id), FOREIGN KEY(set_id) REFERENCES change_set (id) ON DELETE CASCADE);
CREATE INDEX ix_change_set_id ON change (set_id);
CREATE TABLE photo (sha256 VARCHAR(64) NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
    name TEXT NOT NULL, jpeg BLOB NOT NULL, original BLOB, PRIMARY KEY (sha256));
CREATE TABLE activity_photo (report_id INTEGER NOT NULL, number INTEGER NOT NULL, place INTEGER NOT NULL,
    sha256 VARCHAR(64) NOT NULL, PRIMARY KEY (report_id, number, place),
    FOREIGN KEY(report_id, number) REFERENCES activity (report_id, number) ON DELETE CASCADE,
    FOREIGN KEY(sha256) REFERENCES photo (sha256));
CREATE INDEX ix_activity_photo_sha256 ON activity_photo (sha256);
CREATE TABLE yearly_table (section VARCHAR(16) NOT NULL, year INTEGER NOT NULL, until INTEGER NOT NULL,
    verified BOOLEAN NOT NULL, lines TEXT NOT NULL, PRIMARY KEY (section, year));
INSERT INTO schema_version VALUES (1, 12);
INSERT INTO office VALUES (1, 'เทศบาลตำบลตัวอย่าง', 'ตัวอย่าง', 'ตัวอย่าง', 'สำนักปลัด', '๐ ๒๐๐๐ ๐๐๐๐',
    'ตย ๕๒๐๐๑/', 'นายกเทศมนตรีตำบลตัวอย่าง', x'89504E470D0A1A0A', '', 0);
INSERT INTO person VALUES (1, 'นางสาวตัวอย่าง ใจดี', 'นิติกร', 1, '', 'นางสาว', NULL, 0);
INSERT INTO report VALUES (1, 'memo', 2566, '12', 'เทศบาลตำบลตัวอย่าง', 'สำนักปลัด', '๐ ๒๐๐๐ ๐๐๐๐', 'ตย ๕๒๐๐๑/๑',
    '2024-03-18', 'รายงานตัวอย่าง', 'นายกเทศมนตรีตำบลตัวอย่าง', '', '', '2024-03-18 03:00:00.000000', 0, NULL, '');
INSERT INTO report_text VALUES (1, 'opening', 'ตามที่');
INSERT INTO report_row VALUES (1, 1, 0, 'done', '');
INSERT INTO cell VALUES (1, 'measure', '๑. มาตรการตัวอย่าง');
INSERT INTO signoff VALUES (1, 1, 0, 'signatures', 'ผู้รายงาน', '', 'นางสาวตัวอย่าง ใจดี', 'นิติกร', '', '', NULL, 1, '', NULL);
INSERT INTO unplaced_line VALUES (1, 1, 0, 'บรรทัดตัวอย่าง');
INSERT INTO activity VALUES (1, 1, '2024-03-07', 'ห้องประชุม', 'ประชุม');
INSERT INTO score VALUES (1, 2566, 1, 9853, NULL);
INSERT INTO issued_copy VALUES (1, 1, 1, '2024-03-18 03:00:00.000000', 'a.pdf', '0', x'25504446', '{}', '1', '1', 1);
INSERT INTO form_file VALUES ('ours', 'id = "ours"', '');
INSERT INTO change_set VALUES (1, 1, '2024-03-18 03:00:00.000000', 'นิติกร', 'แก้ข้อความ', 'done');
INSERT INTO change VALUES (1, 1, 'report_text', '{"report_id":1,"part":"opening","text":""}',
    '{"report_id":1,"part":"opening","text":"ตามที่"}');
INSERT INTO photo VALUES ('0', 2, 1, 'a.jpg', x'FFD8', NULL);
INSERT INTO activity_photo VALUES (1, 1, 1, '0');
INSERT INTO yearly_table VALUES ('grades', 2566, 2566, 1, '[]');
COMMIT;
