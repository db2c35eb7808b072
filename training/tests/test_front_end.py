"""The front end inside the graph against scipy's short-time Fourier transform and a loop over triangles."""

import numpy as np
import pytest
import scipy.signal
import torch

from training.data.front_end import (
    F_MAX_HZ,
    F_MIN_HZ,
    FFT_SIZE,
    FLOOR_DB,
    FRAMES,
    HOP_LENGTH,
    MEL_BANDS,
    SAMPLE_RATE,
    WINDOW_LENGTH,
    FrontEnd,
    band_edges,
)

TOLERANCE_DB = 2e-3  # float32 against float64, at least 60 dB above the floor


def reference(pcg: np.ndarray) -> np.ndarray:
    """Log-mel [bands x frames] of one window, in double precision, each frame's mean taken out by scipy."""
    transform = scipy.signal.ShortTimeFFT(
        np.asarray(scipy.signal.get_window("hann", FFT_SIZE)),
        HOP_LENGTH,
        SAMPLE_RATE,
        fft_mode="onesided",
        phase_shift=None,
    )
    frames = transform.stft_detrend(pcg.astype(np.float64), "constant", p0=2, p1=2 + FRAMES)
    power = np.abs(2 * frames / transform.win.sum()) ** 2
    points = np.linspace(F_MIN_HZ, F_MAX_HZ, MEL_BANDS + 2)
    bank = np.array([np.interp(transform.f, points[k : k + 3], [0, 1, 0], 0, 0) for k in range(MEL_BANDS)])
    return 10 * np.log10(bank @ power + 10 ** (FLOOR_DB / 10))


def log_mel(pcg: np.ndarray) -> np.ndarray:
    return FrontEnd()(torch.tensor(pcg[None], dtype=torch.float32))[0].numpy()


def test_equals_an_independent_reference():
    pcg = 0.1 * np.random.default_rng(1).standard_normal(WINDOW_LENGTH).astype(np.float32)
    found, expected = log_mel(pcg), reference(pcg - pcg.mean())
    assert found.shape == (MEL_BANDS, FRAMES)
    loud = expected > FLOOR_DB + 60
    assert loud.mean() > 0.99
    assert np.abs(found - expected)[loud].max() < TOLERANCE_DB


def test_a_sine_of_full_scale_is_loudest_in_its_band_and_reads_about_zero_db():
    t = np.arange(WINDOW_LENGTH) / SAMPLE_RATE
    for band in (3, 12, 30):
        hz = band_edges()[band, 1]
        spectrum = log_mel(np.sin(2 * np.pi * hz * t)).mean(1)
        assert spectrum.argmax() == band
        assert spectrum[band] == pytest.approx(0, abs=2)


def test_gain_is_a_constant_in_decibels():
    pcg = np.random.default_rng(2).standard_normal(WINDOW_LENGTH)
    assert log_mel(0.5 * pcg) - log_mel(0.05 * pcg) == pytest.approx(20, abs=1e-3)


@pytest.mark.parametrize("offset", [-0.9, 0.3, 100.0])
def test_an_offset_changes_nothing(offset: float):
    pcg = 0.1 * np.random.default_rng(3).standard_normal(WINDOW_LENGTH)
    assert np.abs(log_mel(pcg + offset) - log_mel(pcg))[log_mel(pcg) > -60].max() < (0.5 if offset > 1 else 0.01)


def test_silence_reads_the_floor():
    assert log_mel(np.zeros(WINDOW_LENGTH)) == pytest.approx(FLOOR_DB)
