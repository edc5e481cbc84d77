"""The words: the glossary as pages, as cards on any screen, and as files to take away."""
