# Iniciar sesión.

login-title = Iniciar sesión
login-user-name = Nombre de usuario
login-button = Iniciar sesión
login-user-name-empty = Introduzca su nombre de usuario.
login-password-empty = Introduzca su contraseña.
login-wrong = El nombre de usuario o la contraseña no son correctos. Compruebe ambos, y también la tecla Bloq Mayús.
login-signed-out = Ha cerrado sesión.
login-ended = Su sesión ha terminado. Vuelva a iniciar sesión para continuar.
login-password-set = Su contraseña está guardada. Inicie sesión con ella.
login-approved = La dirección está autorizada. Inicie sesión desde ella.
login-forgotten = ¿Ha olvidado su contraseña?
login-help = ¿No puede iniciar sesión?
# El botón del segundo paso.
login-log-in = Iniciar sesión
login-other-account = Empezar de nuevo con otra cuenta
login-back = Volver al inicio de sesión
# Después de una espera con cuenta atrás en la página.
login-again = La espera ha terminado. Ya puede introducir un código.

# El código de un solo uso.
login-code-title = Introduzca el código de un solo uso
login-code-app = Abra su aplicación de autenticación e introduzca los 6 dígitos que muestra para <strong>{ $issuer }</strong>.
login-code-app-for = Abra su aplicación de autenticación e introduzca los 6 dígitos que muestra para <strong>{ $issuer }</strong> (<person>{ $account }</person>).
login-code-our-time = Nuestro reloj marca: { $time }.
login-code-help-button = Ayuda
login-code-recovery = Usar un código de recuperación
login-code-one-time = Usar un código de un solo uso
login-code-help = Los códigos no funcionan
login-off-title = Los códigos de un solo uso están desactivados
login-off-why = Se han introducido demasiados códigos incorrectos en esta cuenta. Por eso hemos desactivado sus códigos de un solo uso: ahora no sirven ni siquiera los correctos.
login-off-recover = <strong>Para volver a entrar:</strong> <link>use un código de recuperación</link> y después configure de nuevo su aplicación de autenticación. ¿No tiene códigos de recuperación?
login-off-say = Indique su nombre de usuario y diga que sus códigos de un solo uso están desactivados.
login-off-not-you = Si no ha introducido usted esos códigos, dígalo también: es posible que otra persona conozca su contraseña.

# Un código de recuperación.
login-recovery-about = Cuando configuró su aplicación de autenticación, le mostramos diez códigos de recuperación para guardar o imprimir. Introduzca uno que aún no haya usado. Cada uno sirve para iniciar sesión una sola vez.
login-recovery-code = Código de recuperación
login-recovery-hint = 24 letras y números, por ejemplo ABCD-EFGH-…
login-recovery-none = ¿Tampoco tiene códigos?
login-recovery-wrong = Este no es ninguno de los códigos de recuperación que le quedan por usar. Compruébelo o introduzca el siguiente de su lista.
login-recovery-help = Teléfono perdido o nuevo

# Un código por SMS o llamada.
login-backup-first-title = Confirme que es usted
login-backup-title = Recibir un código en el teléfono
login-backup-first = Su cuenta exige un segundo paso al iniciar sesión. La primera vez, es un código que recibirá en el teléfono <phone>{ $number }</phone>. Después configurará una aplicación que le mostrará los códigos.
login-backup-instead = ¿Ya no tiene su aplicación de autenticación o sus códigos no funcionan? Inicie sesión con un código que recibirá en el teléfono <phone>{ $number }</phone>.
login-backup-sms = Enviar SMS
login-backup-call = Llamarme
login-backup-choose = Elija «Enviar SMS» o «Llamarme».
login-backup-code = Código del SMS o de la llamada
login-backup-stuck = ¿No es su número o no le llega nada?
login-backup-use-recovery = <link>Use un código de recuperación</link>. ¿Tampoco tiene códigos?
login-backup-no-number = Su cuenta no tiene registrado ningún número de teléfono, así que no podemos enviarle un código.
login-backup-not-offered = { $issuer } no envía códigos por SMS ni por llamada.
login-backup-without = <strong>Para entrar sin su aplicación de autenticación:</strong> <link>use un código de recuperación</link>. Le mostramos diez cuando la configuró.
login-backup-say = Indique su nombre de usuario y diga que ya no tiene su aplicación de autenticación.
login-backup-help = El código no llega o no funciona

