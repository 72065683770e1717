"""What a run of a flow will do, is doing, and has done."""
