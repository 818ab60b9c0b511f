# Cuentas de usuario, para quienes las administran.

# La lista.
subaccounts-title = Cuentas de usuario
subaccounts-board = Cuentas según su verificación en dos pasos
# Tipos de cuentas, cada uno después de su número.
subaccounts-tile-all = Todas
subaccounts-tile-on = Protegidas
subaccounts-tile-by-phone = Solo por teléfono
subaccounts-tile-by-email = Solo por correo
subaccounts-tile-stuck = Necesitan ayuda para entrar
subaccounts-tile-pending = Configuración pendiente
subaccounts-tile-off = Sin proteger
subaccounts-tile-without-app = Sin aplicación
subaccounts-tile-required-but-off = Obligatoria, pero sin activar
subaccounts-tile-disabled = Desactivadas
subaccounts-add = Añadir cuenta
subaccounts-remind = Avisar a las cuentas sin aplicación
subaccounts-remind-hint = Enviamos por correo un recordatorio que explica cómo configurar una aplicación de autenticación. Solo lo reciben las cuentas activas que no la tienen y que pueden iniciar sesión sin ayuda, como máximo una vez al día cada una.
subaccounts-search-label = Nombre de usuario, correo o teléfono
subaccounts-search = Buscar
subaccounts-list-end = No hay más cuentas.
subaccounts-list-nothing = No se ha encontrado ninguna cuenta. Busque una parte más corta del nombre o <link>vea todas las cuentas</link>.
subaccounts-list-alone = Todavía no hay otras cuentas. Elija «Añadir cuenta» y cree una para cada persona: así no tendrá que compartir su contraseña con nadie.
subaccounts-list-caption = Cuentas de usuario, empezando por la cuenta principal
subaccounts-user-name = Nombre de usuario
subaccounts-email = Dirección de correo
subaccounts-second-factor = 2FA
subaccounts-change = Editar
subaccounts-change-named = Editar { $account }
subaccounts-role-main = Cuenta principal
subaccounts-role-manager = Administración
# De una cuenta de la lista.
subaccounts-disabled = Cuenta desactivada
subaccounts-invited = Invitación pendiente
subaccounts-required = Obligatoria
# El segundo paso de una cuenta de la lista.
subaccounts-state-on = Activada
subaccounts-state-by-phone = Solo por teléfono
subaccounts-state-by-email = Solo por correo
subaccounts-state-stuck = Necesita ayuda para entrar
subaccounts-state-pending = Configuración pendiente
subaccounts-state-off = Desactivada
subaccounts-back-to-list = Volver a las cuentas de usuario
subaccounts-help = Ayuda con las cuentas de usuario

# Después de «Avisar a las cuentas sin aplicación».
subaccounts-reminded =
    { $count ->
        [one] Va en camino un recordatorio a 1 cuenta.
        [many] Van en camino recordatorios a { $count } de cuentas.
       *[other] Van en camino recordatorios a { $count } cuentas.
    }
# A continuación se dice qué límite se ha alcanzado.
subaccounts-reminded-some =
    { $count ->
        [one] Va en camino un recordatorio a 1 cuenta. Los demás no se han enviado.
        [many] Van en camino recordatorios a { $count } de cuentas. Los demás no se han enviado.
       *[other] Van en camino recordatorios a { $count } cuentas. Los demás no se han enviado.
    }
subaccounts-reminded-none = No se ha enviado ningún recordatorio.
subaccounts-reminded-nobody = No se ha enviado ningún recordatorio: cada una de estas cuentas ya recibió uno en las últimas 24 horas o todavía no tiene contraseña.

# Añadir cuenta.
subaccounts-new-who = Datos de la persona
subaccounts-new-user-name-hint = Lo usará para iniciar sesión.
subaccounts-email-hint = Para los mensajes sobre la cuenta.
subaccounts-phone = Número de teléfono
subaccounts-new-phone-hint = Opcional. Incluya el prefijo del país, por ejemplo +358 40 123 4567. Con él, el primer inicio de sesión puede empezar con un código por SMS o llamada.
subaccounts-signing-in = Inicio de sesión
subaccounts-new-link-by-email = Enviaremos a esa persona un correo con un enlace para que elija su propia contraseña.
subaccounts-new-link-shown = Esa persona elegirá su propia contraseña con un enlace que aparecerá en la página siguiente.
subaccounts-two-factor-required = Verificación en dos pasos obligatoria (2FA obligatoria)
subaccounts-new-required-hint = Si hay un número de teléfono registrado, el primer inicio de sesión empieza con un código a ese teléfono. Si no, empieza con la configuración de una aplicación de autenticación. Compruebe que el número es correcto: también se envían códigos a él si se pierde el acceso a la aplicación.
subaccounts-new-create = Crear
subaccounts-new-cancel = Cancelar
subaccounts-new-taken = Este nombre de usuario ya está en uso. Elija otro.

