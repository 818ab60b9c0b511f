# Correos a la persona titular de una cuenta. Son texto sin formato: sin etiquetas; el enlace va en una línea propia después del
# mensaje que termina en dos puntos.
#
# De cada correo: su asunto y después lo que ha ocurrido. $account es el nombre de usuario. Cuando se le puede hacer a la cuenta de
# otra persona, $who es «person» si lo hizo $by; si no, lo hizo en el servidor la persona responsable del servicio ($issuer).

mail-subject = { $issuer }: { $about }

# Verificación en dos pasos.
mail-second-factor-on-subject = La verificación en dos pasos está activada
mail-second-factor-on = Se ha activado la verificación en dos pasos de { $account }. A partir de ahora iniciará sesión con su contraseña y un código de su aplicación de autenticación.
mail-second-factor-off-subject = La verificación en dos pasos está desactivada
mail-second-factor-off = Se ha desactivado la verificación en dos pasos de { $account }. El inicio de sesión ya no pide un código de una aplicación de autenticación, y los códigos de recuperación ya no funcionan.
mail-second-factor-replaced-subject = Se ha cambiado su aplicación de autenticación
mail-second-factor-replaced = Se ha cambiado la aplicación de autenticación de { $account } por una nueva. La anterior ya no funciona.
mail-second-factor-reset-subject = Se ha restablecido su verificación en dos pasos
mail-second-factor-reset =
    { $who ->
        [person] { $by } ha restablecido la verificación en dos pasos de { $account }. La aplicación de autenticación y los códigos de recuperación ya no funcionan, y se han cerrado todas sus sesiones. Configure de nuevo la verificación en dos pasos cuando inicie sesión.
       *[administrator] La persona responsable de { $issuer } ha restablecido la verificación en dos pasos de { $account }. La aplicación de autenticación y los códigos de recuperación ya no funcionan, y se han cerrado todas sus sesiones. Configure de nuevo la verificación en dos pasos cuando inicie sesión.
    }
mail-second-factor-required-subject = La verificación en dos pasos ya es obligatoria
mail-second-factor-required =
    { $who ->
        [person] La verificación en dos pasos ya es obligatoria para { $account }, por decisión de { $by }. Si aún no la ha configurado, se le pedirá la próxima vez que inicie sesión. Se tarda unos tres minutos. Configúrela aquí:
       *[administrator] La verificación en dos pasos ya es obligatoria para { $account }, por decisión de la persona responsable de { $issuer }. Si aún no la ha configurado, se le pedirá la próxima vez que inicie sesión. Se tarda unos tres minutos. Configúrela aquí:
    }
mail-second-factor-not-required-subject = La verificación en dos pasos ya no es obligatoria
mail-second-factor-not-required =
    { $who ->
        [person] La verificación en dos pasos ya no es obligatoria para { $account }, por decisión de { $by }. Si tenía una aplicación de autenticación y códigos de recuperación, se han eliminado. Se han cerrado todas sus sesiones. Le seguimos recomendando la verificación en dos pasos: configúrela de nuevo en «Seguridad».
       *[administrator] La verificación en dos pasos ya no es obligatoria para { $account }, por decisión de la persona responsable de { $issuer }. Si tenía una aplicación de autenticación y códigos de recuperación, se han eliminado. Se han cerrado todas sus sesiones. Le seguimos recomendando la verificación en dos pasos: configúrela de nuevo en «Seguridad».
    }
mail-recovery-code-used-subject = Se ha usado un código de recuperación
mail-recovery-code-used =
    { $left ->
        [0] Se ha usado un código de recuperación para iniciar sesión como { $account }. Ese código ya no sirve. No queda ninguno.
        [one] Se ha usado un código de recuperación para iniciar sesión como { $account }. Ese código ya no sirve. Queda uno.
       *[other] Se ha usado un código de recuperación para iniciar sesión como { $account }. Ese código ya no sirve. Quedan { $left }.
    }
mail-recovery-codes-regenerated-subject = Tiene códigos de recuperación nuevos
mail-recovery-codes-regenerated = Se han generado códigos de recuperación nuevos para { $account }. Los anteriores ya no funcionan.

# Recordatorios para configurarla, según lo que protege hoy la cuenta.
mail-set-up-reminder-subject = Configure la verificación en dos pasos
mail-set-up-reminder =
    { $who ->
        [person] { $by } le pide que configure la verificación en dos pasos de { $account }.
       *[administrator] La persona responsable de { $issuer } le pide que configure la verificación en dos pasos de { $account }.
    }
