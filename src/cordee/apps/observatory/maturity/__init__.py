"""The maturity barometer: published results of this site whose alliances consented, counted by whole batches."""
