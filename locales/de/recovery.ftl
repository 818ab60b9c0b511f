# Die Textdatei mit den Wiederherstellungscodes. Jede Zeile steht für sich, denn ein Editor bricht lange vielleicht nicht um.

recovery-title = Wiederherstellungscodes für { $issuer }
recovery-user-name = Benutzername: { $account }
# $moment ist Datum und Uhrzeit.
recovery-made = Erstellt: { $moment }
recovery-about = Wenn Sie keinen Zugriff auf Ihre Authenticator-App haben, können Sie sich mit jedem Code einmal anmelden, zusammen mit Ihrem Passwort.
recovery-keep = Bewahren Sie diese Datei so auf, dass Sie sie auch ohne Ihr Smartphone finden, aber niemand anders.