# Una subcuenta.
subaccounts-one-title = Editar { $account }
subaccounts-one-heading = Editar <name>{ $account }</name>
subaccounts-save = Guardar

# Lo que se entrega una sola vez.
subaccounts-send-link = Envíe este enlace a <name>{ $account }</name>
subaccounts-send-link-about = Con él, <name>{ $account }</name> elegirá una contraseña. Sirve una sola vez, caduca a los tres días y solo se muestra ahora. No se lo enviamos a nadie. Quien tenga el enlace podrá elegir la contraseña, así que no se lo dé a nadie más. Los enlaces anteriores ya no funcionan.
subaccounts-give-code = Dé este código de configuración a <name>{ $account }</name>
subaccounts-give-code-about = No podemos enviar a <name>{ $account }</name> un código por teléfono ni por correo para confirmar una configuración nueva, así que el próximo inicio de sesión pedirá este código. Sirve una sola vez, caduca a los tres días y solo se muestra ahora. Déselo en persona o por teléfono, y a nadie más.
subaccounts-give-link = Dé este enlace a <name>{ $account }</name>
subaccounts-give-link-about = Con él, <name>{ $account }</name> elegirá una contraseña nueva. Sirve una sola vez, caduca a los 30 minutos y solo se muestra ahora. No hemos enviado el enlace por correo, solo un aviso de que usted lo ha creado. Déselo en persona o por teléfono, y a nadie más. La verificación en dos pasos no cambia. Los enlaces anteriores ya no funcionan.

# Lo que se pide a quien administra antes de cambiar cómo inicia sesión otra persona.
subaccounts-own-factor-first = <strong>Usted necesita la verificación en dos pasos</strong> para poder cambiar la forma de iniciar sesión de otra persona. <link>Configúrela en su propia cuenta</link>.
subaccounts-own-factor-first-delete = <strong>Usted necesita la verificación en dos pasos</strong> para poder eliminar una cuenta. <link>Configúrela en su propia cuenta</link>.
subaccounts-own-factor-first-problem = Configure primero la verificación en dos pasos en su propia cuenta. No se ha cambiado nada.
subaccounts-own-factor-new = Usted configuró su verificación en dos pasos hace menos de 24 horas. Por si lo hizo otra persona en su lugar, no sirve para cambiar otras cuentas hasta el { $moment }. No se ha cambiado nada. Inténtelo de nuevo más tarde o pídaselo a otra persona que administre esta cuenta.
subaccounts-reason = Motivo
subaccounts-reason-hint = Se guarda en el registro de actividad, donde puede leerlo quien usa la cuenta.
subaccounts-reason-hint-link = Se guarda en el registro de actividad, donde puede leerlo quien usa la cuenta. Por ejemplo: contraseña olvidada.
subaccounts-reason-hint-reset = Se guarda en el registro de actividad, donde puede leerlo quien usa la cuenta. Por ejemplo: teléfono perdido.
subaccounts-reason-missing = Indique un motivo.
subaccounts-own-password = Su propia contraseña
subaccounts-own-password-missing = Introduzca su propia contraseña.
subaccounts-own-code = Su propio código de un solo uso

# Si la verificación en dos pasos es obligatoria.
subaccounts-cleared = <strong>Si desmarca la casilla y guarda, se eliminará la verificación en dos pasos:</strong> la aplicación de autenticación de <name>{ $account }</name>, los códigos de recuperación y cualquier configuración sin terminar. Se cerrarán todas las sesiones. Después bastará la contraseña para iniciar sesión, salvo que sus políticas hagan obligatoria la verificación en dos pasos o pidan códigos por correo. ¿Tiene <name>{ $account }</name> un teléfono nuevo? Deje la casilla marcada y use «Restablecer verificación en dos pasos» más abajo.
subaccounts-factor-since = <name>{ $account }</name> tiene una aplicación de autenticación, configurada { $time }.
subaccounts-factor-none-required = <name>{ $account }</name> no tiene aplicación de autenticación. Hasta que la configure, cada inicio de sesión pedirá un código que enviamos, la configuración o ambas cosas.
subaccounts-factor-none = <name>{ $account }</name> no tiene aplicación de autenticación. Si marca la casilla, desde ese momento esa persona tendrá que configurar una antes de abrir cualquier otra página. Si sus políticas permiten el primer inicio de sesión por teléfono y hay un número registrado, la configuración puede esperar.

