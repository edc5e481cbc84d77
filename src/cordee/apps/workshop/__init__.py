"""The workshop: what people propose for the library, and how editors change a pack and publish it."""
