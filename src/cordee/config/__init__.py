"""The roof: settings, root addresses and servers' entry points; it knows every room and holds no logic of theirs."""
