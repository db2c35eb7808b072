"""The graph keeps its contract: shapes, silence, gain and offset, torch against onnxruntime, the budget."""

import numpy as np
import onnx
import pytest
import torch

from training.config import NetworkConfig
from training.data.cycle import PARTS
from training.data.front_end import FRAMES, MEL_BANDS, WINDOW_LENGTH
from training.export.graph import OUTPUTS, Graph
from training.export.to_onnx import OPSET, PARITY, export, multiply_adds, parity
from training.model.beat_reader import BeatReader
from training.model.gate import Gate
from training.model.member import Member
from training.model.network import HeartSound
from training.model.picture import COLUMNS, ROWS, TIME_STRIDE

WEIGHTS = torch.tensor([[0.7, 0.2, 1.3, 0.4], [0.0, 0.5, 0.0, 0.9]])


@pytest.fixture(name="net", scope="module")
def fixture_net():
    torch.manual_seed(0)
    small = NetworkConfig(channels=(4, 6, 8, 10))
    reader = BeatReader(NetworkConfig(kind="beat", channels=(8, 8)))
    gate = Gate(small, reader)
    torch.nn.init.normal_(gate.sum.weight)  # as if it had been fitted
    torch.nn.init.zeros_(gate.sum.bias)
    return HeartSound([Member(small), Member(small)], gate, WEIGHTS).eval()


@pytest.fixture(name="path", scope="module")
def fixture_path(net, tmp_path_factory):
    path = tmp_path_factory.mktemp("graph") / "net.onnx"
    export(net, path)
    return path


def test_torch_and_onnxruntime_agree(net, path):
    assert parity(net, path) <= PARITY


def test_names_opset_and_dynamic_axis_are_the_contract(path):
    graph = onnx.load(path)
    assert [o.name for o in graph.graph.output] == OUTPUTS
    assert [i.name for i in graph.graph.input] == ["pcg"]
    assert graph.graph.input[0].type.tensor_type.shape.dim[0].dim_param
    assert graph.opset_import[0].version == OPSET


