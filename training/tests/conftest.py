"""Few made-up sounds a kind: the tests ask whether training works, not how well."""

import pytest


@pytest.fixture(autouse=True, scope="session")
def fixture_few_sounds():
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("training.negatives.POOL_PER_KIND", 2)
        patch.setattr("training.augment.SOUNDS_PER_KIND", 2)
        patch.setattr("training.protocols.SOUNDS_PER_KIND", 2)
        yield
