# A code that was sent by SMS or call.

sent-code-works = Le code reste valable { $time }.
sent-nothing-wait = Rien reçu ? Vous pourrez redemander le code dans { $wait }. Recharger cette page ne déclenche aucun envoi.
sent-nothing = Rien reçu ? Redemandez le code.
sent-nothing-other-way = Rien reçu ? Redemandez le code ou essayez l’autre moyen.
sent-same-code = Le même code sera renvoyé.
