form-error = Virhe:
form-problem = Tämä ei onnistunut
form-password = Salasana
form-show-password = Näytä salasana
form-hide-password = Piilota salasana
form-code = Kertakäyttökoodi
form-code-hint = 6 numeroa, esimerkiksi 123 456
