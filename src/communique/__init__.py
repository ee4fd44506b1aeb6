"""Communiqué: wires in, records and a browsable static site out."""
