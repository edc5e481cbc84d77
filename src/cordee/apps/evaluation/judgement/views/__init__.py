"""What answers the addresses of the judgement."""
