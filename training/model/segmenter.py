"""Where in the heart's cycle each moment lies, as a network hears it."""

from __future__ import annotations

from torch import Tensor, nn

from training.data.cycle import PARTS
from training.data.front_end import FRAMES, MEL_BANDS
from training.model.picture import level, without_colour

BEAT_STRIDE = 2  # every other frame is heard
BEAT_FRAMES = (FRAMES + 1) // BEAT_STRIDE


class Segmenter(nn.Module):
    """Log-mel -> part of the heart's cycle, every other frame: dilated depthwise-separable convolutions over 2.3 s."""

    def __init__(self, channels: tuple[int, ...]) -> None:
        super().__init__()
        width = channels[0]
        self.stem = nn.Sequential(
            nn.Conv1d(MEL_BANDS, width, 5, BEAT_STRIDE, 2, bias=False), nn.BatchNorm1d(width), nn.ReLU()
        )
        self.layers = nn.ModuleList(self.layer(width, 2 ** (i % 4)) for i in range(len(channels)))
        self.parts = nn.Conv1d(width, PARTS, 1)

    @staticmethod
    def layer(width: int, dilation: int) -> nn.Sequential:
        """One dilated depthwise-separable convolution: [w, width, f] -> the same."""
        return nn.Sequential(
            nn.Conv1d(width, width, 5, padding=2 * dilation, dilation=dilation, groups=width, bias=False),
            nn.BatchNorm1d(width),
            nn.Conv1d(width, width, 1, bias=False),
            nn.BatchNorm1d(width),
            nn.ReLU(),
        )

    def forward(self, log_mel: Tensor) -> Tensor:
        """[w, bands, frames] -> logits [w, PARTS, BEAT_FRAMES]."""
        db = without_colour(level(log_mel))
        picture = db / (db.square().mean((1, 2), keepdim=True).sqrt() + 1e-2)  # by the contrast of the whole window
        heard = self.stem(picture)  # [w, width, BEAT_FRAMES]
        for layer in self.layers:
            heard = heard + layer(heard)
        return self.parts(heard)
