"""What is left without treble or bass."""

import numpy as np
import pytest

from training.data.front_end import SAMPLE_RATE
from training.data.narrowed import high_passed, low_passed, narrowings, sampled


def tone(hz: float) -> np.ndarray:
    return np.sin(2 * np.pi * hz * np.arange(8000) / SAMPLE_RATE).astype(np.float32)


def left_db(change, hz: float) -> float:
    heard = change(tone(hz))[2000:6000]
    return float(10 * np.log10(2 * np.mean(heard**2) + 1e-12))


def test_each_way_takes_its_side_and_leaves_the_other():
    assert left_db(lambda s: low_passed(s, 150), 60) == pytest.approx(0, abs=0.3)
    assert left_db(lambda s: low_passed(s, 150), 400) < -30
    assert left_db(lambda s: high_passed(s, 100), 400) == pytest.approx(0, abs=0.3)
    assert left_db(lambda s: high_passed(s, 100), 30) < -35
    assert left_db(lambda s: sampled(s, 333), 60) == pytest.approx(0, abs=0.3)
    assert left_db(lambda s: sampled(s, 333), 300) < -40


def test_every_way_keeps_the_length():
    assert {len(narrow(tone(100))) for narrow in narrowings().values()} == {8000}
