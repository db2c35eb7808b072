"""What the gate learns besides the labels of recordings: real and made-up sounds, ruined hearts, made-up hearts."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from training.data.arrays import Bools
from training.data.augment import some, to_db, to_power, uniform
from training.data.front_end import SAMPLE_RATE, WINDOW_LENGTH, FrontEnd
from training.data.noise import Noise
from training.data.nonheart import KINDS, make
from training.data.recordings import Recordings, windows
from training.data.synthesise import any_heart

POOL_PER_KIND = 400
REAL_SOUNDS = 4500  # windows of real sounds in the pool
# kinds that are met more often, as they are the most like a heart
TIMES = {"tones": 6, "rubbing": 4, "brown noise": 4, "music": 3, "knocks": 3, "ticking": 2, "breathing": 2}
HEART_SHARE = 1 / 10  # of the windows: a loud murmur is rare in the recordings


def heard(sounds: list[np.ndarray]) -> Tensor:
    """The front end's log-mel of many windows: [windows x bands x frames]."""
    front_end = FrontEnd()
    with torch.no_grad():
        parts = [torch.tensor(np.stack(sounds[i : i + 64])) for i in range(0, len(sounds), 64)]
        return torch.cat([front_end(part) for part in parts])


def clip(samples: np.ndarray) -> np.ndarray:
    """Clip a window [n] so hard that six in ten of its samples are cut off."""
    even = samples - samples.mean()
    limit = np.quantile(np.abs(even), 0.4)
    return np.clip(even, -limit, limit)


class Shown(NamedTuple):
    """Windows as the gate is shown them, and what is known of them: [w], 0 or 1."""

    log_mel: Tensor  # [w, bands, frames]
    usable: Tensor
    is_heart: Tensor  # ruined or not: these are asked whether they are usable
    is_told: Tensor  # all but unsure recordings, in which a heart may be heard or not: these are asked whether it is


class NonHearts:
    """Pools of windows, `POOL_PER_KIND` of most kinds, the same for a seed.

    Clipped hearts are of `learn` only, real sounds of the clips that are learned from.
    """

    def __init__(self, seed: int, data: Recordings, learn: Bools, noise: Noise) -> None:
        rng = np.random.default_rng([seed, 7])
        kinds = [kind for kind in KINDS for _ in range(POOL_PER_KIND * TIMES.get(kind, 1))]
        made_up = [make(kind, rng, WINDOW_LENGTH) for kind in kinds]
        real = noise.windows(rng, np.flatnonzero(~noise.left_out), REAL_SOUNDS)
        self.pool = heard([*made_up, *real]).half()  # it is large
        self.hearts = heard([any_heart(rng, WINDOW_LENGTH / SAMPLE_RATE) for _ in range(POOL_PER_KIND)])
        chosen = rng.choice(np.flatnonzero(learn), POOL_PER_KIND)
        self.clipped = heard([clip(rng.permutation(windows(data.samples(int(i))).numpy())[0]) for i in chosen])

    def replace(self, log_mel: Tensor, good: Tensor, share: float) -> Shown:
        """Put non-hearts in the place of a share of the windows [w, bands, frames]; ruin a tenth; `good` is [w].

        Before that, made-up hearts take the place of a few windows.
        Two non-hearts may sound at once. Ruined means clipped for more than half of the time, or 12 to 25 dB below
        another sound.
        """
        count = len(log_mel)
        made = some(count, HEART_SHARE)  # [w, 1]
        log_mel = torch.where(made[:, :, None] > 0, self.hearts[torch.randint(len(self.hearts), (count,))], log_mel)
        good = torch.maximum(good, made[:, 0])
        first, second = (self.pool[torch.randint(len(self.pool), (count,))].float() for _ in range(2))
        softer = 10 ** (-uniform(count, 0, 20) / 10) * some(count, 0.25)
        other = to_db(even(first) + softer[:, :, None] * even(second))
        deep = 10 ** (-uniform(count, 12, 25) / 10)
        buried = to_db(even(log_mel) * deep[:, :, None] + even(first))
        clipped = self.clipped[torch.randint(len(self.clipped), (count,))]
        replaced = some(count, share)  # [w, 1]
        ruined = some(count, 0.1) * (1 - replaced)
        ruin = torch.where(torch.rand(count, 1, 1) < 0.4, clipped, buried)
        sound = torch.where(replaced[:, :, None] > 0, other, torch.where(ruined[:, :, None] > 0, ruin, log_mel))
        is_heart, changed = 1 - replaced[:, 0], torch.maximum(replaced, ruined)[:, 0]
        return Shown(sound, good * (1 - changed), is_heart, torch.maximum(good, changed))


def even(log_mel: Tensor) -> Tensor:
    """Power of a window with a mean of 1; silence stays silent."""
    power = to_power(log_mel)
    return power / (power.mean((1, 2), keepdim=True) + 1e-11)
