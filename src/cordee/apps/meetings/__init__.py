"""The session: partners read the result together, vote again, agree or say why not, and leave with actions."""
