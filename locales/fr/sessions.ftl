# Where an account is signed in.

sessions-title = Sessions
sessions-about = Les sessions ouvertes en ce moment sur votre compte. Une session se ferme d’elle-même après 30 minutes d’inactivité, et au plus tard 12 heures après la connexion. Vous ne reconnaissez pas l’une d’elles ? Fermez-la et <link>changez votre mot de passe</link>.
sessions-this = Cette session
sessions-unused = Inutilisée depuis la connexion
sessions-address-logged = Adresse IP : voir le journal d’activité
sessions-used = Connexion : { $time }. Dernière utilisation : { $time-used }.
sessions-end = Fermer la session
sessions-end-named = Fermer la session : { $browser }, { $address }
sessions-end-others = Fermer toutes les autres sessions
sessions-ended = La session est fermée.
sessions-ended-already = Cette session était déjà fermée.
sessions-ended-others = Toutes les autres sessions sont fermées.
sessions-activity = Voir l’activité de votre compte

# What somebody signs in with: a browser and what it runs on.
sessions-browser-on = { $browser } sur { $system }
sessions-browser-other = Autre programme
sessions-browser-other-on = Autre programme sur { $system }
