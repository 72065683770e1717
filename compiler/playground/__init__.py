"""The compiler as the playground's page asks it: `ide/`, the flow and the plan, as JSON."""