def test_shapes(path):
    heard = Graph(path).run(np.random.default_rng(0).standard_normal((3, WINDOW_LENGTH)).astype(np.float32))
    assert heard.abnormal_logit.shape == heard.murmur_logit.shape == heard.quality_logit.shape == (3,)
    assert heard.log_mel.shape == (3, MEL_BANDS, FRAMES)
    assert heard.evidence.shape == (3, FRAMES // TIME_STRIDE)
    assert heard.embedding.shape == (3, 10)
    assert heard.evidence_map.shape == heard.murmur_evidence_map.shape == (3, ROWS, COLUMNS)
    assert heard.cycle.shape == (3, PARTS, FRAMES)


@pytest.mark.parametrize("level", [0.0, 1e-7, 1.0, 1e4])
def test_every_output_is_finite_at_any_level(path, level):
    heard = Graph(path).run(np.full((2, WINDOW_LENGTH), level, np.float32))
    assert all(np.isfinite(getattr(heard, name)).all() for name in OUTPUTS)


def test_gain_and_offset_do_not_move_the_answer(net):
    torch.manual_seed(1)
    pcg = 0.1 * torch.randn(2, WINDOW_LENGTH)
    with torch.no_grad():
        plain, louder = net(pcg), net(3 * pcg + 0.2)
    for before, after in zip(plain[:3], louder[:3], strict=True):
        assert before.numpy() == pytest.approx(after.numpy(), abs=1e-3)


def test_the_evidence_of_a_moment_reacts_to_that_moment(net):
    torch.manual_seed(2)
    pcg = 0.01 * torch.randn(1, WINDOW_LENGTH)
    struck = pcg.clone()
    struck[0, 6000:6400] += torch.sin(torch.arange(400) * 0.5)
    with torch.no_grad():
        at = OUTPUTS.index("evidence")
        change = (net(struck)[at] - net(pcg)[at])[0].abs()
    centre_s = 0.032 + 0.016 * (TIME_STRIDE / 2 - 1) + 0.016 * TIME_STRIDE * int(change.argmax())
    assert centre_s == pytest.approx(3.1, abs=0.4)


def test_the_evidence_sums_to_the_answer_but_for_a_constant(net):
    torch.manual_seed(3)
    pcg = torch.randn(6, WINDOW_LENGTH) * torch.rand(6, WINDOW_LENGTH).cumsum(1).sin()
    with torch.no_grad():
        net.gate.reader.typical.copy_(net.gate.reader(net.front_end(pcg[:2])).features.mean(0))
        found = dict(zip(OUTPUTS, net(pcg), strict=True))
    for logit, evidence_map in (("abnormal_logit", "evidence_map"), ("murmur_logit", "murmur_evidence_map")):
        rest = found[logit] - found[evidence_map].sum((1, 2))
        assert rest.std() < 1e-3
        assert found[logit].std() > 1e-2
    assert torch.allclose(found["evidence_map"].sum(1), found["evidence"])


def test_the_parts_of_the_cycle_are_chances(net):
    torch.manual_seed(4)
    with torch.no_grad():
        cycle = net(torch.randn(2, WINDOW_LENGTH))[OUTPUTS.index("cycle")]
    assert torch.allclose(cycle.sum(1), torch.ones(2, FRAMES))


def test_a_gate_leaves_its_beat_reader_alone():
    reader = BeatReader(NetworkConfig(kind="beat", channels=(8, 8)))
    gate = Gate(NetworkConfig(channels=(4, 6, 8, 10)), reader).train()
    before = {name: value.clone() for name, value in reader.state_dict().items()}
    gate(torch.randn(4, WINDOW_LENGTH))[0].sum().backward()
    assert all(p.grad is None for p in reader.parameters())
    assert all(torch.equal(value, before[name]) for name, value in reader.state_dict().items())


def test_multiply_adds_of_a_known_layer_are_counted():
    class One(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.layer = torch.nn.Conv1d(1, 4, 10, stride=10)

        def forward(self, pcg):
            return self.layer(pcg[:, None])

    assert multiply_adds(One()) == 4 * 10 * WINDOW_LENGTH // 10


@pytest.mark.parametrize(("sound", "sign", "expected"), [("rumble", 1, 0.0), ("steps", 3, 1.0), ("noise", 3, 0.0)])
def test_a_gate_sees_rumble_and_clipping(net, sound, sign, expected):
    t = torch.arange(WINDOW_LENGTH) / 2000
    made = {
        "rumble": torch.sin(2 * torch.pi * 2 * t),  # all of it slower than 15 Hz: the logarithm of a share of 1
        "steps": torch.sign(torch.sin(2 * torch.pi * 50 * t + 0.1)),  # nothing but the two limits
        "noise": torch.randn(WINDOW_LENGTH, generator=torch.Generator().manual_seed(1)),
    }[sound][None]
    with torch.no_grad():
        log_mel = net.front_end(made)
        signs = net.gate.signs(made, log_mel, net.gate.alike(log_mel), net.gate.reader(log_mel).rhythm)
    assert signs.shape == (1, net.gate.SIGNS)
    assert signs[0, sign].item() == pytest.approx(expected, abs=0.05)


def test_a_gate_hears_a_beat_as_regular(net):
    t = torch.arange(WINDOW_LENGTH) / 2000
    noise = torch.randn(1, WINDOW_LENGTH, generator=torch.Generator().manual_seed(1))
    beats = noise * (torch.sin(2 * torch.pi * 1.2 * t) > 0.8)
    with torch.no_grad():
        regular = [net.gate.alike(net.front_end(pcg)).amax(2).min().item() for pcg in (noise, beats)]
    assert regular[0] < 0.3
    assert regular[1] > 0.6
