"""A member of the committee: a small convolutional network on the log-mel picture.

All members have the same shape and different training recordings or seeds. It answers each of the QUESTIONS. Its
evidence, ROWS x COLUMNS over the picture, says where an answer comes from: it sums to its logit but for a constant.
"""

from __future__ import annotations

from typing import NamedTuple

from torch import Tensor, nn

from training.config import NetworkConfig
from training.data.recordings import QUESTIONS
from training.model.picture import COLUMNS, ROWS, block, level, without_colour

ALIKE = 1e-5  # peaks that differ by less, as in silence, are the same: rounding would choose one of them


class Opinion(NamedTuple):
    """What a member says of each window."""

    logit: Tensor  # [w, questions]
    embedding: Tensor  # [w, d]
    evidence: Tensor  # [w, questions, ROWS, COLUMNS]


class Member(nn.Module):
    """Log-mel -> a logit for each question."""

    def __init__(self, config: NetworkConfig) -> None:
        super().__init__()
        a, b, c, d = config.channels
        self.body = nn.Sequential(
            block(1, a, 5, 2), nn.MaxPool2d(2), block(a, b), nn.MaxPool2d(2), block(b, c), block(c, d)
        )
        self.mean_head = nn.Linear(d, len(QUESTIONS))
        self.peak_head = nn.Linear(d, len(QUESTIONS), bias=False)
        self.drop = nn.Dropout(config.dropout)

    def forward(self, log_mel: Tensor) -> Opinion:
        """[w, bands, frames] -> what is heard; embedding [w, d]."""
        db = without_colour(level(log_mel))
        picture = (db / (db.square().mean(2, keepdim=True).sqrt() + 1))[:, None]  # each band by its own contrast
        spots = self.body(picture)  # [w, d, ROWS, COLUMNS]
        moments = spots.mean(2)  # [w, d, COLUMNS]
        mean, peak = moments.mean(2), moments.amax(2)  # [w, d] each
        logit = self.mean_head(self.drop(mean)) + self.peak_head(self.drop(peak))  # [w, questions]
        at_peak = (moments > peak[:, :, None] - ALIKE).float()
        at_peak = at_peak / at_peak.sum(2, keepdim=True)  # a peak that stands twice counts half in each place
        share = self.mean_head.weight[:, :, None] / COLUMNS + self.peak_head.weight[:, :, None] * at_peak[:, None]
        evidence = (spots[:, None] * share[:, :, :, None]).sum(2) / ROWS  # [w, questions, ROWS, COLUMNS]
        return Opinion(logit, mean, evidence)
