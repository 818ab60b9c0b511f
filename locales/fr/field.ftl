# What fields are called, where a sentence quotes them.

field-code = Code
field-phone = Numéro de téléphone
field-email = Adresse e-mail
field-name-or-email = Nom d’utilisateur ou adresse e-mail
field-new-password = Nouveau mot de passe
field-list = Liste des adresses
field-way = SMS ou appel
field-return-to = Page de retour
field-session = Session
field-address = Adresse IP
field-account = Compte
field-box = Case à cocher
field-button = Bouton
field-reason = Motif
