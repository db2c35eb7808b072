"""What a network's windows are drawn from, how likely each recording is to be drawn, and what is done to them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.config import Config, TrainingConfig
from training.data.arrays import Bools, Floats
from training.data.augment import Room, another_recording, some
from training.data.front_end import FrontEnd
from training.data.murmurs import audible, murmured
from training.data.negatives import NonHearts
from training.data.recordings import Drawn, Recordings, cell_weights, draw
from training.model.clarity import FILE as CLARITY
from training.model.clarity import read_clarity
from training.model.original import Clips, OriginalFrontEnd


@dataclass(frozen=True)
class Sounds:
    """What windows are drawn from, and what is done to them."""

    data: Recordings
    positive: Tensor  # [recordings]
    weight: Tensor  # [recordings]
    room: Room
    non_hearts: NonHearts | None

    def batch(self, config: Config) -> tuple[Drawn, Tensor]:
        """Draw a batch of changed windows and their targets [w]."""
        t, a, count = config.training, config.augment, config.training.batch
        chosen = torch.multinomial(self.weight, count, replacement=True)
        tempo = 1 + a.tempo * (2 * torch.rand(count) - 1) * some(count, a.tempo_share)[:, 0]
        drawn = draw(self.data, chosen, tempo, torch.rand(count))
        log_mel, target = drawn.log_mel, self.positive[chosen].float()
        if self.non_hearts:
            log_mel, target = self.non_hearts.replace(log_mel, target, t.made_up_share)
        elif a.murmur_share > 0:
            given = (target == 0) & audible(drawn.position) & (torch.rand(count) < a.murmur_share)
            if given.any():
                hiss = self.room.some_hiss(int(given.sum()))
                log_mel[given] = murmured(log_mel[given], drawn.position[given], hiss)
                target[given] = 1
        return replace(drawn, log_mel=another_recording(log_mel, self.room, a)), target


def chances(t: TrainingConfig, data: Recordings, positive: Bools, learn: Bools, seen: Floats | None = None) -> Floats:
    """How likely each recording is to be drawn [recordings], in any unit; 0 for those not to learn from."""
    weight = learn.astype(float)
    if t.weigh_classes:
        weight = cell_weights(data.database, positive, learn, t.database_power, seen)
    return weight * np.where(np.isin(data.database, t.told_by_device), t.told_weight, 1)


def sounds_for(
    config: Config, data: Recordings, positive: Bools, learn: Bools, runs: Path
) -> tuple[Sounds | Clips, nn.Module]:
    """What windows are drawn from, and what makes samples what the network takes.

    Raises OSError where clarity is to be worth nothing and was not measured, ValueError where it was not of all.
    """
    t = config.training
    seen = read_clarity(runs / t.clarity_by, data) if t.clarity_by else None
    if seen is not None and not np.isfinite(seen[learn]).all():
        raise ValueError(f"{t.clarity_by}/{CLARITY} lacks recordings: train it on `official folds`, then measure again")
    weight = torch.tensor(chances(t, data, positive, learn, seen))
    if config.network.kind == "original":
        picture = OriginalFrontEnd()
        return Clips(data, weight, picture), picture
    non_hearts = NonHearts(t.seed, data, learn) if t.made_up_share > 0 else None
    front_end = nn.Identity() if config.network.kind == "gate" else FrontEnd()  # a gate has its own
    return Sounds(data, torch.tensor(positive), weight, Room(t.seed), non_hearts), front_end
