"""The network that this project began with, kept to compare with: it hears a picture of 128 x 157 at 8 kHz.

Its picture is librosa's mel-spectrogram at 8 kHz (FFT 1024, hop 256, 128 bands up to 4 kHz), the loudest spot of each
window at 0 dB and everything 80 dB below it level. The data has nothing above 1 kHz, so the same spectrum is taken at
2 kHz with a quarter of the samples.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from training.config import Config
from training.data.arrays import Floats
from training.data.front_end import SAMPLE_RATE, WINDOW_LENGTH
from training.data.recordings import Recordings

FFT_SIZE, HOP_LENGTH = 256, 64  # samples at 2 kHz: 1024 and 256 at 8 kHz
MEL_BANDS, FRAMES, TOP_HZ = 128, 157, 4000.0
RANGE_DB = 80.0
LINEAR_UP_TO_HZ, MEL_HZ, OCTAVE_MELS = 1000.0, 200 / 3, 27 / np.log(6.4)  # Slaney's scale


def to_mel(hz: Floats) -> Floats:
    """Slaney's mel scale, librosa's default."""
    bent = LINEAR_UP_TO_HZ / MEL_HZ + np.log(np.maximum(hz, LINEAR_UP_TO_HZ) / LINEAR_UP_TO_HZ) * OCTAVE_MELS
    return np.where(hz < LINEAR_UP_TO_HZ, hz / MEL_HZ, bent)


def to_hz(mel: Floats) -> Floats:
    """The inverse of `to_mel`."""
    bend = LINEAR_UP_TO_HZ / MEL_HZ
    return np.where(mel < bend, mel * MEL_HZ, LINEAR_UP_TO_HZ * np.exp(np.maximum(mel - bend, 0) / OCTAVE_MELS))


def mel_bank() -> Floats:
    """librosa.filters.mel(sr=8000, n_fft=1024), the bins below 1 kHz: [MEL_BANDS x bins]."""
    edges = to_hz(np.linspace(0, float(to_mel(np.array(TOP_HZ))), MEL_BANDS + 2))
    low, centre, high = (part[:, None] for part in (edges[:-2], edges[1:-1], edges[2:]))
    bins = np.fft.rfftfreq(FFT_SIZE, 1 / SAMPLE_RATE)
    triangles = np.maximum(0, np.minimum((bins - low) / (centre - low), (high - bins) / (high - centre)))
    return triangles * 2 / (high - low)


class OriginalFrontEnd(nn.Module):
    """pcg [w, samples] at 2 kHz -> picture [w, MEL_BANDS, FRAMES] in dB below each window's loudest spot."""

    kernels: Tensor
    bank: Tensor

    def __init__(self) -> None:
        super().__init__()
        n = np.arange(FFT_SIZE)
        angle = 2 * np.pi * np.arange(FFT_SIZE // 2 + 1)[:, None] * n / FFT_SIZE
        hann = 0.5 - 0.5 * np.cos(2 * np.pi * n / FFT_SIZE)
        kernels = np.concatenate([np.cos(angle), -np.sin(angle)]) * hann
        self.register_buffer("kernels", torch.tensor(kernels[:, None], dtype=torch.float32))
        self.register_buffer("bank", torch.tensor(mel_bank(), dtype=torch.float32))

    def forward(self, pcg: Tensor) -> Tensor:
        """Centred frames, as librosa takes them: half a frame of silence on either side."""
        padded = nn.functional.pad(pcg[:, None], (FFT_SIZE // 2, FFT_SIZE // 2))
        spectrum = nn.functional.conv1d(padded, self.kernels, stride=HOP_LENGTH)  # [w, 2 bins, FRAMES]
        re, im = spectrum.chunk(2, dim=1)
        power = (self.bank @ (re * re + im * im)).clamp(min=1e-10)  # [w, MEL_BANDS, FRAMES]
        db = 10 * torch.log10(power)
        return (db - db.amax((1, 2), keepdim=True)).clamp(min=-RANGE_DB)


class OriginalNetwork(nn.Module):
    """Picture -> logit of "abnormal": three convolutions and two dense layers."""

    def __init__(self) -> None:
        super().__init__()
        blocks = []
        for inputs, outputs, dropped in ((1, 32, 0.25), (32, 64, 0.3), (64, 128, 0.4)):
            blocks += [nn.Conv2d(inputs, outputs, 3, padding=1), nn.ReLU(), nn.BatchNorm2d(outputs)]
            blocks += [nn.MaxPool2d(2), nn.Dropout(dropped)]
        self.body = nn.Sequential(*blocks)
        self.head = nn.Sequential(nn.Linear(128, 128), nn.ReLU(), nn.Dropout(0.5), nn.Linear(128, 1))

    def forward(self, picture: Tensor) -> tuple[Tensor, Tensor]:
        """[w, MEL_BANDS, FRAMES] -> logit [w], embedding [w, 128]."""
        heard = self.body(picture[:, None] / RANGE_DB).mean((2, 3))  # [w, 128]
        return self.head(heard)[:, 0], heard


@dataclass(frozen=True)
class Clips:
    """What its windows are drawn from: clips of recordings as they are."""

    data: Recordings
    weight: Tensor  # [recordings]
    front_end: OriginalFrontEnd

    def loss(self, net: OriginalNetwork, config: Config) -> Tensor:
        """Binary cross-entropy of "abnormal"."""
        chosen = torch.multinomial(self.weight, config.training.batch, replacement=True)
        clips = []
        for i, where in zip(chosen.tolist(), torch.rand(len(chosen)).tolist(), strict=True):
            samples = self.data.samples(i)
            start = int(where * max(0, len(samples) - WINDOW_LENGTH))
            clips.append(np.resize(samples[start:], WINDOW_LENGTH))
        logit = net(self.front_end(torch.tensor(np.stack(clips))))[0]
        abnormal = torch.tensor(self.data.abnormal[chosen.numpy()]).float()
        return nn.functional.binary_cross_entropy_with_logits(logit, abnormal)
