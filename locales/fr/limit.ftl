# A limit on what is sent is reached.

# Codes by SMS, call or e-mail.
limit-codes-recipient-hour = Trop de codes ont été envoyés à ce numéro ou à cette adresse. Vous pourrez en demander un autre dans une heure au plus tard. D’ici là, utilisez un code de récupération ou demandez de l’aide.
limit-codes-recipient-day = Trop de codes ont été envoyés à ce numéro ou à cette adresse. Vous pourrez en demander un autre dans 24 heures au plus tard. D’ici là, utilisez un code de récupération ou demandez de l’aide.
limit-codes-main-account-day = Trop de codes ont été envoyés aux comptes de votre organisation. Vous pourrez en demander un autre dans 24 heures au plus tard. D’ici là, utilisez un code de récupération ou demandez de l’aide.
limit-codes-account-hour = Nous vous avons envoyé trop de codes. Vous pourrez en demander un autre dans une heure au plus tard. D’ici là, utilisez un code de récupération ou demandez de l’aide.
limit-codes-account-day = Nous vous avons envoyé trop de codes. Vous pourrez en demander un autre dans 24 heures au plus tard. D’ici là, utilisez un code de récupération ou demandez de l’aide.
limit-codes-network-hour = Trop de codes ont été demandés depuis votre réseau. Vous pourrez en demander un autre dans une heure au plus tard. D’ici là, utilisez un code de récupération ou demandez de l’aide.
limit-codes-instance-day = Trop de codes ont été envoyés aujourd’hui : plus aucun envoi n’est possible pour le moment. Utilisez un code de récupération ou demandez de l’aide.

# E-mails that one person sends to others.
limit-emails-sender-hour = Vous avez envoyé trop d’e-mails. Vous pourrez réessayer dans une heure au plus tard.
limit-emails-sender-day = Vous avez envoyé trop d’e-mails. Vous pourrez réessayer dans 24 heures au plus tard.
limit-emails-recipient-hour = Trop d’e-mails ont été envoyés à cette adresse. Vous pourrez réessayer dans une heure au plus tard.
limit-emails-recipient-day = Trop d’e-mails ont été envoyés à cette adresse. Vous pourrez réessayer dans 24 heures au plus tard.
limit-emails-main-account-day = Trop d’e-mails ont été envoyés pour vos comptes. Vous pourrez réessayer dans 24 heures au plus tard.
limit-emails-instance-day = Trop d’e-mails ont été envoyés aujourd’hui : plus aucun envoi n’est possible pour le moment. Réessayez demain.
