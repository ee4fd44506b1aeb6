"""Small inputs → accessible SVG."""
