"""What bench.window calls too slow."""

from bench.window import LIMITS, beyond


def test_a_number_beyond_its_limit_is_named_and_one_at_it_is_not():
    at_most = {name: float(limit) for name, (limit, _unit, _words) in LIMITS.items()}
    assert beyond(at_most) == []
    assert beyond({**at_most, "commit": 5.1, "memory": 221.0}) == ["commit", "memory"]
