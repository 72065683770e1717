"""The half of generated flows that is the same in each: the linker copies from these modules."""
