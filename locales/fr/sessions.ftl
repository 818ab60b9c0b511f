# Where an account is signed in.

sessions-title = Sessions
sessions-about = Les sessions ouvertes en ce moment sur votre compte. Une session se ferme d’elle-même après 30 minutes d’inactivité, et au plus tard 12 heures après la connexion. Vous ne reconnaissez pas l’une d’elles ? Fermez-la et <link>changez votre mot de passe</link>.
sessions-this = Cette session
sessions-used = Connexion : { $time }. Dernière utilisation : { $time-used }.
sessions-end = Fermer la session
sessions-end-named = Fermer la session : { $browser }, { $address }
sessions-end-others = Fermer toutes les autres sessions
sessions-activity = Voir l’activité de votre compte
