"""The networks, and how they are trained and heard together."""
