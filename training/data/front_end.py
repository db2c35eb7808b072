"""Samples to log-mel in decibels, as a layer of the graph, so that no other program has to write it again.

A short-time Fourier transform is a convolution with windowed cosines and sines; a mel bank is a matrix product.
Below 1 kHz the mel scale of Slaney (librosa's default) is linear in hertz, and 2 kHz audio has nothing above 1 kHz, so
the bands are equally wide.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from training.data.arrays import Floats

SAMPLE_RATE = 2000  # Hz: the data's own rate
WINDOW_LENGTH = 10_000  # samples: 5 s
FFT_SIZE = 128  # samples: 64 ms, about the length of a first heart sound
HOP_LENGTH = 32  # samples: 16 ms
MEL_BANDS = 40
F_MIN_HZ, F_MAX_HZ = 20.0, 800.0
FLOOR_DB = -120.0  # power added before the logarithm: digital silence reads this
FRAMES = 1 + (WINDOW_LENGTH - FFT_SIZE) // HOP_LENGTH


def band_edges() -> Floats:
    """Return low, centre and high frequency of each band in Hz: [MEL_BANDS x 3]."""
    points = np.linspace(F_MIN_HZ, F_MAX_HZ, MEL_BANDS + 2)
    return np.stack([points[:-2], points[1:-1], points[2:]], axis=1)


def mel_bank(bin_hz: NDArray[np.floating]) -> Floats:
    """Return the triangles, peak 1, at the frequencies `bin_hz` of the bins: [MEL_BANDS x bins].

    librosa.filters.mel with htk=False, norm=None, below 1 kHz.
    """
    low, centre, high = band_edges().T[:, :, None]
    rising = (bin_hz - low) / (centre - low)
    falling = (high - bin_hz) / (high - centre)
    return np.maximum(0, np.minimum(rising, falling))


def fourier_kernels(bins: NDArray[np.int64]) -> Floats:
    """Return the Hann-windowed cosines, then the negative sines, of the bins: [2 bins x FFT_SIZE].

    Each kernel has mean zero, which takes each frame's mean out before the window is applied: an offset of any size
    does not reach the lowest band. Scaled so that a sine of amplitude 1 in the middle of a bin has power 1 (0 dB).
    """
    n = np.arange(FFT_SIZE)
    hann = 0.5 - 0.5 * np.cos(2 * np.pi * n / FFT_SIZE)
    angle = 2 * np.pi * bins[:, None] * n / FFT_SIZE
    kernels = np.concatenate([np.cos(angle), -np.sin(angle)]) * hann * 2 / hann.sum()
    return kernels - kernels.mean(axis=1, keepdims=True)


class FrontEnd(nn.Module):
    """pcg [windows x samples], any gain and offset -> log-mel [windows x MEL_BANDS x frames] in dB re full scale."""

    kernels: Tensor
    bank: Tensor

    def __init__(self) -> None:
        super().__init__()
        hz = np.fft.rfftfreq(FFT_SIZE, 1 / SAMPLE_RATE)
        heard = np.flatnonzero(mel_bank(hz).any(axis=0))  # the other bins are never computed
        self.register_buffer("kernels", torch.tensor(fourier_kernels(heard)[:, None], dtype=torch.float32))
        self.register_buffer("bank", torch.tensor(mel_bank(hz[heard]), dtype=torch.float32))

    def forward(self, pcg: Tensor) -> Tensor:
        """[windows x samples] -> [windows x MEL_BANDS x frames]; samples >= FFT_SIZE."""
        pcg = pcg - pcg.mean(1, keepdim=True)
        spectrum = nn.functional.conv1d(pcg[:, None], self.kernels, stride=HOP_LENGTH)  # [w, 2 bins, frames]
        re, im = spectrum.chunk(2, dim=1)  # [w, bins, frames] each
        power = self.bank @ (re * re + im * im)  # [w, MEL_BANDS, frames]
        return 10 * torch.log10(power + 10 ** (FLOOR_DB / 10))
