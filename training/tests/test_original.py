"""The network this project began with is that network: its size, and its picture as librosa would draw it."""

import numpy as np
import pytest
import torch

from training.data.front_end import WINDOW_LENGTH
from training.model.original import (
    FRAMES,
    MEL_BANDS,
    RANGE_DB,
    OriginalFrontEnd,
    OriginalNetwork,
    mel_bank,
    to_hz,
    to_mel,
)


def test_it_has_the_parameters_of_the_original_its_running_means_and_variances_counted():
    net = OriginalNetwork()
    running = [b for name, b in net.named_buffers() if "running" in name]
    assert sum(p.numel() for p in [*net.parameters(), *running]) == 110_209


def test_the_mel_scale_is_slaneys():
    assert to_mel(np.array([0.0, 1000.0, 6400.0])) == pytest.approx([0, 15, 42])
    hz = np.array([30.0, 999.0, 1001.0, 3900.0])
    assert to_hz(to_mel(hz)) == pytest.approx(hz)


def test_the_triangles_have_the_area_that_slaney_gives_them():
    bank = mel_bank()
    assert bank.shape == (MEL_BANDS, 129)
    middle = bank[5:40]  # below 1 kHz, where all of a triangle is seen
    spacing_hz = 2000 / 256
    assert middle.sum(1).mean() * spacing_hz == pytest.approx(1, rel=0.05)


def test_its_picture_has_the_originals_shape_and_range():
    pcg = 0.1 * torch.randn(2, WINDOW_LENGTH)
    picture = OriginalFrontEnd()(pcg)
    assert picture.shape == (2, MEL_BANDS, FRAMES)
    assert picture.amax((1, 2)).tolist() == [0, 0]
    assert picture.min() >= -RANGE_DB
    assert (picture[:, -20:] == -RANGE_DB).all()  # nothing is heard above 1 kHz


def test_a_tone_is_loudest_in_its_band():
    t = torch.arange(WINDOW_LENGTH) / 2000
    bands = OriginalFrontEnd()(torch.sin(2 * torch.pi * 400 * t)[None])[0].mean(1)
    centre = to_hz(np.linspace(0, float(to_mel(np.array(4000.0))), MEL_BANDS + 2))[1:-1]
    assert centre[int(bands.argmax())] == pytest.approx(400, abs=25)
