# El propio idioma y su elección al pie de cada página.

# Como lo llaman quienes lo leen.
language-name = Español
# En qué sentido se escribe: ltr o rtl.
language-direction = ltr
language-label = Idioma
language-choose = Cambiar idioma
