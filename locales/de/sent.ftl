# Ein Code, der per SMS oder Anruf gesendet wurde.

sent-code-works = Der Code gilt noch { $time }.
sent-nothing-wait = Nichts angekommen? In { $wait } können Sie den Code erneut anfordern. Wenn Sie diese Seite neu laden, wird nichts gesendet.
sent-nothing = Nichts angekommen? Fordern Sie den Code erneut an.
sent-nothing-other-way = Nichts angekommen? Fordern Sie den Code erneut an, oder versuchen Sie den anderen Weg.
sent-same-code = Sie erhalten dann denselben Code.
