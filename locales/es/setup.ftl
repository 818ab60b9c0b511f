# Configurar una aplicación de autenticación.

setup-add = Añada esta cuenta a la aplicación
setup-other-device = La aplicación está en otro dispositivo
setup-scan = En la aplicación, elija la opción de añadir una cuenta y escanee este código QR.
setup-qr = Código QR con la clave de { $account }. La misma clave figura más abajo.
setup-this-device = La aplicación está en este dispositivo
setup-open = Abrir la aplicación
setup-open-failed = ¿No se abre nada? Copie en la aplicación la clave que figura más abajo.
setup-or-type = O introduzca la clave
setup-type = En la aplicación, elija la opción de introducir una clave. Puede escribirla con mayúsculas o minúsculas y con espacios o sin ellos.
setup-settings = Ajustes, si la aplicación los pide
setup-account = Cuenta
setup-issuer = Emisor
setup-kind = Tipo
setup-kind-value = Basado en el tiempo (TOTP)
setup-digits = Dígitos
setup-period = Periodo
setup-period-value = 30 segundos
setup-algorithm = Algoritmo

# Los códigos que se acaban de generar.
setup-recovery-codes = Sus códigos de recuperación
setup-download = Descargar
setup-print = Imprimir

# Un número al que también llegan códigos.
setup-phone = ¿Es <phone>{ $number }</phone> su teléfono?
setup-phone-why = Con ese teléfono y la contraseña de su cuenta se puede iniciar sesión sin la aplicación, mediante un código por SMS o llamada.
setup-phone-mine = Sí, es mío: conservarlo por si no tengo la aplicación a mano
setup-phone-none = No: quitarlo
setup-phone-empty = Indique si este teléfono es suyo e introduzca el código otra vez. Todavía no se ha activado nada.

# Aplicaciones de autenticación.
setup-apps = Aplicaciones de autenticación
setup-apps-about = Una aplicación de autenticación muestra un código nuevo de 6 dígitos cada 30 segundos, también sin conexión. Basta con una aplicación.
setup-apps-standard = Aplicaciones que siguen el estándar
setup-apps-any = Cualquiera de estas debería servir. Las que hemos probado figuran más abajo.
setup-apps-phones = iPhone y iPad
setup-apps-computer = Ordenador
setup-apps-built-in = incluida
setup-apps-on-mac = en un Mac
setup-apps-tested = Probadas con esta versión
setup-apps-tested-on-computer = ordenador

# En el navegador en el que se empezó por última vez una configuración.
setup-displaced = <strong>Una configuración que se empezó en otro navegador ya no funciona.</strong> Escanee el código que figura más abajo, aunque ya haya escaneado uno allí. Si no fue usted, otra persona conoce su contraseña: cámbiela.
setup-restarted = Esta es una clave nueva. Elimine de su aplicación la entrada que escaneó antes y escanee esta.
setup-key-gone = El código QR que ha escaneado ya no es válido: se usó o se sustituyó en otra pestaña, se empezó una configuración en otro navegador o tenía más de 30 minutos. No se ha cambiado nada. Elimine de su aplicación la entrada que escaneó y escanee el código nuevo que figura más abajo. Si no empezó usted otra configuración, otra persona conoce su contraseña: cámbiela primero.
