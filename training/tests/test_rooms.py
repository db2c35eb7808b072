"""Each room knows those before it alone, and no file knows itself by way of others."""

import ast
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

TRAINING = Path(__file__).parent.parent
SOURCES = {
    ".".join(path.relative_to(TRAINING).with_suffix("").parts): path.read_text()
    for path in TRAINING.rglob("*.py")
    if path.parent.name != "tests" and path.name != "__init__.py"
}
# what a room may import, by the beginning of its name
MAY_IMPORT = {
    "config": (),
    "all": ("data.", "model."),
    "data.": ("config", "data."),
    "model.": ("config", "data.", "model.", "evaluation.metrics"),
    "export.": ("data.", "model.", "export."),
    "evaluation.": ("data.", "model.", "export.", "evaluation."),
}


def imports(sources: dict[str, str]) -> dict[str, set[str]]:
    """Modules of ours that each module imports, anywhere in it."""
    found = {}
    for name, source in sources.items():
        names = set()
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.ImportFrom) and node.module:
                names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
            elif isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
        found[name] = {n for n in sources if f"training.{n}" in names}
    return found


def violations(sources: dict[str, str]) -> list[str]:
    """Imports that a room may not have, and a circle where there is one."""
    graph, found = imports(sources), []
    for name, known in graph.items():
        may = next((may for room, may in MAY_IMPORT.items() if name.startswith(room)), ())
        found += [f"{name} imports {other}" for other in sorted(known) if not other.startswith(may)]
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        found.append("circle: " + ", ".join(error.args[1]))
    return found


def test_every_file_keeps_to_its_room_and_no_circle_is_left():
    assert violations(SOURCES) == []


@pytest.mark.parametrize(
    ("planted", "text", "expected"),
    [
        ("data.planted", "from training.model.runs import RUNS", "data.planted imports model.runs"),
        ("model.planted", "from training.evaluation import card", "model.planted imports evaluation.card"),
        ("export.planted", "import training.evaluation.report", "export.planted imports evaluation.report"),
        ("elsewhere", "from training.data import cycle", "elsewhere imports data.cycle"),
        ("data.front_end", "from training.data.cycle import PARTS", "circle: "),
    ],
)
def test_what_is_planted_is_found(planted, text, expected):
    found = violations({**SOURCES, planted: f"{SOURCES.get(planted, '')}\n{text}"})
    assert any(violation.startswith(expected) for violation in found), found
