"""Train, judge and export the heart-sound network of OPS Fusion."""
