"""Editor features, independent of any protocol, one per file."""
