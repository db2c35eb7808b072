"""Few made-up sounds a kind: the tests ask whether training works, not how well."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def fixture_few_sounds():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.data.negatives.POOL_PER_KIND", 2)
        patch.setattr("training.data.negatives.REAL_SOUNDS", 6)
        patch.setattr("training.data.augment.SOUNDS_PER_KIND", 2)
        patch.setattr("training.evaluation.gate_protocols.SOUNDS_PER_KIND", 2)
        yield
