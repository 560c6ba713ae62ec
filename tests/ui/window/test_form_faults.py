"""A form file that cannot be used is told when the window opens, and all else works."""


def test_a_wrong_form_file_is_told_and_the_report_opens(open_window, ws, report):
    folder = ws.store.path.parent / "forms"
    folder.mkdir()
    (folder / "ours.toml").write_text('id = "ours"\n', encoding="utf-8")
    made = open_window(workspace=ws.with_forms_of_now())
    assert made.session.report == report
    assert "ours.toml: ที่ title ยังไม่มี" in made.notice.sentence
