"""The templates of the generated flow."""
