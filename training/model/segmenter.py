"""Where in the heart's cycle each moment lies, as a network hears it."""

from __future__ import annotations

from torch import Tensor, nn

from training.data.cycle import PARTS
from training.data.front_end import MEL_BANDS
from training.model.picture import level, without_colour

STRIDE = 2  # frames that are heard, and answered, together


class Segmenter(nn.Module):
    """Log-mel -> part of the heart's cycle, frame by frame: dilated depthwise-separable convolutions over 4.2 s."""

    def __init__(self, channels: tuple[int, ...]) -> None:
        super().__init__()
        width = channels[0]
        self.stem = nn.Sequential(
            nn.Conv1d(MEL_BANDS, width, 5, STRIDE, 2, bias=False), nn.BatchNorm1d(width), nn.ReLU()
        )
        self.layers = nn.ModuleList(self.layer(width, 2 ** (i % 4)) for i in range(len(channels)))
        self.parts = nn.Conv1d(width, STRIDE * PARTS, 1)

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
        """[w, bands, frames] -> logits [w, PARTS, frames]."""
        db = without_colour(level(log_mel))
        picture = db / (db.square().mean((1, 2), keepdim=True).sqrt() + 1e-2)  # by the contrast of the whole window
        heard = self.stem(picture)  # [w, width, frames / STRIDE]
        for layer in self.layers:
            heard = heard + layer(heard)
        pairs = self.parts(heard).unflatten(1, (STRIDE, PARTS))  # [w, STRIDE, PARTS, frames / STRIDE]
        return pairs.permute(0, 2, 3, 1).flatten(2)[:, :, : log_mel.shape[2]]