# Un código por correo.
login-email-title = Revise su correo
login-email-to = Para confirmar que es usted, le enviamos un código por correo a <strong>{ $address }</strong>. Suele tardar menos de un minuto. Si a los cinco minutos no ha llegado, mire en la carpeta de spam.
login-email-to-you = Para confirmar que es usted, le enviamos un código por correo. Suele tardar menos de un minuto. Si a los cinco minutos no ha llegado, mire en la carpeta de spam.
login-email-then = Después del código configurará la verificación en dos pasos, que su cuenta exige. Tenga el teléfono a mano.
login-email-code = Código del correo
login-email-works = El código caduca dentro de { $time }. Si recarga esta página, no se envía nada.
login-email-again = Volver a enviar
login-email-wait = Podrá volver a pedirlo dentro de { $wait }. Recibirá el mismo código.
login-email-stuck = ¿Esta dirección ya no es suya?
login-email-not-sent = Para iniciar sesión necesita un código por correo, y { $issuer } no puede enviar correos en este momento.
login-email-help = El correo no llega

# Un código de configuración, después de un restablecimiento.
login-setup-code-title = Introduzca su código de configuración
login-setup-code-about = Se ha restablecido su verificación en dos pasos. La persona que lo hizo tiene un código de configuración para usted. Introdúzcalo aquí para confirmar que es usted quien la configura de nuevo.
login-setup-code-label = Código de configuración
login-setup-code-hint = 12 letras y números, por ejemplo ABCD-EFGH-IJKL
login-setup-code-button = Continuar
login-setup-code-wrong = Este no es su código de configuración, o ya no funciona. Compruébelo o pida uno nuevo.
login-setup-code-none = ¿No tiene código o ya no es válido?

# Una dirección que no está permitida.
login-blocked-title = Inicio de sesión bloqueado desde esta dirección IP
login-blocked-why = Solo puede iniciar sesión desde direcciones IP autorizadas, y <strong>{ $address }</strong> no es una de ellas.
login-blocked-owner = <strong>Revise su correo:</strong> le hemos enviado un enlace que autoriza esta dirección durante 30 días. Ábralo y vuelva a iniciar sesión. El enlace sirve una sola vez y caduca a la media hora.
login-blocked-manager = <person>{ $manager }</person>, que administra su cuenta, decide qué direcciones se autorizan. Hemos enviado por correo a esa persona un enlace que autoriza esta dirección y que caduca a la media hora. Pídale que lo abra. Después, inicie sesión otra vez.
login-blocked-main-account = La persona titular de su cuenta principal decide qué direcciones se autorizan. Hemos enviado por correo a esa persona un enlace que autoriza esta dirección y que caduca a la media hora. Pídale que lo abra. Después, inicie sesión otra vez.
login-blocked-sent-before = Hace poco se envió un correo con un enlace que autoriza esta dirección. Búsquelo, también en la carpeta de spam, o pregunte a la persona que lo recibe.
login-blocked-too-many = No hemos enviado ningún correo para esta dirección, porque se han pedido demasiados. Podremos enviar el siguiente, como muy tarde, dentro de { $wait }: vuelva entonces a iniciar sesión aquí. Si no los ha pedido usted, otra persona conoce su contraseña: cámbiela desde una dirección autorizada.
login-blocked-no-mail = No podemos enviarle un enlace para autorizarla, porque este sitio no envía correos.

