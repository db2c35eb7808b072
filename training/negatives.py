"""What the gate learns besides the labels of recordings: made-up sounds, ruined hearts, made-up hearts."""

from __future__ import annotations

import numpy as np
import torch
from torch import Tensor

from training.augment import rms, some, uniform
from training.front_end import SAMPLE_RATE, WINDOW_LENGTH
from training.nonheart import KINDS, make
from training.synthesise import any_heart

POOL_PER_KIND = 300


class NonHearts:
    """A pool of made-up windows, `POOL_PER_KIND` of each kind, the same for the same seed."""

    def __init__(self, seed: int) -> None:
        rng = np.random.default_rng([seed, 7])
        sounds = [make(kind, rng, WINDOW_LENGTH) for kind in KINDS for _ in range(POOL_PER_KIND)]
        self.pool = torch.tensor(np.stack(sounds))  # [kinds * POOL_PER_KIND, WINDOW_LENGTH]
        hearts = [any_heart(rng, WINDOW_LENGTH / SAMPLE_RATE) for _ in range(POOL_PER_KIND)]
        self.hearts = torch.tensor(np.stack(hearts))  # [POOL_PER_KIND, WINDOW_LENGTH]

    def replace(self, pcg: Tensor, target: Tensor, share: float) -> tuple[Tensor, Tensor]:
        """Put non-hearts in the place of a share of the windows [w x n]; ruin a further tenth; targets [w] follow.

        Before that, made-up hearts take the place of one window in fifteen: a loud murmur is rare in the recordings.
        Two non-hearts may sound at once. Ruined means clipped for more than half of the time, or 12 to 25 dB below
        another sound.
        """
        count = len(pcg)
        made = some(count, 1 / 15)  # [w, 1]
        pcg = torch.where(made > 0, self.hearts[torch.randint(len(self.hearts), (count,))], pcg)
        target = torch.maximum(target, made[:, 0])
        first, second = (self.pool[torch.randint(len(self.pool), (count,))] for _ in range(2))  # [w, n] each
        other = first + some(count, 0.25) * second * 10 ** (uniform(count, -20, 0) / 20)
        replaced = some(count, share)  # [w, 1]
        ruined = some(count, 0.1) * (1 - replaced)
        even = (pcg - pcg.mean(1, keepdim=True)) / rms(pcg)
        limit = even.abs().quantile(0.4, dim=1, keepdim=True)  # [w, 1]: six in ten samples clip
        clipped = torch.maximum(torch.minimum(even, limit), -limit)
        buried = even * 10 ** (-uniform(count, 12, 25) / 20) + first / rms(first)
        ruin = torch.where(torch.rand(count, 1) < 0.4, clipped, buried)
        sound = torch.where(replaced > 0, other, torch.where(ruined > 0, ruin, pcg))
        return sound, target * (1 - replaced[:, 0]) * (1 - ruined[:, 0])
