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

    def __init__(self, members: list[Member], gate: Gate, member_scale: float, beat_scale: float) -> None:
        """The committee's logit is the members' mean times one scale and the beat reader's times the other, summed."""
        super().__init__()
        self.front_end = FrontEnd()
        self.members = nn.ModuleList(members)
        self.gate = gate
        self.member_scale, self.beat_scale = member_scale, beat_scale

    def forward(self, pcg: Tensor) -> tuple[Tensor, ...]:
        """pcg [w, samples] -> the outputs that `graph.OUTPUTS` names, in that order."""
        log_mel = self.front_end(pcg)  # [w, bands, frames]
        heard = [member(log_mel) for member in self.members]
        beat = self.gate.reader(log_mel)
        quality, colour = self.gate.judge(pcg, log_mel, beat.rhythm)  # [w], [w, gate's d]
        logit = self.member_scale * torch.stack([h.logit for h in heard]).mean(0) + self.beat_scale * beat.logit
        evidence = torch.stack([h.evidence for h in heard]).mean(0)
        evidence = self.member_scale * evidence + self.beat_scale * beat.evidence  # [w, ROWS, COLUMNS]
        embedding = torch.cat([*(h.embedding for h in heard), colour], 1)  # [w, members * d + gate's d]
        return logit, quality, log_mel, evidence.sum(1), embedding, evidence, beat.parts.softmax(1)
