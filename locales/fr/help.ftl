# The help page. What stands in bold or in quotation marks names something that the reader sees: a button, a link,
# a message.

help-heading = Aide à la connexion
help-contents = Sur cette page

help-what = Qu’est-ce que l’authentification à deux facteurs ?
help-what-about = L’authentification à deux facteurs, ou 2FA, demande deux choses différentes quand vous vous connectez : <strong>quelque chose que vous savez</strong>, votre mot de passe, et <strong>quelque chose que vous possédez</strong>, le téléphone ou l’ordinateur sur lequel se trouve votre application d’authentification.
help-what-why = C’est comme au distributeur de billets : il faut votre carte et votre code secret. Même en connaissant votre mot de passe, personne ne peut se connecter sans le code que seule votre application affiche.

# Codes that do not work.
help-codes-clock = <strong>Vérifiez l’horloge de votre téléphone.</strong> Une horloge mal réglée est la cause la plus fréquente, car les codes dépendent de l’heure. Sur le téléphone ou l’ordinateur qui affiche les codes, activez le réglage automatique de la date et de l’heure. Saisissez ensuite un nouveau code.
help-codes-newest = <strong>Saisissez le code le plus récent.</strong> L’application affiche un nouveau code toutes les 30 secondes. S’il est sur le point de changer, attendez le suivant.
help-codes-once = <strong>Utilisez chaque code une seule fois.</strong> Un code qui a déjà servi à vous connecter ou à configurer votre application ne fonctionne plus. Attendez le suivant.
help-codes-entry = <strong>Vérifiez l’entrée.</strong> Dans votre application, l’entrée porte le nom <name>{ $issuer }</name> et votre nom d’utilisateur. S’il y en a deux, utilisez celle que vous avez scannée en dernier et supprimez l’autre.
help-wait = Pourquoi il faut parfois attendre
help-wait-about = Après plusieurs codes incorrects de suite, il faut attendre avant l’essai suivant. La page indique combien de temps. Chaque nouveau code incorrect allonge l’attente, pour que personne ne puisse deviner un code. Votre compte n’a aucun problème : attendez, puis saisissez un nouveau code.
help-wait-off = Après un trop grand nombre de codes incorrects, les codes à usage unique du compte sont désactivés jusqu’à la réinitialisation de son authentification à deux facteurs. La page vous l’indique. Voyez alors <link>à qui vous adresser</link>.

help-sent = Codes par SMS ou par appel
help-sent-about = Si vous n’avez plus d’application d’authentification, ou n’en avez pas encore, nous pouvons envoyer un code au numéro de téléphone de votre compte. La page n’affiche que les deux derniers chiffres de ce numéro.
help-sent-wait = <strong>Attendez une minute.</strong> Rechargez ensuite la page : elle indique si le SMS ou l’appel est arrivé. Recharger la page ne déclenche aucun envoi.
help-sent-other-way = <strong>Essayez l’autre moyen.</strong> Un téléphone fixe ne peut pas recevoir de SMS, mais il peut recevoir un appel. Pendant l’appel, appuyez d’abord sur une touche. Vous entendrez ensuite le code deux fois.
help-sent-again = <strong>Redemandez le code.</strong> Nous renvoyons le même code. Il est valable pendant cinq minutes et pour cinq essais. Entre deux envois, il faut attendre 30 secondes, puis 60, puis 120. Il existe aussi une limite horaire et une limite quotidienne.
help-sent-number = <strong>Vérifiez le numéro.</strong> Si les deux chiffres ne sont pas les vôtres, faites modifier le numéro : voyez <link>à qui vous adresser</link>.

help-mail = E-mails qui n’arrivent pas
help-mail-about = Un e-mail arrive généralement en moins d’une minute. Au bout de cinq minutes, vérifiez vos courriers indésirables. Un code reçu par e-mail est valable cinq minutes. « Renvoyer le code » envoie de nouveau le même code. Si l’adresse n’est plus la vôtre, voyez <link>à qui vous adresser</link>.

help-password = Mots de passe qui ne fonctionnent pas
help-password-check = <strong>Vérifiez la touche Verr. Maj. et le nom d’utilisateur.</strong> Votre nom d’utilisateur n’est pas toujours votre adresse e-mail.
help-password-wait = <strong>Attendez si la page vous le demande.</strong> Après plusieurs mots de passe incorrects, il faut attendre, même si c’est quelqu’un d’autre qui les a saisis. Vos sessions déjà ouvertes le restent.
help-password-forgotten = <strong>Si vous l’avez oublié, choisissez-en un nouveau.</strong> <link-forgotten>Nous vous envoyons un lien par e-mail</link-forgotten>. Si aucun e-mail n’arrive, voyez <link-ask>à qui vous adresser</link-ask>.
help-password-rule = Un nouveau mot de passe comporte au moins 12 caractères. Quelques mots pris au hasard conviennent très bien. Les chiffres et les symboles ne sont pas obligatoires. Les mots de passe faciles à deviner sont refusés, et la page explique pourquoi.

