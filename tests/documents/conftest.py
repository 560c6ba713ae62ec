"""An invented memo, and how other programs read the files we make of it."""

import datetime
import io
import subprocess
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageDraw

from desktop_app.documents.compose import compose
from desktop_app.domain.office import Office
from desktop_app.domain.report import Head, Report, Round, Row, SignOff
from desktop_app.forms.library import load_forms

OFFICE = "เทศบาลตำบลตัวอย่าง"
KEYS = ("measure", "method", "responsible", "period", "summary", "outcome", "suggestion")
STEPS = (
    "การจัดทำรายงานผลสำรวจความพึงพอใจในการให้บริการ เพื่อนำไปพัฒนาการให้บริการให้ดีขึ้น",
    "การจัดประชุมพนักงานเทศบาลเป็นประจำทุกเดือน เพื่อติดตามผลการปฏิบัติงานในรอบเดือนที่ผ่านมา",
    "การประชาสัมพันธ์ช่องทางการติดต่อผ่านเว็บไซต์ (www.tambon-example.go.th) และ ณ จุดให้บริการ/ที่ทำการ",
    "การแจ้งเวียนแนวทางฯ ให้บุคลากรถือปฏิบัติอย่างเคร่งครัด เช่น น้ำใจ ป้ำ ฟื้นฟู ปี่พาทย์ ผู้ใหญ่ ฯลฯ",
    "การกำหนดผู้รับผิดชอบ (งานบริหารงานบุคคล) และรายงานผลต่อที่ประชุมประจำเดือนของเทศบาลตำบลตัวอย่าง จ.ตัวอย่าง",
)
PERIODS = ("ต.ค. ๖๕ - ก.ย. ๖๖", "ต.ค. ๖๕-ธ.ค. ๖๕", "๑ ต.ค. ๖๖ - ๓๐ ก.ย. ๖๗", "ทุกวัน")


def measure_row(number: int) -> Row:
    """One row, its cells as long and uneven as real ones."""
    thai = "๐๑๒๓๔๕๖๗๘๙"[number % 10]
    steps = [STEPS[(number + at) % len(STEPS)] for at in range(1 + number % 5)]
    listed = "\n".join(f"{'๑๒๓๔๕'[at]}. {step}" for at, step in enumerate(steps))
    cells = (
        f"{thai}. มาตรการด้านการปฏิบัติงานที่โปร่งใส และมีประสิทธิภาพ",
        listed,
        ("ทุกส่วนราชการ", "สำนักปลัด (งานบริหารงานบุคคล)", "กองคลัง")[number % 3],
        PERIODS[number % len(PERIODS)],
        listed.replace("การ", "หน่วยงานมีการ", 1),
        "การปฏิบัติงานของเจ้าหน้าที่เกิดความโปร่งใส เป็นไปตามขั้นตอนและระยะเวลาที่กำหนด คะแนนเพิ่มขึ้น ๐.๔๖ คะแนน",
        "มีการปรับปรุงคู่มือการให้บริการประชาชนเป็นประจำอย่างสม่ำเสมอ",
    )
    return Row(number, number, dict(zip(KEYS, cells, strict=True)))


def make_memo(**changes) -> Report:
    report = Report(
        id=1,
        form_id="memo",
        fiscal_year=2566,
        round=Round.TWELVE_MONTHS,
        office=Office(name=OFFICE, district="อำเภอตัวอย่าง", province="จังหวัดตัวอย่าง"),
        head=Head(
            office=OFFICE,
            unit=f"งานนิติการ สำนักปลัด{OFFICE}",
            telephone="๐-๐๐๐๐-๐๐๐๐",
            number="ตย. - /๒๕๖๗",
            date=datetime.date(2024, 3, 18),
            subject=f"รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสของ{OFFICE} "
            "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖",
            addressee="นายกเทศมนตรีตำบลตัวอย่าง",
        ),
        texts={
            "opening": f"ตามที่ได้ดำเนินการวิเคราะห์ผลการประเมิน ITA ของ{OFFICE} ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ "
            "และได้กำหนดมาตรการ/แนวทางในการส่งเสริมคุณธรรมและความโปร่งใสขององค์กรปกครองส่วนท้องถิ่น ดังต่อไปนี้",
            "closing": "งานนิติการ จึงขอรายงานผลการดำเนินการตามมาตรการดังกล่าว "
            "เพื่อพัฒนาประสิทธิภาพในการปฏิบัติงานและการให้บริการแก่ประชาชนให้ดียิ่งขึ้นต่อไป\nจึงเรียนมาเพื่อโปรดทราบ",
        },
        rows=tuple(measure_row(number) for number in range(1, 8)),
        signoffs=(
            SignOff(1, 1, "signatures", "ผู้รายงาน", "", "นางสาวตัวอย่าง ใจดี", "นิติกรปฏิบัติการ"),
            SignOff(
                2,
                2,
                "opinions",
                "หัวหน้าสำนักปลัด",
                "เพื่อโปรดทราบ",
                "นายสมมุติ งามดี",
                "นักวิเคราะห์นโยบายและแผนชำนาญการ",
                "รักษาการแทน",
                "หัวหน้าสำนักปลัด",
            ),
            SignOff(3, 3, "opinions", f"ปลัด{OFFICE}", "เพื่อทราบ", "นางสาวสมมุติ งามยิ่ง", f"ปลัด{OFFICE}"),
            SignOff(4, 4, "opinions", "นายกเทศมนตรีตำบลตัวอย่าง", "ทราบ"),
        ),
    )
    return replace(report, **changes)


@pytest.fixture(scope="session")
def memo_form():
    return load_forms()["memo"]


@pytest.fixture
def memo():
    return make_memo


@pytest.fixture
def document(memo, memo_form):
    return lambda **changes: compose(memo(**changes), memo_form)


@pytest.fixture
def poppler(tmp_path):
    """Read text with poppler; fails when pdftotext is not installed."""

    def read(pdf: bytes, *options: str) -> str:
        path = tmp_path / "read.pdf"
        path.write_bytes(pdf)
        command = ["pdftotext", "-enc", "UTF-8", *options, str(path), "-"]
        run = subprocess.run(command, capture_output=True, check=True)
        assert not run.stderr, run.stderr
        return run.stdout.decode("utf-8")

    return read


@pytest.fixture
def pdfium():
    def read(pdf: bytes) -> str:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return "\f".join(page.get_textpage().get_text_range() for page in document)
        finally:
            document.close()

    return read


@pytest.fixture
def bare():
    """Take white space out."""
    return lambda text: "".join(text.split())


@pytest.fixture
def seeds():
    folder = Path(__file__).resolve().parents[3] / "shared" / "seeds"
    assert folder.is_dir(), "the seeds are needed: ../shared/seeds"
    return folder


@pytest.fixture
def emblem():
    """A black ring on nothing, as PNG."""
    picture = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((4, 4, 296, 296), outline=(0, 0, 0, 255), width=8)
    target = io.BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()
