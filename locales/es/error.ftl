# Páginas que explican por qué no hay otra página.

error-foreign-title = Este formulario procede de otro sitio
error-foreign = Lo hemos rechazado y no se ha cambiado nada. Abra la página en este sitio y rellene otra vez el formulario.
error-cookies-title = Se necesitan cookies
error-cookies = Su navegador no ha enviado ninguna cookie, así que no podemos saber si este formulario es suyo. No se ha cambiado nada. Permita las cookies de este sitio, vuelva a abrir la página y rellene otra vez el formulario.
error-unreadable-title = No podemos saber desde dónde se conecta
error-unreadable = El servidor que da acceso a este sitio nos ha pasado su solicitud con una dirección ilegible, así que la hemos rechazado. No se ha cambiado nada. No es culpa suya: tiene que corregirlo la persona responsable de este sitio.
error-stale-title = Esta página ha caducado
error-stale = Ha estado abierta demasiado tiempo, o usted ha iniciado o cerrado sesión entretanto en otro lugar. No se ha cambiado nada. Vuelva a abrir la página y pulse el botón otra vez.
error-not-found-title = No se ha encontrado la página
error-not-found = En esta dirección no hay nada. Compruebe que esté bien escrita.
error-method-title = Esta dirección se abre de otra forma
error-method = No admite este tipo de solicitud. No se ha cambiado nada.
error-too-large-title = Ha enviado demasiados datos
error-too-large = Ningún formulario de este sitio necesita tantos, así que no los hemos leído y no se ha cambiado nada. Vuelva atrás y acorte el texto.
error-media-type-title = El formulario se ha enviado de forma incorrecta
error-media-type = No se ha enviado como lo hace un navegador, así que no lo hemos leído. No se ha cambiado nada.
error-pending-title = Aún se está procesando
error-pending = Ha enviado este formulario hace un momento y todavía no hay respuesta. No se procesará dos veces. Espere medio minuto y vuelva a abrir la página.
error-busy-title = Hay mucha actividad en este momento
error-busy = Hay más personas iniciando sesión de las que podemos atender a la vez. No se ha cambiado nada. Vuelva atrás e inténtelo de nuevo dentro de unos segundos.
error-database-title = Volvemos enseguida
error-database = Nuestra base de datos no responde en este momento. No hay ningún problema con su contraseña ni con sus códigos. Espere unos segundos e inténtelo de nuevo.
error-unread-title = No se ha podido leer la solicitud
error-unread = Estaba incompleta o no era válida. No se ha cambiado nada. Vuelva atrás e inténtelo de nuevo.
error-ours-title = Algo ha fallado por nuestra parte
error-ours = No es culpa suya. Vuelva atrás e inténtelo de nuevo. Si vuelve a ocurrir, pida ayuda.
error-other-address-title = Este sitio tiene otra dirección
error-other-address = Lo ha abierto en { $shown }, pero su dirección es { $origin }. Los formularios solo funcionan ahí. No se ha cambiado nada. Abra el sitio en su dirección y rellene otra vez el formulario.
error-open-address = Abrir { $origin }
error-account = Ir a su cuenta
error-again = ¿Sigue ocurriendo?
error-reference = Indique la referencia <reference>{ $reference }</reference>.

# Enlaces de un solo uso que ya no funcionan.
error-link-title = Este enlace ya no funciona
error-link-welcome = Sirve una sola vez y caduca al cabo de una hora. Además, cada vez que se inicia el programa, un enlace nuevo lo sustituye. Si ya existe una cuenta, inicie sesión con ella. Si no, vuelva a iniciar el programa y abra el enlace nuevo que aparezca.
error-link-invitation = Una invitación sirve una sola vez y caduca a los tres días. También deja de funcionar si se crea otra. Si ya ha elegido su contraseña, inicie sesión con ella. Si no, pida un enlace nuevo a la persona que le envió la invitación.
error-link-new-password = Sirve una sola vez y caduca a los 30 minutos. También deja de funcionar si cambia su contraseña, su dirección de correo o su segundo paso. Si ya ha elegido su contraseña, inicie sesión con ella. Si no, pida otro enlace con «¿Ha olvidado su contraseña?» en la página de inicio de sesión.
error-link-restore-email = Sirve una sola vez y caduca 48 horas después del cambio. Si ya ha recuperado su dirección, busque en su correo el enlace para elegir una contraseña nueva. Si no, inicie sesión o pida ayuda.
error-link-approve-address = Sirve una sola vez y caduca a la media hora. También deja de funcionar si cambia su contraseña o su dirección de correo. Inicie sesión otra vez desde la dirección que quiere autorizar: entonces enviaremos un enlace nuevo por correo.
error-link-set-up-code = Sirve una sola vez y caduca a los tres días. Pida uno nuevo a la persona que restableció su verificación en dos pasos.
error-link-not-me = Sirve una sola vez y caduca a los tres días. Si ya nos ha indicado que no fue usted, busque en su correo el enlace para elegir una contraseña nueva. Si no, inicie sesión y pida ayuda.

# Un idioma elegido al pie de una página.
error-language-title = Idioma no disponible
error-language = Este sitio no está disponible en ese idioma. Elija otro al pie de esta página.
