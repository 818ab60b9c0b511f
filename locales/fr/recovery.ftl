# The text file with recovery codes. Each line stands for itself, for an editor may not break long ones.

recovery-title = Codes de récupération pour { $issuer }
recovery-user-name = Nom d’utilisateur : { $account }
# $moment is a date and a time of day.
recovery-made = Date de création : { $moment }
recovery-about = Si vous n’avez plus votre application d’authentification, chaque code vous permet de vous connecter une fois, avec votre mot de passe.
recovery-keep = Conservez ce fichier là où vous le retrouverez sans votre téléphone, et où personne d’autre ne le trouvera.
