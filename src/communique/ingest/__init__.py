"""The only reader of `content/`: finds files, decodes them, and has them parsed."""