mail-set-up-reminder-by-phone = De momento confirma su inicio de sesión con un código que recibe en su número de teléfono. Los códigos de una aplicación de autenticación son más seguros y no necesitan cobertura. Configúrela aquí en unos tres minutos:
mail-set-up-reminder-by-email = De momento confirma su inicio de sesión con un código por correo: quien pueda leer su correo tiene el código. Con una aplicación de autenticación, necesitaría además su teléfono. Configúrela aquí en unos tres minutos:
mail-set-up-reminder-by-password = De momento, cualquiera que averigüe su contraseña puede iniciar sesión en su cuenta. Con la verificación en dos pasos, necesitaría además su teléfono. Configúrela aquí en unos tres minutos:
mail-set-up-reminder-unknown = Si no esperaba este correo, aquí se explica qué es y a quién pedir ayuda:
mail-mandatory-soon-subject = La verificación en dos pasos será obligatoria
# $moment es una fecha con su hora.
mail-mandatory-soon = A partir del { $moment }, la cuenta { $account } necesitará la verificación en dos pasos para iniciar sesión. Todavía no está configurada. Configúrela aquí en unos tres minutos:
# El motivo que ha dado la cuenta principal.
mail-mandatory-soon-why = Motivo: { $reason }
mail-mandatory-soon-without = Si no la configura, a partir de entonces cada inicio de sesión le pedirá un código que le enviaremos, la configuración o ambas cosas. Aquí se explica qué es y a quién pedir ayuda:

# Dirección de correo y número de teléfono.
mail-email-changed-subject = Se ha cambiado su dirección de correo
mail-email-changed = Se ha cambiado la dirección de correo de { $account }. A partir de ahora enviaremos los correos a la dirección nueva. Este va a las dos.
mail-email-changed-undo = Si no ha sido usted, otra persona puede entrar en su cuenta. Recupérela en un plazo de 48 horas con este enlace. Al usarlo, recuperará su dirección, se cerrarán todas las sesiones y podrá elegir una contraseña nueva. Sirve una sola vez:
mail-email-restored-subject = Se ha recuperado su dirección de correo anterior
mail-email-restored = La dirección de correo de { $account } vuelve a ser la anterior: alguien abrió el enlace que enviamos a esa dirección. Se han cerrado todas las sesiones y la contraseña ya no funciona. No enviaremos nada más sobre esta cuenta a la dirección que recibe este correo.
mail-email-restored-not-you = Si no ha sido usted, aquí se explica a quién pedir ayuda:
mail-email-code-subject = Su código para confirmar esta dirección
mail-email-code = Su código para confirmar esta dirección de correo en la cuenta { $account } es { $code }. Caduca a los cinco minutos. Nadie de { $issuer } se lo pedirá.
mail-email-code-unknown = Si no sabe de qué se trata, no haga caso de este correo: puede que alguien haya introducido su dirección por error. Sin el código no cambia nada.
mail-phone-changed-subject = Se ha cambiado su número de teléfono
mail-phone-changed = Se ha cambiado o quitado el número de teléfono de { $account }. Si hay un número nuevo, los códigos por SMS o llamada llegarán a él a partir de ahora.

# Contraseñas y enlaces para elegir una.
mail-first-password-subject = Su contraseña está guardada
mail-first-password = Se ha usado la invitación a { $issuer } para elegir una contraseña para { $account }.
mail-password-set-subject = Se ha asignado una contraseña nueva a su cuenta
mail-password-set =
    { $who ->
        [person] { $by } ha asignado una contraseña nueva a { $account }. Se han cerrado todas sus sesiones.
       *[administrator] La persona responsable de { $issuer } ha asignado una contraseña nueva a { $account }. Se han cerrado todas sus sesiones.
    }
mail-password-changed-subject = Se ha cambiado su contraseña
mail-password-changed = Se ha cambiado la contraseña de { $account }. Se han cerrado todas sus demás sesiones.
mail-choose-password-subject = Elija una contraseña nueva
# Cualquiera puede pedirla en la página de inicio de sesión: $who solo es «person» si $by administra la cuenta.
mail-password-asked =
    { $who ->
        [person] { $by } ha pedido una contraseña nueva para { $account }.
       *[unknown] Alguien ha pedido una contraseña nueva para { $account }.
    }
