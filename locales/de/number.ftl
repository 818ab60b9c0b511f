# So werden tausend und zehntausend geschrieben, andere Zahlen richten sich danach.
number-thousand = 1.000
number-ten-thousand = 10.000
