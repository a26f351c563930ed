"""The fonts and libraries that printing needs, and what to install where one is missing."""

import ctypes
import unicodedata
from collections.abc import Iterable
from functools import cache

LIBRARIES = {
    "libgobject-2.0.so.0": "libglib2.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
    "libfontconfig.so.1": "libfontconfig1",
    "libharfbuzz-subset.so.0": "libharfbuzz-subset0",
}
"""Shared libraries that WeasyPrint loads, with their Debian packages. Without the last one it prints, 3 to 17 times
slower, so it is asked for all the same."""

FONT_PACKAGES = ("fonts-noto-core", "fonts-noto-cjk")
INSTALL_ALL = "apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 " + " ".join(FONT_PACKAGES)

SCRIPTS = {
    "Latin": "Zażółć Đặng Thị Nguyễn",
    "Cyrillic": "Өнөрбаяр Щербаков",
    "Greek": "Ελευθερία Ώρα",
    "Arabic": "منى الأحمد",
    "Hebrew": "שירה לוי",
    "Devanagari": "श्रीमती क्षितिज",
    "Thai": "สมชาย ผู้ใหญ่",
    "Khmer": "សុខា ស្រីមុំ",
    "Lao": "ສົມພອນ ຜູ້",
    "Myanmar": "အောင်ကြည် မြန်မာ",
    "Han": "王小明 渡邊 葉",
    "Hangul": "김민수 홍길동",
}
"""A name or two in each script that must print, with the letters that are hard in it."""

_CJK = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA", "IDEOGRAPHIC", "BOPOMOFO")


@cache
def missing_packages() -> tuple[str, ...]:
    """Gives the Debian packages of the libraries that cannot be loaded here, without loading WeasyPrint itself."""
    return tuple(package for library, package in LIBRARIES.items() if not _loads(library))


def is_any_found() -> bool:
    """Gives whether Fontconfig knows a font at all: without one, Pango ends the process that prints."""
    fontconfig = ctypes.CDLL("libfontconfig.so.1")
    fontconfig.FcConfigGetFonts.argtypes = ctypes.c_void_p, ctypes.c_int
    fontconfig.FcConfigGetFonts.restype = ctypes.POINTER(ctypes.c_int)  # a set, which begins with their number
    known = fontconfig.FcConfigGetFonts(None, 0)
    return bool(known) and known[0] > 0


def command_for(characters: Iterable[str]) -> str:
    """Gives the line that installs fonts for these characters."""
    return "apt-get install " + " ".join(sorted({_package_for(character) for character in characters}))


def _package_for(character: str) -> str:
    if unicodedata.name(character, "").startswith(_CJK):
        return "fonts-noto-cjk"
    if unicodedata.category(character) == "So" and ord(character) >= 0x1F000:
        return "fonts-noto-color-emoji"
    return "fonts-noto-core"


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
