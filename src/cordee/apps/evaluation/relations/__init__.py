"""Relations: what partners say of each other, who may read it, the network that may be shown."""
