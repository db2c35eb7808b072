"""L: are the heart sounds marked where they are, and is the heart rate right."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from training.data.arrays import Floats
from training.data.cycle import S1, S2, UNKNOWN, Cycle
from training.data.front_end import SAMPLE_RATE
from training.evaluation.figures import Metric, Setting, fraction, of_database
from training.evaluation.metrics import bootstrap
from training.export.marks import Beat, heart_rate, marked

TOLERANCES_S = (0.1, 0.06)
RATE_TOLERANCE_BPM = 5
LEAST_MARKED = 0.5  # of the beats of a recording that has marks


@dataclass(frozen=True)
class Found:
    """Of one recording: matched, annotated and marked sounds [tolerances x sounds x 3], marks at all, rate right."""

    counts: np.ndarray
    has_marks: bool
    rate_is_right: bool | None  # None where no rate is said


def matches(reference: Floats, found: Floats, tolerance_s: float) -> int:
    """How many of the found times have a reference time of their own within the tolerance."""
    free, count = np.ones(len(reference), bool), 0
    for time in found:
        near = np.flatnonzero(free & (np.abs(reference - time) <= tolerance_s))
        if len(near):
            free[near[np.abs(reference[near] - time).argmin()]] = False
            count += 1
    return count


def compare(beats: list[Beat], cycle: Cycle) -> Found:
    """Marks of a recording against its annotation; what lies where nothing is annotated is not counted."""
    shown = marked(beats)
    known = (
        cycle.states[np.maximum(0, np.searchsorted(cycle.starts, times(shown, "s1_s") * SAMPLE_RATE) - 1)] != UNKNOWN
    )
    inside = [beat for beat, is_known in zip(shown, known, strict=True) if is_known]
    pairs = [
        (cycle.middles_s(state), within(times(inside, name), cycle)) for state, name in ((S1, "s1_s"), (S2, "s2_s"))
    ]
    counts = [[[matches(ref, at, t), len(ref), len(at)] for ref, at in pairs] for t in TOLERANCES_S]
    gaps, said = np.diff(cycle.middles_s(S1)), heart_rate(beats)
    right = None if said is None or not len(gaps) else abs(said - 60 / np.median(gaps)) <= RATE_TOLERANCE_BPM
    return Found(np.array(counts), len(shown) >= 3 and len(shown) >= LEAST_MARKED * len(beats), right)


def times(beats: list[Beat], name: str) -> Floats:
    """One time of each beat in seconds."""
    return np.array([getattr(beat, name) for beat in beats], float)


def within(found: Floats, cycle: Cycle) -> Floats:
    """The times between the first and the last whole sound of the annotation."""
    ends = [cycle.middles_s(state) for state in (S1, S2)]
    first, last = min(e[0] for e in ends if len(e)), max(e[-1] for e in ends if len(e))
    return found[(found >= first - TOLERANCES_S[0]) & (found <= last + TOLERANCES_S[0])]


def f1(counts: np.ndarray) -> float:
    """Twice what matched over what was annotated and marked: [recordings x 3] -> F1."""
    matched, annotated, marks = counts.sum(0)
    return float(2 * matched / (annotated + marks))


def protocol_l(scope: Setting, database: str, found: list[Found]) -> list[Metric]:
    """Figures of recordings of one database that the network had not heard."""
    counts, n, figures = np.stack([f.counts for f in found]), len(found), []
    for k, tolerance in enumerate(TOLERANCES_S):
        for j, sound in enumerate(("S1", "S2")):
            estimate = bootstrap(lambda i, k=k, j=j: f1(counts[i, k, j]), np.zeros(n))
            figures.append(of_database(scope, database, f"{sound} F1 at {1000 * tolerance:.0f} ms", n, estimate))
    rates = [f.rate_is_right for f in found if f.rate_is_right is not None]
    shares = [(f"database {database}", "marked", [f.has_marks for f in found])]
    if rates:
        shares.append((f"database {database}, rate said", f"heart rate within {RATE_TOLERANCE_BPM} bpm", rates))
    for data, measure, hits in shares:
        share = fraction(scope, data, measure, np.array(hits))
        figures.append(Metric(scope, data, measure, share.count, share.estimate, database))
    return figures
