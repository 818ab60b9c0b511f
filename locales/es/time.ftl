# Fechas, horas y duraciones. Otros mensajes las ponen en sus oraciones.

# $month va de 1 a 12. $hour y $minute tienen dos dígitos.
time-day = { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }
time-moment = { $day } de { $month ->
        [1] enero
        [2] febrero
        [3] marzo
        [4] abril
        [5] mayo
        [6] junio
        [7] julio
        [8] agosto
        [9] septiembre
        [10] octubre
        [11] noviembre
       *[12] diciembre
    } de { $year }, { $hour }:{ $minute }{ "\u00A0" }UTC

# Cuánto dura algo o cuánto falta.
time-seconds =
    { $count ->
        [one] { $count } segundo
        [many] { $count } de segundos
       *[other] { $count } segundos
    }
time-minutes =
    { $count ->
        [one] { $count } minuto
        [many] { $count } de minutos
       *[other] { $count } minutos
    }
time-hours =
    { $count ->
        [one] { $count } hora
        [many] { $count } de horas
       *[other] { $count } horas
    }

# Cuánto hace de algo, al final de una oración o solo.
time-just-now = hace un momento
time-minutes-ago =
    { $count ->
        [one] hace { $count } minuto
        [many] hace { $count } de minutos
       *[other] hace { $count } minutos
    }
time-hours-ago =
    { $count ->
        [one] hace { $count } hora
        [many] hace { $count } de horas
       *[other] hace { $count } horas
    }
time-days-ago =
    { $count ->
        [one] hace { $count } día
        [many] hace { $count } de días
       *[other] hace { $count } días
    }
# $day es time-day.
time-on = el { $day }
