"""The pages of the plan: the list, an action, the files, the advice refused."""
