"""Reads which recordings the data sets hold, and what is known of each.

`DATA/physionet2016` and `DATA/circor` are described in `training/README.md`: tables of labels and of the heart's cycle
beside the recordings.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from training.data.cycle import Cycle

CIRCOR = "circor"  # how its recordings' database is called; those of 2016 are called a to f
GRADES = {"I/VI": 1, "II/VI": 2, "III/VI": 3}  # of a systolic murmur; III stands for III and louder


class DataSetError(Exception):
    """The data set is missing, incomplete or damaged; the message says what to do about it."""


@dataclass(frozen=True)
class Entry:
    """One recording as its data set describes it.

    `database` is a hospital and its sensor. `group` is who was recorded, as far as that is known: recordings of one
    group stay on one side of every split. `abnormal` and `murmur` are None where that question cannot be asked of the
    recording. `heard` is CirCor's own word on the murmur (here, elsewhere, absent, unknown), "" in 2016.
    `official_test` marks 2016's official list of 301.
    """

    record: str
    database: str
    path: Path
    group: str
    abnormal: bool | None
    murmur: bool | None
    good: bool
    diagnosis: str = ""
    heard: str = ""
    grade: int = 0
    official_test: bool = False
    cycle: Cycle | None = None


def read_entries(data: Path) -> list[Entry]:
    """List the recordings of both data sets, those of 2016 first, each sorted by record.

    Raises DataSetError when a table or a recording is missing, or when a table lacks a column or has a strange value.
    """
    entries = [*_read_2016(data / "physionet2016"), *_read_circor(data / "circor")]
    missing = [entry.path for entry in entries if not entry.path.is_file()]
    if missing:
        raise DataSetError(
            f"{len(missing)} of {len(entries)} recordings are missing, the first one is {missing[0]}. "
            "Copy or unpack the data set again."
        )
    return entries


def read_table(path: Path, needed: set[str]) -> list[dict[str, str]]:
    """Rows of a table by column. Raises DataSetError when it is missing or lacks a column."""
    if not path.is_file():
        raise DataSetError(f"{path} is missing. `python -m training.data.prepare --sources` says what belongs there.")
    with path.open(newline="") as file:
        table = csv.DictReader(file)
        absent = needed - set(table.fieldnames or [])
        if absent:
            raise DataSetError(f"{path} has no column {', '.join(sorted(absent))}.")
        return list(table)


def read_cycles(path: Path) -> dict[str, Cycle]:
    """The annotated cycle by record; recordings of which nothing is annotated are left out."""
    rows = read_table(path, {"record", "starts", "states"})
    cycles = {}
    for row in rows:
        if row["starts"]:
            starts, states = np.array(row["starts"].split(), np.int64), np.array([*row["states"]], np.int8)
            if len(starts) != len(states):
                raise DataSetError(f"{path}: {row['record']} has {len(starts)} starts and {len(states)} states.")
            cycles[row["record"]] = Cycle(starts, states)
    return cycles


def _one_of(values: dict[str, bool | None], row: dict[str, str], column: str, path: Path) -> bool | None:
    if row[column] not in values:
        raise DataSetError(f"{path}: {row['record']} has the {column} {row[column]!r}.")
    return values[row[column]]


# narrowed and leaking valves make murmurs; a prolapse makes clicks, coronary disease nothing: those are not asked
_MURMUR_OF = {"Normal": False, "AS": True, "MR": True}


def _read_2016(folder: Path) -> list[Entry]:
    labels = folder / "labels.csv"
    rows = read_table(labels, {"record", "database", "file", "label", "quality", "diagnosis", "in_validation_folder"})
    group = {row["record"]: row["subject"] for row in read_table(folder / "subjects.csv", {"record", "subject"})}
    cycles = read_cycles(folder / "cycle.csv")
    entries = [
        Entry(
            record=row["record"],
            database=row["database"],
            path=folder / row["file"],
            group=group.get(row["record"], row["record"]),
            abnormal=_one_of({"normal": False, "abnormal": True}, row, "label", labels),
            murmur=_MURMUR_OF.get(row["diagnosis"]),
            good=row["quality"] == "good",
            diagnosis=row["diagnosis"],
            official_test=row["in_validation_folder"] == "1",
            cycle=cycles.get(row["record"]),
        )
        for row in rows
    ]
    return sorted(entries, key=lambda entry: entry.record)


def _read_circor(folder: Path) -> list[Entry]:
    labels = folder / "labels.csv"
    rows = read_table(labels, {"record", "person", "murmur_here", "systolic_grade", "outcome"})
    cycles = read_cycles(folder / "cycle.csv")
    heard = {"present_here": True, "present_elsewhere": None, "absent": False, "unknown": None}
    ill = {"Normal": False, "Abnormal": True}
    entries = []
    for row in rows:
        murmur, abnormal = _one_of(heard, row, "murmur_here", labels), _one_of({**ill}, row, "outcome", labels)
        entries.append(
            Entry(
                record=row["record"],
                database=CIRCOR,
                path=folder / "recordings" / f"{row['record']}.flac",
                group=f"{CIRCOR}-{row['person']}",
                # a finding of the whole work-up need not be audible: only where both agree is the sound told by it
                abnormal=abnormal if murmur == abnormal else None,
                murmur=murmur,
                good=row["murmur_here"] != "unknown",
                heard=row["murmur_here"].removeprefix("present_"),
                grade=GRADES.get(row["systolic_grade"], 0),
                cycle=cycles.get(row["record"]),
            )
        )
    return sorted(entries, key=lambda entry: entry.record)
