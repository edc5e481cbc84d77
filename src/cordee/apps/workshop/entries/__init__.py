"""The entries of a draft, one to a screen: which there are, and the forms generated from the models of packs."""
