# Cómo está protegida una cuenta.

security-how = Cómo inicia sesión
security-why = Todos los días se roban contraseñas, y quien tenga la suya puede iniciar sesión en su lugar. Proteja su cuenta con la verificación en dos pasos, con una lista de direcciones IP permitidas o con ambas.
security-enable = Activar verificación en dos pasos (2FA)
security-manage = Gestionar verificación en dos pasos (2FA)

# La lista de comprobación: un nombre en negrita y después su estado.
security-password = Activa. La introduce cada vez que inicia sesión. <link>Cambiar contraseña</link>
security-two-factor = Verificación en dos pasos (2FA)
security-two-factor-on = Activada. Se configuró { $time }. Después de la contraseña, introduce un código de su aplicación de autenticación.
security-two-factor-by-phone = Todavía sin aplicación de autenticación. Después de la contraseña, introduce un código que recibe por SMS o llamada. <link>Qué es la 2FA</link>
security-two-factor-by-email = Todavía sin aplicación de autenticación. Después de la contraseña, introduce un código que recibe por correo. <link>Qué es la 2FA</link>
security-two-factor-stuck = Todavía sin aplicación de autenticación. Además, no podemos enviarle un código, así que no podría volver a iniciar sesión sin ayuda. Configure ahora una aplicación de autenticación. <link>Qué es la 2FA</link>
security-two-factor-off = Desactivada. Cualquiera que averigüe su contraseña puede iniciar sesión. <link>Qué es la 2FA</link>
security-codes-few =
    { $left ->
        [0] No le queda ninguno. <link>Genere otros</link> antes de que le hagan falta.
        [one] Solo le queda uno. <link>Genere otros</link> antes de que le hagan falta.
       *[other] Solo le quedan { $left }. <link>Genere otros</link> antes de que le hagan falta.
    }
security-codes-left =
    { $left ->
        [one] Le queda uno. Sirve para iniciar sesión una sola vez si pierde el acceso a su aplicación de autenticación.
       *[other] Le quedan { $left }. Cada uno sirve para iniciar sesión una sola vez si pierde el acceso a su aplicación de autenticación.
    }
security-phone-confirmed = Confirmado. Si pierde el acceso a su aplicación de autenticación, puede iniciar sesión con un código por SMS o llamada.
security-phone-unconfirmed = Todavía sin confirmar. <link>Confirmar el número</link>
security-phone-unreachable = No podemos enviar códigos a su número. <link>Cambiar el número</link>
security-phone-none = Ninguno. Si pierde el acceso a su aplicación de autenticación, un número le permite iniciar sesión con un código por SMS o llamada. <link>Añadir un número</link>
security-addresses-on = Activadas. Solo puede iniciar sesión desde las direcciones de su lista. <link>Cambiar la lista</link>
security-addresses-off = Desactivadas, y para la mayoría de las personas está bien así. Puede iniciar sesión desde cualquier lugar. <link>Permitir solo ciertas direcciones</link>

# Cuántas cosas de la lista están hechas.
security-done = Completado: { $done } de { $all }
security-all-done = Todo completado
