"""python -m training.evaluation.experiments: write what every experiment gave into `experiments/log.csv`.

One row an experiment, scope and database: AUC of one seed with its 95 % interval, on the recordings that were scored
so far. Rows of experiments whose runs are no longer here are kept. The official list is not among them: nothing is
chosen by it.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from pathlib import Path

import numpy as np

from training.data.arrays import Bools
from training.data.manifest import DataSetError
from training.data.prepare import CACHE
from training.data.recordings import Recordings, read_recordings
from training.evaluation.metrics import auc, bootstrap
from training.model.runs import RUNS
from training.model.scores import LEFT_OUT, OUT_OF_FOLD, WindowLogits, gather, runs_of

LOG = Path(__file__).parent.parent / "experiments" / "log.csv"
COLUMNS = ["experiment", "kind", "scope", "database", "recordings", "auc", "low", "high", "about"]


def read_log(log: Path) -> list[dict[str, str]]:
    """The log's rows; none where there is no log yet."""
    if not log.is_file():
        return []
    with log.open(newline="") as file:
        return list(csv.DictReader(file))


def measured(experiment: Path, data: Recordings) -> list[dict[str, str]]:
    """Rows of one experiment: for members the folds and the left-out databases, for a gate the folds."""
    finished = sorted(run.parent for run in experiment.glob("*/scores.csv"))
    if not finished:
        return []
    config = json.loads((finished[0] / "config.json").read_text())
    kind = config["network"]["kind"]
    answer = "usable" if kind == "gate" else "abnormal"
    positive, asked = (data.good, np.ones_like(data.good)) if kind == "gate" else (data.abnormal, data.asked_abnormal)
    rows = []
    for scope, splits in (("folds", OUT_OF_FOLD), ("left-out", LEFT_OUT)):
        if any(runs_of(experiment, name) for name in splits):
            for letter, count, estimate in by_database(gather(experiment, splits, answer, 1), positive, asked, data):
                figures = [f"{value:.3f}" for value in (estimate.value, estimate.low, estimate.high)]
                values = [experiment.name, kind, scope, letter, str(count), *figures, config["about"]]
                rows.append(dict(zip(COLUMNS, values, strict=True)))
    return rows


def by_database(scores: WindowLogits, positive: Bools, asked: Bools, data: Recordings):
    """Database, number of recordings and AUC inside it, for each database that has both classes."""
    at = data.places(scores)
    logit = np.array([windows.mean() for windows in scores.values()])
    for letter in np.unique(data.database[at]):
        inside = (data.database[at] == letter) & asked[at]
        y, s = positive[at][inside], logit[inside]
        if 0 < y.sum() < len(y):
            yield str(letter), len(y), bootstrap(lambda i, y=y, s=s: auc(y[i], s[i]), y)


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and write the log; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.evaluation.experiments", description=__doc__)
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--log", type=Path, default=LOG)
    options = parser.parse_args(arguments)
    try:
        data = read_recordings(options.cache)
    except DataSetError as error:
        print(error, file=sys.stderr)
        return 1
    found = {folder.name: measured(folder, data) for folder in sorted(options.runs.iterdir()) if folder.is_dir()}
    kept = [row for row in read_log(options.log) if not found.get(row["experiment"])]
    options.log.parent.mkdir(parents=True, exist_ok=True)
    with options.log.open("w", newline="") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        rows = [*kept, *(row for rows in found.values() for row in rows)]
        table.writerows(sorted(rows, key=lambda row: (row["experiment"], row["scope"], row["database"])))
    print(f"{options.log}: {len(found)} experiments")
    return 0


if __name__ == "__main__":
    sys.exit(main())
