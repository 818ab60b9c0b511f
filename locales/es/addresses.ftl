# Direcciones desde las que se puede iniciar sesión.

addresses-for = para <name>{ $account }</name>
addresses-main-list = Lista de la cuenta principal
addresses-approved = Autorizada { $time }. Caduca: { $time-until }.
addresses-revoke = Revocar
addresses-revoke-named = Revocar: { $address }
addresses-revoke-for = Revocar: { $address }, { $account }
addresses-yours = Su dirección IP actual: <key>{ $address }</key>
addresses-network = Su red: <key>{ $network }</key>. En la mayoría de los dispositivos, la segunda mitad de una dirección de este tipo cambia de un día para otro. Por eso, ponga en la lista la red y no la dirección.

# La lista de una cuenta.
addresses-title = Direcciones IP permitidas
addresses-on = Solo puede iniciar sesión desde estas direcciones. La lista se comprueba con cada página que abre, así que una sesión robada no funciona en ningún otro lugar. No sustituye a la verificación en dos pasos.
addresses-off = Puede iniciar sesión desde cualquier lugar. Con una lista, solo podrá iniciar sesión desde las direcciones que figuren en ella. La lista se comprueba con cada página que abre, así que una sesión robada no funciona en ningún otro lugar. No sustituye a la verificación en dos pasos.
addresses-list = La lista
addresses-field = Direcciones IP y redes
addresses-field-hint = Una por línea, por ejemplo 203.0.113.7, 203.0.113.0/24 o 2001:db8::/32. Déjelo en blanco para permitir el inicio de sesión desde cualquier lugar.
# Antes de una lista de direcciones.
addresses-used = Ha iniciado sesión desde:
addresses-change = La dirección IP de muchos hogares y teléfonos cambia todos los días. Si inicia sesión desde otra dirección, le enviaremos por correo un enlace que la autoriza durante 30 días.
addresses-save = Guardar
addresses-back = Volver a Seguridad
addresses-shut-out = Su dirección actual, { $address }, no está en esta lista, así que usted perdería el acceso. Añada { $place }.
addresses-saved = A partir de ahora solo puede iniciar sesión desde estas direcciones.
addresses-saved-empty = Puede iniciar sesión desde cualquier lugar.
addresses-help = Qué son las direcciones IP permitidas

# Direcciones autorizadas con el enlace de un correo.
addresses-approved-title = Autorizadas por correo
addresses-approved-about = También puede iniciar sesión desde estas direcciones. Si revoca una, se cerrarán las sesiones que tenga abiertas desde ella.
addresses-forget = Olvidar direcciones autorizadas
addresses-revoked = La dirección se ha revocado.
addresses-revoked-before = Esta dirección ya no estaba autorizada.
addresses-forgotten = Ya no hay otras direcciones autorizadas.
