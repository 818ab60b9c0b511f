# Lo que hay que corregir en un formulario.

# $field es el nombre del campo.
problem-twice = «{ $field }» se ha enviado dos veces. Rellene el campo una sola vez.
problem-too-long =
    { $longest ->
       *[other] «{ $field }» puede tener como máximo { $longest } caracteres.
    }
problem-unreadable = «{ $field }» contiene caracteres que no se han podido leer. Rellene el campo otra vez.
problem-stale = Esta página ha estado abierta demasiado tiempo, o usted ha iniciado o cerrado sesión en otra pestaña. No se ha cambiado nada. Compruebe lo que ha introducido e inténtelo de nuevo.
problem-password-wrong = La contraseña no es correcta.

# Límites de intentos.
problem-wait = Demasiados intentos. Espere { $wait } e inténtelo de nuevo.
problem-codes-off = Demasiados códigos incorrectos seguidos: los códigos de un solo uso de esta cuenta están desactivados hasta que se restablezca su verificación en dos pasos.

# Un código de un solo uso.
problem-code-empty = Introduzca los 6 dígitos que muestra su aplicación de autenticación.
problem-code-not-six = Un código tiene 6 dígitos. Introduzca los que muestra su aplicación de autenticación.
problem-code-wrong = Este código no es correcto. Introduzca el que muestra ahora su aplicación para este sitio.
problem-code-wrong-wait = Este código no es correcto. Introduzca el que muestra ahora su aplicación para este sitio. Espere { $wait } antes de volver a intentarlo.
problem-code-used = Este código ya se ha usado. Espere a que su aplicación muestre el siguiente.
problem-code-used-wait = Este código ya se ha usado. Espere a que su aplicación muestre el siguiente y deje pasar { $wait } antes de volver a intentarlo.
problem-clock-behind =
    { $minutes ->
        [one] Parece que el reloj de su teléfono va atrasado alrededor de { $minutes } minuto. Active en él la fecha y la hora automáticas e introduzca un código nuevo.
        [many] Parece que el reloj de su teléfono va atrasado unos { $minutes } de minutos. Active en él la fecha y la hora automáticas e introduzca un código nuevo.
       *[other] Parece que el reloj de su teléfono va atrasado unos { $minutes } minutos. Active en él la fecha y la hora automáticas e introduzca un código nuevo.
    }
problem-clock-ahead =
    { $minutes ->
        [one] Parece que el reloj de su teléfono va adelantado alrededor de { $minutes } minuto. Active en él la fecha y la hora automáticas e introduzca un código nuevo.
        [many] Parece que el reloj de su teléfono va adelantado unos { $minutes } de minutos. Active en él la fecha y la hora automáticas e introduzca un código nuevo.
       *[other] Parece que el reloj de su teléfono va adelantado unos { $minutes } minutos. Active en él la fecha y la hora automáticas e introduzca un código nuevo.
    }
problem-clock-behind-wait =
    { $minutes ->
        [one] Parece que el reloj de su teléfono va atrasado alrededor de { $minutes } minuto. Active en él la fecha y la hora automáticas, espere { $wait } e introduzca un código nuevo.
        [many] Parece que el reloj de su teléfono va atrasado unos { $minutes } de minutos. Active en él la fecha y la hora automáticas, espere { $wait } e introduzca un código nuevo.
       *[other] Parece que el reloj de su teléfono va atrasado unos { $minutes } minutos. Active en él la fecha y la hora automáticas, espere { $wait } e introduzca un código nuevo.
    }
problem-clock-ahead-wait =
    { $minutes ->
        [one] Parece que el reloj de su teléfono va adelantado alrededor de { $minutes } minuto. Active en él la fecha y la hora automáticas, espere { $wait } e introduzca un código nuevo.
        [many] Parece que el reloj de su teléfono va adelantado unos { $minutes } de minutos. Active en él la fecha y la hora automáticas, espere { $wait } e introduzca un código nuevo.
       *[other] Parece que el reloj de su teléfono va adelantado unos { $minutes } minutos. Active en él la fecha y la hora automáticas, espere { $wait } e introduzca un código nuevo.
    }

# Un código enviado.
problem-sent-empty = Introduzca los 6 dígitos que le hemos enviado.
problem-sent-not-six = Un código tiene 6 dígitos. Introduzca los que le hemos enviado.
problem-sent-wrong =
    { $left ->
        [one] Este código no es correcto. Compruébelo: le queda { $left } intento.
        [many] Este código no es correcto. Compruébelo: le quedan { $left } de intentos.
       *[other] Este código no es correcto. Compruébelo: le quedan { $left } intentos.
    }
problem-sent-wrong-wait =
    { $left ->
        [one] Este código no es correcto. Compruébelo: le queda { $left } intento. Espere { $wait } antes de volver a intentarlo.
        [many] Este código no es correcto. Compruébelo: le quedan { $left } de intentos. Espere { $wait } antes de volver a intentarlo.
       *[other] Este código no es correcto. Compruébelo: le quedan { $left } intentos. Espere { $wait } antes de volver a intentarlo.
    }
