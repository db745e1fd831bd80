"""The local store: journal, projections, key slots, catalogue file, backups."""
