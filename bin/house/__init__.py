"""What the commands of bin/ do, in Python's standard library only: they run before anything is installed."""
