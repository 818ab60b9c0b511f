# Setting up an authenticator.

setup-add = Ajoutez ce compte à l’application
setup-other-device = L’application est sur un autre appareil
setup-scan = Dans l’application, ajoutez un compte, puis scannez ce code QR.
setup-qr = Code QR contenant la clé du compte { $account }. La même clé est écrite ci-dessous.
setup-this-device = L’application est sur cet appareil
setup-open = Ouvrir l’application
setup-open-failed = Rien ne s’ouvre ? Copiez la clé ci-dessous dans l’application.
setup-or-type = Ou saisissez la clé
setup-type = Dans l’application, choisissez l’option qui permet de saisir une clé. Les majuscules, les minuscules et les espaces n’ont pas d’importance.
setup-settings = Paramètres, si l’application les demande
setup-account = Compte
setup-issuer = Émetteur
setup-kind = Type
setup-kind-value = Basé sur l’heure (TOTP)
setup-digits = Nombre de chiffres
setup-period = Période
setup-period-value = 30 secondes
setup-algorithm = Algorithme

# The codes that were just made.
setup-recovery-codes = Vos codes de récupération
setup-download = Télécharger
setup-print = Imprimer

# A number that codes go to as well.
setup-phone = Ce numéro est-il le vôtre : <phone>{ $number }</phone> ?
setup-phone-why = Avec votre mot de passe et un code reçu à ce numéro par SMS ou par appel, on peut se connecter sans l’application.
setup-phone-mine = Oui, c’est le mien : le garder au cas où je n’aurais pas l’application sous la main
setup-phone-none = Non : le supprimer
setup-phone-empty = Indiquez si ce téléphone est le vôtre et saisissez de nouveau le code. Rien n’est encore activé.

# Authenticator apps.
setup-apps = Applications d’authentification
setup-apps-about = Une application d’authentification affiche un nouveau code à 6 chiffres toutes les 30 secondes, même sans accès à Internet. Une seule suffit.
setup-apps-standard = Applications conformes à la norme
setup-apps-any = N’importe laquelle devrait convenir. Celles que nous avons testées sont indiquées plus bas.
setup-apps-phones = iPhone et iPad
setup-apps-computer = Ordinateur
setup-apps-built-in = intégrée
setup-apps-on-mac = sur Mac
setup-apps-tested = Testées avec cette version
setup-apps-tested-on-computer = sur ordinateur

# Why a QR code that was scanned no longer works.
setup-displaced = <strong>Une configuration commencée dans un autre navigateur n’est plus valable.</strong> Scannez le code ci-dessous, même si vous en avez déjà scanné un là-bas. Si ce n’était pas vous, quelqu’un d’autre connaît votre mot de passe : changez-le.
setup-restarted = Voici une nouvelle clé. Supprimez de votre application l’entrée scannée auparavant, puis scannez ce code QR.
setup-key-gone = Le code QR que vous avez scanné n’est plus valable : il a été utilisé ou remplacé dans un autre onglet, une configuration a été commencée dans un autre navigateur, ou il date de plus de 30 minutes. Rien n’a été modifié. Supprimez de votre application l’entrée que vous avez scannée, puis scannez le nouveau code ci-dessous. Si vous n’avez pas commencé d’autre configuration, quelqu’un d’autre connaît votre mot de passe : changez-le d’abord.
