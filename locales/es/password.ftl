# Una contraseña nueva y lo que sigue cuando una deja de funcionar.

password-forgotten-title = ¿Ha olvidado su contraseña?
password-forgotten-about = Le enviaremos por correo un enlace para elegir una nueva.
password-forgotten-name = Nombre de usuario o dirección de correo
password-forgotten-empty = Introduzca su nombre de usuario o su dirección de correo.
password-forgotten-send = Enviar enlace
password-forgotten-no-mail = Este sitio no envía correos, así que no puede enviarle un enlace.
password-sent-title = Revise su correo
password-sent-about = Si existe esa cuenta, va en camino un correo a la dirección que tenemos registrada, con un enlace para elegir una contraseña nueva. El enlace sirve una sola vez y caduca a los 30 minutos. Su segundo paso no cambia: tenga el teléfono a mano cuando inicie sesión.
password-sent-nothing = ¿No ha llegado nada a los cinco minutos? Mire en la carpeta de spam y compruebe lo que ha escrito. Si lo pidió hace un momento, el enlace de ese correo sigue funcionando. ¿Sigue sin llegar?

password-choose-first-title = Elija su contraseña
password-choose-title = Elija una contraseña nueva
password-choose-first = Ha recibido una invitación a { $issuer }. Su nombre de usuario es <person>{ $account }</person>: iniciará sesión con él y con la contraseña que elija aquí.
password-choose-then = Después configurará la verificación en dos pasos, que su cuenta exige. Tenga el teléfono a mano.
password-choose = Para <person>{ $account }</person> en { $issuer }. Al guardarla, se cerrarán todas sus sesiones. Su segundo paso no cambia.
password-new = Contraseña nueva
password-set = Guardar contraseña
password-help = Ayuda con las contraseñas

# Se ha anulado una contraseña: el enlace para elegir otra, o por qué no lo hay.
password-link-sent = <strong>Revise su correo:</strong> le hemos enviado un enlace para elegir una contraseña nueva. Sirve una sola vez y caduca a los 30 minutos. Elija una que no use en ningún otro sitio.
password-link-nothing = ¿No ha llegado nada a los cinco minutos? Mire en la carpeta de spam. ¿Tampoco está ahí?
password-link-codes-by-mail = Los códigos de esta cuenta llegan por correo. Por eso no podemos enviar al mismo buzón un enlace para elegir una contraseña nueva: quien lo leyera tendría las dos cosas.
password-link-new-email = La dirección de correo de esta cuenta cambió hace menos de 48 horas. Durante las 48 horas siguientes a un cambio, no enviamos a la dirección nueva ningún enlace para elegir una contraseña nueva. Si no la cambió usted, abra el enlace del correo que llegó a la dirección anterior. Si la cambió usted, espere. ¿No puede esperar?

# La primera cuenta.
password-welcome-title = Crear la cuenta principal
password-welcome-about = Esta es la primera cuenta de { $issuer }, para la persona responsable del servicio. El enlace que le ha traído aquí dejará de funcionar en cuanto se cree la cuenta.
password-welcome-name-hint = Lo usará para iniciar sesión.
password-welcome-email = Dirección de correo
password-welcome-email-hint = Para los mensajes sobre su cuenta.
password-welcome-create = Crear cuenta
password-welcome-created = La cuenta principal está creada y ha iniciado sesión.

# La única regla que tiene una contraseña nueva.
password-new-hint =
    { $shortest ->
       *[other] Al menos { $shortest } caracteres. Unas cuantas palabras al azar son una buena elección. Puede usar espacios; no hacen falta números ni símbolos.
    }
