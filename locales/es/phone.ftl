# Lo que llega a un teléfono: SMS y llamadas.

# Un SMS con un código. Le sigue una línea que leen los navegadores. Entre los dos deben caber en un SMS de 160 caracteres,
# con las letras del alfabeto GSM: é, ñ, ¿ y ¡ están en él; á, í, ó y ú no. Por eso no dice «código» ni «sesión».
phone-sms-code = { $issuer }: introduzca { $digits } para confirmar que es usted. Caduca a los 5 minutos. Nadie de { $issuer } se lo va a pedir.
# A un número que hasta ahora era el de una cuenta.
phone-sms-number-changed = { $issuer }: este teléfono ya no pertenece a su cuenta. Si no ha sido usted, entre en { $origin } y pida ayuda enseguida.

# El idioma de la voz que lee los mensajes siguientes, como lo escribe Twilio: en-GB, de-DE, fr-FR, es-ES, fi-FI.
phone-say-language = es-ES
phone-call-question = Le llama { $issuer } para darle su código. Para escucharlo, pulse cualquier tecla.
phone-call-question-again = Para escuchar su código, pulse cualquier tecla.
phone-call-no-key = No se ha pulsado ninguna tecla. Adiós.
# $digits figura dos veces: se lee despacio, dígito a dígito, con pausas antes y después.
phone-call-code = Le llama { $issuer }. Su código es: { $digits }. Se lo repito: { $digits }. Nadie de { $issuer } le pedirá este código. Adiós.
phone-call-ended = Le llama { $issuer }. El código de esta llamada ya no funciona. Pida uno nuevo. Adiós.