# Dirección y número.
subaccounts-about = Datos de <name>{ $account }</name>
subaccounts-email-guarded = A esta dirección van los enlaces para elegir una contraseña nueva. Para cambiarla, le pedimos un motivo, su propia contraseña y un código de un solo uso.
subaccounts-email-invited = ¿La dirección es incorrecta? Introduzca la correcta y guarde: enviaremos a ella una invitación nueva por correo y el enlace anterior dejará de funcionar.
subaccounts-phone-hint = Incluya el prefijo del país, por ejemplo +358 40 123 4567. Para códigos por SMS o llamada.
subaccounts-phone-proven = <name>{ $account }</name> ha confirmado este número.
subaccounts-phone-guarded = Para cambiarlo o quitarlo, le pedimos un motivo, su propia contraseña y un código de un solo uso.
subaccounts-phone-check = Compruebe que es el teléfono correcto antes de exigir la verificación en dos pasos: el primer inicio de sesión puede empezar con un código a ese teléfono, que confirma el número.
subaccounts-saved = Los datos se han guardado.
subaccounts-saved-signed-out = Los datos se han guardado y se han cerrado todas las sesiones de la cuenta. La contraseña y la verificación en dos pasos no han cambiado. Si la dirección anterior nunca fue de esa persona, dele un enlace para elegir una contraseña nueva y restablezca la verificación en dos pasos.
subaccounts-saved-released = Guardado. La verificación en dos pasos se ha eliminado de esta cuenta y ya no es obligatoria.
subaccounts-saved-still-mandatory = Guardado. La verificación en dos pasos se ha eliminado de esta cuenta. Sus políticas la exigen a todas las cuentas, así que el próximo inicio de sesión empezará con una configuración nueva.

# Una invitación.
subaccounts-invitation = Invitación
subaccounts-invitation-made = <name>{ $account }</name> todavía no ha elegido una contraseña. El último enlace se creó { $time }. Cada enlace caduca a los tres días. Si crea uno nuevo, el anterior dejará de funcionar.
subaccounts-invitation-none = <name>{ $account }</name> todavía no ha elegido una contraseña. No hay ningún enlace que funcione: cree uno nuevo.
subaccounts-invitation-new = Nueva invitación
subaccounts-invitation-sent = Va en camino un correo con un enlace para elegir una contraseña. El enlace sirve una sola vez y caduca a los tres días.
subaccounts-invitation-on-trial = Modo de prueba: el correo con un enlace para elegir una contraseña se muestra en la consola del servidor. El enlace sirve una sola vez y caduca a los tres días.
subaccounts-invitation-disabled = Esta cuenta está desactivada, así que una invitación no funcionaría. Reactívela primero.
subaccounts-invitation-unneeded = En esta cuenta ya se ha elegido una contraseña, así que no hace falta ninguna invitación.

