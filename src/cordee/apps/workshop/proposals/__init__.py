"""What readers propose for the library: plain words with a source, reviewed by editors, followed by the author."""
