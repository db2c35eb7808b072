"""python -m training.model.clarity GATE: measure how clear each recording is, into `training/runs/GATE/clarity.csv`.

In the data set's hospitals the abnormal recordings are less clear than the normal ones, and a network that is rewarded
for hearing that takes whatever is unclear for abnormal, on every sensor. So members are shown recordings weighted until
clarity tells nothing of the label (`training.data.overlap`). It is measured without a label of health: by the gate, and
the beat reader it asks, whose training had left the recording out.
"""

from __future__ import annotations

import argparse
import csv
import sys
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from training.data.arrays import Floats
from training.data.manifest import DataSetError
from training.data.prepare import CACHE
from training.data.recordings import Recordings, read_recordings, windows
from training.data.splits import split
from training.model.gate import Gate
from training.model.runs import RUNS, load_run
from training.model.scores import OUT_OF_FOLD

# how far the lowest band moves with the cycle (logarithm of dB^2), how sure the beat reader is of the part of the cycle
# (mean chance of the likeliest), the gate's logit of a usable recording
SIGNS = ("contrast", "certainty", "usable")
FILE = "clarity.csv"


def signs_of(gate: Gate, pcg: Tensor) -> Tensor:
    """SIGNS of windows: [w, samples] -> [w, signs]."""
    log_mel = gate.front_end(pcg)
    rhythm = gate.reader(log_mel).rhythm
    return torch.stack([rhythm[:, 0], rhythm[:, -1], gate.judge(pcg, log_mel, rhythm)[0]], 1)


def measure(data: Recordings, experiment: Path) -> dict[str, Floats]:
    """SIGNS of the recordings, each the mean over its windows, by the gate of the split that left it out.

    Splits that are not finished leave their recordings out. Raises ValueError where none is, or a run is no gate.
    """
    found, started = {}, time.time()
    for name in [*OUT_OF_FOLD, "official"]:
        if not (experiment / name / "weights.pt").is_file():
            continue
        gate = load_run(experiment / name)
        if not isinstance(gate, Gate):
            raise ValueError(f"{experiment.name} is no gate")
        with torch.no_grad():
            for i in np.flatnonzero(split(name, data.database, data.fold)[1]):
                parts = windows(data.samples(int(i))).split(64)
                found[data.record[i]] = torch.cat([signs_of(gate, pcg) for pcg in parts]).mean(0).double().numpy()
        left = (time.time() - started) / len(found) * (len(data.record) - len(found))
        print(f"{name}: {len(found)} of {len(data.record)} recordings, {left:.0f} s left", flush=True)
    if not found:
        raise ValueError(f"{experiment} holds no finished run of {', '.join(OUT_OF_FOLD)} or official")
    return found


def read_clarity(experiment: Path, data: Recordings) -> Floats:
    """SIGNS of each recording [recordings x signs], nan where they were not measured.

    Raises OSError when nothing was.
    """
    with (experiment / FILE).open(newline="") as file:
        found = {row["record"]: [float(row[sign]) for sign in SIGNS] for row in csv.DictReader(file)}
    return np.array([found.get(record, [np.nan] * len(SIGNS)) for record in data.record])


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and measure; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.model.clarity", description=__doc__)
    parser.add_argument("gate")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--runs", type=Path, default=RUNS)
    options = parser.parse_args(arguments)
    torch.set_num_threads(1)  # windows are too small to share out
    try:
        found = measure(read_recordings(options.cache), options.runs / options.gate)
    except (DataSetError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    path = options.runs / options.gate / FILE
    with path.with_suffix(".part").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["record", *SIGNS])
        table.writerows([record, *(f"{value:.5f}" for value in signs)] for record, signs in sorted(found.items()))
    path.with_suffix(".part").replace(path)
    print(f"{path} written: {len(found)} recordings")
    return 0


if __name__ == "__main__":
    sys.exit(main())
