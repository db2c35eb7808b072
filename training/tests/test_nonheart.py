"""Sounds that are no hearts are finite and unlike silence, and the pool replaces what it says."""

import numpy as np
import pytest
import torch

from training.front_end import WINDOW_LENGTH
from training.negatives import NonHearts
from training.nonheart import KINDS, make


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_finite_within_full_scale_and_never_twice_the_same(kind):
    rng = np.random.default_rng(9)
    sounds = [make(kind, rng, WINDOW_LENGTH) for _ in range(8)]
    assert all(np.isfinite(s).all() and np.abs(s).max() <= 1 and len(s) == WINDOW_LENGTH for s in sounds)
    assert kind == "silence" or len({s.tobytes() for s in sounds}) == 8


def test_a_replaced_or_ruined_window_is_no_longer_a_heart_and_a_made_heart_is_one(monkeypatch):
    monkeypatch.setattr("training.negatives.POOL_PER_KIND", 2)
    torch.manual_seed(0)
    pool = NonHearts(0)
    pcg, target = torch.randn(400, WINDOW_LENGTH), torch.rand(400).round()
    changed, found = pool.replace(pcg, target, share=0.4)
    untouched = (changed == pcg).all(1)
    made = (changed[:, None] == pool.hearts).all(2).any(1)
    assert torch.equal(found[untouched], target[untouched])
    assert made.any() and (found[made] == 1).all()
    assert (found[~untouched & ~made] == 0).all()
    assert 0.4 < float((~untouched & ~made).float().mean()) < 0.53
