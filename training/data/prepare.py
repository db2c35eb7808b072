"""python -m training.data.prepare DATA_DIR: decode the data set once, and compute once what never changes.

Writes into `training/cache`, every recording end to end: `audio.i16` (2,000 Hz), `log-mel.f16` (what the front end
hears, [frames x bands]), `position.f16` and `part.i8` (where in the heart's cycle each frame lies); and `manifest.csv`
(record, database, label, quality, diagnosis, split, fold, path, samples, frames, sha256, status).
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import io
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
import torch
from numpy.typing import NDArray

from training.data.cycle import find_cycle, place
from training.data.front_end import SAMPLE_RATE, FrontEnd
from training.data.manifest import DataSetError, Entry, read_entries
from training.data.splits import assign_folds

CACHE = Path(__file__).parent.parent / "cache"
DOWNLOAD = """The data set is "Classification of Heart Sound Recordings: The PhysioNet/Computing in Cardiology Challenge
2016", version 1.0.0 (Open Data Commons Attribution License v1.0). Fetch, and unpack side by side in one folder:

  https://physionet.org/files/challenge-2016/1.0.0/training.zip      training-a ... training-f
  https://physionet.org/files/challenge-2016/1.0.0/validation.zip    the official list of 301 recordings
  https://physionet.org/files/challenge-2016/1.0.0/SHA256SUMS.txt    keep it in the same folder: it is checked

Then: python -m training.data.prepare FOLDER"""


def decode(entry: Entry) -> tuple[NDArray[np.int16], str]:
    """Return the samples [n] and the SHA-256 of the decoded samples (the same for WAV and FLAC).

    Raises DataSetError when the file cannot be read, is not 2,000 Hz mono, or is shorter than two seconds.
    """
    try:
        samples, rate = soundfile.read(entry.path, dtype="int16")
        samples = np.asarray(samples, np.int16)
    except soundfile.LibsndfileError as error:
        raise DataSetError(f"{entry.path} cannot be decoded ({error}). Copy it again.") from error
    if rate != SAMPLE_RATE or samples.ndim != 1:
        raise DataSetError(f"{entry.path} is {rate} Hz with shape {samples.shape}, not {SAMPLE_RATE} Hz mono.")
    if len(samples) < 2 * SAMPLE_RATE:
        raise DataSetError(f"{entry.path} lasts {len(samples) / SAMPLE_RATE:.1f} s: it is cut off. Copy it again.")
    return samples, hashlib.sha256(samples.tobytes()).hexdigest()


def verify_sums(folder: Path) -> int:
    """Check every file that `SHA256SUMS.txt` names and that is there; return how many were checked.

    Raises DataSetError for the first file whose sum differs.
    """
    sums = folder / "SHA256SUMS.txt"
    checked = 0
    for line in sums.read_text().splitlines() if sums.is_file() else []:
        expected, _, name = line.partition(" ")
        path = folder / name.strip().lstrip("*")
        if path.is_file():
            if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
                raise DataSetError(f"{path} does not have the SHA-256 that {sums.name} gives. Fetch it again.")
            checked += 1
    return checked


@dataclass(frozen=True)
class Prepared:
    """One recording: samples [n] and their SHA-256, log-mel [frames x bands], place in the cycle [frames] twice."""

    samples: NDArray[np.int16]
    sha256: str
    log_mel: NDArray[np.float16]
    position: NDArray[np.float16]
    part: NDArray[np.int8]


def hear(entry: Entry) -> Prepared:
    """Decode one recording and compute what never changes. Raises DataSetError as `decode` does."""
    torch.set_num_threads(1)  # the recordings are shared out among the processors already
    samples, digest = decode(entry)
    sound = samples.astype(np.float32) / np.float32(32768)
    with torch.no_grad():
        log_mel = FrontEnd()(torch.tensor(sound[None]))[0].T.numpy()
    position, part = place(find_cycle(sound, entry.beat_s), len(log_mel))
    return Prepared(samples, digest, log_mel.astype(np.float16), position, part)


def prepare(folder: Path, cache: Path) -> int:
    """Prepare the data set of `folder` into `cache`; return the number of recordings. Raises DataSetError."""
    entries = read_entries(folder)
    checked = verify_sums(folder)
    fold = assign_folds([e.record for e in entries], np.array([e.official_test for e in entries]))
    cache.mkdir(parents=True, exist_ok=True)
    columns = ["record", "database", "label", "quality", "diagnosis", "split", "fold", "path", "samples", "frames"]
    names = ["audio.i16", "log-mel.f16", "position.f16", "part.i8", "manifest.csv"]
    seconds, begun, seen = 0.0, time.time(), {}
    with ExitStack() as stack:
        pool = stack.enter_context(ProcessPoolExecutor(os.cpu_count()))
        *arrays, manifest = [stack.enter_context((cache / f"{name}.new").open("wb")) for name in names]
        table = csv.writer(stack.enter_context(io.TextIOWrapper(manifest, newline="")))
        table.writerow([*columns, "sha256", "status"])
        for i, (entry, made) in enumerate(zip(entries, pool.map(hear, entries, chunksize=8), strict=True)):
            status = f"same audio as {seen[made.sha256]}" if made.sha256 in seen else "ok"
            seen.setdefault(made.sha256, entry.record)
            quality = {True: "good", False: "unsure", None: ""}[entry.good]
            label, side = "abnormal" if entry.abnormal else "normal", "test" if entry.official_test else "train"
            path = entry.path.relative_to(folder).as_posix()
            about = [entry.record, entry.database, label, quality, entry.diagnosis, side, fold[i], path]
            table.writerow([*about, len(made.samples), len(made.log_mel), made.sha256, status])
            for file, array in zip(arrays, (made.samples, made.log_mel, made.position, made.part), strict=True):
                file.write(array.astype(array.dtype.newbyteorder("<")).tobytes())
            seconds += len(made.samples) / SAMPLE_RATE
            if (i + 1) % 500 == 0 or i + 1 == len(entries):
                left = (time.time() - begun) / (i + 1) * (len(entries) - i - 1)
                print(f"{i + 1} of {len(entries)} recordings, {seconds / 3600:.1f} h, {left:.0f} s left", flush=True)
    for name in names:  # the manifest last: a cache that was interrupted does not fit it
        (cache / f"{name}.new").replace(cache / name)
    print(f"{cache / 'manifest.csv'} written; {checked} files checked against SHA256SUMS.txt")
    return len(entries)


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and prepare; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.data.prepare", description=__doc__)
    parser.add_argument("data", type=Path, nargs="?", help="folder with training-a to training-f")
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--download", action="store_true", help="say what to fetch and from where")
    options = parser.parse_args(arguments)
    if options.download or options.data is None:
        print(DOWNLOAD)
        return 0 if options.download else 2
    try:
        prepare(options.data, options.cache)
    except DataSetError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
