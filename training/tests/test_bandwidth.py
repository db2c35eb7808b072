"""What a recording's band is, and when its treble is missing."""

import numpy as np
import torch

from training.data.front_end import SAMPLE_RATE, WINDOW_LENGTH, FrontEnd
from training.data.narrowed import sampled
from training.data.synthesise import heart
from training.evaluation.bandwidth import BandwidthRule

RULE = BandwidthRule()


def log_mel(samples: np.ndarray) -> np.ndarray:
    with torch.no_grad():
        return FrontEnd()(torch.tensor(samples[None, :WINDOW_LENGTH], dtype=torch.float32)).numpy()


def test_a_tone_is_heard_where_it_is():
    low, high = RULE.heard_hz(log_mel(0.3 * np.sin(2 * np.pi * 200 * np.arange(WINDOW_LENGTH) / SAMPLE_RATE)))
    assert 100 < low < 200 < high < 350  # 200 Hz, and what its window leaks


def test_a_heart_has_its_treble_until_it_is_sampled_too_slowly():
    whole = heart(np.random.default_rng(3), WINDOW_LENGTH / SAMPLE_RATE, rate_bpm=70, murmur=0.0)
    assert not RULE.lacks_treble(log_mel(whole))
    assert RULE.lacks_treble(log_mel(sampled(whole, 333)))
    assert RULE.heard_hz(log_mel(sampled(whole, 500)))[1] < 350
