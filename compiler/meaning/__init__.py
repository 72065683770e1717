"""What names and values mean, valid or not; the rules in `check/` report what is wrong."""
