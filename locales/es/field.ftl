# Cómo se llaman los campos cuando los cita una oración.

field-code = Código
field-phone = Número de teléfono
field-email = Dirección de correo
field-name-or-email = Nombre de usuario o dirección de correo
field-new-password = Contraseña nueva
field-list = Lista de direcciones
field-way = SMS o llamada
field-return-to = Página a la que volver
field-session = Sesión
field-address = Dirección IP
field-account = Cuenta
field-box = Casilla
field-button = Botón
field-reason = Motivo
