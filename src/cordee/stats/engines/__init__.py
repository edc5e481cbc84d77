"""The engines that read tables: Polars on one machine, Spark on a cluster, behind the same four primitives."""
