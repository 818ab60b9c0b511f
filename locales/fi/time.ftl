time-day = { $day }.{ "\u00A0" }{ $month ->
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
time-moment = { $day }.{ "\u00A0" }{ $month ->
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
    } { $year } klo{ "\u00A0" }{ $hour }.{ $minute }{ "\u00A0" }UTC

time-seconds =
    { $count ->
        [one] { $count }{ "\u00A0" }sekunti
       *[other] { $count }{ "\u00A0" }sekuntia
    }
time-minutes =
    { $count ->
        [one] { $count }{ "\u00A0" }minuutti
       *[other] { $count }{ "\u00A0" }minuuttia
    }
time-hours =
    { $count ->
        [one] { $count }{ "\u00A0" }tunti
       *[other] { $count }{ "\u00A0" }tuntia
    }

time-just-now = juuri äsken
time-minutes-ago =
    { $count ->
        [one] { $count }{ "\u00A0" }minuutti sitten
       *[other] { $count }{ "\u00A0" }minuuttia sitten
    }
time-hours-ago =
    { $count ->
        [one] { $count }{ "\u00A0" }tunti sitten
       *[other] { $count }{ "\u00A0" }tuntia sitten
    }
time-days-ago =
    { $count ->
        [one] { $count }{ "\u00A0" }päivä sitten
       *[other] { $count }{ "\u00A0" }päivää sitten
    }
time-on = { $day }
