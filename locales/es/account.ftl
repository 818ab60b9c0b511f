# La cuenta propia.

# Cambiar la contraseña.
account-password-title = Cambiar contraseña
account-password-about = Al cambiarla, se cerrarán todas sus demás sesiones. Le avisaremos del cambio por correo.
account-password-current = Contraseña actual
account-back = Volver

# Confirmar la contraseña antes de un cambio.
account-confirm-title = Confirme su contraseña
account-confirm-no-app = Va a cambiar su forma de iniciar sesión, y ha entrado sin una aplicación de autenticación. Le pedimos la contraseña otra vez para que nadie que haya copiado su sesión pueda hacerlo en su nombre.
account-confirm-about = Va a cambiar su forma de iniciar sesión. Le pedimos la contraseña otra vez para que nadie más pueda hacerlo si deja la pantalla desatendida.
account-confirm-button = Confirmar
account-confirm-back = Volver a su cuenta
account-confirm-help = La contraseña no funciona

# Otra dirección de correo.
account-email-title = Confirme su dirección de correo
account-email-about = Hemos enviado un código a <person>{ $address }</person>. Introdúzcalo aquí para que su correo nunca llegue a otra persona. Hasta entonces, su dirección seguirá siendo <person>{ $current }</person>.
account-email-over = El último código ya no funciona.
account-email-soon = Suele llegar en menos de un minuto. Si a los cinco minutos no ha llegado, mire en la carpeta de spam.
account-email-wait = Podrá volver a pedirlo dentro de { $wait }.
account-email-keep = Conservar <name>{ $current }</name>
account-email-other = Otra dirección

# Otro número de teléfono.
account-phone-title = Confirme su número de teléfono
account-phone-sent = Recibirá un código en el teléfono <phone>{ $number }</phone>. Introdúzcalo aquí para que los códigos nunca lleguen al teléfono de otra persona. Hasta entonces no cambia nada.
account-phone-about = Le enviaremos un código al teléfono <phone>{ $number }</phone>. Introdúzcalo aquí para que los códigos nunca lleguen al teléfono de otra persona. Hasta entonces no cambia nada.
account-phone-first = Primero, un código de un solo uso
account-phone-first-hint = Los 6 dígitos de su aplicación de autenticación.
account-phone-call-instead = Prefiero una llamada
account-phone-other = Otro número

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
account-recovered-gone-about = Configure ahora la nueva. La anterior funcionará solo hasta que confirme la nueva.
account-recovered-gone-button = Cambiar de aplicación
account-recovered-off = De momento no tiene ninguna
account-recovered-required = Su cuenta exige la verificación en dos pasos, así que no puede desactivarla: es decisión de <person>{ $manager }</person>. Configure una aplicación nueva en el apartado anterior o hable con quien administra su cuenta.
account-recovered-off-about = Sin la verificación en dos pasos, cualquiera que averigüe su contraseña podrá iniciar sesión. Los códigos de recuperación que le quedan dejarán de funcionar. Puede volver a activarla cuando quiera.
account-recovered-off-button = Desactivar 2FA

# Códigos de recuperación.
account-codes-title = Códigos de recuperación
account-codes-about = Si pierde el acceso a su aplicación de autenticación, cada uno de estos códigos le permite iniciar sesión una vez, junto con su contraseña. Guárdelos donde pueda encontrarlos sin el teléfono. <strong>Solo se muestran ahora.</strong>
account-codes-saved = Los he guardado
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
