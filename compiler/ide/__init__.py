"""What an editor asks of a specification: features that know nothing of any protocol, one a file."""
