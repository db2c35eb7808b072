"""Small data sets of made-up hearts and sounds, laid out as the real ones."""

import csv
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile

from training.data.front_end import SAMPLE_RATE
from training.data.noise import LEFT_OUT, Noise
from training.data.nonheart import make
from training.data.synthesise import add, coloured, thump

SITES = ("AV", "MV")


@dataclass(frozen=True)
class Made:
    """A made-up recording of 2016."""

    record: str
    abnormal: bool
    official_test: bool


def records(per_class: int) -> list[Made]:
    """`per_class` of both classes in each of six databases; the last two of each are on the official list."""
    return [
        Made(f"{database}{number:04d}", number % 2 == 0, number > 2 * per_class - 2)
        for database in "abcdef"
        for number in range(1, 2 * per_class + 1)
    ]


def write(data: Path, per_class: int = 3, people: int = 6, duration_s: float = 6.0) -> list[Made]:
    """Write both data sets and the noise; an abnormal heart has a loud murmur; `people` were recorded at two sites."""
    rng = np.random.default_rng(8)
    made = records(per_class)
    folder = data / "physionet2016"
    labels, subjects, cycles = [], [], []
    for recording in made:
        database, number = recording.record[0], int(recording.record[1:])
        file = f"training-{database}/{recording.record}.flac"
        cycles.append([recording.record, *sound(folder / file, rng, recording.abnormal, duration_s)])
        label, quality = "abnormal" if recording.abnormal else "normal", "unsure" if number == 1 else "good"
        diagnosis = "MR" if recording.abnormal else "Normal"
        labels.append([recording.record, database, file, label, quality, diagnosis, int(recording.official_test)])
        subjects.append([recording.record, f"{database}{(number + 1) // 2}"])
    columns = ["record", "database", "file", "label", "quality", "diagnosis", "in_validation_folder"]
    table(folder / "labels.csv", [columns, *labels])
    table(folder / "subjects.csv", [["record", "subject"], *subjects])
    table(folder / "cycle.csv", [["record", "starts", "states"], *cycles])
    write_circor(data / "circor", rng, people, duration_s)
    write_noise(data / "noise", rng)
    return made


def write_circor(folder: Path, rng: np.random.Generator, people: int, duration_s: float) -> None:
    """Every other person has a murmur, heard at the first site alone; the last one's are too noisy to tell."""
    labels, cycles = [], []
    for person in range(1, people + 1):
        has_murmur, outcome = person % 2 == 0, "Abnormal" if person % 2 == 0 else "Normal"
        for site in SITES:
            record, here = f"{person}_{site}", has_murmur and site == SITES[0]
            cycles.append([record, *sound(folder / "recordings" / f"{record}.flac", rng, here, duration_s)])
            heard = "present_here" if here else "present_elsewhere" if has_murmur else "absent"
            heard = "unknown" if person == people else heard
            labels.append([record, person, heard, "III/VI" if has_murmur else "", outcome])
    columns = ["record", "person", "murmur_here", "systolic_grade", "outcome"]
    table(folder / "labels.csv", [columns, *labels])
    table(folder / "cycle.csv", [["record", "starts", "states"], *cycles])


def write_noise(folder: Path, rng: np.random.Generator) -> None:
    """Six clips of three originals."""
    names = [f"esc-{original}-{letter}" for original in (1, 2, 3) for letter in "AB"]
    (folder / "clips").mkdir(parents=True)
    for name in names:
        save(folder / "clips" / f"{name}.flac", 0.3 * make("speech", rng, 5 * SAMPLE_RATE))
    table(folder / "sources.csv", [["clip", "kind"], *([name, "voice"] for name in names)])


def sound(path: Path, rng: np.random.Generator, murmur: bool, duration_s: float) -> tuple[str, str]:
    """Save a heart of 60 beats a minute that begins with S1, and return its annotation: starts and states."""
    samples = 0.003 * rng.standard_normal(int(duration_s * SAMPLE_RATE))
    spans = []
    for beat in range(int(duration_s)):
        add(samples, beat, 0.6 * thump(rng, 50, 0.122))
        add(samples, beat + 0.3, 0.4 * thump(rng, 70, 0.092))
        if murmur:
            add(samples, beat + 0.13, 0.1 * coloured(rng, 320, 120, 320) * np.hanning(320))
        spans += [(beat, "1"), (beat + 0.122, "2"), (beat + 0.3, "3"), (beat + 0.392, "4")]
    save(path, samples)
    return " ".join(str(round(at_s * SAMPLE_RATE)) for at_s, _ in spans), "".join(state for _, state in spans)


def made_noise(count: int = 4) -> Noise:
    """Clips of hiss, each of an original of its own, none of them left out."""
    length = np.full(count, 12_000)
    audio = np.random.default_rng(5).integers(-9000, 9000, count * 12_000).astype(np.int16)
    names = [f"clip-{n}" for n in range(100) if zlib.crc32(f"clip-{n}".encode()) % LEFT_OUT]
    return Noise(audio, np.array(["hiss"] * count), np.array(names[:count]), np.cumsum(length) - length, length)


def save(path: Path, samples: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    soundfile.write(path, samples, SAMPLE_RATE, subtype="PCM_16")


def table(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)
