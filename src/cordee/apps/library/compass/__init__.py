"""The compass: five questions, a door, its reasons, a route of three steps, and the graph behind it all."""
