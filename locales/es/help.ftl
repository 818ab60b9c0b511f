# La página de ayuda. Lo que va en negrita o entre comillas nombra algo que se ve en el sitio: un botón, un enlace,
# un mensaje.

help-heading = Ayuda para iniciar sesión
help-contents = En esta página

help-what = Qué es la verificación en dos pasos
help-what-about = La verificación en dos pasos, o 2FA, le pide dos cosas distintas al iniciar sesión: <strong>algo que sabe</strong>, su contraseña, y <strong>algo que tiene</strong>, el teléfono o el ordenador con su aplicación de autenticación.
help-what-why = Un cajero automático hace lo mismo: necesita su tarjeta y su PIN. Aunque alguien averigüe su contraseña, no podrá iniciar sesión sin el código que solo muestra su aplicación.

# Los códigos no funcionan.
help-codes-clock = <strong>Compruebe el reloj de su teléfono.</strong> Un reloj que no va en hora es la causa más frecuente, porque los códigos dependen de la hora. En el teléfono o el ordenador que muestra los códigos, active la fecha y la hora automáticas en los ajustes. Después introduzca un código nuevo.
help-codes-newest = <strong>Introduzca el código más reciente.</strong> La aplicación muestra un código nuevo cada 30 segundos. Si está a punto de cambiar, espere al siguiente.
help-codes-once = <strong>Use cada código una sola vez.</strong> Un código con el que ya ha iniciado sesión o ha configurado su aplicación no vuelve a servir. Espere al siguiente.
help-codes-entry = <strong>Compruebe la entrada.</strong> La entrada de su aplicación lleva el nombre <name>{ $issuer }</name> y su nombre de usuario. Si hay dos, use la última que escaneó y elimine la otra.
help-wait = Por qué a veces hay que esperar
help-wait-about = Después de varios códigos incorrectos seguidos, tiene que esperar antes del siguiente intento. La página indica cuánto. Cada nuevo código incorrecto alarga la espera, para que nadie pueda adivinar un código. Su cuenta no tiene ningún problema: espere e introduzca un código nuevo.
help-wait-off = Después de demasiados códigos incorrectos, los códigos de un solo uso de la cuenta se desactivan hasta que se restablezca su verificación en dos pasos. La página se lo indica. En ese caso, vea <link>a quién pedir ayuda</link>.

help-sent = Códigos por SMS o llamada
help-sent-about = Si pierde el acceso a su aplicación de autenticación, o si todavía no tiene ninguna, podemos enviar un código al número de teléfono de su cuenta. La página solo muestra los dos últimos dígitos del número.
help-sent-wait = <strong>Espere un minuto.</strong> Después recargue la página: indica si el SMS o la llamada ha llegado. Al recargarla no se envía nada.
help-sent-other-way = <strong>Pruebe la otra opción.</strong> Un teléfono fijo no puede recibir SMS, pero sí llamadas. Si elige la llamada, responda y pulse cualquier tecla: oirá el código dos veces.
help-sent-again = <strong>Vuelva a pedirlo.</strong> Recibirá el mismo código. Caduca a los cinco minutos y admite cinco intentos. Entre un envío y otro hay que esperar 30 segundos, después 60 y después 120. También hay un límite por hora y otro por día.
help-sent-number = <strong>Compruebe el número.</strong> Si los dos dígitos no son los suyos, pida que se cambie el número: vea <link>a quién pedir ayuda</link>.

help-mail = El correo no llega
help-mail-about = Un correo suele tardar menos de un minuto. Si a los cinco minutos no ha llegado, mire en la carpeta de spam. Un código por correo caduca a los cinco minutos. «Volver a enviar» envía otra vez el mismo código. Si la dirección ya no es suya, vea <link>a quién pedir ayuda</link>.

help-password = La contraseña no funciona
help-password-check = <strong>Compruebe la tecla Bloq Mayús y el nombre de usuario.</strong> Su nombre de usuario no siempre es su dirección de correo.
help-password-wait = <strong>Espere si la página se lo indica.</strong> Después de varias contraseñas incorrectas hay que esperar, aunque las haya introducido otra persona. Las sesiones que ya tiene abiertas no se cierran.
help-password-forgotten = <strong>Si la ha olvidado, elija otra.</strong> <link-forgotten>Le enviaremos un enlace por correo</link-forgotten>. Si el correo no llega, vea <link-ask>a quién pedir ayuda</link-ask>.
help-password-rule = Una contraseña nueva debe tener al menos 12 caracteres. Unas cuantas palabras al azar son una buena elección. No hacen falta números ni símbolos. Las contraseñas fáciles de adivinar se rechazan, y la página indica por qué.

