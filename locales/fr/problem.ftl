# What has to be corrected in a form.

# $field is the label of the field.
problem-twice = Le champ « { $field } » a été envoyé deux fois. Ne le remplissez qu’une fois.
problem-too-long =
    { $longest ->
        [one] Le champ « { $field } » est limité à { $longest } caractère.
        [many] Le champ « { $field } » est limité à { $longest } de caractères.
       *[other] Le champ « { $field } » est limité à { $longest } caractères.
    }
problem-unreadable = Le champ « { $field } » contient des caractères illisibles. Remplissez-le de nouveau.
problem-stale = Cette page est restée ouverte trop longtemps, ou vous avez ouvert ou fermé une session dans un autre onglet. Rien n’a été modifié. Vérifiez votre saisie et réessayez.
problem-password-wrong = Le mot de passe est incorrect.

# Limits on tries.
problem-wait = Trop d’essais. Attendez { $wait }, puis réessayez.
problem-codes-off = Trop de codes incorrects de suite : les codes à usage unique de ce compte sont désactivés jusqu’à la réinitialisation de son authentification à deux facteurs.

# A one-time password.
problem-code-empty = Saisissez les 6 chiffres affichés par votre application d’authentification.
problem-code-not-six = Un code comporte 6 chiffres. Saisissez ceux qu’affiche votre application d’authentification.
problem-code-wrong = Ce code est incorrect. Saisissez celui que votre application affiche en ce moment pour ce site.
problem-code-wrong-wait = Ce code est incorrect. Saisissez celui que votre application affiche en ce moment pour ce site. Attendez { $wait } avant de réessayer.
problem-code-used = Ce code a déjà été utilisé. Attendez que votre application affiche le suivant.
problem-code-used-wait = Ce code a déjà été utilisé. Attendez { $wait }, puis saisissez un nouveau code affiché par votre application.
problem-clock-behind =
    { $minutes ->
        [one] L’horloge de votre téléphone semble retarder d’environ { $minutes } minute. Activez-y le réglage automatique de la date et de l’heure, puis saisissez un nouveau code.
        [many] L’horloge de votre téléphone semble retarder d’environ { $minutes } de minutes. Activez-y le réglage automatique de la date et de l’heure, puis saisissez un nouveau code.
       *[other] L’horloge de votre téléphone semble retarder d’environ { $minutes } minutes. Activez-y le réglage automatique de la date et de l’heure, puis saisissez un nouveau code.
    }
problem-clock-ahead =
    { $minutes ->
        [one] L’horloge de votre téléphone semble avancer d’environ { $minutes } minute. Activez-y le réglage automatique de la date et de l’heure, puis saisissez un nouveau code.
        [many] L’horloge de votre téléphone semble avancer d’environ { $minutes } de minutes. Activez-y le réglage automatique de la date et de l’heure, puis saisissez un nouveau code.
       *[other] L’horloge de votre téléphone semble avancer d’environ { $minutes } minutes. Activez-y le réglage automatique de la date et de l’heure, puis saisissez un nouveau code.
    }
problem-clock-behind-wait =
    { $minutes ->
        [one] L’horloge de votre téléphone semble retarder d’environ { $minutes } minute. Activez-y le réglage automatique de la date et de l’heure, attendez { $wait }, puis saisissez un nouveau code.
        [many] L’horloge de votre téléphone semble retarder d’environ { $minutes } de minutes. Activez-y le réglage automatique de la date et de l’heure, attendez { $wait }, puis saisissez un nouveau code.
       *[other] L’horloge de votre téléphone semble retarder d’environ { $minutes } minutes. Activez-y le réglage automatique de la date et de l’heure, attendez { $wait }, puis saisissez un nouveau code.
    }
problem-clock-ahead-wait =
    { $minutes ->
        [one] L’horloge de votre téléphone semble avancer d’environ { $minutes } minute. Activez-y le réglage automatique de la date et de l’heure, attendez { $wait }, puis saisissez un nouveau code.
        [many] L’horloge de votre téléphone semble avancer d’environ { $minutes } de minutes. Activez-y le réglage automatique de la date et de l’heure, attendez { $wait }, puis saisissez un nouveau code.
       *[other] L’horloge de votre téléphone semble avancer d’environ { $minutes } minutes. Activez-y le réglage automatique de la date et de l’heure, attendez { $wait }, puis saisissez un nouveau code.
    }

