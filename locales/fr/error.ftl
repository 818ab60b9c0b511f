# Pages that say why there is no other page.

error-foreign-title = Ce formulaire vient d’un autre site
error-foreign = Il a été refusé et rien n’a été modifié. Ouvrez la page sur ce site et remplissez de nouveau le formulaire.
error-cookies-title = Les cookies sont nécessaires
error-cookies = Votre navigateur n’a envoyé aucun cookie : nous ne pouvons pas savoir si ce formulaire vient de vous. Rien n’a été modifié. Autorisez les cookies pour ce site, rouvrez la page et remplissez de nouveau le formulaire.
error-unreadable-title = Impossible de savoir d’où vous vous connectez
error-unreadable = Le serveur placé devant ce site a transmis votre demande avec une adresse illisible. Elle a donc été refusée. Rien n’a été modifié. Vous n’y êtes pour rien : c’est à la personne qui administre ce site de corriger le problème.
error-stale-title = Cette page n’est plus à jour
error-stale = Elle est restée ouverte trop longtemps, ou vous avez ouvert ou fermé une session ailleurs entre-temps. Rien n’a été modifié. Rouvrez la page et appuyez de nouveau sur le bouton.
error-not-found-title = Page introuvable
error-not-found = Il n’y a rien à cette adresse. Vérifiez qu’elle ne contient pas de faute de frappe.
error-method-title = Cette adresse ne s’utilise pas ainsi
error-method = Elle n’accepte pas ce type de demande. Rien n’a été modifié.
error-too-large-title = Envoi trop volumineux
error-too-large = Vous avez envoyé plus de données qu’il n’en faut pour les formulaires de ce site. Elles n’ont pas été lues et rien n’a été modifié. Revenez en arrière et raccourcissez votre saisie.
error-media-type-title = Envoi non reconnu
error-media-type = Ce formulaire n’a pas été envoyé comme le ferait un navigateur. Il n’a donc pas été lu et rien n’a été modifié.
error-pending-title = Traitement en cours
error-pending = Vous avez envoyé ce formulaire il y a un instant et la réponse n’est pas encore prête. Il ne sera pas traité deux fois. Attendez une demi-minute, puis rouvrez la page.
error-busy-title = Forte affluence en ce moment
error-busy = Trop de personnes se connectent en même temps. Rien n’a été modifié. Revenez en arrière et réessayez dans quelques secondes.
error-database-title = De retour dans un instant
error-database = Notre base de données ne répond pas pour le moment. Votre mot de passe et vos codes ne sont pas en cause. Attendez quelques secondes, puis réessayez.
error-unread-title = Demande illisible
error-unread = La demande était incomplète ou non valide. Rien n’a été modifié. Revenez en arrière et réessayez.
error-ours-title = Un problème est survenu de notre côté
error-ours = Vous n’y êtes pour rien. Revenez en arrière et réessayez. Si cela se reproduit, demandez de l’aide.
error-other-address-title = Ce site a une autre adresse
error-other-address = Vous l’avez ouvert à l’adresse { $shown }, mais son adresse est { $origin }. Les formulaires ne fonctionnent qu’à cette dernière adresse. Rien n’a été modifié. Ouvrez-y le site et remplissez de nouveau le formulaire.
error-open-address = Ouvrir { $origin }
error-account = Accéder à votre compte
error-again = Le problème persiste ?
error-reference = Indiquez la référence <reference>{ $reference }</reference>.

# One-time links that no longer work.
error-link-title = Ce lien n’est plus valable
error-link-welcome = Ce type de lien est valable une seule fois, pendant une heure, et chaque redémarrage du programme le remplace par un nouveau. Si un compte existe déjà, utilisez-le pour vous connecter. Sinon, redémarrez le programme et ouvrez le nouveau lien qu’il affiche.
error-link-invitation = Une invitation est valable une seule fois, pendant trois jours, et toute invitation plus récente la remplace. Si vous avez déjà choisi votre mot de passe, utilisez-le pour vous connecter. Sinon, demandez un nouveau lien à la personne qui vous a envoyé l’invitation.
error-link-new-password = Ce type de lien est valable une seule fois, pendant 30 minutes, et cesse de l’être dès que votre mot de passe, votre adresse e-mail ou votre deuxième étape change. Si vous avez déjà choisi votre mot de passe, utilisez-le pour vous connecter. Sinon, demandez un autre lien : « Mot de passe oublié ? » sur la page de connexion.
error-link-restore-email = Ce type de lien est valable une seule fois, pendant les 48 heures qui suivent la modification. Si vous avez déjà rétabli votre adresse, cherchez dans votre messagerie le lien pour choisir un nouveau mot de passe. Sinon, connectez-vous ou demandez de l’aide.
error-link-approve-address = Ce type de lien est valable une seule fois, pendant une demi-heure, et cesse de l’être dès que votre mot de passe ou votre adresse e-mail change. Reconnectez-vous depuis l’adresse IP à approuver : nous enverrons alors un nouveau lien par e-mail.
error-link-set-up-code = Ce type de lien est valable une seule fois, pendant trois jours. Demandez-en un nouveau à la personne qui a réinitialisé votre authentification à deux facteurs.
error-link-not-me = Ce type de lien est valable une seule fois, pendant trois jours. Si vous avez déjà signalé que ce n’était pas vous, cherchez dans votre messagerie le lien pour choisir un nouveau mot de passe. Sinon, connectez-vous et demandez de l’aide.

# A language that was chosen in the foot of a page.
error-language-title = Langue non disponible
error-language = Ce site n’est pas disponible dans cette langue. Choisissez-en une autre au bas de cette page.
