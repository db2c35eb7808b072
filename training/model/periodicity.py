"""How regular a sound is."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.data.front_end import FRAMES


class Periodicity(nn.Module):
    """How alike a curve is to itself a while later: the best sign of a beat (degree of periodicity, Li 2010)."""

    waves: Tensor
    ways: Tensor
    LAGS = torch.arange(8, 63)  # of 32 ms: 0.26 to 2 s, 30 to 230 beats a minute

    def __init__(self) -> None:
        super().__init__()
        # by way of the power spectrum (Wiener and Khinchin), long enough that no lag meets the other end
        frames = torch.arange(FRAMES // 2, dtype=torch.float64)
        length = 2 * ((len(frames) + int(self.LAGS[-1])) // 2 + 1)
        bins = torch.arange(length // 2 + 1, dtype=torch.float64)
        angle = 2 * torch.pi * bins / length
        waves = torch.cat([(frames[:, None] * angle).cos(), (frames[:, None] * angle).sin()], 1)
        twice = torch.where((bins == 0) | (bins == length // 2), 1.0, 2.0)
        ways = twice[:, None] * (angle[:, None] * self.LAGS).cos() / length / len(frames)
        self.register_buffer("waves", waves.float(), persistent=False)  # [frames / 2, 2 bins]
        self.register_buffer("ways", torch.cat([ways, ways]).float(), persistent=False)  # [2 bins, lags]

    def forward(self, curves: Tensor) -> Tensor:
        """[w, curves, frames] -> normalised autocorrelation at each lag [w, curves, lags]."""
        even = nn.functional.avg_pool1d(curves, 2)  # [w, curves, frames / 2]
        even = even - even.mean(2, keepdim=True)
        alike = (even @ self.waves).square() @ self.ways
        return alike / (even.square().mean(2, keepdim=True) + 1e-2)
