"""How regular a sound is."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.data.front_end import FRAMES


class Periodicity(nn.Module):
    """How alike a curve is to itself a while later: the best sign of a beat (degree of periodicity, Li 2010)."""

    later: Tensor
    LAGS = torch.arange(8, 63)  # of 32 ms: 0.26 to 2 s, 30 to 230 beats a minute

    def __init__(self) -> None:
        super().__init__()
        self.register_buffer("later", self.LAGS[:, None] + torch.arange(FRAMES // 2), persistent=False)

    def forward(self, curves: Tensor) -> Tensor:
        """[w, curves, frames] -> normalised autocorrelation at each lag [w, curves, lags]."""
        even = nn.functional.avg_pool1d(curves, 2)  # [w, curves, frames / 2]
        even = even - even.mean(2, keepdim=True)
        shifted = nn.functional.pad(even, (0, int(self.LAGS[-1])))[:, :, self.later]  # [w, curves, lags, frames / 2]
        alike = (shifted * even[:, :, None]).mean(3)
        return alike / (even.square().mean(2, keepdim=True) + 1e-2)