help-why = Por qué ha recibido un mensaje
help-why-code = <strong>Un código que no ha pedido:</strong> alguien ha introducido su contraseña. No dé el código a nadie y <link>pida una contraseña nueva</link>.
help-why-second-step = <strong>Se ha introducido su contraseña sin un código o con códigos incorrectos:</strong> si ha sido usted, no tiene que hacer nada. Si no, abra el enlace del correo y elija «No he sido yo». Se cerrarán todas las sesiones y podrá elegir una contraseña nueva.
help-why-changed = <strong>Algo se ha activado, desactivado, sustituido o cambiado:</strong> le avisamos por correo de cada cambio en su forma de iniciar sesión. Si no ha sido usted, inicie sesión, finalice las <link-sessions>sesiones</link-sessions> que no reconozca y <link-password>cambie su contraseña</link-password>.
help-why-ends = <strong>«Su sesión se cerrará dentro de unos 4 minutos»:</strong> una sesión termina si pasa 30 minutos sin abrir ni guardar nada, para que nadie más pueda usarla. «Mantener la sesión» abre una pestaña nueva, y lo que ha escrito en la anterior se conserva.
help-why-banner = <strong>Un aviso con los días que faltan:</strong> cuando se acaben esos días, la verificación en dos pasos será obligatoria y la necesitará para iniciar sesión. Configúrela antes: se tarda unos tres minutos.

# Direcciones IP permitidas.
help-addresses-about = Una cuenta se puede limitar a ciertas direcciones IP, por ejemplo las de una oficina. Desde cualquier otra dirección, el inicio de sesión se detiene después de la contraseña, y enviamos por correo un enlace que autoriza la dirección durante 30 días. Lo recibe usted o, si la lista es de su cuenta principal, la persona titular de esa cuenta. El segundo paso sigue siendo necesario.
help-addresses-blocked = Si no puede iniciar sesión y el correo no llega, vea <link>a quién pedir ayuda</link>.

# Teléfono perdido o nuevo.
help-lost-works = <strong>Teléfono nuevo, y el anterior todavía funciona:</strong> inicie sesión con un código del teléfono anterior. En «Seguridad», elija «Gestionar verificación en dos pasos (2FA)» y después «Cambiar de aplicación». El teléfono anterior sirve hasta que confirme el nuevo.
help-lost-gone = <strong>Teléfono perdido o aplicación eliminada:</strong> inicie sesión con su contraseña, elija «Usar un código de recuperación» e introduzca uno de los diez códigos que guardó. Si conserva su número, también puede recibir un código por SMS o llamada: elija «Ayuda» después de un código incorrecto. Después podrá configurar una aplicación de autenticación nueva.
# Entre estos dos: a quién pedir ayuda.
help-lost-codes = <strong>Tampoco tiene códigos de recuperación:</strong> no puede iniciar sesión sin ayuda.
help-lost-reset = Quien le ayude comprobará que es usted y restablecerá su verificación en dos pasos. Después, usted configurará una aplicación de autenticación nueva.
help-lost-stolen = Si le han robado el teléfono, pida ayuda hoy mismo. Su contraseña sigue protegiendo la cuenta, así que no se la dé a nadie.

# Para quienes administran cuentas de usuario.
help-users = Administrar cuentas de usuario
help-users-numbers = <strong>Los números que figuran sobre la lista</strong> muestran cuántas cuentas están protegidas con una aplicación, con un código en el teléfono o solo por correo, y cuántas necesitan ayuda para iniciar sesión, tienen la configuración pendiente o están abiertas a cualquiera que averigüe la contraseña. Elija un número para ver esas cuentas. «Avisar a las cuentas sin aplicación» les envía un correo que explica cómo configurar una.
help-users-add = <strong>Al añadir una cuenta,</strong> la persona elige su contraseña con un enlace que sirve una sola vez y caduca a los tres días. «Nueva invitación» crea un enlace nuevo, y el anterior deja de funcionar.
help-users-required = <strong>«2FA obligatoria»</strong> se aplica cuando la persona abre la página siguiente. Si desmarca la casilla y guarda, se elimina la verificación en dos pasos de esa persona. «Restablecer verificación en dos pasos» es para un teléfono perdido: en el próximo inicio de sesión, la persona introducirá un código que le enviamos o un código de configuración que usted le da, y configurará una aplicación de autenticación nueva. Para eliminarla o restablecerla, usted necesita tener activada su propia verificación en dos pasos e indicar un motivo, que se guarda.
help-users-phone = <strong>Un número de teléfono</strong> que usted introduzca se usa en el primer inicio de sesión, que lo confirma. Para quitar un número confirmado, introduzca un motivo, su propia contraseña y un código.
help-users-unlock = <strong>«Desbloquear»</strong> pone a cero el contador de contraseñas incorrectas, para que la persona pueda volver a intentarlo de inmediato. Los códigos incorrectos siguen contando: después de 20 seguidos, los códigos de un solo uso se desactivan hasta que se restablezca la verificación en dos pasos. Una cuenta desactivada conserva todos sus datos y no puede iniciar sesión.

help-ask = A quién pedir ayuda
help-ask-say = Indique su nombre de usuario, qué ha hecho y qué decía la página. Si la página muestra una referencia, indíquela. Quien le ayude no necesita su contraseña ni ningún código: no los dé nunca.
