# What is the same in every form.

# Before the title of a page and before a message, heard by people who use a screen reader.
form-error = Erreur :
form-problem = Il y a un problème
form-password = Mot de passe
form-show-password = Afficher le mot de passe pendant la saisie
form-hide-password = Masquer le mot de passe
form-code = Code à usage unique
form-code-hint = 6 chiffres, par exemple 123 456
