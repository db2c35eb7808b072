"""A small data set of made-up hearts, written in either layout."""

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile

from training.data.front_end import SAMPLE_RATE
from training.data.synthesise import heart


def records(per_class: int) -> list[tuple[str, bool, bool]]:
    """Record, abnormal, official test: `per_class` of both classes in each of six databases."""
    made = []
    for database in "abcdef":
        for number in range(1, 2 * per_class + 1):
            made.append((f"{database}{number:04d}", number % 2 == 0, number > 2 * per_class - 2))
    return made


def write(folder: Path, layout: str, per_class: int = 3, duration_s: float = 6.0) -> list[tuple[str, bool, bool]]:
    """Write the data set; an abnormal heart has a loud murmur."""
    made, rng = records(per_class), np.random.default_rng(8)
    for database in "abcdef":
        (folder / f"training-{database}").mkdir(parents=True)
    suffix = "flac" if layout == "packed" else "wav"
    for record, abnormal, _ in made:
        samples = heart(rng, duration_s, rate_bpm=rng.uniform(55, 100), murmur=0.5 if abnormal else 0)
        path = folder / f"training-{record[0]}" / f"{record}.{suffix}"
        soundfile.write(path, samples, SAMPLE_RATE, subtype="PCM_16")
    if layout == "packed":
        rows = [
            [r, r[0], f"training-{r[0]}/{r}.flac", "abnormal" if a else "normal", "good", "Normal", int(t)]
            for r, a, t in made
        ]
        header = ["record", "database", "file", "label", "quality", "diagnosis", "in_validation_folder"]
        table(folder / "labels.csv", [header, *rows])
    else:
        for database in "abcdef":
            inside = [row for row in made if row[0][0] == database]
            table(folder / f"training-{database}" / "REFERENCE.csv", [[r, 1 if a else -1] for r, a, _ in inside])
            quality = [[r, 1 if a else -1, 0 if r.endswith("1") else 1] for r, a, _ in inside]
            table(folder / f"training-{database}" / "REFERENCE-SQI.csv", quality)
        (folder / "validation").mkdir()
        table(folder / "validation" / "REFERENCE.csv", [[r, 1 if a else -1] for r, a, t in made if t])
    return made


def table(path: Path, rows: Sequence[Sequence[object]]) -> None:
    with path.open("w", newline="") as file:
        csv.writer(file).writerows(rows)