mail-password-link = Su segundo paso no cambia. Elija la contraseña nueva con este enlace. Sirve una sola vez y caduca a los 30 minutos:
mail-password-not-you = Si no ha sido usted, no tiene que hacer nada: su contraseña no ha cambiado.
mail-password-no-link-subject = No hemos enviado ningún enlace para elegir una contraseña nueva
mail-password-no-link = Los códigos para iniciar sesión le llegan a este buzón. Por eso no enviamos también aquí un enlace para elegir una contraseña nueva: quien pueda leer su correo tendría las dos cosas. Pida un enlace a quien administra su cuenta, o una contraseña nueva a la persona responsable de { $issuer }.
mail-password-link-waits = Su dirección de correo se cambió en esta fecha: { $moment }. Durante las 48 horas siguientes a un cambio no enviamos ningún enlace para elegir una contraseña nueva, por si el cambio lo hizo otra persona. Después podrá volver a pedirlo. A su dirección anterior enviamos un enlace que deshace el cambio.
mail-password-link-waits-help = Si no puede esperar, aquí se explica a quién pedir ayuda:
mail-password-link-shown-subject = Se ha creado para usted un enlace para elegir una contraseña nueva
mail-password-link-shown =
    { $who ->
        [person] { $by } ha creado un enlace para elegir una contraseña nueva para { $account }, para dárselo a usted en persona o por teléfono. Sirve una sola vez y caduca a los 30 minutos. Su segundo paso no cambia.
       *[administrator] La persona responsable de { $issuer } ha creado un enlace para elegir una contraseña nueva para { $account }, para dárselo a usted en persona o por teléfono. Sirve una sola vez y caduca a los 30 minutos. Su segundo paso no cambia.
    }
mail-password-link-shown-asked = Si lo ha pedido usted, use el enlace que le han dado y ningún otro.
mail-password-link-shown-not-asked = Si no lo ha pedido, no inicie sesión con ningún enlace, venga de quien venga, y pida ayuda a la persona responsable de { $issuer }. Su contraseña no cambia hasta que se use el enlace; si se usa, le enviaremos un correo. Aquí se explica a quién pedir ayuda:
mail-password-ended-subject = Su contraseña ya no funciona
mail-password-ended = Nos ha indicado que otra persona ha usado su cuenta { $account }. La contraseña ya no funciona y se han cerrado todas las sesiones.
mail-password-ended-link = Elija una contraseña nueva con este enlace. Sirve una sola vez y caduca a los 30 minutos:
mail-password-ended-later = Si ya ha caducado, use «¿Ha olvidado su contraseña?» al iniciar sesión:

# Cuentas.
mail-invitation-subject = Elija su contraseña
mail-invitation =
    { $who ->
        [person] { $by } le invita a { $issuer }. Su nombre de usuario es { $account }.
       *[administrator] Ha recibido una invitación a { $issuer }. Su nombre de usuario es { $account }.
    }
mail-invitation-link = Elija su contraseña con este enlace. Sirve una sola vez y caduca a los tres días:
mail-account-added-subject = Tiene una cuenta
mail-account-added =
    { $who ->
        [person] { $by } ha creado una cuenta para usted. Su nombre de usuario es { $account }. Inicie sesión con la contraseña que le han dado:
       *[administrator] La persona responsable de { $issuer } ha creado una cuenta para usted. Su nombre de usuario es { $account }. Inicie sesión con la contraseña que le han dado:
    }
mail-account-unlocked-subject = Su cuenta está desbloqueada
mail-account-unlocked =
    { $who ->
        [person] { $by } ha desbloqueado la cuenta { $account }. Las contraseñas incorrectas ya no cuentan, así que puede iniciar sesión sin esperar.
       *[administrator] La persona responsable de { $issuer } ha desbloqueado la cuenta { $account }. Las contraseñas incorrectas ya no cuentan, así que puede iniciar sesión sin esperar.
    }
mail-account-disabled-subject = Su cuenta está desactivada
mail-account-disabled =
    { $who ->
        [person] { $by } ha desactivado la cuenta { $account }. Se han cerrado todas las sesiones y nadie puede iniciar sesión en ella.
       *[administrator] La persona responsable de { $issuer } ha desactivado la cuenta { $account }. Se han cerrado todas las sesiones y nadie puede iniciar sesión en ella.
    }
mail-account-enabled-subject = Su cuenta vuelve a estar activa
mail-account-enabled =
    { $who ->
        [person] { $by } ha reactivado la cuenta { $account }.
       *[administrator] La persona responsable de { $issuer } ha reactivado la cuenta { $account }.
    }
mail-account-deleted-subject = Se ha eliminado su cuenta
mail-account-deleted =
    { $who ->
        [person] { $by } ha eliminado la cuenta { $account }. Se han cerrado todas las sesiones y nadie podrá volver a iniciar sesión en ella.
       *[administrator] La persona responsable de { $issuer } ha eliminado la cuenta { $account }. Se han cerrado todas las sesiones y nadie podrá volver a iniciar sesión en ella.
    }
mail-subaccount-deleted-subject = Se ha eliminado una cuenta de usuario
mail-subaccount-deleted =
    { $who ->
        [person] { $by } ha eliminado la cuenta de usuario { $account }. El motivo figura en la página «Actividad de administración»:
       *[administrator] La persona responsable de { $issuer } ha eliminado la cuenta de usuario { $account }. El motivo figura en la página «Actividad de administración»:
    }
