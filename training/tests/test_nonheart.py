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


def test_a_replaced_or_ruined_window_is_no_longer_a_heart(monkeypatch):
    monkeypatch.setattr("training.negatives.POOL_PER_KIND", 2)
    torch.manual_seed(0)
    pcg, target = torch.randn(400, WINDOW_LENGTH), torch.ones(400)
    changed, found = NonHearts(0).replace(pcg, target, share=0.4)
    untouched = (changed == pcg).all(1)
    assert torch.equal(untouched, found == 1)
    assert 0.4 < float((found == 0).float().mean()) < 0.53
