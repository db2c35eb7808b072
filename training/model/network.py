"""The whole network: a front end, a committee that listens for abnormality, a gate.

The committee has two kinds of listeners, members and a beat reader. Neither sees a sensor's colour (each band's mean
over the window is taken out). Every listener says where its answer comes from: its evidence, ROWS x COLUMNS over the
picture, sums to its logit but for a constant.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.config import NetworkConfig
from training.data.front_end import FrontEnd
from training.model.beat_reader import BeatReader
from training.model.gate import Gate
from training.model.member import Member
from training.model.original import OriginalNetwork

Network = Member | BeatReader | Gate | OriginalNetwork


def build(config: NetworkConfig, reader: BeatReader | None = None) -> Network:
    """Return an untrained network of the kind asked for. Raises ValueError for a gate without a beat reader."""
    if config.kind == "member":
        return Member(config)
    if config.kind == "beat":
        return BeatReader(config)
    if config.kind == "original":
        return OriginalNetwork()
    if reader is None:
        raise ValueError("a gate asks a trained beat reader: name its experiment as `reader`")
    return Gate(config, reader)


class HeartSound(nn.Module):
    """The shipped graph: samples in, every output of the contract out."""

    weights: Tensor

    def __init__(self, members: list[Member], gate: Gate, weights: Tensor) -> None:
        """`weights` [questions x committee.PARTS] say how much each part of the committee counts for each question."""
        super().__init__()
        self.front_end = FrontEnd()
        self.members = nn.ModuleList(members)
        self.gate = gate
        self.register_buffer("weights", weights.float())

    def forward(self, pcg: Tensor) -> tuple[Tensor, ...]:
        """pcg [w, samples] -> the outputs that `graph.OUTPUTS` names, in that order."""
        log_mel = self.front_end(pcg)  # [w, bands, frames]
        heard = [member(log_mel) for member in self.members]
        beat = self.gate.reader(log_mel)
        quality, embedding = self.gate.judge(pcg, log_mel, beat.rhythm)  # [w], [w, d]
        members = torch.stack([h.logit for h in heard]).mean(0)  # [w, questions]
        logits = torch.cat([members, beat.logit], 1) @ self.weights.T  # [w, questions]
        evidence = torch.cat([torch.stack([h.evidence for h in heard]).mean(0), beat.evidence], 1)
        maps = torch.einsum("wprc,qp->wqrc", evidence, self.weights)  # [w, questions, ROWS, COLUMNS]
        abnormal, murmur = logits.unbind(1)
        abnormal_map, murmur_map = maps.unbind(1)
        evidence = abnormal_map.sum(1)  # [w, COLUMNS]
        cycle = beat.parts.softmax(1)
        return abnormal, murmur, quality, log_mel, evidence, embedding, abnormal_map, murmur_map, cycle
