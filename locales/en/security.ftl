# The page Security.

# How many things on the list are done.
security-done = { $done } of { $all } done
security-all-done = All done
