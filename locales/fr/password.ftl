# A new password, and what follows when one no longer works.

password-forgotten-title = Mot de passe oublié
password-forgotten-about = Nous vous enverrons par e-mail un lien pour en choisir un nouveau.
password-forgotten-name = Nom d’utilisateur ou adresse e-mail
password-forgotten-empty = Saisissez votre nom d’utilisateur ou votre adresse e-mail.
password-forgotten-send = Envoyer le lien
password-forgotten-no-mail = Ce site n’envoie pas d’e-mails et ne peut donc pas envoyer de lien.
password-sent-title = Consultez votre messagerie
password-sent-about = Si ce compte existe, un e-mail est en route vers l’adresse enregistrée, avec un lien pour choisir un nouveau mot de passe. Ce lien est valable une seule fois, pendant 30 minutes. Votre deuxième étape reste la même : gardez votre téléphone à portée de main pour vous connecter.
password-sent-nothing = Pas d’e-mail au bout de cinq minutes ? Vérifiez vos courriers indésirables et ce que vous avez saisi. Si vous avez déjà fait une demande il y a un instant, le lien de cet e-mail-là reste valable. Toujours rien ?

password-choose-first-title = Choisissez votre mot de passe
password-choose-title = Choisissez un nouveau mot de passe
password-choose-first = Voici votre invitation à rejoindre { $issuer }. Votre nom d’utilisateur est <person>{ $account }</person> : il vous servira à vous connecter, avec le mot de passe que vous choisissez ici.
password-choose-then = Vous configurerez ensuite l’authentification à deux facteurs, obligatoire pour votre compte. Gardez votre téléphone à portée de main.
password-choose = Pour le compte <person>{ $account }</person> sur { $issuer }. Dès que vous l’aurez enregistré, toutes vos sessions seront fermées. Votre deuxième étape reste la même.
password-new = Nouveau mot de passe
password-set = Enregistrer
password-help = Aide sur les mots de passe

# A password was taken away: the link to another, or why there is none.
password-link-sent = <strong>Consultez votre messagerie :</strong> nous vous avons envoyé un lien pour choisir un nouveau mot de passe. Il est valable une seule fois, pendant 30 minutes. Choisissez un mot de passe que vous n’utilisez nulle part ailleurs.
password-link-nothing = Pas d’e-mail au bout de cinq minutes ? Vérifiez vos courriers indésirables. Toujours rien ?
password-link-codes-by-mail = Les codes de ce compte arrivent par e-mail. Nous ne pouvons donc pas envoyer dans la même boîte un lien pour changer de mot de passe : toute personne qui la consulte aurait les deux.
password-link-new-email = L’adresse e-mail de ce compte a été modifiée il y a moins de 48 heures. Pendant les 48 heures qui suivent une modification, nous n’envoyons à la nouvelle adresse aucun lien pour changer de mot de passe. Si cette modification ne vient pas de vous, ouvrez le lien de l’e-mail envoyé à l’ancienne adresse. Sinon, patientez ou demandez de l’aide dès maintenant.

# The first account.
password-welcome-title = Créer le compte principal
password-welcome-about = C’est le premier compte sur { $issuer }, destiné à la personne qui administre ce site. Le lien que vous venez d’ouvrir cessera d’être valable dès que le compte sera créé.
password-welcome-name-hint = Il vous servira à vous connecter.
password-welcome-email = Adresse e-mail
password-welcome-email-hint = Pour les messages concernant votre compte.
password-welcome-create = Créer le compte
password-welcome-created = Le compte principal est créé et votre session est ouverte.

# The one rule that a new password has.
password-new-hint =
    { $shortest ->
        [one] Au moins { $shortest } caractère. Quelques mots pris au hasard conviennent très bien. Les espaces sont acceptés ; les chiffres et les symboles ne sont pas obligatoires.
        [many] Au moins { $shortest } de caractères. Quelques mots pris au hasard conviennent très bien. Les espaces sont acceptés ; les chiffres et les symboles ne sont pas obligatoires.
       *[other] Au moins { $shortest } caractères. Quelques mots pris au hasard conviennent très bien. Les espaces sont acceptés ; les chiffres et les symboles ne sont pas obligatoires.
    }
