# Páginas que abre el enlace de un correo.

link-of-another = En este navegador ha iniciado sesión como <person>{ $other }</person>. Este enlace es para <person>{ $account }</person> y no cambia nada en la cuenta <name>{ $other }</name>.

link-approved-title = La dirección está autorizada
link-approved = Durante 30 días, <person>{ $account }</person> puede iniciar sesión desde <strong>{ $address }</strong>, con la contraseña y el segundo paso de siempre.
link-approved-go = Ir al inicio de sesión
link-approve-title = Autorizar una dirección
link-approve-who = Alguien ha introducido la contraseña de <person>{ $account }</person> desde la dirección IP <strong>{ $address }</strong>, que no está en la lista de direcciones IP permitidas.
link-approve-about = Si sabe quién ha sido, autorice la dirección durante 30 días. Con eso no se inicia ninguna sesión: la contraseña y el segundo paso siguen siendo necesarios.
link-approve-button = Autorizar
link-approve-unknown = ¿No sabe quién ha sido? Entonces es posible que alguien conozca la contraseña. No autorice la dirección y vea <link>a quién pedir ayuda</link>.

link-restored-title = Ha recuperado su dirección de correo
link-restored = La dirección de correo de <person>{ $account }</person> vuelve a ser <person>{ $address }</person>. Se han cerrado todas las sesiones y la contraseña ya no funciona.
link-restore-title = ¿Quiere recuperar su dirección de correo?
link-restore-why = Se ha cambiado la dirección de correo de <person>{ $account }</person>. Si no ha sido usted, otra persona ha entrado en su cuenta. Al pulsar «Recuperar mi dirección»:
link-restore-address = la dirección volverá a ser <person>{ $address }</person>,
link-restore-sessions = se cerrarán todas las sesiones,
link-restore-password = la contraseña dejará de funcionar
link-restore-mail = y recibirá un correo que explica cómo elegir una nueva.
link-restore-second-factor = La verificación en dos pasos no cambia.
link-restore-button = Recuperar mi dirección
link-restore-you = ¿Ha sido usted? Entonces no tiene que hacer nada: cierre esta página.

link-not-me-done-title = Su contraseña ya no funciona
link-not-me-done = Se han cerrado todas las sesiones de <person>{ $account }</person> y nadie puede iniciar sesión con la contraseña anterior.
link-not-me-title = ¿No ha sido usted?
link-not-me-why = Alguien ha usado la contraseña de <person>{ $account }</person>. Si no ha sido usted, pulse «No he sido yo». Al hacerlo:
link-not-me-sessions = se cerrarán todas las sesiones de su cuenta,
link-not-me-button = No he sido yo
