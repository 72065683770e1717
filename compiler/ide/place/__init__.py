"""The context of the cursor: the constructs around it, and the argument there."""
