# Pages that a link in an e-mail opens.

link-of-another = Dans ce navigateur, vous utilisez le compte <person>{ $other }</person>. Ce lien concerne le compte <person>{ $account }</person> et ne change rien pour <name>{ $other }</name>.

link-approved-title = L’adresse est approuvée
link-approved = Pendant 30 jours, on peut se connecter au compte <person>{ $account }</person> depuis l’adresse IP <strong>{ $address }</strong>, avec le mot de passe et la deuxième étape, comme toujours.
link-approved-go = Se connecter
link-approve-title = Approuver une adresse
link-approve-who = Quelqu’un a saisi le mot de passe du compte <person>{ $account }</person> depuis l’adresse IP <strong>{ $address }</strong>, qui ne figure pas dans la liste des adresses IP autorisées.
link-approve-about = Si vous savez qui c’était, approuvez l’adresse pour une durée de 30 jours. Cela n’ouvre aucune session : le mot de passe et la deuxième étape restent nécessaires, comme toujours.
link-approve-button = Approuver
link-approve-unknown = Vous ne savez pas qui c’était ? Quelqu’un connaît peut-être le mot de passe. N’approuvez pas l’adresse et voyez <link>à qui vous adresser</link>.

link-restored-title = Votre adresse e-mail est rétablie
link-restored = L’adresse e-mail du compte <person>{ $account }</person> est de nouveau <person>{ $address }</person>. Toutes les sessions ont été fermées et le mot de passe ne fonctionne plus.
link-restore-title = Rétablir votre adresse e-mail ?
link-restore-why = L’adresse e-mail du compte <person>{ $account }</person> a été modifiée. Si ce n’était pas vous, quelqu’un d’autre a accès à votre compte. Reprenez-en le contrôle avec le bouton ci-dessous :
link-restore-address = l’adresse sera de nouveau <person>{ $address }</person> ;
link-restore-sessions = toutes les sessions seront fermées ;
link-restore-password = le mot de passe ne fonctionnera plus ;
link-restore-mail = vous recevrez un e-mail qui explique comment en choisir un nouveau.
link-restore-second-factor = L’authentification à deux facteurs reste inchangée.
link-restore-button = Rétablir mon adresse
link-restore-you = C’était vous ? Vous n’avez rien à faire : fermez cette page.

link-not-me-done-title = Votre mot de passe ne fonctionne plus
link-not-me-done = Toutes les sessions du compte <person>{ $account }</person> ont été fermées, et personne ne peut se connecter avec l’ancien mot de passe.
link-not-me-title = Ce n’était pas vous ?
link-not-me-why = Quelqu’un a utilisé le mot de passe du compte <person>{ $account }</person>. Si ce n’était pas vous, signalez-le avec le bouton ci-dessous :
link-not-me-sessions = toutes les sessions de votre compte seront fermées ;
link-not-me-button = Ce n’était pas moi
