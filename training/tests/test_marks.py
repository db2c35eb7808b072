"""The marks of made-up cycles are those that the application is held to."""

import json

import numpy as np
import pytest

from training.data.cycle import PARTS
from training.data.front_end import FRAMES
from training.export.goldens import FOLDER, marks
from training.export.made_cycles import CASES, said
from training.export.marks import stitch

EXPECTED = {entry["name"]: entry for entry in json.loads((FOLDER / "marks.json").read_text())["cycles"]}


def test_every_made_up_cycle_is_written_down():
    assert list(EXPECTED) == [case.name for case in CASES]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_marks_are_those_that_are_written_down(case):
    expected, found = EXPECTED[case.name], marks(said(case), case.length)
    assert np.array(found["beats"]) == pytest.approx(np.array(expected["beats"]), abs=1e-6)
    assert found["heartRateBpm"] == pytest.approx(expected["heartRateBpm"])


def test_no_frame_is_taken_twice_where_a_window_starts_half_a_hop_aside():
    numbered = np.tile(np.arange(FRAMES, dtype=np.float32), (4, PARTS, 1))
    frames = stitch(numbered, 20_000)[0, 400:500]  # all of them from the window at 10,000 samples, or 312.5 hops
    assert (np.diff(frames) == 1).all()