# A code that was sent.
problem-sent-empty = Saisissez les 6 chiffres que nous vous avons envoyés.
problem-sent-not-six = Un code comporte 6 chiffres. Saisissez ceux que nous vous avons envoyés.
problem-sent-wrong =
    { $left ->
        [one] Ce code est incorrect. Vérifiez-le : il vous reste { $left } essai.
        [many] Ce code est incorrect. Vérifiez-le : il vous reste { $left } d’essais.
       *[other] Ce code est incorrect. Vérifiez-le : il vous reste { $left } essais.
    }
problem-sent-wrong-wait =
    { $left ->
        [one] Ce code est incorrect. Vérifiez-le : il vous reste { $left } essai. Attendez { $wait } avant de réessayer.
        [many] Ce code est incorrect. Vérifiez-le : il vous reste { $left } d’essais. Attendez { $wait } avant de réessayer.
       *[other] Ce code est incorrect. Vérifiez-le : il vous reste { $left } essais. Attendez { $wait } avant de réessayer.
    }
problem-sent-gone = Ce code n’est plus valable : il a expiré, a déjà été utilisé ou a été mal saisi trop de fois. Demandez-en un nouveau.
problem-sent-soon = Vous venez de demander un code. Attendez { $wait } avant d’en demander un autre.
problem-sent-no-phone = Nous ne pouvons pas envoyer de code sur votre téléphone. Voyez ci-dessous comment vous connecter autrement.
problem-sent-country = Nous n’envoyons pas de codes dans le pays de ce numéro. Voyez ci-dessous comment vous connecter autrement.
problem-sent-kind = Nous n’envoyons pas de codes aux numéros surtaxés, à coût partagé ou gratuits, ni aux numéros de satellite, de radiomessagerie, de messagerie vocale ou d’entreprise. Voyez ci-dessous comment vous connecter autrement.
problem-sent-session-ended = Votre session s’est fermée entre-temps et aucun code n’a été envoyé. Reconnectez-vous.
problem-no-email = Nous ne pouvons pas envoyer d’e-mails pour le moment. Réessayez plus tard.

# A recovery code, and a set-up code.
problem-recovery-empty = Saisissez l’un de vos codes de récupération.
problem-recovery-malformed = Un code de récupération comporte 24 lettres et chiffres. Saisissez-le tel qu’il figure dans votre liste.
problem-set-up-empty = Saisissez le code de configuration.
problem-set-up-malformed = Un code de configuration comporte 12 lettres et chiffres. Saisissez-le tel qu’on vous l’a donné.

# A user name.
problem-name-empty = Saisissez un nom d’utilisateur.
problem-name-too-short = Un nom d’utilisateur comporte au moins 3 caractères.
problem-name-too-long = Un nom d’utilisateur comporte au plus 64 caractères.
problem-name-unfit = Un nom d’utilisateur ne peut contenir ni deux-points, ni saut de ligne, ni caractère invisible.
problem-name-of-another = Un nom d’utilisateur qui a la forme d’une adresse e-mail doit être identique à l’adresse e-mail. Modifiez l’un ou l’autre.

# An e-mail address.
problem-email-empty = Saisissez une adresse e-mail.
problem-email-malformed = Saisissez une adresse e-mail sous la forme nom@example.com.
problem-email-undeliverable = Aucun e-mail ne peut être envoyé à cette adresse. Vérifiez ce qui suit le @ et saisissez-la sous la forme nom@example.com.
problem-email-too-long = Une adresse e-mail comporte au plus 254 caractères.

