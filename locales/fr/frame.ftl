# What stands around every page.

frame-skip = Aller au contenu principal
frame-navigation = Compte
frame-overview = Accueil
frame-details = Informations du compte
frame-security = Sécurité
frame-subaccounts = Comptes utilisateurs
frame-policy = Règles
# Heard by people who use a screen reader, before the user name.
frame-signed-in-as = Compte utilisé :
frame-sign-out = Se déconnecter
frame-ends-soon = <strong>Votre session se fermera dans environ 4 minutes</strong>, car vous n’avez rien ouvert ni enregistré ici depuis 25 minutes.
frame-stay-signed-in = Prolonger la session
# After the link "Stay signed in".
frame-in-new-tab = (dans un nouvel onglet : ce que vous avez saisi ici est conservé)
frame-mandatory = L’authentification à deux facteurs devient obligatoire
frame-mandatory-from =
    { $days ->
        [one] <strong>Dès demain, il vous faudra l’authentification à deux facteurs pour vous connecter.</strong>
        [many] <strong>Dans { $days } de jours, il vous faudra l’authentification à deux facteurs pour vous connecter.</strong>
       *[other] <strong>Dans { $days } jours, il vous faudra l’authentification à deux facteurs pour vous connecter.</strong>
    }
frame-set-up-now = <link>Configurez-la dès maintenant</link> : cela prend environ trois minutes.
frame-help = Aide
frame-support = Contacter l’assistance
frame-time-left = Il vous reste { $time } pour cette étape. Passé ce délai, il faudra vous reconnecter.
