# What goes to a phone: SMS and calls.

# An SMS with a code. A line that browsers read follows it. Both together should fit into one SMS of 160 characters, and
# into the letters of the GSM alphabet: straight quotes, no dashes.
phone-sms-code = { $issuer } : votre code est { $digits }. Il est valable 5 minutes. Personne chez { $issuer } ne vous le demandera.
# To a number that was an account's until now.
phone-sms-number-changed = { $issuer } : ce numéro n'est plus associé à votre compte. Si ce n'était pas vous, connectez-vous sur { $origin } et demandez vite de l'aide.

# The language of the voice that reads the messages below out, as Twilio writes it: en-GB, de-DE, fr-FR, es-ES, fi-FI.
phone-say-language = fr-FR
phone-call-question = Bonjour, ici { $issuer }. Pour entendre votre code, appuyez sur une touche.
phone-call-question-again = Pour entendre votre code, appuyez sur une touche.
phone-call-no-key = Vous n’avez appuyé sur aucune touche. Au revoir.
# $digits stands there twice: it is read out slowly, digit by digit, with pauses before and after.
phone-call-code = Ici { $issuer }. Votre code est : { $digits }. Je répète : { $digits }. Personne chez { $issuer } ne vous le demandera. Au revoir.
phone-call-ended = Ici { $issuer }. Le code de cet appel n’est plus valable. Demandez-en un nouveau. Au revoir.
