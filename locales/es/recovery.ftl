# El archivo de texto con los códigos de recuperación. Cada línea se entiende por sí sola: un editor puede no dividir las largas.

recovery-title = Códigos de recuperación de { $issuer }
recovery-user-name = Nombre de usuario: { $account }
# $moment es una fecha con su hora.
recovery-made = Fecha de creación: { $moment }
recovery-about = Si pierde el acceso a su aplicación de autenticación, cada código sirve para iniciar sesión una sola vez, junto con su contraseña.
recovery-keep = Guarde este archivo donde pueda encontrarlo sin el teléfono y donde no lo encuentre nadie más.