# Un enlace para elegir una contraseña nueva.
subaccounts-watch = Sesiones y actividad
subaccounts-link = Contraseña olvidada
subaccounts-link-codes-by-email = <name>{ $account }</name> recibe los códigos por correo. Por eso no enviamos al mismo buzón un enlace para elegir una contraseña nueva: quien lo leyera tendría las dos cosas. Muestre un enlace aquí y déselo en persona o por teléfono. Sirve una sola vez, caduca a los 30 minutos, y el próximo inicio de sesión seguirá pidiendo un código.
subaccounts-link-by-email = <name>{ $account }</name> puede pedir un enlace en la página de inicio de sesión, o puede enviárselo usted desde aquí. Solo va a la dirección de correo indicada más arriba, sirve una sola vez, caduca a los 30 minutos y no cambia la verificación en dos pasos. Si esa persona ya no tiene acceso a ese buzón, muestre el enlace y déselo en persona o por teléfono.
subaccounts-link-shown = Este sitio no envía correos, así que le mostramos el enlace a usted: déselo en persona o por teléfono a quien usa la cuenta. Sirve una sola vez, caduca a los 30 minutos y no cambia la verificación en dos pasos.
subaccounts-make-sure = Compruebe que quien lo pide es realmente <name>{ $account }</name>.
subaccounts-link-send = Enviar enlace para elegir contraseña
subaccounts-link-show = Mostrar enlace para elegir contraseña
subaccounts-link-made = El enlace está creado. Solo se muestra ahora.
subaccounts-link-sent = Hemos enviado un enlace para elegir una contraseña nueva. Sirve una sola vez y caduca a los 30 minutos.
subaccounts-link-not-sent-codes = No se ha enviado ningún enlace: esta cuenta recibe los códigos por correo, así que quien leyera ese buzón tendría las dos cosas. Compruebe que quien lo pide es realmente la persona titular. Después muestre un enlace y déselo en persona o por teléfono.
subaccounts-link-not-sent-new-email = No se ha enviado ningún enlace: alguien con la sesión iniciada en la cuenta cambió esta dirección de correo hace menos de 48 horas. Compruebe que fue la persona titular, pero no se lo pregunte por correo. Después muestre un enlace y déselo en persona o por teléfono.
subaccounts-link-not-sent-no-email = No se ha enviado ningún enlace: este sitio no envía correos. Muestre un enlace y déselo en persona o por teléfono.
subaccounts-link-not-made = No se ha creado ningún enlace: la cuenta está desactivada o la persona titular todavía no ha elegido su primera contraseña.

# Un restablecimiento de la verificación en dos pasos.
subaccounts-reset = Teléfono perdido o nuevo
subaccounts-reset-no-factor = <name>{ $account }</name> no tiene aplicación de autenticación. Al restablecer la verificación, se cancela cualquier configuración sin terminar y se cierran todas las sesiones. El próximo inicio de sesión pedirá un código enviado al teléfono registrado o, si no hay ninguno, por correo, y después empezará la configuración. Si no podemos enviarlo de ninguna de las dos formas, le mostraremos un código de configuración para que se lo dé a <name>{ $account }</name>.
subaccounts-reset-required = Al restablecer la verificación, se eliminan la aplicación de autenticación y los códigos de recuperación, y se cierran todas las sesiones. El próximo inicio de sesión pedirá un código enviado al teléfono registrado o, si no hay ninguno, por correo, y después empezará una configuración nueva. Si no podemos enviarlo de ninguna de las dos formas, le mostraremos un código de configuración para que se lo dé a <name>{ $account }</name>. Compruebe que quien lo pide es realmente <name>{ $account }</name>.
subaccounts-reset-not-required = Al restablecer la verificación, se eliminan la aplicación de autenticación y los códigos de recuperación, y se cierran todas las sesiones. El próximo inicio de sesión pedirá un código enviado al teléfono registrado o, si no hay ninguno, por correo, y después empezará una configuración nueva, aunque la 2FA no sea obligatoria para <name>{ $account }</name>. Si no podemos enviarlo de ninguna de las dos formas, le mostraremos un código de configuración para que se lo dé a esa persona. Compruebe que quien lo pide es realmente <name>{ $account }</name>.
subaccounts-reset-button = Restablecer verificación en dos pasos
subaccounts-reset-done = Se ha restablecido la verificación en dos pasos y se han cerrado todas las sesiones. El próximo inicio de sesión empezará con una configuración nueva.

# Contraseñas y códigos incorrectos.
subaccounts-tries = Demasiados intentos fallidos
subaccounts-tries-codes-off = <strong>Los códigos de un solo uso de esta cuenta están desactivados,</strong> porque se han introducido demasiados códigos incorrectos seguidos. Los códigos de recuperación siguen funcionando. «Desbloquear» no vuelve a activar los códigos de un solo uso: es posible que alguien intente adivinarlos. Si a <name>{ $account }</name> no le quedan códigos de recuperación, use «Restablecer verificación en dos pasos» más arriba.
subaccounts-tries-wrong-codes = Códigos incorrectos seguidos: { $count }. Con el próximo código correcto, el contador vuelve a cero.
subaccounts-tries-wrong-passwords = Hace poco se han introducido contraseñas incorrectas.
subaccounts-tries-about = «Desbloquear» pone a cero el contador de contraseñas incorrectas, para que <name>{ $account }</name> no tenga que esperar. El contador de códigos incorrectos no cambia.
subaccounts-unlock = Desbloquear
subaccounts-unlocked = La cuenta está desbloqueada: el contador de contraseñas incorrectas está a cero.

