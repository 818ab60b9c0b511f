# A code that was sent by SMS or call.

sent-code-works = Le code reste valable { $time }.
sent-nothing-wait = Rien reçu ? Vous pourrez redemander le code dans { $wait }. Recharger cette page ne déclenche aucun envoi.
sent-nothing = Rien reçu ? Redemandez le code.
sent-nothing-other-way = Rien reçu ? Redemandez le code ou essayez l’autre moyen.
sent-same-code = Le même code sera renvoyé.

# What became of it, on the page where it is entered.
sent-ringing = Votre téléphone ({ $number }) sonne.
sent-answered = Vous avez décroché : appuyez sur une touche du téléphone, puis écoutez.
sent-call-ended = L’appel est terminé.
sent-call-under-way = Nous appelons le { $number }. Décrochez, puis appuyez sur une touche.
sent-sms-delivered = Le SMS envoyé au { $number } est arrivé.
sent-sms-on-its-way = Un SMS est en route vers le { $number }. Il arrive généralement en moins d’une minute.
sent-email-on-its-way = Un e-mail est en route. Il arrive généralement en moins d’une minute. Au bout de cinq minutes, vérifiez vos courriers indésirables.

# Why it did not arrive, and what to do. $next is the way that is left: sms, call or other.
sent-failed-not-mobile =
    { $next ->
        [call] Ce numéro ne peut pas recevoir de SMS. Demandez plutôt un appel.
       *[other] Ce numéro ne peut pas recevoir de SMS.
    }
sent-failed-not-reachable =
    { $next ->
        [sms] Votre téléphone est injoignable. Demandez plutôt un SMS ou réessayez plus tard.
        [call] Votre téléphone est injoignable. Demandez plutôt un appel ou réessayez plus tard.
       *[other] Le code n’a pas pu vous parvenir. Réessayez plus tard.
    }
sent-failed-busy =
    { $next ->
        [sms] Votre ligne était occupée. Réessayez ou demandez plutôt un SMS.
       *[other] Votre ligne était occupée. Réessayez.
    }
sent-failed-no-answer =
    { $next ->
        [sms] Personne n’a répondu à l’appel. Réessayez ou demandez plutôt un SMS.
       *[other] Personne n’a répondu à l’appel. Réessayez.
    }
sent-failed-refused =
    { $next ->
        [sms] L’appel a été refusé : le numéro est peut-être incorrect, ou il bloque ce type d’appel. Demandez plutôt un SMS.
        [call] Le SMS a été refusé : le numéro est peut-être incorrect, ou il bloque ce type de message. Demandez plutôt un appel.
       *[other] Le message a été refusé : le numéro ou l’adresse comporte peut-être une erreur, ou bloque ce type de message.
    }
sent-failed-provider-away =
    { $next ->
        [sms] Nous ne pouvons pas vous appeler pour le moment : notre prestataire est indisponible. Demandez plutôt un SMS ou réessayez dans quelques minutes.
        [call] Nous ne pouvons pas envoyer de SMS pour le moment : notre prestataire est indisponible. Demandez plutôt un appel ou réessayez dans quelques minutes.
       *[other] Nous ne pouvons pas envoyer le code pour le moment : notre prestataire est indisponible. Réessayez dans quelques minutes.
    }
sent-not-to-country = Nous n’envoyons pas de codes dans le pays de ce numéro.
sent-not-to-kind = Nous n’envoyons pas de codes aux numéros surtaxés, à coût partagé ou gratuits, ni aux numéros de satellite, de radiomessagerie, de messagerie vocale ou d’entreprise. Saisissez un numéro de mobile ou de téléphone fixe.

# The same in a few words, in the list of sent codes.
sent-list-country = Non envoyé : pays non autorisé
sent-list-kind = Non envoyé : ce n’est pas un numéro personnel
sent-list-account-hour = Non envoyé : limite horaire du compte
sent-list-account-day = Non envoyé : limite quotidienne du compte
sent-list-recipient-hour = Non envoyé : limite horaire par destinataire
sent-list-recipient-day = Non envoyé : limite quotidienne par destinataire
sent-list-main-account-day = Non envoyé : limite quotidienne du compte principal
sent-list-network-hour = Non envoyé : limite horaire de l’adresse IP
sent-list-instance-day = Non envoyé : limite quotidienne de ce site
sent-list-sending = Envoi en cours
sent-list-sent = Envoyé
sent-list-ringing = Sonnerie en cours
sent-list-answered = Appel décroché
sent-list-delivered = Distribué
sent-list-call-ended = Appel terminé
sent-list-not-reachable = Échec : téléphone injoignable
sent-list-not-mobile = Échec : ce numéro ne peut pas recevoir de SMS
sent-list-refused = Échec : numéro incorrect ou bloqué
sent-list-busy = Échec : ligne occupée
sent-list-no-answer = Échec : pas de réponse
sent-list-provider-away = Échec : prestataire indisponible
