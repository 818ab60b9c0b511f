# La cuenta propia.

# Cambiar la contraseña.
account-password-title = Cambiar contraseña
account-password-about = Al cambiarla, se cerrarán todas sus demás sesiones. Le avisaremos del cambio por correo.
account-password-current = Contraseña actual
account-password-empty = Introduzca su contraseña actual.
account-password-wrong = Esta no es su contraseña actual.
account-password-same = Esta es su contraseña actual. Elija otra.
account-password-changed = Se ha cambiado su contraseña. Se han cerrado todas sus demás sesiones.
account-back = Volver

# Confirmar la contraseña antes de un cambio.
account-confirm-title = Confirme su contraseña
account-confirm-no-app = Va a cambiar su forma de iniciar sesión, y ha entrado sin una aplicación de autenticación. Le pedimos la contraseña otra vez para que nadie que haya copiado su sesión pueda hacerlo en su nombre.
account-confirm-about = Va a cambiar su forma de iniciar sesión. Le pedimos la contraseña otra vez para que nadie más pueda hacerlo si deja la pantalla desatendida.
account-confirm-button = Confirmar
account-confirm-back = Volver a su cuenta
account-confirm-help = La contraseña no funciona
account-confirm-sign-in = Su segundo paso es un código que le enviamos. Por eso, esto solo se puede cambiar justo después de iniciar sesión. Cierre sesión, iníciela de nuevo y vuelva aquí.

# Otra dirección de correo.
account-email-title = Confirme su dirección de correo
account-email-about = Hemos enviado un código a <person>{ $address }</person>. Introdúzcalo aquí para que su correo nunca llegue a otra persona. Hasta entonces, su dirección seguirá siendo <person>{ $current }</person>.
account-email-over = El último código ya no funciona.
account-email-soon = El correo suele llegar en menos de un minuto. Si a los cinco minutos no ha llegado, mire en la carpeta de spam.
account-email-wait = Podrá volver a pedirlo dentro de { $wait }.
account-email-keep = Conservar <name>{ $current }</name>
account-email-other = Otra dirección
account-email-kept = Su dirección de correo sigue siendo { $address }.
account-email-confirmed = Su nueva dirección de correo está confirmada. A partir de ahora recibirá en ella los mensajes sobre su cuenta.

# Otro número de teléfono.
account-phone-title = Confirme su número de teléfono
account-phone-sent = Recibirá un código en el teléfono <phone>{ $number }</phone>. Introdúzcalo aquí para que los códigos nunca lleguen al teléfono de otra persona. Hasta entonces no cambia nada.
account-phone-about = Le enviaremos un código al teléfono <phone>{ $number }</phone>. Introdúzcalo aquí para que los códigos nunca lleguen al teléfono de otra persona. Hasta entonces no cambia nada.
account-phone-first = Primero, un código de un solo uso
account-phone-first-hint = Los 6 dígitos de su aplicación de autenticación.
account-phone-call-instead = Prefiero una llamada
account-phone-other = Otro número
account-phone-confirmed = Su número de teléfono está confirmado. A partir de ahora recibirá en él los códigos por SMS o llamada.

# Después de un código de recuperación o de un código al teléfono.
account-recovered-title = Ha usado un código de recuperación
account-recovered-by-phone-title = Ha iniciado sesión con un código enviado a su teléfono
account-recovered-left =
    { $left ->
        [0] Ese código ya no sirve. Era el último.
        [one] Ese código ya no sirve. Le queda uno.
       *[other] Ese código ya no sirve. Le quedan { $left }.
    }
account-recovered-ask = ¿Qué ha pasado con su aplicación de autenticación?
account-recovered-there = Todavía la tiene
account-recovered-there-about = Por ejemplo, no la tenía a mano. No cambia nada.
account-recovered-there-button = Todavía tengo la aplicación
account-recovered-gone = Ya no la tiene o tiene una nueva
account-recovered-gone-about = Configure ahora la nueva. En cuanto la confirme, la anterior dejará de funcionar.
account-recovered-gone-button = Cambiar de aplicación
account-recovered-off = De momento no tiene ninguna
account-recovered-required-by = Su cuenta exige la verificación en dos pasos, así que no puede desactivarla: es decisión de <person>{ $manager }</person>. Configure una aplicación nueva en el apartado anterior o hable con esa persona.
account-recovered-required = Su cuenta exige la verificación en dos pasos, así que no puede desactivarla. Configure una aplicación nueva en el apartado anterior.
account-recovered-off-about = Sin la verificación en dos pasos, cualquiera que averigüe su contraseña podrá iniciar sesión. Los códigos de recuperación que le quedan dejarán de funcionar. Puede volver a activarla cuando quiera.
account-recovered-off-button = Desactivar 2FA
account-recovered-off-done = La verificación en dos pasos está desactivada. Sus códigos de recuperación ya no funcionan.

