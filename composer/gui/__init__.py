"""Who looks at it; gui never computes."""
