"""Augmentation changes what it names by what it says, and nothing else."""

from dataclasses import replace

import pytest
import torch

from training import augment
from training.config import AugmentConfig
from training.front_end import WINDOW_LENGTH

NOTHING = AugmentConfig(
    equaliser_db=0,
    high_pass_share=0,
    low_pass_share=0,
    noise_share=0,
    clip_share=0,
    time_mask_share=0,
    band_mask_share=0,
)


@pytest.fixture(name="pcg")
def fixture_pcg():
    torch.manual_seed(3)
    return torch.randn(40, WINDOW_LENGTH) * torch.logspace(-3, 0, 40)[:, None]


def test_nothing_asked_is_nothing_changed_but_the_offset(pcg):
    same = augment.another_recording(pcg + 0.5, NOTHING)
    assert torch.allclose(same, pcg - pcg.mean(1, keepdim=True), atol=1e-5)


def test_noise_has_the_ratio_it_should_whatever_the_level(pcg):
    noisy = augment.another_recording(pcg, replace(NOTHING, noise_share=1, noise_snr_db=(6, 6)))
    snr_db = 20 * torch.log10(pcg.std(1) / (noisy - pcg).std(1))
    assert snr_db.numpy() == pytest.approx(6, abs=0.5)


def test_a_low_pass_takes_the_top_and_leaves_the_bottom(pcg):
    heard = augment.another_recording(pcg, replace(NOTHING, low_pass_share=1))
    ratio = torch.fft.rfft(heard).abs() / torch.fft.rfft(pcg).abs()
    assert (ratio[:, 4900] < 0.6).all()
    assert (ratio[:, 100:250] > 0.99).all()


def test_clipping_lowers_the_peak_to_between_a_fifth_and_four_fifths(pcg):
    clipped = augment.another_recording(pcg, replace(NOTHING, clip_share=1))
    ratio = clipped.abs().amax(1) / pcg.abs().amax(1)
    assert (ratio > 0.15).all() and (ratio < 0.85).all()


def test_masks_hide_no_more_than_they_may():
    torch.manual_seed(4)
    log_mel = torch.randn(50, 40, 309)
    hidden = augment.mask(log_mel, AugmentConfig(time_mask_share=1, band_mask_share=0)) != log_mel
    assert hidden.any()
    assert hidden.any(1).sum(1).max() <= AugmentConfig().time_mask_frames + 1
