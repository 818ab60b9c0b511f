# Cómo se escriben mil y diez mil: los demás números siguen el modelo. Espacios como { "\u00A0" }.
number-thousand = 1000
number-ten-thousand = 10{ "\u00A0" }000
