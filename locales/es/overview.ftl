# La primera página de una cuenta: qué hacer ahora y cómo está protegida la cuenta.

overview-title = Su cuenta
overview-checklist = Revisión de seguridad
overview-details = Cambiar sus datos
overview-sessions = Dónde tiene sesiones abiertas
overview-activity = Qué ha ocurrido en su cuenta

# Qué hacer ahora: uno de estos.
overview-protected-title = Su cuenta está protegida
overview-protected = Aunque alguien averigüe su contraseña, no podrá iniciar sesión sin su aplicación de autenticación. No tiene que hacer nada.

overview-set-up-title = Pendiente: configurar la verificación en dos pasos
overview-set-up-required-by = Es obligatoria para su cuenta, por decisión de <person>{ $manager }</person>.
overview-set-up-required = Es obligatoria para su cuenta.
overview-set-up-by-phone = De momento confirma su inicio de sesión con un código por SMS o llamada. Los códigos de una aplicación de autenticación son más seguros y no necesitan cobertura.
overview-set-up-by-email = De momento confirma su inicio de sesión con un código por correo. Quien pueda leer su correo puede usar ese código. Con la verificación en dos pasos, necesitaría además su teléfono.
overview-set-up-stuck = No podemos enviarle un código, así que no podría volver a iniciar sesión sin ayuda. Con una aplicación de autenticación no hace falta enviarle ninguno.
overview-set-up-off = Todos los días se roban y se adivinan contraseñas, y hay quien las introduce en páginas falsas. De momento, cualquiera que averigüe la suya puede iniciar sesión en su cuenta. Con la verificación en dos pasos, necesitaría además su teléfono.
overview-set-up-time = Se tarda unos tres minutos.
overview-set-up-button = Configurar verificación en dos pasos
overview-set-up-addresses = ¿Inicia sesión siempre desde el mismo lugar? Con una lista de direcciones IP permitidas, nadie puede iniciar sesión desde ningún otro. Lo más seguro es usar las dos cosas.
overview-set-up-addresses-button = Permitir solo sus direcciones

overview-codes-title = Pendiente: generar códigos de recuperación nuevos
overview-codes-none = Los ha usado todos. Si pierde el teléfono y no tiene ningún código de recuperación, tendrá que esperar a que alguien le ayude.
overview-codes-few = Ha usado la mayoría. Si pierde el teléfono y no tiene ningún código de recuperación, tendrá que esperar a que alguien le ayude.
overview-codes-button = Generar códigos de recuperación

overview-confirm-phone-title = Pendiente: confirmar su número de teléfono
overview-confirm-phone = Su cuenta tiene registrado un número de teléfono que todavía no está confirmado. Introduzca el código que enviaremos a ese número. Después podrá iniciar sesión con un código en ese teléfono si pierde el acceso a su aplicación de autenticación.
overview-confirm-phone-button = Confirmar número de teléfono

overview-add-phone-title = Pendiente: añadir un número de teléfono
overview-add-phone = Si pierde el acceso a su aplicación de autenticación, podrá iniciar sesión con un código por SMS o llamada. Para eso sirven también sus códigos de recuperación: un número de teléfono le ayudará si no los encuentra.
overview-add-phone-button = Añadir número de teléfono
overview-change-phone-title = Pendiente: cambiar su número de teléfono
overview-change-phone = No podemos enviar códigos al número de teléfono que tiene registrado. Con otro, podrá iniciar sesión con un código por SMS o llamada si pierde el acceso a su aplicación de autenticación. Para eso sirven también sus códigos de recuperación: un número de teléfono le ayudará si no los encuentra.
overview-change-phone-button = Cambiar número de teléfono
