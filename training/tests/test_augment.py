"""Augmentation changes what it names by what it says, and nothing else."""

from dataclasses import replace

import pytest
import torch
from made_data import made_noise

from training.config import AugmentConfig
from training.data import augment
from training.data.front_end import FLOOR_DB
from training.model.batches import any_tempo

NOTHING = AugmentConfig(
    equaliser_db=0,
    high_pass_share=0,
    low_pass_share=0,
    noise_share=0,
    cut_share=0,
    time_mask_share=0,
    band_mask_share=0,
)


@pytest.fixture(name="room", scope="module")
def fixture_room():
    return augment.Room(0, made_noise())


@pytest.fixture(name="log_mel")
def fixture_log_mel():
    torch.manual_seed(3)
    return -40 + 8 * torch.randn(40, 40, 309) + torch.linspace(-30, 30, 40)[:, None, None]


def test_nothing_asked_is_nothing_changed(log_mel, room):
    assert torch.allclose(augment.another_recording(log_mel, room, NOTHING), log_mel)


def test_noise_has_the_ratio_it_should_whatever_the_level(log_mel, room):
    noisy = augment.another_room(log_mel, room, replace(NOTHING, noise_share=1, noise_snr_db=(6, 6)))
    heart, both = augment.to_power(log_mel), augment.to_power(noisy)
    snr_db = 10 * torch.log10(heart.mean((1, 2)) / (both - heart).mean((1, 2)))
    assert snr_db.numpy() == pytest.approx(6, abs=0.1)


def test_noise_comes_to_the_share_it_should(log_mel, room):
    torch.manual_seed(1)
    noisy = augment.another_room(log_mel.repeat(20, 1, 1), room, replace(NOTHING, noise_share=0.3))
    changed = (noisy != log_mel.repeat(20, 1, 1)).any(2).any(1).float().mean()
    assert changed == pytest.approx(0.3, abs=0.05)


def test_a_low_pass_takes_the_top_and_leaves_the_bottom(log_mel):
    change = augment.another_sensor(log_mel, replace(NOTHING, low_pass_share=1)) - log_mel
    assert (change[:, -1] < -2).all()
    assert (change[:, 0].abs() < 0.1).all()


def test_a_sensor_moves_a_band_alike_at_all_times(log_mel):
    change = augment.another_sensor(log_mel, replace(NOTHING, equaliser_db=5)) - log_mel
    assert change.std(2).max() < 1e-4
    assert change.mean(2).std() > 2


def test_masks_hide_no_more_than_they_may(log_mel):
    torch.manual_seed(4)
    hidden = augment.mask(log_mel, AugmentConfig(time_mask_share=1, band_mask_share=0)) != log_mel
    assert hidden.any()
    assert hidden.any(1).sum(1).max() <= AugmentConfig().time_mask_frames + 1


def test_what_is_cut_off_is_gone_and_nothing_below_it(log_mel):
    torch.manual_seed(2)
    cut = augment.another_sensor(log_mel.repeat(5, 1, 1), replace(NOTHING, cut_share=1))
    gone = (cut == FLOOR_DB).all(2)
    first = gone.float().argmax(1)
    assert gone.any(1).all() and (first > 0).all()
    assert (gone.long().diff(dim=1) >= 0).all()
    assert torch.equal(cut[~gone], log_mel.repeat(5, 1, 1)[~gone])


def test_tempos_reach_as_far_as_asked_and_no_further_than_the_share():
    played = [AugmentConfig(tempo=(0.5, 2.0), tempo_share=1), AugmentConfig(tempo=(0.5, 2.0), tempo_share=0)]
    torch.manual_seed(0)
    wide, none = (any_tempo(500, config) for config in played)
    assert wide.min() < 0.6 and wide.max() > 1.7
    assert (none == 1).all()
