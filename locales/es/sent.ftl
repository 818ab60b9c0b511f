# Un código enviado por SMS o llamada.

sent-code-works = El código caduca dentro de { $time }.
sent-nothing-wait = ¿No ha llegado nada? Podrá volver a pedirlo dentro de { $wait }. Si recarga esta página, no se envía nada.
sent-nothing = ¿No ha llegado nada? Vuelva a pedirlo.
sent-nothing-other-way = ¿No ha llegado nada? Vuelva a pedirlo o pruebe la otra opción.
sent-same-code = Recibirá el mismo código.

# Qué ha sido de él, en la página en la que se introduce.
sent-ringing = Su teléfono { $number } está sonando.
sent-answered = Ha respondido a la llamada: pulse cualquier tecla del teléfono y escuche.
sent-call-ended = La llamada ha terminado.
sent-call-under-way = Estamos llamando al { $number }. Cuando responda, pulse cualquier tecla.
sent-sms-delivered = El SMS al { $number } se ha entregado.
sent-sms-on-its-way = Va en camino un SMS al { $number }. Suele tardar menos de un minuto.
sent-email-on-its-way = Va en camino un correo. Suele tardar menos de un minuto. Si a los cinco minutos no ha llegado, mire en la carpeta de spam.

# Por qué no ha llegado y qué hacer. $next es la vía que queda: sms, call u other.
sent-failed-not-mobile =
    { $next ->
        [call] Este número no puede recibir SMS. Pruebe con una llamada.
       *[other] Este número no puede recibir SMS.
    }
sent-failed-not-reachable =
    { $next ->
        [sms] No hemos podido contactar con su teléfono. Pruebe con un SMS o inténtelo de nuevo más tarde.
        [call] No hemos podido contactar con su teléfono. Pruebe con una llamada o inténtelo de nuevo más tarde.
       *[other] No hemos podido entregar el código. Inténtelo de nuevo más tarde.
    }
sent-failed-busy =
    { $next ->
        [sms] Su teléfono comunicaba. Inténtelo de nuevo o pruebe con un SMS.
       *[other] Su teléfono comunicaba. Inténtelo de nuevo.
    }
sent-failed-no-answer =
    { $next ->
        [sms] Nadie ha respondido a la llamada. Inténtelo de nuevo o pruebe con un SMS.
       *[other] Nadie ha respondido a la llamada. Inténtelo de nuevo.
    }
sent-failed-refused =
    { $next ->
        [sms] Se ha rechazado la llamada: puede que el número no sea correcto o que bloquee este tipo de llamadas. Pruebe con un SMS.
        [call] Se ha rechazado el SMS: puede que el número no sea correcto o que bloquee este tipo de mensajes. Pruebe con una llamada.
       *[other] Se ha rechazado el mensaje: puede que el número o la dirección no sean correctos o que bloqueen este tipo de mensajes.
    }
sent-failed-provider-away =
    { $next ->
        [sms] En este momento no podemos llamarle: nuestro proveedor no está disponible. Pruebe con un SMS o inténtelo de nuevo dentro de unos minutos.
        [call] En este momento no podemos enviar SMS: nuestro proveedor no está disponible. Pruebe con una llamada o inténtelo de nuevo dentro de unos minutos.
       *[other] En este momento no podemos enviar el código: nuestro proveedor no está disponible. Inténtelo de nuevo dentro de unos minutos.
    }
sent-not-to-country = No enviamos códigos al país de este número.
sent-not-to-kind = No enviamos códigos a números de tarificación adicional, de coste compartido, gratuitos, de satélite, de buscapersonas, de buzón de voz ni de empresa. Introduzca el número de un teléfono móvil o fijo.

# Lo mismo en pocas palabras, en la lista de códigos enviados.
sent-list-country = No enviado: país no permitido
sent-list-kind = No enviado: no es un número personal
sent-list-account-hour = No enviado: límite por hora de la cuenta
sent-list-account-day = No enviado: límite diario de la cuenta
sent-list-recipient-hour = No enviado: límite por hora del destino
sent-list-recipient-day = No enviado: límite diario del destino
sent-list-main-account-day = No enviado: límite diario de la cuenta principal
sent-list-network-hour = No enviado: límite por hora de la dirección IP
sent-list-instance-day = No enviado: límite diario de este sitio
sent-list-sending = Enviando
sent-list-sent = Enviado
sent-list-ringing = Sonando
sent-list-answered = Llamada respondida
sent-list-delivered = Entregado
sent-list-call-ended = Llamada terminada
sent-list-not-reachable = Fallo: teléfono no localizable
sent-list-not-mobile = Fallo: el número no puede recibir SMS
sent-list-refused = Fallo: número incorrecto o bloqueado
sent-list-busy = Fallo: comunica
sent-list-no-answer = Fallo: sin respuesta
sent-list-provider-away = Fallo: proveedor no disponible
