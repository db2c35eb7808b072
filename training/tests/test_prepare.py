"""The data sets are read as their tables say; a missing or damaged one is said so."""

import csv

import numpy as np
import pytest
import soundfile
from made_data import table, write

from training.data.manifest import DataSetError, read_entries
from training.data.prepare import main, original_of, prepare
from training.data.recordings import read_recordings


def test_reads_records_labels_groups_and_official_list(tmp_path):
    made = write(tmp_path / "data")
    prepare(tmp_path / "data", tmp_path / "cache")
    data = read_recordings(tmp_path / "cache")
    of_2016 = data.database != "circor"
    assert data.record[: len(made)] == [m.record for m in made]
    assert data.abnormal[of_2016].tolist() == [m.abnormal for m in made]
    assert (data.fold[of_2016] < 0).tolist() == [m.official_test for m in made]
    assert data.good[of_2016].tolist() == [not m.record.endswith("1") for m in made]
    assert len(set(data.group[of_2016])) == len(made) // 2
    assert (data.length == 12_000).all()


def test_asks_each_recording_what_its_data_set_answers(tmp_path):
    write(tmp_path / "data")
    prepare(tmp_path / "data", tmp_path / "cache")
    data = read_recordings(tmp_path / "cache")
    at = {record: i for i, record in enumerate(data.record)}
    here, elsewhere, absent, unknown = (at[record] for record in ("2_AV", "2_MV", "1_AV", "6_AV"))
    assert data.heard[[here, elsewhere, absent, unknown]].tolist() == ["here", "elsewhere", "absent", "unknown"]
    assert data.murmur[here] and data.asked_murmur[here] and data.grade[here] == 3
    assert not data.asked_murmur[elsewhere] and not data.asked_abnormal[elsewhere]
    assert data.asked_murmur[absent] and not data.murmur[absent]
    assert not data.good[unknown] and not data.asked_murmur[unknown]
    assert data.group[at["2_AV"]] == data.group[at["2_MV"]]


def test_the_samples_survive_bit_for_bit(tmp_path):
    write(tmp_path / "data")
    prepare(tmp_path / "data", tmp_path / "cache")
    data = read_recordings(tmp_path / "cache")
    path = tmp_path / "data" / "physionet2016" / "training-b" / "b0002.flac"
    original, _ = soundfile.read(path, dtype="float32")
    assert np.array_equal(data.samples(data.record.index("b0002")), original)


def test_keeps_the_clips_of_one_original_together(tmp_path):
    write(tmp_path / "data")
    prepare(tmp_path / "data", tmp_path / "cache")
    with (tmp_path / "cache" / "noise.csv").open(newline="") as file:
        assert [row["original"] for row in csv.DictReader(file)] == [f"esc-{n}" for n in (1, 1, 2, 2, 3, 3)]
    assert original_of("room-running-tap") == "room-running-tap"


def test_says_what_is_missing(tmp_path, capsys):
    assert main([str(tmp_path / "nowhere"), "--cache", str(tmp_path / "cache")]) == 1
    assert "labels.csv is missing" in capsys.readouterr().err


def test_names_the_column_that_a_table_lacks(tmp_path):
    write(tmp_path)
    table(tmp_path / "physionet2016" / "subjects.csv", [["record"], ["a0001"]])
    with pytest.raises(DataSetError, match=r"subjects\.csv has no column subject"):
        read_entries(tmp_path)


def test_names_the_first_missing_recording(tmp_path):
    write(tmp_path)
    (tmp_path / "physionet2016" / "training-c" / "c0003.flac").unlink()
    with pytest.raises(DataSetError, match=r"1 of 48 recordings are missing.*c0003\.flac"):
        read_entries(tmp_path)


def test_refuses_a_damaged_recording(tmp_path):
    write(tmp_path / "data")
    path = tmp_path / "data" / "physionet2016" / "training-a" / "a0001.flac"
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(DataSetError, match=r"a0001\.flac"):
        prepare(tmp_path / "data", tmp_path / "cache")
