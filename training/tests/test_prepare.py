"""Both layouts of the data set are read alike; a missing or damaged one is said so."""

import numpy as np
import pytest
import soundfile
from made_data import write

from training.data.manifest import DataSetError, read_entries
from training.data.prepare import main, prepare
from training.data.recordings import read_recordings


@pytest.mark.parametrize("layout", ["packed", "public"])
def test_reads_records_labels_and_official_list(layout, tmp_path):
    made = write(tmp_path / "data", layout)
    prepare(tmp_path / "data", tmp_path / "cache")
    data = read_recordings(tmp_path / "cache")
    assert data.record == [r for r, _, _ in made]
    assert data.abnormal.tolist() == [a for _, a, _ in made]
    assert (data.fold < 0).tolist() == [t for _, _, t in made]
    assert (data.length == 12_000).all()
    if layout == "public":
        assert data.good.tolist() == [not r.endswith("1") for r, _, _ in made]


def test_the_samples_survive_bit_for_bit(tmp_path):
    write(tmp_path / "data", "packed")
    prepare(tmp_path / "data", tmp_path / "cache")
    data = read_recordings(tmp_path / "cache")
    original, _ = soundfile.read(tmp_path / "data" / "training-b" / "b0002.flac", dtype="float32")
    assert np.array_equal(data.samples(data.record.index("b0002")), original)


def test_says_what_is_missing(tmp_path, capsys):
    assert main([str(tmp_path / "nowhere"), "--cache", str(tmp_path / "cache")]) == 1
    assert "is not a folder" in capsys.readouterr().err
    (tmp_path / "empty").mkdir()
    with pytest.raises(DataSetError, match=r"neither labels\.csv nor"):
        read_entries(tmp_path / "empty")


def test_refuses_a_copy_without_the_official_list(tmp_path):
    write(tmp_path, "public")
    (tmp_path / "validation" / "REFERENCE.csv").unlink()
    with pytest.raises(DataSetError, match="official test list"):
        read_entries(tmp_path)


def test_names_the_first_missing_recording(tmp_path):
    write(tmp_path, "packed")
    (tmp_path / "training-c" / "c0003.flac").unlink()
    with pytest.raises(DataSetError, match=r"1 of 36 recordings are missing.*c0003\.flac"):
        read_entries(tmp_path)


def test_refuses_a_damaged_recording(tmp_path):
    write(tmp_path / "data", "packed")
    path = tmp_path / "data" / "training-a" / "a0001.flac"
    path.write_bytes(path.read_bytes()[:50])
    with pytest.raises(DataSetError, match=r"a0001\.flac"):
        prepare(tmp_path / "data", tmp_path / "cache")


def test_refuses_a_file_that_is_not_the_one_the_distribution_sums(tmp_path):
    write(tmp_path / "data", "public")
    (tmp_path / "data" / "SHA256SUMS.txt").write_text(f"{'0' * 64}  training-a/a0001.wav\n")
    with pytest.raises(DataSetError, match="does not have the SHA-256"):
        prepare(tmp_path / "data", tmp_path / "cache")
