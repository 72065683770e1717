"""Access to the file system: safe reading, and writing whole files or none."""
