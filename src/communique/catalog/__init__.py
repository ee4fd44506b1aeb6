"""Room 3: records → tables and queries; nothing else speaks SQL."""
