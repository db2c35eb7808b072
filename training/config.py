"""One experiment, one TOML file: the defaults are here, a file in `configs/` names only what it changes."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, Literal

Kind = Literal["member", "beat", "gate", "original"]


@dataclass(frozen=True)
class NetworkConfig:
    """What is trained: a member of the committee, its beat reader, the gate, or the original's network; its shape."""

    kind: Kind = "member"
    channels: tuple[int, ...] = (8, 12, 24, 32)  # of a beat reader: the width of its layers, once a layer
    dropout: float = 0.2
    reader: str = ""  # the experiment whose beat reader, of the same split, a gate asks


@dataclass(frozen=True)
class TrainingConfig:
    """How long and how fast; which recordings weigh what."""

    seed: int = 0
    epochs: int = 24
    windows_per_epoch: int = 3200
    batch: int = 32
    rate: float = 3e-3
    weight_decay: float = 1e-2
    head_decay: float = 0.33  # of a beat reader's weighted sum: head_decay / 2 * |weights|^2 beside the mean loss
    # of the weight of recordings answered no, what goes to the same with a murmur put in, for each question
    head_murmur_share: tuple[float, float] = (0.3, 0.0)
    label_smoothing: float = 0.05
    mixed_precision: bool = False  # bfloat16 where it is enough: twice as fast for wide convolutions
    # a database weighs (its number of recordings) ** database_power; its two classes always weigh the same
    database_power: float = 0.3
    # databases whose device tells the label, and the share of its weight that such a one keeps
    told_by_device: tuple[str, ...] = ()
    told_weight: float = 1 / 3
    share: float = 1.0  # of the training recordings, drawn by their neighbours' hash: for a learning curve
    average_decay: float = 0.99  # exponential moving average of the weights, per step; 0: the last weights
    made_up_share: float = 0.0  # share of a gate's windows that are made up and not hearts


@dataclass(frozen=True)
class AugmentConfig:
    """How unlike the training recordings the windows are made. Shares are of windows, decibels are deviations."""

    murmur_share: float = 0.3  # of the windows without a murmur: they are given one, and count as abnormal
    loudest_murmur_db: float = -3.0  # against the heart sounds
    equaliser_db: float = 4.0
    high_pass_share: float = 0.2
    low_pass_share: float = 0.2
    noise_share: float = 0.3
    noise_snr_db: tuple[float, float] = (5.0, 35.0)
    # what lies above a corner of 120 to 700 Hz is gone, as of a stethoscope's bell or a low sampling rate
    cut_share: float = 0.15
    tempo: tuple[float, float] = (0.9, 1.1)  # played so much slower or faster, evenly in octaves
    tempo_share: float = 0.5
    time_mask_share: float = 0.5
    time_mask_frames: int = 30
    band_mask_share: float = 0.5
    band_mask_bands: int = 6


@dataclass(frozen=True)
class Config:
    """A whole experiment; `name` is its file's name."""

    name: str = "default"
    about: str = ""
    network: NetworkConfig = field(default_factory=NetworkConfig)
    training: TrainingConfig = field(default_factory=TrainingConfig)
    augment: AugmentConfig = field(default_factory=AugmentConfig)

    def as_dict(self) -> dict[str, Any]:
        """The experiment as plain values, for a checkpoint or a log."""
        return asdict(self)


def section(kind: type, values: dict[str, Any], where: str) -> Any:
    """Build one section from its plain values. Raises ValueError naming a setting that does not exist."""
    known = {f.name for f in fields(kind)}
    unknown = set(values) - known
    if unknown:
        raise ValueError(f"{where} has no setting {', '.join(sorted(unknown))}; it has {', '.join(sorted(known))}")
    return kind(**{k: tuple(v) if isinstance(v, list) else v for k, v in values.items()})


def read_config(path: Path) -> Config:
    """Read an experiment. Raises ValueError naming a setting that does not exist, OSError for a missing file."""
    values = tomllib.loads(path.read_text())
    sections = {"network": NetworkConfig, "training": TrainingConfig, "augment": AugmentConfig}
    unknown = set(values) - set(sections) - {"about"}
    if unknown:
        raise ValueError(f"{path} has no section {', '.join(sorted(unknown))}")
    return Config(
        name=path.stem,
        about=values.get("about", ""),
        **{name: section(kind, values.get(name, {}), f"{path}: [{name}]") for name, kind in sections.items()},
    )