mail-subaccount-deleted-you = Si ha sido usted o lo esperaba, no tiene que hacer nada.
mail-subaccount-deleted-not-you = Si no, otra persona puede entrar en la cuenta desde la que se hizo. Desactive esa cuenta. Si es la suya, cambie su contraseña:
mail-policy-changed-subject = Se han cambiado sus políticas
mail-policy-changed = Se han cambiado las políticas de { $account }. Deciden lo que necesitan esta cuenta y sus cuentas de usuario para iniciar sesión. Véalas aquí:

# Inicios de sesión. En todos, alguien tenía la contraseña correcta.
mail-second-step-failed-subject = Códigos incorrectos después de su contraseña
mail-second-step-failed = Alguien ha introducido la contraseña de { $account } y después cinco códigos incorrectos seguidos. No ha podido iniciar sesión.
mail-second-step-left-subject = Inicio de sesión sin terminar en su cuenta
mail-second-step-left = Alguien ha introducido la contraseña de { $account }, pero no ha completado el segundo paso. No ha podido iniciar sesión.
mail-second-step-you = Si ha sido usted, no tiene que hacer nada. Si sus códigos no funcionan, aquí se explica por qué:
mail-second-step-not-you = Si no ha sido usted, otra persona conoce su contraseña. No dé ningún código a quien se lo pida. Pida a la persona responsable de { $issuer } que le asigne una contraseña nueva.
mail-second-step-not-you-link = Si no ha sido usted, otra persona conoce su contraseña. No dé ningún código a quien se lo pida. Avísenos con este enlace: se cerrarán todas las sesiones, su contraseña dejará de funcionar y le explicaremos por correo cómo conseguir una nueva. Sirve una sola vez y caduca a los tres días:
mail-sign-in-code-subject = Su código
mail-sign-in-code = Su código para iniciar sesión como { $account } es { $code }. Caduca a los cinco minutos. Nadie de { $issuer } se lo pedirá.
mail-sign-in-code-not-you = Si no ha sido usted, otra persona conoce su contraseña. No dé el código a nadie y pida a la persona responsable de { $issuer } que le asigne una contraseña nueva.
mail-address-refused-subject = Inicio de sesión bloqueado desde otra dirección
mail-address-refused = Alguien ha introducido la contraseña de { $account } desde la dirección IP { $address }, que no está autorizada. No ha podido iniciar sesión.
mail-address-refused-approve = Si sabe quién ha sido, autorice esa dirección durante 30 días con este enlace. Sirve una sola vez, caduca a la media hora y no inicia ninguna sesión:
mail-address-refused-not-you = Si no sabe quién ha sido, otra persona conoce la contraseña. No abra el enlace y pida a la persona responsable de { $issuer } que asigne una contraseña nueva.
mail-allow-list-changed-subject = Se han cambiado sus direcciones IP permitidas
mail-allow-list-changed = Se han cambiado las direcciones IP desde las que { $account } puede iniciar sesión.
mail-approval-revoked-subject = Se han revocado direcciones autorizadas
mail-approval-revoked =
    { $who ->
        [person] { $by } ha revocado direcciones que se autorizaron para { $account } con un enlace recibido por correo. Para iniciar sesión desde ellas, necesita un enlace nuevo.
       *[administrator] La persona responsable de { $issuer } ha revocado direcciones que se autorizaron para { $account } con un enlace recibido por correo. Para iniciar sesión desde ellas, necesita un enlace nuevo.
    }

# Lo que dicen varios correos. Varios avisos iguales se reúnen en un solo correo:
mail-repeated =
    { $count ->
        [one] Después ha ocurrido una vez más. Su registro de actividad recoge todas las veces:
        [many] Después ha ocurrido { $count } de veces más. Su registro de actividad recoge todas las veces:
       *[other] Después ha ocurrido { $count } veces más. Su registro de actividad recoge todas las veces:
    }
mail-when = Fecha: { $moment }
mail-from = Desde: { $address }
mail-from-server = Desde: la línea de comandos del servidor
mail-you = Si ha sido usted, no tiene que hacer nada.
mail-not-you = Si no ha sido usted, otra persona puede entrar en su cuenta. Inicie sesión, abra «Seguridad», finalice las sesiones que no reconozca y cambie su contraseña:
mail-help = Aquí se explica a quién pedir ayuda:
mail-unknown = Si no sabe de qué se trata, no haga caso de este correo o vea aquí a quién pedir ayuda:
mail-not-told = Si nadie le había avisado de esto, pregunte a la persona responsable de { $issuer }. Aquí se explica a quién pedir ayuda:
