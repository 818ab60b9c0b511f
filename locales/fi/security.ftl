security-done = { $done }/{ $all } valmiina
security-all-done = Kaikki valmiina
