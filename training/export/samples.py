"""python -m training.export.samples: copy six real recordings of the official list for the application's sample menu.

The rule: one of each database and class named in `WANTED`, good quality, 8 to 35 s, drawn by a fixed seed. No model is
asked. They are listed in the order of `LISTED`: the first three, which the start shows, are of three databases and of
both classes. Writes `resources/samples/*.flac` and `samples.json`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import soundfile

from training.data.front_end import SAMPLE_RATE
from training.data.manifest import DataSetError
from training.data.prepare import CACHE
from training.data.recordings import Recordings, read_recordings
from training.data.sources import PHYSIONET_2016

FOLDER = Path(__file__).parents[2] / "resources" / "samples"
WANTED = [("a", False), ("a", True), ("b", False), ("d", True), ("e", False), ("e", True)]  # database, abnormal
LISTED = [("a", False), ("d", True), ("e", False), ("a", True), ("b", False), ("e", True)]


def choose(
    data: Recordings, wanted: list[tuple[str, bool]], seed: int, shortest_s: float, longest_s: float
) -> list[int]:
    """Draw one recording of the official list for each (database, abnormal): good quality, length within bounds."""
    rng = np.random.default_rng(seed)
    seconds = data.length / SAMPLE_RATE
    fit = (data.fold < 0) & data.good & (seconds >= shortest_s) & (seconds <= longest_s)
    cells = [np.flatnonzero(fit & (data.database == d) & (data.abnormal == a)) for d, a in wanted]
    return [int(rng.choice(cell)) for cell in cells]


def write_flac(data: Recordings, i: int, folder: Path) -> str:
    """Write a recording, bit-identical, as FLAC; return the file's name."""
    name = f"{data.record[i]}.flac"
    samples = data.audio[data.offset[i] : data.offset[i] + data.length[i]]
    soundfile.write(folder / name, np.asarray(samples), SAMPLE_RATE, subtype="PCM_16")
    return name


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and write the samples; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.export.samples", description=__doc__)
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    try:
        data = read_recordings(options.cache)
    except DataSetError as error:
        print(error, file=sys.stderr)
        return 1
    drawn = dict(zip(WANTED, choose(data, WANTED, seed=2016, shortest_s=8, longest_s=35), strict=True))
    shutil.rmtree(options.out, ignore_errors=True)
    options.out.mkdir(parents=True)
    samples = [
        {
            "name": f"Recording {number}",
            "file": write_flac(data, i, options.out),
            "record": data.record[i],
            "database": str(data.database[i]),
            "label": "abnormal" if data.abnormal[i] else "normal",
            "diagnosis": str(data.diagnosis[i]),
            "durationS": round(int(data.length[i]) / SAMPLE_RATE, 3),
            "source": PHYSIONET_2016.title,
            "licence": PHYSIONET_2016.licence,
        }
        for number, i in enumerate((drawn[cell] for cell in LISTED), 1)
    ]
    (options.out / "samples.json").write_text(json.dumps(samples, indent=2) + "\n")
    print(f"{options.out}: {', '.join(sample['record'] for sample in samples)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
