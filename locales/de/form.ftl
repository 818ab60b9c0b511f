# Was in jedem Formular gleich ist.

# Vor dem Titel einer Seite und vor einer Meldung, für Menschen mit Screenreader.
form-error = Fehler:
form-problem = Es gibt ein Problem
form-password = Passwort
form-show-password = Passwort anzeigen
form-hide-password = Passwort ausblenden
form-code = Einmalcode
form-code-hint = 6 Ziffern, zum Beispiel 123 456
