# El propio idioma y su elección al pie de cada página.

# Como lo llaman quienes lo leen.
language-name = Español
language-label = Idioma
language-choose = Cambiar idioma
