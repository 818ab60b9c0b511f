# Die Seite „Sicherheit“.

# Wie viel auf der Liste erledigt ist.
security-done = { $done } von { $all } erledigt
security-all-done = Alles erledigt