# Códigos de recuperación.
account-codes-title = Códigos de recuperación
account-codes-about = Si pierde el acceso a su aplicación de autenticación, cada uno de estos códigos le permite iniciar sesión una vez, junto con su contraseña. Guárdelos donde pueda encontrarlos sin el teléfono. <strong>Solo se muestran ahora.</strong>
account-codes-saved = Los he guardado
account-codes-unsaved = Guarde los códigos y después marque la casilla. No se volverán a mostrar.
account-codes-shown = Sus códigos se mostraron al generarlos y no se pueden volver a mostrar.
account-codes-left =
    { $left ->
        [0] Los ha usado todos.
        [one] Le queda uno sin usar.
       *[other] Le quedan { $left } sin usar.
    }
account-codes-few = Genere otros antes de que le hagan falta.
account-codes-lost = ¿Ha perdido la lista? Si genera códigos nuevos, los anteriores dejarán de funcionar.
account-codes-again = Generar códigos nuevos
account-codes-none = No tiene códigos de recuperación. Se generan al configurar la verificación en dos pasos.
account-print-title = Códigos de recuperación para imprimir
account-print-heading = Códigos de recuperación de { $issuer }
account-print-about = Nombre de usuario: <person>{ $account }</person>. Fecha de creación: { $time }. Cada código sirve para iniciar sesión una sola vez, junto con la contraseña.
account-print-how = Imprima esta página desde el menú del navegador o con Ctrl+P (⌘P en un Mac) y guárdela en un lugar seguro.

# Otra aplicación de autenticación.
account-prove-title = Cambiar de aplicación de autenticación
account-prove-about = Primero introduzca el código que muestra su aplicación actual, para que nadie más pueda pasar su cuenta a otro teléfono. Después configurará la nueva.
account-prove-code = Código de su aplicación actual
account-prove-gone = ¿Ya no tiene la aplicación? Cierre sesión, iníciela de nuevo con su contraseña y elija «Usar un código de recuperación» o un código enviado a su teléfono. Después podrá configurar una aplicación nueva.
account-prove-sign-in-first = Para configurar una aplicación de autenticación, cierre sesión e iníciela de nuevo. Entonces le enviaremos un código para confirmar que es usted.

account-authenticator-replace = La aplicación anterior seguirá funcionando hasta que introduzca un código correcto de la nueva.
account-authenticator-set-up = Cuando la configure, para iniciar sesión se le pedirán su contraseña y un código de una aplicación. No se activará nada hasta que introduzca un código correcto.
account-authenticator-enable = Activar
account-authenticator-later = Más tarde
account-authenticator-until-then = Mientras no la configure, cada inicio de sesión le pedirá un código por SMS o llamada.
account-authenticator-replaced = La nueva aplicación de autenticación está configurada. La anterior ya no funciona. Elimine la entrada anterior de su aplicación.
account-authenticator-enabled = La verificación en dos pasos está activada. A partir de ahora, para iniciar sesión se le pedirá un código de su aplicación de autenticación. Se ha cerrado su sesión en los demás navegadores.

# Códigos de recuperación nuevos, otra aplicación de autenticación o ningún segundo paso.
account-manage-title = Gestionar la verificación en dos pasos
account-manage-on = Activada. Se configuró { $time }.
account-manage-replace = Teléfono nuevo u otra aplicación
account-manage-replace-about = Configure la aplicación de autenticación nueva con otro código QR. La anterior funcionará hasta que confirme la nueva.
account-manage-codes-left =
    { $left ->
        [0] No le queda ningún código de recuperación sin usar. Si genera códigos nuevos, los anteriores dejarán de funcionar.
        [one] Le queda un código de recuperación sin usar. Si genera códigos nuevos, los anteriores dejarán de funcionar.
       *[other] Le quedan { $left } códigos de recuperación sin usar. Si genera códigos nuevos, los anteriores dejarán de funcionar.
    }
