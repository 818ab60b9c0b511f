form-error = Virhe:
form-problem = Tapahtui virhe
form-password = Salasana
form-show-password = Näytä salasana kirjoitettaessa
form-hide-password = Piilota salasana
form-code = Kertakäyttökoodi
form-code-hint = 6 numeroa, esimerkiksi 123 456
