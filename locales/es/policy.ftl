# Lo que una cuenta principal exige para sí misma y para sus subcuentas.

policy-title = Políticas
policy-about = Estas reglas se aplican a su cuenta y a todas sus cuentas de usuario. Una regla más estricta se aplica de inmediato, también en las sesiones abiertas.
policy-save = Guardar
policy-saved = Las políticas se han guardado y se aplican de inmediato.
policy-user-accounts = Cuentas de usuario
policy-help = Ayuda con las cuentas de usuario

# Verificación en dos pasos para todas las cuentas.
policy-mandatory = Verificación en dos pasos para todas las cuentas
policy-mandatory-everyone-has = Todas las cuentas, incluida la suya, tienen una aplicación de autenticación. No cambia nada para nadie.
# Antes de la lista de lo que piden los inicios de sesión.
policy-mandatory-now = Ya es obligatoria. Esto ocurrirá en el próximo inicio de sesión con las cuentas sin aplicación de autenticación. También se cuenta la suya:
policy-mandatory-today = Si fuera obligatoria hoy, esto ocurriría en el próximo inicio de sesión con las cuentas sin aplicación de autenticación. También se cuenta la suya:
policy-next-set-up =
    { $count ->
        [one] <strong>1 cuenta</strong>: hay que configurar una aplicación antes de abrir cualquier otra página
        [many] <strong>{ $count } de cuentas</strong>: hay que configurar una aplicación antes de abrir cualquier otra página
       *[other] <strong>{ $count } cuentas</strong>: hay que configurar una aplicación antes de abrir cualquier otra página
    }
policy-next-phone =
    { $count ->
        [one] <strong>1 cuenta</strong>: un código por SMS o llamada; la configuración puede esperar
        [many] <strong>{ $count } de cuentas</strong>: un código por SMS o llamada; la configuración puede esperar
       *[other] <strong>{ $count } cuentas</strong>: un código por SMS o llamada; la configuración puede esperar
    }
policy-next-phone-and-set-up =
    { $count ->
        [one] <strong>1 cuenta</strong>: un código por SMS o llamada y, después, la configuración
        [many] <strong>{ $count } de cuentas</strong>: un código por SMS o llamada y, después, la configuración
       *[other] <strong>{ $count } cuentas</strong>: un código por SMS o llamada y, después, la configuración
    }
policy-next-email-and-set-up =
    { $count ->
        [one] <strong>1 cuenta</strong>: un código por correo y, después, la configuración
        [many] <strong>{ $count } de cuentas</strong>: un código por correo y, después, la configuración
       *[other] <strong>{ $count } cuentas</strong>: un código por correo y, después, la configuración
    }
policy-next-set-up-code =
    { $count ->
        [one] <strong>1 cuenta</strong>: el código de configuración que se mostró al restablecer la verificación en dos pasos y, después, la configuración
        [many] <strong>{ $count } de cuentas</strong>: el código de configuración que se mostró al restablecer la verificación en dos pasos y, después, la configuración
       *[other] <strong>{ $count } cuentas</strong>: el código de configuración que se mostró al restablecer la verificación en dos pasos y, después, la configuración
    }
policy-next-unreachable =
    { $count ->
        [one] <strong>1 cuenta</strong>: no puede iniciar sesión sin ayuda, porque no podemos enviarle un código
        [many] <strong>{ $count } de cuentas</strong>: no pueden iniciar sesión sin ayuda, porque no podemos enviarles un código
       *[other] <strong>{ $count } cuentas</strong>: no pueden iniciar sesión sin ayuda, porque no podemos enviarles un código
    }
policy-mandatory-see = Ver qué cuentas no tienen aplicación de autenticación
policy-mandatory-from = Obligatoria desde
policy-mandatory-from-hint = Una fecha, por ejemplo 2027-03-01. Empieza a las 00:00 UTC. Déjelo en blanco para exigirla solo en las cuentas con «2FA obligatoria». Antes de esa fecha, un aviso muestra los días que faltan, y enviamos un recordatorio por correo 14 días, 7 días y 1 día antes.
policy-mandatory-text = Motivo
policy-mandatory-text-hint = Se muestra en el aviso, en el correo y durante la configuración. Como máximo, 500 caracteres.

