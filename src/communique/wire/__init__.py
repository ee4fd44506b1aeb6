"""Room 1: the text of a file → releases, segments and blocks. Pure."""
