"""The comparisons that an edition publishes: each territory against the rest, a wave against another."""
