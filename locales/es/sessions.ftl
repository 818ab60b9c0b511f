# Dónde hay una sesión iniciada.

sessions-title = Sesiones
sessions-about = Estas son las sesiones que tiene abiertas ahora. Una sesión termina sola tras 30 minutos sin uso y, como muy tarde, 12 horas después de iniciarla. ¿No reconoce alguna? Finalícela y <link>cambie su contraseña</link>.
sessions-this = Esta sesión
sessions-unused = Sin usar desde el inicio de sesión
sessions-address-logged = Dirección IP: consulte el registro de actividad
sessions-used = Inicio de sesión: { $time }. Último uso: { $time-used }.
sessions-end = Finalizar sesión
sessions-end-named = Finalizar sesión: { $browser }, { $address }
sessions-end-others = Finalizar las demás sesiones
sessions-ended = Se ha finalizado la sesión.
sessions-ended-already = Esta sesión ya había finalizado.
sessions-ended-others = Se han finalizado las demás sesiones.
sessions-activity = Ver qué ha ocurrido en su cuenta

# Con qué se inicia sesión: un navegador y el sistema en el que funciona.
sessions-browser-on = { $browser } en { $system }
sessions-browser-other = Otro programa
sessions-browser-other-on = Otro programa en { $system }
