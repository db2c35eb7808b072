"""python -m training.all DATA_DIR: from the data sets to graph, card, goldens, samples and page, in one command.

Trainings run two at a time, one thread each. What is finished is left alone: run the same command again to go on
where it stopped. Says before each step what it does and how many are left.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from training.data.prepare import CACHE
from training.data.splits import DATABASES, FOLDS
from training.model.runs import RUNS

CONFIGS = Path(__file__).parent / "configs"
SPLITS = ["official", *(f"fold-{k}" for k in range(FOLDS)), *(f"without-{name}" for name in DATABASES), "random"]
OF_2016 = [f"without-{name}" for name in "abcdef"]  # what the original was made for
AT_ONCE = 2
Command = list[str]  # a module and its arguments


def trainings(runs: Path) -> list[list[Command]]:
    """Every training that is not finished, in stages: those of a stage do not need each other."""
    listeners = [(config, name) for config in ("beat", "member") for name in SPLITS]
    listeners += [("original", name) for name in SPLITS if name in ("official", "random", *OF_2016)]
    gates = [("gate", name) for name in SPLITS if name == "official" or name.startswith("fold")]
    return [
        [
            ["training.model.train", str(CONFIGS / f"{config}.toml"), name]
            for config, name in stage
            if not _is_done(runs, config, name)
        ]
        for stage in (listeners, gates)
    ]


def conclusions(cache: Path, runs: Path) -> list[Command]:
    """What makes a model of the trainings: each step from what the one before it wrote."""
    both = ["--cache", str(cache), "--runs", str(runs)]
    return [
        ["training.export.to_onnx", "member", "gate", *both],
        ["training.evaluation.baselines", "original", *both],
        ["training.evaluation.evaluate", "member", "gate", "original", *both],
        ["training.export.goldens", "--cache", str(cache)],
        ["training.export.samples", "--cache", str(cache)],
        ["training.evaluation.experiments", *both],
        ["training.evaluation.report"],
    ]


def _is_done(runs: Path, config: str, split: str) -> bool:
    return (runs / config / split / "scores.csv").is_file()


def run(command: Command) -> None:
    """Run one step in a process of its own. Raises subprocess.CalledProcessError when it fails."""
    subprocess.run([sys.executable, "-m", *command], check=True)


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and run what is left; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.all", description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--runs", type=Path, default=RUNS)
    parser.add_argument("--list", action="store_true", help="say what is left, and do nothing")
    options = parser.parse_args(arguments)
    places = ["--cache", str(options.cache), "--runs", str(options.runs)]
    is_prepared = (options.cache / "manifest.csv").is_file()
    first = [] if is_prepared else [["training.data.prepare", str(options.data), "--cache", str(options.cache)]]
    stages = [[[*command, *places] for command in stage] for stage in trainings(options.runs)]
    steps = [first, *stages, *([command] for command in conclusions(options.cache, options.runs))]
    left = [step for step in steps if step]
    try:
        for number, step in enumerate(left):
            now = time.strftime("%H:%M")
            print(f"{now}: {len(left) - number} steps left, now {len(step)} x {step[0][0]}", flush=True)
            if options.list:
                continue
            with ThreadPoolExecutor(AT_ONCE) as pool:
                list(pool.map(run, step))
    except subprocess.CalledProcessError as error:
        print(f"{error}. Mend it and give the same command again: what is finished stays.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
