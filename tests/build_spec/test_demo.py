"""The demonstration opens a window only where there is one to open."""

import pytest

from build_spec.demo import has_screen


@pytest.mark.parametrize(
    ("platform", "environment", "screen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("win32", {}, True),
        ("darwin", {}, True),
        ("linux", {"DISPLAY": ":0", "CI": "1"}, False),
        ("win32", {"BANTHUEK_NO_WINDOW": "1"}, False),
    ],
)
def test_a_window_needs_a_screen_and_leave_to_open(platform, environment, screen):
    assert has_screen(platform, environment) is screen
