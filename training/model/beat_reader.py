"""The beat reader: it lays the beats over each other and judges the picture of one beat by weighted sums alone.

They have too few freedoms to learn a sensor.
"""

from __future__ import annotations

from typing import NamedTuple

import torch
from torch import Tensor, nn

from training.config import NetworkConfig
from training.data.cycle import PARTS
from training.data.front_end import FRAMES, MEL_BANDS
from training.data.recordings import QUESTIONS
from training.model.picture import BAND_STRIDE, COLUMNS, ROWS, TIME_STRIDE, level, without_colour
from training.model.segmenter import Segmenter

GROUP_EDGES = (0, 1, 2, 4, 7, 11, 18, 27, 40)  # bands that are heard as one: about half an octave each
GROUPS = len(GROUP_EDGES) - 1
RHYTHM = 2 * GROUPS + 1


class Beat(NamedTuple):
    """What the beat reader says of each window."""

    logit: Tensor  # [w, questions]
    parts: Tensor  # logits of the parts of the cycle: [w, PARTS, frames]
    features: Tensor  # the mean beat and how beats differ: [w, 2 * PARTS * GROUPS]
    rhythm: Tensor  # how much like beats it is: [w, RHYTHM]
    evidence: Tensor  # [w, questions, ROWS, COLUMNS]


class BeatReader(nn.Module):
    """Log-mel -> a logit for each question, weighted sums over the picture of the mean beat and of how beats differ."""

    columns: Tensor
    groups: Tensor
    typical: Tensor
    RANGE_DB = 70.0
    CONTRAST_DB = 2.0  # a band that moves less than this is not blown up
    STEEP = 20.0  # what differs by less than a twentieth of the contrast hardly differs

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        self.segmenter = Segmenter(config.channels)
        self.head = nn.Linear(
            2 * PARTS * GROUPS, len(QUESTIONS)
        )  # fitted once the cycle is known: `training.model.heads`
        self.register_buffer("typical", torch.zeros(2 * PARTS * GROUPS))  # features of a typical window, set there too
        column = (torch.arange(FRAMES) // TIME_STRIDE).clamp(max=COLUMNS - 1)
        self.register_buffer("columns", nn.functional.one_hot(column, COLUMNS).float(), persistent=False)
        group = torch.bucketize(torch.arange(MEL_BANDS), torch.tensor(GROUP_EDGES[1:]), right=True)
        inside = nn.functional.one_hot(group, GROUPS).float()  # [bands, groups]
        self.register_buffer("groups", inside / inside.sum(0), persistent=False)

    def forward(self, log_mel: Tensor) -> Beat:
        """[w, bands, frames] -> what is heard."""
        parts = self.segmenter(log_mel)
        chance = parts.detach().softmax(1)  # the picture must not bend the cycle: [w, PARTS, f]
        share = chance / (chance.sum(2, keepdim=True) + 1e-3)
        db = without_colour(level(log_mel, self.RANGE_DB)).transpose(1, 2)  # [w, f, bands]
        mean = share @ db  # [w, PARTS, bands]
        spread = (share @ db.square() - mean.square()).clamp(min=1e-3).sqrt()  # [w, PARTS, bands]
        contrast = mean.square().mean(1, keepdim=True).sqrt() + self.CONTRAST_DB  # [w, 1, bands]
        differing = spread / contrast @ self.groups  # [w, PARTS, GROUPS]
        unsteady = (self.STEEP * differing).log1p()  # twice as unsteady is as much more, be it little or much
        features = torch.cat([mean / contrast @ self.groups, unsteady], 1).flatten(1)
        logit = self.head(features)
        # a heart moves with its cycle: how much each band does, and how much it moves besides
        moved = torch.cat([mean.square().mean(1) @ self.groups, spread.square().mean(1) @ self.groups], 1)
        rhythm = torch.cat([(moved + 0.1).log(), chance.amax(1).mean(1, keepdim=True)], 1)  # [w, RHYTHM]
        return Beat(logit, parts, features, rhythm, self.evidence(share, db, mean, spread, contrast, differing))

    def evidence(
        self, share: Tensor, db: Tensor, mean: Tensor, spread: Tensor, contrast: Tensor, differing: Tensor
    ) -> Tensor:
        """Share out over the picture what each logit has more or less than a typical window's.

        -> [w, questions, ROWS, COLUMNS]. A mean is the sum of what each frame brings to it, and a spread that of each
        frame's (db - mean)^2 / spread; of both, what a typical window has there is taken off. A spread counts by the
        slope from the typical one to it.
        """
        of_mean, of_spread = self.head.weight.view(-1, 2, PARTS, GROUPS).unbind(1)  # [questions, PARTS, GROUPS] each
        usual_mean, usual_unsteady = self.typical.view(2, PARTS, GROUPS)  # [PARTS, GROUPS] each
        usual = (usual_unsteady.exp() - 1) / self.STEEP
        gap = differing - usual
        secant = ((self.STEEP * differing).log1p() - usual_unsteady) / gap
        slope = torch.where(gap.abs() < 1e-3, self.STEEP / (1 + self.STEEP * differing), secant)
        of_spread = of_spread * slope[:, None]  # [w, questions, PARTS, GROUPS]
        # from here on as what was measured, [w, 1, ...], against the questions, [w, questions, ...]
        db, mean, spread, contrast = db[:, None], mean[:, None], spread[:, None], contrast[:, None]
        to_mean = of_mean @ self.groups.T / contrast  # [w, questions, PARTS, bands]
        to_spread = of_spread @ self.groups.T / contrast / spread  # the same
        taken_off = (of_mean * usual_mean + of_spread * usual) @ self.groups.T  # the same
        frames = share.transpose(1, 2)[:, None]  # [w, 1, f, PARTS]
        brought = db * (frames @ (to_mean - 2 * to_spread * mean)) + db.square() * (frames @ to_spread)
        brought = brought + frames @ (to_spread * mean.square() - taken_off)  # [w, questions, f, bands]
        rows = brought.transpose(2, 3).unflatten(2, (ROWS, BAND_STRIDE)).sum(3)  # [w, questions, ROWS, f]
        return rows @ self.columns