help-why = Pourquoi vous avez reçu un message
help-why-code = <strong>Un code que vous n’avez pas demandé :</strong> quelqu’un a saisi votre mot de passe. Ne donnez ce code à personne et <link>demandez un nouveau mot de passe</link>.
help-why-second-step = <strong>Votre mot de passe a été saisi sans code, ou avec des codes incorrects :</strong> si c’était vous, vous n’avez rien à faire. Sinon, ouvrez le lien de l’e-mail et choisissez « Ce n’était pas moi ». Toutes les sessions seront fermées, et vous choisirez un nouveau mot de passe.
help-why-changed = <strong>Quelque chose a été activé, désactivé, remplacé ou modifié :</strong> nous vous prévenons par e-mail de tout changement dans votre façon de vous connecter. Si ce n’était pas vous, connectez-vous, fermez les <link-sessions>sessions</link-sessions> que vous ne reconnaissez pas et <link-password>changez votre mot de passe</link-password>.
help-why-ends = <strong>« Votre session se fermera dans environ 4 minutes » :</strong> une session se ferme si vous n’ouvrez et n’enregistrez rien pendant 30 minutes, pour que personne d’autre ne puisse l’utiliser. « Prolonger la session » ouvre un nouvel onglet, et ce que vous avez saisi dans l’ancien est conservé.
help-why-banner = <strong>Un bandeau qui compte les jours :</strong> à partir de la date annoncée, il vous faudra l’authentification à deux facteurs pour vous connecter. Configurez-la avant cette date : cela prend environ trois minutes.

# Allowed IP addresses.
help-addresses-about = L’accès à un compte peut être limité à certaines adresses IP, par exemple celles d’un bureau. Depuis toute autre adresse, la connexion s’arrête après le mot de passe, et nous envoyons par e-mail un lien pour approuver l’adresse pendant 30 jours. Vous recevez cet e-mail, sauf si la liste est celle de votre compte principal : il est alors envoyé à la personne qui en est titulaire. La deuxième étape reste nécessaire.
help-addresses-blocked = Si vous ne pouvez pas vous connecter et qu’aucun e-mail n’arrive, voyez <link>à qui vous adresser</link>.

# A lost or new phone.
help-lost-works = <strong>Nouveau téléphone, et l’ancien fonctionne encore :</strong> connectez-vous avec un code de l’ancien téléphone. Sur la page « Sécurité », choisissez « Gérer l’authentification à deux facteurs (2FA) », puis « Remplacer l’application ». L’ancien téléphone fonctionne jusqu’à ce que le nouveau soit confirmé.
help-lost-gone = <strong>Téléphone perdu ou application supprimée :</strong> connectez-vous avec votre mot de passe, choisissez « Utiliser un code de récupération » et saisissez l’un des dix codes que vous avez enregistrés. Si vous avez toujours votre numéro, vous pouvez aussi recevoir un code par SMS ou par appel : choisissez « Besoin d’aide ? » après un code incorrect. Vous pourrez ensuite configurer une nouvelle application d’authentification.
# Between these two: whom to ask.
help-lost-codes = <strong>Pas de codes de récupération non plus :</strong> vous ne pouvez pas vous connecter sans aide.
help-lost-reset = La personne qui vous aide vérifie votre identité, puis réinitialise votre authentification à deux facteurs. Vous configurez ensuite une nouvelle application d’authentification.
help-lost-stolen = Si le téléphone a été volé, demandez de l’aide dès aujourd’hui. Votre mot de passe protège encore le compte : ne le donnez donc à personne.

# For people who manage user accounts.
help-users = Gestion des comptes utilisateurs
help-users-numbers = <strong>Les nombres au-dessus de la liste</strong> indiquent combien de comptes sont protégés par une application, par un code envoyé sur un téléphone ou seulement par e-mail, et combien ont besoin d’aide pour se connecter, sont en cours de configuration ou restent accessibles à toute personne qui apprend le mot de passe. Choisissez un nombre pour afficher les comptes correspondants. « Relancer les comptes sans application » envoie à ces comptes un e-mail qui explique comment en configurer une.
help-users-add = <strong>Pour ajouter une personne :</strong> elle choisit son mot de passe avec un lien valable une seule fois, pendant trois jours. « Nouvelle invitation » crée un nouveau lien, et l’ancien n’est plus valable.
help-users-required = <strong>« 2FA obligatoire »</strong> prend effet dès que la personne ouvre une autre page. Si vous décochez la case et enregistrez, l’authentification à deux facteurs du compte est supprimée. « Réinitialiser l’authentification à deux facteurs » sert en cas de téléphone perdu : à la prochaine connexion, la personne saisit un code que nous lui envoyons ou un code de configuration que vous lui donnez, puis configure une nouvelle application d’authentification. Dans les deux cas, vous devez vous-même utiliser l’authentification à deux facteurs et indiquer un motif, que nous conservons.
help-users-phone = <strong>Un numéro de téléphone</strong> que vous saisissez sert à la première connexion, ce qui le confirme. Pour supprimer un numéro confirmé, saisissez un motif, votre mot de passe et un code.
help-users-unlock = <strong>« Débloquer »</strong> remet à zéro le compteur des mots de passe incorrects : la personne peut réessayer aussitôt. Les codes incorrects comptent toujours : après 20 de suite, les codes à usage unique sont désactivés jusqu’à une réinitialisation. Un compte désactivé conserve toutes ses données, mais ne permet plus de se connecter.

help-ask = À qui vous adresser
help-ask-say = Indiquez votre nom d’utilisateur, ce que vous avez fait et ce que la page affichait. Si la page affiche une référence, indiquez-la aussi. Personne n’a besoin de votre mot de passe ni d’un code pour vous aider : ne les communiquez jamais.
