"""Write resources/bench/original-architecture.onnx: the original system's network, untrained, for timing only.

Input 1x128x157 (mel bands x frames), three convolutions of 3x3 with 32, 64 and 128 channels, each followed by batch
normalisation, ReLU and a 2x2 maximum, a global average, a dense layer of 128 and a sigmoid: 110,209 parameters. All
weights are 0.01: they do not change the time. ReLU stands after the normalisation, so that ONNX Runtime can fold the
normalisation into the convolution: the quickest reading of that architecture.

    python scripts/original-architecture.py        # needs the packages onnx and numpy
"""

from pathlib import Path

import numpy as np
from onnx import TensorProto, checker, helper, numpy_helper, save

PATH = Path(__file__).parent.parent / "resources" / "bench" / "original-architecture.onnx"
BANDS, FRAMES = 128, 157
CHANNELS = (32, 64, 128)
DENSE = 128

nodes, initializers, sizes = [], [], []


def constant(name: str, *shape: int) -> str:
    """Add a parameter of that shape; the file holds only its shape."""
    sizes.append(int(np.prod(shape)))
    initializers.append(numpy_helper.from_array(np.array(shape, dtype=np.int64), f"{name}.shape"))
    value = numpy_helper.from_array(np.array([0.01], dtype=np.float32))
    nodes.append(helper.make_node("ConstantOfShape", [f"{name}.shape"], [name], value=value))
    return name


x, inputs = "log_mel", 1
for block, outputs in enumerate(CHANNELS):
    weights = [constant(f"conv{block}.weight", outputs, inputs, 3, 3), constant(f"conv{block}.bias", outputs)]
    nodes.append(helper.make_node("Conv", [x, *weights], [f"conv{block}"], pads=[1, 1, 1, 1]))
    norm = [constant(f"norm{block}.{part}", outputs) for part in ("scale", "offset", "mean", "variance")]
    nodes.append(helper.make_node("BatchNormalization", [f"conv{block}", *norm], [f"norm{block}"]))
    nodes.append(helper.make_node("Relu", [f"norm{block}"], [f"relu{block}"]))
    nodes.append(helper.make_node("MaxPool", [f"relu{block}"], [f"pool{block}"], kernel_shape=[2, 2], strides=[2, 2]))
    x, inputs = f"pool{block}", outputs
nodes.append(helper.make_node("GlobalAveragePool", [x], ["average"]))
nodes.append(helper.make_node("Flatten", ["average"], ["flat"]))
weights = [constant("dense.weight", inputs, DENSE), constant("dense.bias", DENSE)]
nodes.append(helper.make_node("Gemm", ["flat", *weights], ["dense"]))
nodes.append(helper.make_node("Relu", ["dense"], ["dense.relu"]))
weights = [constant("out.weight", DENSE, 1), constant("out.bias", 1)]
nodes.append(helper.make_node("Gemm", ["dense.relu", *weights], ["logit"]))
nodes.append(helper.make_node("Sigmoid", ["logit"], ["probability"]))

assert sum(sizes) == 110_209, sizes
graph = helper.make_graph(
    nodes,
    "original-architecture-untrained",
    [helper.make_tensor_value_info("log_mel", TensorProto.FLOAT, [1, 1, BANDS, FRAMES])],
    [helper.make_tensor_value_info("probability", TensorProto.FLOAT, [1, 1])],
    initializers,
)
model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9, producer_name="ops-fusion")
checker.check_model(model, full_check=True)
PATH.parent.mkdir(parents=True, exist_ok=True)
save(model, PATH)
print(f"{PATH.name}: {sum(sizes)} parameters, {PATH.stat().st_size} bytes")