# El primer inicio de sesión.
policy-first = Primer inicio de sesión si la 2FA es obligatoria
policy-first-phone = Por teléfono: un código por SMS o llamada si hay un número registrado y, después, la configuración, que puede esperar
policy-first-app = Con aplicación: hay que configurarla antes de abrir cualquier otra página
policy-first-missing = Elija cómo será el primer inicio de sesión.

# Códigos por correo.
policy-email = Códigos por correo
policy-email-label = Pedir un código por correo a las cuentas sin otro segundo paso
policy-email-hint = Protegen más que la contraseña sola, pero menos que una aplicación: quien lea el buzón tendrá el código. Al activarlos, se cerrarán las demás sesiones que se iniciaron solo con la contraseña.
policy-email-unavailable = En este momento este sitio no envía correos, así que no puede activarlos.
policy-email-unavailable-problem = Este sitio no envía correos, así que nadie recibiría el código. Pida a la persona responsable de este sitio que configure un servidor de correo.

# Direcciones IP permitidas.
policy-addresses = Direcciones IP permitidas
policy-addresses-label = Direcciones desde las que pueden iniciar sesión todas sus cuentas
policy-addresses-hint = Una dirección o red por línea, por ejemplo 203.0.113.7, 203.0.113.0/24 o 2001:db8::/32. Déjelo en blanco para permitir el inicio de sesión desde cualquier lugar. Si alguien inicia sesión desde otra dirección, le enviaremos a usted un correo con un enlace para autorizarla.
policy-addresses-approved = Direcciones que ha autorizado por correo

# El idioma de los mensajes.
policy-language = Idioma de los mensajes
policy-language-hint = Para los correos, SMS y llamadas a las personas que no han elegido un idioma. Las páginas siguen el de su navegador.
# Cuando no se ha elegido ninguno.
policy-language-none = El idioma de la cuenta principal

# Un cambio que exige menos.
policy-less = Políticas menos estrictas
policy-less-about = Le pedimos un código de un solo uso de su aplicación si elige una fecha posterior o ninguna, cambia el primer inicio de sesión, desactiva los códigos por correo o cambia la lista de direcciones.
policy-less-code-hint = 6 dígitos. Déjelo en blanco si solo las hace más estrictas.
policy-less-meanwhile = Entretanto, las políticas se han cambiado en otra pestaña, y estas son menos estrictas. Revíselas y guarde otra vez.
policy-shuts-out = Con estas políticas no podría iniciar sesión ni usted: no tiene aplicación de autenticación y no podemos enviarle un código. No se ha guardado nada. Configure primero una aplicación de autenticación en «Seguridad» y después guarde.

# Direcciones autorizadas.
policy-approvals-title = Direcciones autorizadas
policy-approvals-about = Estas direcciones no están en <link>su lista de direcciones IP permitidas</link>. Usted autorizó cada una para una sola cuenta, durante 30 días, con el enlace de un correo. Si revoca una, deja de servir de inmediato: se cerrarán las sesiones abiertas desde ella.
policy-approvals-none = No hay otras direcciones autorizadas.
policy-approvals-revoke-all = Revocar todas
policy-approvals-revoke-all-hint = «Revocar todas» también revoca las direcciones de las demás páginas de esta lista. Lo mismo ocurre si cambia su lista de direcciones IP permitidas.
policy-approvals-back = Volver a Políticas
policy-approvals-revoked = La dirección se ha revocado.
policy-approvals-all-revoked =
    { $count ->
        [0] No quedaba ninguna dirección autorizada.
        [one] Se ha revocado 1 dirección.
        [many] Se han revocado { $count } de direcciones.
       *[other] Se han revocado { $count } direcciones.
    }
