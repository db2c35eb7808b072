"""Sounds that are no hearts are finite and unlike silence, and the pool replaces what it says."""

import numpy as np
import pytest
import torch
from made_data import made_noise, write

from training.data.front_end import FRAMES, MEL_BANDS, WINDOW_LENGTH
from training.data.negatives import NonHearts, clip
from training.data.nonheart import KINDS, make
from training.data.prepare import prepare
from training.data.recordings import read_recordings


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_finite_within_full_scale_and_never_twice_the_same(kind):
    rng = np.random.default_rng(9)
    sounds = [make(kind, rng, WINDOW_LENGTH) for _ in range(8)]
    assert all(np.isfinite(s).all() and np.abs(s).max() <= 1 and len(s) == WINDOW_LENGTH for s in sounds)
    assert kind == "silence" or len({s.tobytes() for s in sounds}) == 8


def test_clipping_cuts_off_six_in_ten_samples():
    ruined = clip(np.random.default_rng(1).standard_normal(WINDOW_LENGTH))
    assert (np.abs(ruined) == np.abs(ruined).max()).mean() == pytest.approx(0.6, abs=0.01)


def test_a_replaced_or_ruined_window_is_no_longer_a_heart_and_a_made_heart_is_one(monkeypatch, tmp_path):
    monkeypatch.setattr("training.data.negatives.POOL_PER_KIND", 2)
    write(tmp_path / "data", per_class=1, people=2)
    prepare(tmp_path / "data", tmp_path / "cache")
    torch.manual_seed(0)
    data = read_recordings(tmp_path / "cache")
    pool = NonHearts(0, data, np.ones(len(data.record), bool), made_noise())
    log_mel, good = torch.randn(400, MEL_BANDS, FRAMES), torch.rand(400).round()
    shown = pool.replace(log_mel, good, share=0.4)
    untouched = (shown.log_mel == log_mel).all(2).all(1)
    made = (shown.log_mel[:, None] == pool.hearts).all(3).all(2).any(1)
    assert torch.equal(shown.usable[untouched], good[untouched])
    assert made.any() and (shown.usable[made] == 1).all()
    assert (shown.usable[~untouched & ~made] == 0).all()
    assert 0.4 < float((~untouched & ~made).float().mean()) < 0.53
    assert (shown.is_heart[untouched | made] == 1).all() and 0.3 < float((shown.is_heart == 0).float().mean()) < 0.5
    assert torch.equal(shown.is_told == 0, untouched & (good == 0))  # an unsure recording alone is not told
