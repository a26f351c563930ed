"""From a checkout to a running site, step by step. Standard library only, except `server` and `first_start`."""
