"""python -m training.data.prepare DATA_DIR: decode the data sets once, and compute once what never changes.

Writes into `training/cache`, every recording end to end: `audio.i16` (2,000 Hz), `log-mel.f16` (what the front end
hears, [frames x bands]), `position.f16` and `part.i8` (where in the heart's cycle each frame lies); `noise.i16`, the
clips of what is no heart; and the tables `cycle.csv` (the annotations), `noise.csv` and `manifest.csv` of what lies
where.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import os
import re
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import torch
from numpy.typing import NDArray

from training.data.arrays import Floats
from training.data.clarity import SIGNS, clarity_of
from training.data.cycle import parts_of, position_of
from training.data.front_end import SAMPLE_RATE, FrontEnd
from training.data.manifest import DataSetError, Entry, read_entries, read_table
from training.data.splits import assign_folds

CACHE = Path(__file__).parent.parent / "cache"
SOURCES = """DATA_DIR holds three folders; training/README.md says what each table in them has to hold.

  physionet2016  "Classification of Heart Sound Recordings: The PhysioNet/Computing in Cardiology Challenge 2016",
                 version 1.0.0, https://physionet.org/content/challenge-2016/1.0.0/
                 (Open Data Commons Attribution License v1.0)
  circor         "The CirCor DigiScope Phonocardiogram Dataset", version 1.0.3,
                 https://physionet.org/content/circor-heart-sound/1.0.3/ (Open Data Commons Attribution License v1.0)
  noise          clips under free licences that are no hearts, their authors in its table

