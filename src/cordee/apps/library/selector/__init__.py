"""The choice of a method: what is asked, what is proposed and why, every method with its rules."""