# Desactivar, reactivar, eliminar.
subaccounts-end = Desactivar o eliminar
subaccounts-end-disabled = Esta cuenta está desactivada
subaccounts-end-disabled-about = <name>{ $account }</name> no puede iniciar sesión.
subaccounts-enable = Reactivar cuenta
subaccounts-enabled = La cuenta vuelve a estar activa.
subaccounts-disable-about = Una cuenta desactivada conserva sus datos, pero no puede iniciar sesión. Sus sesiones se cierran de inmediato.
subaccounts-disable = Desactivar cuenta
subaccounts-now-disabled = La cuenta está desactivada y se han cerrado todas sus sesiones.
subaccounts-delete-sure = Quiero eliminar definitivamente la cuenta <name>{ $account }</name>
subaccounts-delete-unsure = Marque la casilla para confirmarlo. Una cuenta eliminada no se puede recuperar.
subaccounts-delete = Eliminar cuenta
subaccounts-deleted = La cuenta se ha eliminado.

# De vuelta a una subcuenta, desde sus otras páginas.
subaccounts-back = Volver a <name>{ $account }</name>

# Lo que ha ocurrido en una subcuenta.
subaccounts-activity-title = Actividad de { $account }
subaccounts-activity-heading = Actividad de <name>{ $account }</name>
subaccounts-activity-about = Lo que ha ocurrido en la cuenta de <name>{ $account }</name>, empezando por lo más reciente.

# Lo que se ha hecho en todas ellas.
subaccounts-managers-title = Actividad de administración
subaccounts-managers-about = Lo que usted, quienes administran sus cuentas y la persona responsable de este sitio han hecho en sus cuentas de usuario y sus políticas, empezando por lo más reciente. Incluye las cuentas eliminadas. Solo usted puede ver esta página.

# Dónde tiene sesiones abiertas una subcuenta.
subaccounts-sessions-title = Sesiones de { $account }
subaccounts-sessions-heading = Sesiones de <name>{ $account }</name>
subaccounts-sessions-none = <name>{ $account }</name> no tiene ninguna sesión abierta.
subaccounts-sessions-about = Estas son las sesiones que <name>{ $account }</name> tiene abiertas ahora. Si finaliza una, habrá que volver a iniciar sesión en ese navegador.
subaccounts-sessions-ended = Se ha finalizado la sesión.
subaccounts-sessions-end-all = Finalizar todas las sesiones
subaccounts-sessions-end-all-hint = «Finalizar todas las sesiones» también interrumpe un inicio de sesión que esté a medias.
subaccounts-sessions-all-ended = Se han finalizado todas las sesiones.

# Direcciones autorizadas para ella.
subaccounts-approved = Direcciones autorizadas
subaccounts-approved-about = Estas direcciones no están en ninguna lista de direcciones IP permitidas. Se autorizaron con el enlace de un correo. Si revoca una, se cerrarán las sesiones abiertas desde ella y avisaremos por correo a <name>{ $account }</name>.
subaccounts-approved-revoked = La dirección se ha revocado.
subaccounts-approved-revoke-all = Revocar todas
subaccounts-approved-all-revoked = Se han revocado todas las direcciones.

# Códigos enviados.
subaccounts-codes-title = Códigos enviados
subaccounts-codes-about = Todos los códigos que se han pedido para sus cuentas por SMS, llamada o correo. De los números de teléfono solo se muestran los dos últimos dígitos.
subaccounts-codes-none = Todavía no se ha pedido ningún código.
subaccounts-codes-end = No hay códigos anteriores. <link>Ver los más recientes</link>.
subaccounts-codes-caption = Códigos pedidos, empezando por el más reciente
subaccounts-codes-when = Cuándo
subaccounts-codes-account = Cuenta
subaccounts-codes-how = Cómo
subaccounts-codes-result = Resultado
subaccounts-codes-from = Pedido desde
subaccounts-codes-deleted = Cuenta eliminada
subaccounts-codes-by-sms = SMS al { $number }
subaccounts-codes-by-call = Llamada al { $number }
subaccounts-codes-by-email = Correo a { $address }
