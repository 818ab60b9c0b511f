# Dates, times and durations. Others put them into their sentences.

# $month is 1 to 12. $hour and $minute have two digits.
time-day = { $day ->
        [1] 1er
       *[other] { $day }
    }{ "\u00A0" }{ $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year }
time-moment = { $day ->
        [1] 1er
       *[other] { $day }
    }{ "\u00A0" }{ $month ->
        [1] janvier
        [2] février
        [3] mars
        [4] avril
        [5] mai
        [6] juin
        [7] juillet
        [8] août
        [9] septembre
        [10] octobre
        [11] novembre
       *[12] décembre
    } { $year } à { $hour }:{ $minute } UTC

# How long something takes, or is still to come.
time-seconds =
    { $count ->
        [one] { $count } seconde
        [many] { $count } de secondes
       *[other] { $count } secondes
    }
time-minutes =
    { $count ->
        [one] { $count } minute
        [many] { $count } de minutes
       *[other] { $count } minutes
    }
time-hours =
    { $count ->
        [one] { $count } heure
        [many] { $count } d’heures
       *[other] { $count } heures
    }

# How long ago something was, at the end of a sentence or alone.
time-just-now = à l’instant
time-minutes-ago =
    { $count ->
        [one] il y a { $count } minute
        [many] il y a { $count } de minutes
       *[other] il y a { $count } minutes
    }
time-hours-ago =
    { $count ->
        [one] il y a { $count } heure
        [many] il y a { $count } d’heures
       *[other] il y a { $count } heures
    }
time-days-ago =
    { $count ->
        [one] il y a { $count } jour
        [many] il y a { $count } de jours
       *[other] il y a { $count } jours
    }
# $day is time-day.
time-on = le { $day }
