"""The door: components, layouts, icons, fonts and design tokens that every room uses; it knows none of them."""
