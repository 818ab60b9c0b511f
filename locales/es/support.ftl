# A quién pedir ayuda. Cada mensaje es una oración completa; varios aparecen seguidos.

support-manager = Pida ayuda a <person>{ $manager }</person>, que administra su cuenta.
support-administrator = Pida ayuda a la persona responsable de <name>{ $issuer }</name>.
support-write = Escriba a <link>{ $address }</link>.
support-or-write = También puede escribir a <link>{ $address }</link>.
support-call = Llame al número <link>{ $number }</link>.
support-or-call = También puede llamar al número <link>{ $number }</link>.
support-page = Pida ayuda en <link>la página de soporte de { $issuer }</link>.
support-or-page = También puede pedir ayuda en <link>la página de soporte de { $issuer }</link>.
support-mail-on-trial = Modo de prueba: el correo no se envía, sino que se muestra en la consola del servidor.
support-message-on-trial = Modo de prueba: el mensaje no se envía, sino que se muestra en la consola del servidor.
