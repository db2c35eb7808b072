"""The graph that ships, and what the application is tested against and shows."""
