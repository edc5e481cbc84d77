"""The room where a diagnosis is answered and read: without account, under a secret link, erased after its time."""
