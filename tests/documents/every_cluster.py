"""Every cluster that Thai spelling allows: consonant × vowel × tone, and what stands beside them."""

from itertools import product

CONSONANTS = "กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
TONES = ("", "่", "้", "๊", "๋")
VOWELS = """
-+ -+ะ -ั+ -+า -+ำ -ิ+ -ี+ -ึ+ -ื+ -ุ+ -ู+ เ-+ เ-+ะ แ-+ แ-+ะ โ-+ โ-+ะ ใ-+ ไ-+ เ-+า เ-+าะ เ-ิ+ เ-ี+ย เ-ี+ยะ
เ-ื+อ เ-ื+อะ -ั+ว -ั+วะ -+อ
"""
"""Vowels round a consonant (-) and its tone mark (+)."""
SILENT = "-็ เ-็ -์ -ิ์ -ุ์ -ฺ -ํ -๎"
"""What takes no tone mark: ไม้ไต่คู้, การันต์, พินทุ, นิคหิต, ยามักการ."""
BESIDE = """
ฤ ฤๅ ฤๅษี ฤกษ์ ฦ ฦๅ ฯ ฯลฯ กรุงเทพฯ ๆ ต่างๆ น้ำใจ ป้ำๆ สิทธิ์ กษัตริย์ ปี่พาทย์ ๏ ๚ ๛ ฿
๐ ๑ ๒ ๓ ๔ ๕ ๖ ๗ ๘ ๙ 0 1 2 3 4 5 6 7 8 9 ๑๐,๐๐๐ ๐.๔๖
"""


def every_cluster() -> list[str]:
    """Return all of them, each once."""
    toned = (
        vowel.replace("-", consonant).replace("+", tone)
        for consonant, vowel, tone in product(CONSONANTS, VOWELS.split(), TONES)
    )
    silent = (mark.replace("-", consonant) for consonant, mark in product(CONSONANTS, SILENT.split()))
    return list(dict.fromkeys([*toned, *silent, *BESIDE.split()]))
