"""What a phone and a room do to a recording does what it says, and no more."""

import numpy as np
import pytest

from training.data.arrays import Singles
from training.data.front_end import SAMPLE_RATE
from training.data.synthesise import heart
from training.evaluation.changes import changes

DONE = changes()


def tone(hz: float) -> Singles:
    return np.sin(2 * np.pi * hz * np.arange(4 * SAMPLE_RATE) / SAMPLE_RATE).astype(np.float32)


def loudness_db(sound: np.ndarray) -> float:
    return float(20 * np.log10(np.std(sound)))


def test_the_bass_is_cut_and_the_rest_is_kept():
    change = DONE["bass cut below 100 Hz"]
    assert loudness_db(change(tone(50))) - loudness_db(tone(50)) == pytest.approx(-12, abs=1)
    assert loudness_db(change(tone(400))) - loudness_db(tone(400)) == pytest.approx(0, abs=0.5)


def test_hiss_is_as_loud_as_said_whatever_the_level():
    for gain in (1.0, 0.01):
        sound = tone(100) * np.float32(gain)
        added = DONE["hiss 20 dB below"](sound) - sound
        assert loudness_db(added) - loudness_db(sound) == pytest.approx(-20, abs=0.5)


@pytest.mark.parametrize("codec", ["Opus, 24 kbit/s", "AAC, 48 kbit/s"])
def test_a_heart_survives_compression(codec):
    if codec not in DONE:
        pytest.skip("ffmpeg is not installed")
    sound = heart(np.random.default_rng(3), 8.0, rate_bpm=70, murmur=0.0).astype(np.float32)
    after = DONE[codec](sound)
    assert abs(len(after) - len(sound)) < 0.1 * SAMPLE_RATE
    alike = np.correlate(after, sound[: len(after)], "same")
    assert alike.max() / (np.linalg.norm(after) * np.linalg.norm(sound)) > 0.9
