"""How good it is: figures by protocol, the card, the log of what was tried, the page."""
