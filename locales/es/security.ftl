# La página Seguridad.

# Cuántas cosas de la lista están hechas.
security-done = Completado: { $done } de { $all }
security-all-done = Todo completado
