"""Right homes: the mix that stands, and what would mend it."""
