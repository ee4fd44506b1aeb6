"""Room 6: the shell that renders and writes: Jinja, Markdown, writer, workers, search index."""
