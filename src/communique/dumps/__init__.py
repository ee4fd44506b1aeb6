"""The whole archive in one file or folder, as `communique export` writes it: a stream of releases into one format."""
