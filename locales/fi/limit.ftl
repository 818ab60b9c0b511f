limit-codes-recipient-hour = Tähän numeroon tai osoitteeseen on lähetetty liian monta koodia. Voit pyytää uuden viimeistään tunnin kuluttua. Käytä siihen asti palautuskoodia tai pyydä apua.
limit-codes-recipient-day = Tähän numeroon tai osoitteeseen on lähetetty liian monta koodia. Voit pyytää uuden viimeistään vuorokauden kuluttua. Käytä siihen asti palautuskoodia tai pyydä apua.
limit-codes-main-account-day = Organisaatiosi tileille on lähetetty liian monta koodia. Voit pyytää uuden viimeistään vuorokauden kuluttua. Käytä siihen asti palautuskoodia tai pyydä apua.
limit-codes-account-hour = Sinulle on lähetetty liian monta koodia. Voit pyytää uuden viimeistään tunnin kuluttua. Käytä siihen asti palautuskoodia tai pyydä apua.
limit-codes-account-day = Sinulle on lähetetty liian monta koodia. Voit pyytää uuden viimeistään vuorokauden kuluttua. Käytä siihen asti palautuskoodia tai pyydä apua.
limit-codes-network-hour = Verkostasi on pyydetty liian monta koodia. Voit pyytää uuden viimeistään tunnin kuluttua. Käytä siihen asti palautuskoodia tai pyydä apua.
limit-codes-instance-day = Koodeja on lähetetty tänään liian monta, joten enempää ei voi nyt lähettää. Käytä palautuskoodia tai pyydä apua.

limit-emails-sender-hour = Olet lähettänyt liian monta sähköpostiviestiä. Voit lähettää lisää viimeistään tunnin kuluttua.
limit-emails-sender-day = Olet lähettänyt liian monta sähköpostiviestiä. Voit lähettää lisää viimeistään vuorokauden kuluttua.
limit-emails-recipient-hour = Tähän osoitteeseen on lähetetty liian monta sähköpostiviestiä. Voit lähettää lisää viimeistään tunnin kuluttua.
limit-emails-recipient-day = Tähän osoitteeseen on lähetetty liian monta sähköpostiviestiä. Voit lähettää lisää viimeistään vuorokauden kuluttua.
limit-emails-main-account-day = Tileillesi on lähetetty liian monta sähköpostiviestiä. Voit lähettää lisää viimeistään vuorokauden kuluttua.
limit-emails-instance-day = Sähköpostiviestejä on lähetetty tänään liian monta, joten enempää ei voi nyt lähettää. Yritä huomenna uudelleen.
