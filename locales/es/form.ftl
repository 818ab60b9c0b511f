# Lo que es igual en todos los formularios.

# Antes del título de una página y antes de un mensaje; lo oyen quienes usan un lector de pantalla.
form-error = Error:
form-problem = Hay un problema
form-password = Contraseña
form-show-password = Mostrar la contraseña al escribir
form-hide-password = Ocultar la contraseña
form-code = Código de un solo uso
form-code-hint = 6 dígitos, por ejemplo 123 456
