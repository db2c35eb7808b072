"""Reads which recordings a copy of the PhysioNet/CinC 2016 training set holds, in either of its two layouts.

* Packed: `labels.csv` beside `training-a ... training-f/*.flac`.
* Public: `training-a ... training-f/*.wav`, each folder with a `REFERENCE.csv` (record, 1 | -1), the quality labels in
  `REFERENCE-SQI.csv` (record, 1 | -1, 1 | 0) where there are any, and `validation/REFERENCE.csv`, the official list of
  301 recordings that are tested on and never trained on.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

DATABASES = "abcdef"


class DataSetError(Exception):
    """The data set is missing, incomplete or damaged; the message says what to do about it."""


@dataclass(frozen=True)
class Entry:
    """One recording as the data set describes it.

    `good` is None where the copy has no quality label; `official_test` marks the official list of 301; `beat_s` is the
    mean length of a beat by the hand-corrected annotations, None where the copy has none.
    """

    record: str
    path: Path
    abnormal: bool
    good: bool | None
    diagnosis: str
    official_test: bool
    beat_s: float | None = None

    @property
    def database(self) -> str:
        """Letter of the hospital and sensor the recording comes from: its name's first character."""
        return self.record[0]


def read_entries(folder: Path) -> list[Entry]:
    """List the recordings of the data set in `folder`, sorted by record.

    Raises DataSetError when neither layout is found, or when a file that a layout promises is not there.
    """
    if not folder.is_dir():
        raise DataSetError(f"{folder} is not a folder. Name the folder that holds training-a to training-f.")
    if (folder / "labels.csv").is_file():
        entries = _read_packed(folder)
    elif any((folder / f"training-{letter}" / "REFERENCE.csv").is_file() for letter in DATABASES):
        entries = _read_public(folder)
    else:
        raise DataSetError(
            f"{folder} holds neither labels.csv nor training-a/REFERENCE.csv. "
            "Run `python -m training.data.prepare --download` to read where the data set comes from."
        )
    missing = [entry.path for entry in entries if not entry.path.is_file()]
    if missing:
        raise DataSetError(
            f"{len(missing)} of {len(entries)} recordings are missing, the first one is {missing[0]}. "
            "Copy or unpack the data set again."
        )
    return sorted(entries, key=lambda entry: entry.record)


def _rows(path: Path) -> list[list[str]]:
    with path.open(newline="") as file:
        return [row for row in csv.reader(file) if row]


def _read_packed(folder: Path) -> list[Entry]:
    header, *rows = _rows(folder / "labels.csv")
    needed = ["record", "file", "label", "quality", "diagnosis", "in_validation_folder"]
    absent = [column for column in needed if column not in header]
    if absent:
        raise DataSetError(f"{folder / 'labels.csv'} has no column {', '.join(absent)}.")
    entries = []
    for row in rows:
        value = dict(zip(header, row, strict=True))
        if value["label"] not in ("normal", "abnormal"):
            raise DataSetError(f"{folder / 'labels.csv'}: {value['record']} has the label {value['label']!r}.")
        entries.append(
            Entry(
                record=value["record"],
                path=folder / value["file"],
                abnormal=value["label"] == "abnormal",
                good=value["quality"] == "good",
                diagnosis=value["diagnosis"],
                official_test=value["in_validation_folder"] == "1",
                beat_s=float(value["mean_s1s1_s"]) if value.get("mean_s1s1_s") else None,
            )
        )
    return entries


def _read_public(folder: Path) -> list[Entry]:
    official_list = folder / "validation" / "REFERENCE.csv"
    if not official_list.is_file():
        raise DataSetError(
            f"{official_list} is missing: without the official test list there is nothing honest to test on. "
            "Unpack validation.zip of the distribution beside training-a."
        )
    official = {row[0] for row in _rows(official_list)}
    entries = []
    for letter in DATABASES:
        database = folder / f"training-{letter}"
        if not (database / "REFERENCE.csv").is_file():
            raise DataSetError(f"{database / 'REFERENCE.csv'} is missing. Unpack training.zip again.")
        with_quality = database / "REFERENCE-SQI.csv"
        quality = {row[0]: row[2].strip() == "1" for row in _rows(with_quality)} if with_quality.is_file() else {}
        for record, label, *_ in _rows(database / "REFERENCE.csv"):
            if label.strip() not in ("1", "-1"):
                raise DataSetError(f"{database / 'REFERENCE.csv'}: {record} has the label {label!r}, not 1 or -1.")
            entries.append(
                Entry(
                    record=record,
                    path=database / f"{record}.wav",
                    abnormal=label.strip() == "1",
                    good=quality.get(record),
                    diagnosis="",
                    official_test=record in official,
                )
            )
    return entries
