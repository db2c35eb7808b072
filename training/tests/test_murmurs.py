"""A made-up murmur sounds between the heart sounds, can be heard, and leaves the rest as it was."""

import pytest
import torch

from training.data.augment import to_power
from training.data.murmurs import add_murmurs, audible, beat_number, shapes


@pytest.fixture(name="position")
def fixture_position():
    """64 windows of a beat of 50 frames, systole the first 18 of them."""
    one = torch.cat([torch.arange(18) / 18, 1 + torch.arange(32) / 32])
    return one.repeat(7)[:309].repeat(64, 1)


def test_a_murmur_is_silent_at_the_first_sound_and_has_a_place_in_the_cycle(position):
    torch.manual_seed(0)
    drawn = shapes(position)
    assert drawn.min() >= 0 and drawn.max() <= 1
    assert (drawn.amax(1) > 0.5).all()
    steady = drawn[:, :50] * (drawn[:, :50] == drawn[:, 50:100])  # the same in every beat
    assert torch.equal(steady, drawn[:, :50])
    systole = drawn[:, 2:18].mean(1) > drawn[:, 20:50].mean(1)
    assert 0.5 < systole.float().mean() < 0.95


def test_beats_are_counted(position):
    counted = beat_number(position)
    assert counted[0, 0] == 0 and counted[0, 49] == 0 and counted[0, 50] == 1 and counted.max() == 6


def test_a_murmur_adds_power_that_stands_out_of_the_floor_and_not_above_the_sounds(position):
    torch.manual_seed(1)
    quiet = to_power(-70 + torch.randn(64, 40, 309))
    quiet[:, :6, ::50] += 1e-2
    both = add_murmurs(quiet, position, torch.rand(64, 40, 309), -3.0)
    added = both - quiet
    assert (added >= 0).all()
    floor = quiet.median(2, keepdim=True).values
    assert ((added / floor).amax((1, 2)) > 2).all()  # 3 dB and more, in its own band
    assert (added.sum(1).mean(1) < 3 * quiet.sum(1).amax(1)).all()


def test_where_the_cycle_is_unknown_there_is_no_murmur(position):
    lost = position.clone()
    lost[:, 100:] = float("nan")
    assert not audible(lost).any() and audible(position).all()
    assert shapes(lost)[:, 100:].max() == 0
