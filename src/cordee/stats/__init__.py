"""Survey statistics on tables: one pass of an engine to sufficient statistics, then algebra on that small table."""
