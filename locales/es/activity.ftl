# Lo que ha ocurrido en una cuenta.

activity-title = Actividad
activity-about = Lo que ha ocurrido en su cuenta, empezando por lo más reciente. ¿Hay algo que no haya hecho usted? <link-sessions>Finalice las sesiones</link-sessions> que no reconozca y <link-password>cambie su contraseña</link-password>.
activity-show = Mostrar
# Los nombres de los filtros y lo que pueden mostrar.
activity-filter-kind = Tipo de actividad
activity-filter-by = Quién
activity-all = Todo
activity-sign-ins = Inicios de sesión y sesiones
activity-failures = Fallos
activity-changes = Cambios
activity-codes = Códigos enviados
activity-by-others = De otras personas
activity-by-anyone = Cualquier persona
activity-download = Descargar en CSV
activity-nothing-earlier = No hay nada anterior.
activity-nothing = No ha ocurrido nada de este tipo.
activity-caption = Lo que ha ocurrido, empezando por lo más reciente
activity-when = Cuándo
activity-what = Qué
activity-account = Cuenta
activity-who = Quién
activity-where = Desde dónde
activity-failure = Fallo
activity-reason = Motivo: { $reason }
activity-details = Detalles: { $details }
activity-no-authenticator = no había ninguna aplicación configurada; los códigos incorrectos ya no cuentan y las sesiones se han cerrado
# Quién lo hizo, cuando no es un nombre de usuario.
activity-you = Usted
activity-owner = Titular de la cuenta
activity-visitor = Alguien sin sesión iniciada
activity-administrator = Responsable del sitio (línea de comandos)
