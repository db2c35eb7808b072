"""From the data set, or from nothing, to windows: recordings, their labels, sides and pictures."""