# A password.
problem-password-empty = Saisissez un mot de passe.
problem-password-too-short =
    { $shortest ->
        [one] Un mot de passe comporte au moins { $shortest } caractère. Quelques mots pris au hasard sont faciles à retenir.
        [many] Un mot de passe comporte au moins { $shortest } de caractères. Quelques mots pris au hasard sont faciles à retenir.
       *[other] Un mot de passe comporte au moins { $shortest } caractères. Quelques mots pris au hasard sont faciles à retenir.
    }
problem-password-too-long =
    { $longest ->
        [one] Un mot de passe comporte au plus { $longest } caractère.
        [many] Un mot de passe comporte au plus { $longest } de caractères.
       *[other] Un mot de passe comporte au plus { $longest } caractères.
    }
problem-password-personal = Le mot de passe contient votre nom d’utilisateur, votre adresse e-mail ou le nom de ce service : c’est ce qu’un pirate essaie en premier. Choisissez-en un qui ne les contient pas.
problem-password-breached = Ce mot de passe figure sur des listes de mots de passe volés, que les pirates essaient en premier. Choisissez-en un autre, par exemple quelques mots pris au hasard.
problem-password-keyboard = Ce mot de passe est trop facile à deviner : il suit l’ordre des touches du clavier. Choisissez-en un autre, par exemple quelques mots pris au hasard.
problem-password-repeats = Ce mot de passe est trop facile à deviner : il contient des répétitions. Choisissez-en un autre, par exemple quelques mots pris au hasard.
problem-password-sequence = Ce mot de passe est trop facile à deviner : il contient une suite comme abc ou 6543. Choisissez-en un autre, par exemple quelques mots pris au hasard.
problem-password-date = Ce mot de passe est trop facile à deviner : il est construit autour d’une date ou d’une année. Choisissez-en un autre, par exemple quelques mots pris au hasard.
problem-password-word = Ce mot de passe est trop facile à deviner : c’est un nom ou un mot courant. Choisissez-en un autre, par exemple quelques mots pris au hasard.
problem-password-common = Ce mot de passe est trop facile à deviner : c’est un mot de passe courant, ou presque. Choisissez-en un autre, par exemple quelques mots pris au hasard.
problem-password-not-judged = Nous n’avons pas pu vérifier si ce mot de passe est difficile à deviner. Choisissez-en un autre, par exemple quelques mots pris au hasard.

# A phone number.
problem-phone-empty = Saisissez un numéro de téléphone.
problem-phone-country-code = Commencez le numéro par + et l’indicatif du pays, par exemple +358 40 123 4567.
problem-phone-invalid = Ce numéro de téléphone n’existe pas. Vérifiez les chiffres, par exemple +358 40 123 4567.

# Allowed IP addresses.
problem-list-unreadable = La ligne { $line } n’est pas une adresse IP. Saisissez une adresse par ligne, par exemple 203.0.113.7, ou un réseau, par exemple 203.0.113.0/24 ou 2001:db8::/32.
problem-list-host-bits = Ligne { $line } : ce réseau commence à { $network }. Saisissez cette valeur ou une adresse isolée.
problem-list-too-many =
    { $longest ->
        [one] Une liste comporte au plus { $longest } ligne.
        [many] Une liste comporte au plus { $longest } de lignes.
       *[other] Une liste comporte au plus { $longest } lignes.
    }

# A reason, and a date.
problem-reason-empty = Indiquez un motif en quelques mots. Il est conservé dans le journal d’activité.
problem-reason-too-long =
    { $longest ->
        [one] Un motif comporte au plus { $longest } caractère.
        [many] Un motif comporte au plus { $longest } de caractères.
       *[other] Un motif comporte au plus { $longest } caractères.
    }
problem-reason-unfit = Saisissez le motif sur une seule ligne, sans caractères invisibles.
problem-text-too-long =
    { $longest ->
        [one] Le motif comporte au plus { $longest } caractère.
        [many] Le motif comporte au plus { $longest } de caractères.
       *[other] Le motif comporte au plus { $longest } caractères.
    }
problem-text-unfit = Le motif contient des caractères invisibles, comme ceux qui changent le sens de l’écriture. Saisissez-le de nouveau sans ces caractères.
problem-date = Saisissez la date dans l’ordre année, mois, jour, par exemple 2027-03-01.
