"""python -m training.export.goldens: what the graph must give for four real recordings and two made-up ones.

Writes `tests/fixtures/golden/`: a FLAC or WAV file a recording, one little-endian float32 file an array, and
`index.json` with the shapes; `marks.json` says which marks belong to a cycle that was made without any graph. The
desktop's tests compare their own pipeline with these.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
from pathlib import Path

import numpy as np
import soundfile

from training.data.arrays import Singles
from training.data.cycle import S1, S2
from training.data.front_end import FFT_SIZE, HOP_LENGTH, SAMPLE_RATE
from training.data.manifest import DataSetError
from training.data.prepare import CACHE
from training.data.recordings import read_recordings, window_starts
from training.data.synthesise import heart
from training.export.graph import OUTPUTS, Graph
from training.export.made_cycles import CASES, said
from training.export.marks import HALVES, beats_of, heart_rate, stitch
from training.export.samples import choose, write_flac
from training.export.to_onnx import MODEL

FOLDER = Path(__file__).parents[2] / "tests" / "fixtures" / "golden"
WANTED = [("a", True), ("b", False), ("e", True), ("e", False)]  # database, abnormal
LARGE = {"log_mel", "cycle"}
TOLERANCE = 1e-4  # of logits, evidence and embedding; log_mel is in dB: see TOLERANCE_DB
TOLERANCE_DB = 1e-2  # float32 sums in another order, near the floor


def golden(name: str, samples: Singles, graph: Graph, folder: Path) -> dict[str, object]:
    """Run one recording and write its arrays; return its entry of the index. Large ones: first window only."""
    heard = graph.hear(samples)
    arrays: dict[str, object] = {}
    for output in OUTPUTS:
        array = getattr(heard, output)[: 1 if output in LARGE else None]
        (folder / f"{name}.{output}.f32").write_bytes(array.astype("<f4").tobytes())
        arrays[output] = {"file": f"{name}.{output}.f32", "shape": list(array.shape)}
    starts = window_starts(len(samples))
    return {"samples": len(samples), "starts": starts, "arrays": arrays, **marks(heard.cycle, len(samples))}


def marks(cycle: Singles, length: int) -> dict[str, object]:
    """Every beat that a cycle [windows x PARTS x FRAMES] gives, [s1_s, s2_s, sureness] each, and the heart rate."""
    beats = beats_of(stitch(cycle, length))
    return {"beats": [[b.s1_s, b.s2_s, b.sureness] for b in beats], "heartRateBpm": heart_rate(beats)}


def write_marks(folder: Path) -> None:
    """The marks of made-up cycles: one file of chances [windows x PARTS x FRAMES] a case, and `marks.json`."""
    entries = []
    for case in CASES:
        cycle = said(case)
        (folder / f"marks.{case.name}.f32").write_bytes(cycle.astype("<f4").tobytes())
        starts = window_starts(case.length)
        entries.append(
            {"name": case.name, "samples": case.length, "starts": starts, "shape": list(cycle.shape)}
            | {"file": f"marks.{case.name}.f32", **marks(cycle, case.length)}
        )
    layout = {
        "firstFrameCentreS": FFT_SIZE / 2 / SAMPLE_RATE,
        "hopS": HOP_LENGTH / SAMPLE_RATE,
        "firstSound": HALVES[S1],
        "secondSound": HALVES[S2],
    }
    (folder / "marks.json").write_text(json.dumps({"layout": layout, "cycles": entries}, indent=1) + "\n")


def main(arguments: list[str] | None = None) -> int:
    """Parse the command line and write the goldens; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m training.export.goldens", description=__doc__)
    parser.add_argument("--cache", type=Path, default=CACHE)
    parser.add_argument("--model", type=Path, default=MODEL)
    parser.add_argument("--out", type=Path, default=FOLDER)
    options = parser.parse_args(arguments)
    try:
        data = read_recordings(options.cache)
    except DataSetError as error:
        print(error, file=sys.stderr)
        return 1
    shutil.rmtree(options.out, ignore_errors=True)
    options.out.mkdir(parents=True)
    write_marks(options.out)
    graph, recordings = Graph(options.model), []
    rng = np.random.default_rng(1628)
    for i in choose(data, WANTED, seed=1628, shortest_s=7.5, longest_s=22):
        file = write_flac(data, i, options.out)
        entry = golden(data.record[i], data.samples(i), graph, options.out)
        label = "abnormal" if data.abnormal[i] else "normal"
        recordings.append({"name": data.record[i], "file": file, "made": False, "label": label, **entry})
    for name, duration_s, murmur in (("made-heart", 12.0, 0.0), ("made-short-murmur", 3.5, 0.3)):
        samples = heart(rng, duration_s, rate_bpm=72, murmur=murmur)
        soundfile.write(options.out / f"{name}.wav", samples, SAMPLE_RATE, subtype="PCM_16")
        samples = np.asarray(
            soundfile.read(options.out / f"{name}.wav", dtype="float32")[0], np.float32
        )  # as it will be read
        recordings.append(
            {"name": name, "file": f"{name}.wav", "made": True, **golden(name, samples, graph, options.out)}
        )
    index = {
        "sha256": hashlib.sha256(options.model.read_bytes()).hexdigest(),
        "source": "PhysioNet/CinC Challenge 2016 v1.0.0, Open Data Commons Attribution License v1.0",
        "tolerance": TOLERANCE,
        "toleranceDb": TOLERANCE_DB,
        "recordings": recordings,
    }
    (options.out / "index.json").write_text(json.dumps(index, indent=1) + "\n")
    size = sum(file.stat().st_size for file in options.out.iterdir())
    print(f"{options.out}: {len(recordings)} recordings, {size / 1e6:.2f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
