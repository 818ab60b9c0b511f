# Lo que rodea cada página.

frame-skip = Ir al contenido principal
frame-navigation = Cuenta
frame-overview = Resumen
frame-details = Datos de la cuenta
frame-security = Seguridad
frame-subaccounts = Cuentas de usuario
frame-policy = Políticas
# Lo oyen quienes usan un lector de pantalla, antes del nombre de usuario.
frame-signed-in-as = Sesión iniciada como
frame-sign-out = Cerrar sesión
frame-ends-soon = <strong>Su sesión se cerrará dentro de unos 4 minutos</strong>, porque lleva 25 minutos sin abrir ni guardar nada aquí.
frame-stay-signed-in = Mantener la sesión
# Después del enlace «Mantener la sesión».
frame-in-new-tab = (en una pestaña nueva: lo que ha escrito aquí se conserva)
frame-mandatory = La verificación en dos pasos será obligatoria
frame-mandatory-from =
    { $days ->
        [one] <strong>A partir de mañana necesitará la verificación en dos pasos para iniciar sesión.</strong>
        [many] <strong>Dentro de { $days } de días necesitará la verificación en dos pasos para iniciar sesión.</strong>
       *[other] <strong>Dentro de { $days } días necesitará la verificación en dos pasos para iniciar sesión.</strong>
    }
frame-set-up-now = <link>Configúrela ahora</link>: se tarda unos tres minutos.
frame-help = Ayuda
frame-support = Contactar con soporte
frame-time-left = Tiene { $time } para completar este paso. Después tendrá que volver a iniciar sesión.
