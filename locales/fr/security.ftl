# The page Security.

# How many things on the list are done.
security-done = Fait : { $done } sur { $all }
security-all-done = Tout est fait