account-manage-codes-made = Estos son sus códigos nuevos. Los anteriores ya no funcionan.
account-manage-off = Desactivar verificación en dos pasos
account-manage-off-required-by = Su cuenta exige la verificación en dos pasos, así que no puede desactivarla: es decisión de <person>{ $manager }</person>. Hable con esa persona si quiere que eso cambie o si ha perdido su aplicación de autenticación y sus códigos de recuperación.
account-manage-off-required = Su cuenta exige la verificación en dos pasos, así que no puede desactivarla. Hable con la persona responsable de <name>{ $issuer }</name> si quiere que eso cambie o si ha perdido su aplicación de autenticación y sus códigos de recuperación.
account-manage-off-by-email = Si la desactiva, para iniciar sesión se le pedirán su contraseña y un código por correo. Podrá iniciar sesión cualquiera que tenga las dos cosas.
account-manage-off-stuck = Si la desactiva, para iniciar sesión se le pedirá un código que en este momento no podemos enviarle. No podría iniciar sesión sin ayuda.
account-manage-off-alone = Si la desactiva, para iniciar sesión solo se le pedirán su nombre de usuario y su contraseña. Podrá iniciar sesión cualquiera que averigüe su contraseña.
account-manage-off-then = Sus códigos de recuperación y la entrada de su aplicación dejarán de funcionar. Conserve la entrada hasta que la verificación en dos pasos esté desactivada y elimínela después. Puede volver a activar la 2FA cuando quiera, con un código QR nuevo.
account-manage-off-done = La verificación en dos pasos está desactivada. Elimine la entrada de su aplicación: ya no funciona.

# Datos de la cuenta.
account-details-signing-in = Inicio de sesión
account-details-two-factor = Verificación en dos pasos
account-details-set-up = Configurar
account-details-on = Activada. Para cambiar de aplicación de autenticación, elija «Configurar». Para desactivar la verificación en dos pasos, desmarque la casilla y guarde. La página siguiente le pedirá su contraseña y un código.
account-details-on-required-by = Activada y obligatoria por decisión de <name>{ $manager }</name>, así que aquí no puede desactivarla. Para cambiar de aplicación de autenticación, elija «Configurar».
account-details-on-required = Activada y obligatoria, así que aquí no puede desactivarla. Para cambiar de aplicación de autenticación, elija «Configurar».
account-details-off = Desactivada. Para activarla, marque la casilla y elija «Configurar». Quedará activada cuando introduzca un código correcto de su aplicación de autenticación.
account-details-about-you = Sus datos
account-details-email = Dirección de correo
account-details-email-hint = Para los mensajes sobre su cuenta. Si la cambia, enviaremos un código a la dirección nueva. El cambio se aplicará cuando introduzca ese código.
account-details-email-new = Hemos enviado un código a <name>{ $address }</name>. La dirección nueva se aplicará cuando lo introduzca. <link>Introducir el código</link>
account-details-phone = Número de teléfono
account-details-phone-hint = Con el prefijo del país, por ejemplo +358 40 123 4567. Sirve para recibir un código por SMS o llamada si pierde el acceso a su aplicación de autenticación. Si lo cambia, enviaremos un código al número nuevo. El cambio se aplicará cuando introduzca ese código.
account-details-phone-unconfirmed = Este número todavía no está confirmado. <link>Confirmarlo</link>
account-details-phone-help = Para qué sirve el número de teléfono
account-details-language-hint = Para todas las páginas y para los correos, SMS y llamadas que reciba.
# Cuando no se ha elegido ninguno.
account-details-language-none = El idioma de su navegador
account-details-code = Código de un solo uso, para cambiar la dirección o el número
account-details-code-hint = Los 6 dígitos de su aplicación de autenticación. Déjelo en blanco si no cambia ninguno de los dos.
account-details-save = Guardar
account-details-saved = Se han guardado sus datos.
account-details-unchanged = No ha cambiado nada, así que no había nada que guardar.
account-details-phone-removed = Se ha quitado su número de teléfono.
