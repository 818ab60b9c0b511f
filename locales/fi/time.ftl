time-day = { $day }. { $month ->
        [1] tammikuuta
        [2] helmikuuta
        [3] maaliskuuta
        [4] huhtikuuta
        [5] toukokuuta
        [6] kesäkuuta
        [7] heinäkuuta
        [8] elokuuta
        [9] syyskuuta
        [10] lokakuuta
        [11] marraskuuta
       *[12] joulukuuta
    } { $year }
time-moment = { $day }. { $month ->
        [1] tammikuuta
        [2] helmikuuta
        [3] maaliskuuta
        [4] huhtikuuta
        [5] toukokuuta
        [6] kesäkuuta
        [7] heinäkuuta
        [8] elokuuta
        [9] syyskuuta
        [10] lokakuuta
        [11] marraskuuta
       *[12] joulukuuta
    } { $year } klo { $hour }.{ $minute } UTC

time-seconds =
    { $count ->
        [one] { $count } sekunti
       *[other] { $count } sekuntia
    }
time-minutes =
    { $count ->
        [one] { $count } minuutti
       *[other] { $count } minuuttia
    }
time-hours =
    { $count ->
        [one] { $count } tunti
       *[other] { $count } tuntia
    }

time-just-now = juuri äsken
time-minutes-ago =
    { $count ->
        [one] { $count } minuutti sitten
       *[other] { $count } minuuttia sitten
    }
time-hours-ago =
    { $count ->
        [one] { $count } tunti sitten
       *[other] { $count } tuntia sitten
    }
time-days-ago =
    { $count ->
        [one] { $count } päivä sitten
       *[other] { $count } päivää sitten
    }
time-on = { $day }