# Un segundo paso que no se puede enviar.
login-unreachable-title = En este momento no puede iniciar sesión
login-unreachable-why = Su contraseña es correcta. Para iniciar sesión necesita además un código que le envía { $issuer }, y en este momento no es posible enviarlo. Sin ese código no entra nadie: así tampoco puede entrar otra persona en su lugar.
login-unreachable-help = <strong>No es culpa suya, y no sirve de nada volver a intentarlo.</strong>
login-unreachable-how = Quien le ayude puede restablecer su verificación en dos pasos y darle un código de configuración, o hacer que se puedan volver a enviar códigos.

# Hay otra sesión iniciada en este navegador.
login-already-title = Ha iniciado sesión como { $account }
login-already-heading = Ha iniciado sesión como <name>{ $account }</name>
# Uno de estos dos; después, por qué se dice.
login-already-password = La contraseña está guardada.
login-already-approved = La dirección está autorizada.
login-already-why = Eso se refiere a otra cuenta, no a la que tiene abierta en este navegador.
login-already-how = Para iniciar sesión en la otra cuenta, cierre antes esta sesión.
login-already-stay = Continuar como <name>{ $account }</name>

# La configuración que exige un inicio de sesión.
login-on-title = La verificación en dos pasos está activada
login-on-about = Estos son sus códigos de recuperación. Si pierde el acceso a su aplicación de autenticación, cada uno le permite iniciar sesión una vez, junto con su contraseña. Guárdelos donde pueda encontrarlos sin el teléfono. <strong>Solo se muestran ahora.</strong>
login-on-next = Siguiente
login-setup-title = Configurar la verificación en dos pasos
login-setup-required-by = La verificación en dos pasos es obligatoria para <person>{ $account }</person>, por decisión de <name>{ $manager }</name>. Solo tiene que configurarla una vez: después iniciará sesión con su contraseña y un código de una aplicación. En cuanto introduzca aquí un código correcto, la verificación quedará activada y entrará en su cuenta.
login-setup-required = La cuenta <person>{ $account }</person> exige la verificación en dos pasos. Solo tiene que configurarla una vez: después iniciará sesión con su contraseña y un código de una aplicación. En cuanto introduzca aquí un código correcto, la verificación quedará activada y entrará en su cuenta.
login-setup-app = Instale una aplicación de autenticación
login-setup-app-how = Use una que ya tenga o elija una de la lista de <link>aplicaciones de autenticación</link>. Es mejor que esté en un dispositivo distinto del que usa para iniciar sesión.
login-setup-type = Introduzca el código que muestra la aplicación
login-setup-confirm = Confirmar código
login-setup-time = Sin prisas
login-setup-stays =
    { $minutes ->
        [one] Este código QR no cambiará durante un minuto más en este navegador, aunque recargue la página, introduzca un código incorrecto o vuelva a iniciar sesión. Si ya lo ha escaneado, la entrada de su aplicación sigue funcionando.
        [many] Este código QR no cambiará durante { $minutes } de minutos más en este navegador, aunque recargue la página, introduzca un código incorrecto o vuelva a iniciar sesión. Si ya lo ha escaneado, la entrada de su aplicación sigue funcionando.
       *[other] Este código QR no cambiará durante { $minutes } minutos más en este navegador, aunque recargue la página, introduzca un código incorrecto o vuelva a iniciar sesión. Si ya lo ha escaneado, la entrada de su aplicación sigue funcionando.
    }
login-setup-restart-hint = «Empezar de nuevo» genera otra clave, y este código QR dejará de funcionar. Si ya lo ha escaneado, elimine la entrada de su aplicación.
login-setup-restart = Empezar de nuevo
login-setup-done = La verificación en dos pasos está activada y ha iniciado sesión. A partir de ahora, para iniciar sesión se le pedirá un código de su aplicación de autenticación. No tendrá que volver a configurarla.