Then: python -m training.data.prepare DATA_DIR"""


def decode(path: Path) -> NDArray[np.int16]:
    """Return the samples of a sound [n].

    Raises DataSetError when the file cannot be read, is not SAMPLE_RATE mono, or is shorter than a second.
    """
    try:
        samples, rate = soundfile.read(path, dtype="int16")
        samples = np.asarray(samples, np.int16)
    except soundfile.LibsndfileError as error:
        raise DataSetError(f"{path} cannot be decoded ({error}). Copy it again.") from error
    if rate != SAMPLE_RATE or samples.ndim != 1:
        raise DataSetError(f"{path} is {rate} Hz with shape {samples.shape}, not {SAMPLE_RATE} Hz mono.")
    if len(samples) < SAMPLE_RATE:
        raise DataSetError(f"{path} lasts {len(samples) / SAMPLE_RATE:.1f} s: it is cut off. Copy it again.")
    return samples


@dataclass(frozen=True)
class Prepared:
    """One recording: samples [n], log-mel [frames x bands], place in the cycle [frames] twice, clarity [signs]."""

    samples: NDArray[np.int16]
    log_mel: NDArray[np.float16]
    position: NDArray[np.float16]
    part: NDArray[np.int8]
    clarity: Floats


def hear(entry: Entry) -> Prepared:
    """Decode one recording and compute what never changes. Raises DataSetError as `decode` does."""
    torch.set_num_threads(1)  # the recordings are shared out among the processors already
    samples = decode(entry.path)
    with torch.no_grad():
        log_mel = FrontEnd()(torch.tensor(samples[None] / np.float32(32768)))[0].T.numpy()
    frames = len(log_mel)
    if entry.cycle is None:
        position, part = np.full(frames, np.nan, np.float16), np.full(frames, -1, np.int8)
    else:
        position, part = position_of(entry.cycle, frames), parts_of(entry.cycle, frames)
    return Prepared(samples, log_mel.astype(np.float16), position, part, clarity_of(log_mel, part))


def said(answer: bool | None, yes: str, no: str) -> str:
    """A word for an answer, "" for none."""
    return {True: yes, False: no, None: ""}[answer]


def about(entry: Entry) -> dict[str, object]:
    """What the manifest says of a recording before it is heard."""
    return {
        "record": entry.record,
        "database": entry.database,
        "group": entry.group,
        "label": said(entry.abnormal, "abnormal", "normal"),
        "murmur": said(entry.murmur, "murmur", "none"),
        "quality": said(entry.good, "good", "unsure"),
        "diagnosis": entry.diagnosis,
        "heard": entry.heard,
        "grade": entry.grade,
    }


def prepare(data: Path, cache: Path) -> int:
    """Prepare the data sets of `data` into `cache`; return the number of recordings. Raises DataSetError."""
    entries = read_entries(data)
    fold = assign_folds(
        np.array([e.database for e in entries]),
        np.array([e.group for e in entries]),
        np.array([bool(e.abnormal) or e.heard in ("here", "elsewhere") for e in entries]),
        np.array([e.official_test for e in entries]),
    )
    cache.mkdir(parents=True, exist_ok=True)
    clips = read_noise(data / "noise", cache)
    write_cycles(entries, cache / "cycle.csv")
    names = ["audio.i16", "log-mel.f16", "position.f16", "part.i8", "manifest.csv"]
    seconds, begun, seen = 0.0, time.time(), {}
    with ExitStack() as stack:
        pool = stack.enter_context(ProcessPoolExecutor(os.cpu_count()))
        *arrays, manifest = [stack.enter_context((cache / f"{name}.new").open("wb")) for name in names]
        columns = [*about(entries[0]), "fold", "samples", "frames", *SIGNS, "sha256", "same_as"]
        table = csv.DictWriter(stack.enter_context(io.TextIOWrapper(manifest, newline="")), columns)
        table.writeheader()
        for i, (entry, made) in enumerate(zip(entries, pool.map(hear, entries, chunksize=8), strict=True)):
            digest = hashlib.sha256(made.samples.tobytes()).hexdigest()
            counts = {"fold": fold[i], "samples": len(made.samples), "frames": len(made.log_mel)}
            signs = dict(zip(SIGNS, made.clarity, strict=True))
            table.writerow({**about(entry), **counts, **signs, "sha256": digest, "same_as": seen.get(digest, "")})
            seen.setdefault(digest, entry.record)
            write_all(arrays, (made.samples, made.log_mel, made.position, made.part))
            seconds += len(made.samples) / SAMPLE_RATE
            if (i + 1) % 500 == 0 or i + 1 == len(entries):
                left = (time.time() - begun) / (i + 1) * (len(entries) - i - 1)
                print(f"{i + 1} of {len(entries)} recordings, {seconds / 3600:.1f} h, {left:.0f} s left", flush=True)
    for name in names:  # the manifest last: a cache that was interrupted does not fit it
        (cache / f"{name}.new").replace(cache / name)
    print(f"{cache / 'manifest.csv'} written, and {clips} clips of what is no heart")
    return len(entries)


def write_cycles(entries: list[Entry], path: Path) -> None:
    """Put the annotations together into one table."""
    with path.open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(["record", "starts", "states"])
        for entry in entries:
            if entry.cycle is not None:
                starts, states = (" ".join(map(str, entry.cycle.starts)), "".join(map(str, entry.cycle.states)))
                table.writerow([entry.record, starts, states])


def write_all(files: Iterable[io.BufferedIOBase], arrays: Iterable[NDArray]) -> None:
    """Append an array to each file, little-endian."""
    for file, array in zip(files, arrays, strict=True):
        file.write(array.astype(array.dtype.newbyteorder("<")).tobytes())


def read_noise(folder: Path, cache: Path) -> int:
    """Put the clips of `folder` end to end into the cache; return their number. Raises DataSetError."""
    rows = read_table(folder / "sources.csv", {"clip", "kind"})
    columns = ["clip", "kind", "original", "samples"]
    with (cache / "noise.i16").open("wb") as sound, (cache / "noise.csv").open("w", newline="") as file:
        table = csv.writer(file)
        table.writerow(columns)
        for row in rows:
            samples = decode(folder / "clips" / f"{row['clip']}.flac")
            write_all([sound], [samples])
            table.writerow([row["clip"], row["kind"], original_of(row["clip"]), len(samples)])
    return len(rows)


def original_of(clip: str) -> str:
    """What a clip was cut from: clips of one original differ in their last letter alone."""
    return re.sub("-[A-Z]$", "", clip)


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and prepare; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.data.prepare", description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder with physionet2016, circor and noise")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--sources", action="store_true", help="say what belongs there and where it comes from")
    options = parser.parse_args(arguments)
    if options.sources or options.data is None:
        print(SOURCES)
        return 0 if options.sources else 2
    try:
        prepare(options.data, options.cache)
    except DataSetError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