problem-sent-gone = Este código ya no funciona: ha caducado, ya se ha usado o se ha introducido mal demasiadas veces. Pida uno nuevo.
problem-sent-soon = Ha pedido un código hace un momento. Espere { $wait } antes de pedir otro.
problem-sent-no-phone = No podemos enviar un código a su teléfono. Más abajo encontrará otras formas de iniciar sesión.
problem-sent-country = No enviamos códigos al país de este número. Más abajo encontrará otras formas de iniciar sesión.
problem-sent-kind = No enviamos códigos a números de tarificación adicional, de coste compartido, gratuitos, de satélite, de buscapersonas, de buzón de voz ni de empresa. Más abajo encontrará otras formas de iniciar sesión.
problem-sent-session-ended = Entretanto, su sesión ha terminado, así que no se ha enviado ningún código. Vuelva a iniciar sesión.
problem-no-email = En este momento no podemos enviar correos. Inténtelo de nuevo más tarde.

# Un código de recuperación y un código de configuración.
problem-recovery-empty = Introduzca uno de sus códigos de recuperación.
problem-recovery-malformed = Un código de recuperación tiene 24 letras y números. Introdúzcalo tal como figura en su lista.
problem-set-up-empty = Introduzca el código de configuración.
problem-set-up-malformed = Un código de configuración tiene 12 letras y números. Introdúzcalo tal como se lo han dado.

# Un nombre de usuario.
problem-name-empty = Introduzca un nombre de usuario.
problem-name-too-short = Un nombre de usuario debe tener al menos 3 caracteres.
problem-name-too-long = Un nombre de usuario puede tener como máximo 64 caracteres.
problem-name-unfit = Un nombre de usuario no puede contener dos puntos, saltos de línea ni caracteres invisibles.
problem-name-of-another = Si el nombre de usuario tiene forma de dirección de correo, debe coincidir con la dirección de correo. Cambie uno de los dos.

# Una dirección de correo.
problem-email-empty = Introduzca una dirección de correo.
problem-email-malformed = Introduzca una dirección de correo con la forma nombre@example.com.
problem-email-undeliverable = No se pueden enviar correos a esta dirección. Compruebe lo que sigue a la @ e introdúzcala con la forma nombre@example.com.
problem-email-too-long = Una dirección de correo puede tener como máximo 254 caracteres.

# Una contraseña.
problem-password-empty = Introduzca una contraseña.
problem-password-too-short =
    { $shortest ->
       *[other] Una contraseña debe tener al menos { $shortest } caracteres. Unas cuantas palabras al azar son fáciles de recordar.
    }
problem-password-too-long =
    { $longest ->
       *[other] Una contraseña puede tener como máximo { $longest } caracteres.
    }
problem-password-personal = La contraseña contiene su nombre de usuario, su dirección de correo o el nombre de este servicio, que es lo primero que prueban los atacantes. Elija una que no los contenga.
problem-password-breached = Esta contraseña figura en listas de contraseñas robadas, que es lo primero que prueban los atacantes. Elija otra, por ejemplo, unas cuantas palabras al azar.
problem-password-keyboard = Esta contraseña es demasiado fácil de adivinar: sigue las filas del teclado. Elija otra, por ejemplo, unas cuantas palabras al azar.
problem-password-repeats = Esta contraseña es demasiado fácil de adivinar: repite lo mismo. Elija otra, por ejemplo, unas cuantas palabras al azar.
problem-password-sequence = Esta contraseña es demasiado fácil de adivinar: contiene una secuencia, como abc o 6543. Elija otra, por ejemplo, unas cuantas palabras al azar.
problem-password-date = Esta contraseña es demasiado fácil de adivinar: se basa en una fecha o un año. Elija otra, por ejemplo, unas cuantas palabras al azar.
problem-password-word = Esta contraseña es demasiado fácil de adivinar: es un nombre o una palabra corriente. Elija otra, por ejemplo, unas cuantas palabras al azar.
problem-password-common = Esta contraseña es demasiado fácil de adivinar: es una contraseña muy común o se le parece. Elija otra, por ejemplo, unas cuantas palabras al azar.
problem-password-not-judged = No hemos podido comprobar si esta contraseña es difícil de adivinar. Elija otra, por ejemplo, unas cuantas palabras al azar.

# Un número de teléfono.
problem-phone-empty = Introduzca un número de teléfono.
problem-phone-country-code = Empiece el número con + y el prefijo del país, por ejemplo +358 40 123 4567.
problem-phone-invalid = Este número de teléfono no existe. Compruebe los dígitos. Por ejemplo: +358 40 123 4567.

# Direcciones IP permitidas.
problem-list-unreadable = La línea { $line } no es una dirección IP. Introduzca una dirección por línea, por ejemplo 203.0.113.7, o una red, por ejemplo 203.0.113.0/24 o 2001:db8::/32.
problem-list-host-bits = Línea { $line }: esta red empieza en { $network }. Introduzca esa red o una sola dirección.
problem-list-too-many =
    { $longest ->
       *[other] Una lista puede tener como máximo { $longest } líneas.
    }

# Un motivo y una fecha.
problem-reason-empty = Indique el motivo en pocas palabras. Se guarda en el registro de actividad.
problem-reason-too-long =
    { $longest ->
       *[other] Un motivo puede tener como máximo { $longest } caracteres.
    }
problem-reason-unfit = Escriba el motivo en una sola línea, sin caracteres invisibles.
problem-text-too-long =
    { $longest ->
       *[other] El motivo puede tener como máximo { $longest } caracteres.
    }
problem-text-unfit = El motivo contiene caracteres invisibles, como los que cambian el sentido de la escritura. Introdúzcalo otra vez sin ellos.
problem-date = Introduzca la fecha como año, mes y día, por ejemplo 2027-03-01.
