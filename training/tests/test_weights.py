"""Files of weights are numbers: nothing in them is run."""

import json
import pickle
from pathlib import Path

import pytest
import torch

from training.config import read_config
from training.model.runs import load_run
from training.model.train import Training


class Trap:
    """Unpickled, it makes a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __reduce__(self):
        return Path.touch, (self.path,)


@pytest.fixture(name="config")
def fixture_config(tmp_path):
    path = tmp_path / "member.toml"
    path.write_text('[network]\nkind = "member"\nchannels = [4, 6, 8, 10]\n')
    return read_config(path)


def test_weights_that_would_run_code_are_refused(config, tmp_path):
    torch.save(Trap(tmp_path / "run"), tmp_path / "weights.pt")
    (tmp_path / "config.json").write_text(json.dumps(config.as_dict()))
    with pytest.raises(pickle.UnpicklingError):
        load_run(tmp_path)
    with pytest.raises(pickle.UnpicklingError):
        Training(config).load(tmp_path / "weights.pt")
    assert not (tmp_path / "run").exists()
