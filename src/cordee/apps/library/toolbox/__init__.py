"""The toolbox: methods and tools that exist, each with its age and its proof."""
