# A code that was sent by SMS or call.

sent-code-works = The code works for another { $time }.
sent-nothing-wait = No code yet? You can ask again in { $wait }. Reloading this page does not send another code.
sent-nothing = No code yet? Ask again.
sent-nothing-other-way = No code yet? Ask again, or try the other way.
sent-same-code = The same code is sent again.

# What became of it, on the page where it is entered.
sent-ringing = Your phone { $number } is ringing.
sent-answered = You answered the call: press any key on the phone, then listen.
sent-call-ended = The call has ended.
sent-call-under-way = We are calling { $number }. Press any key when you answer.
sent-sms-delivered = The SMS to { $number } was delivered.
sent-sms-on-its-way = An SMS to { $number } is on its way. It usually takes less than a minute.
sent-email-on-its-way = An e-mail is on its way. It usually takes less than a minute. After five minutes, look in your spam folder.

# Why it did not arrive, and what to do. $next is the way that is left: sms, call or other.
sent-failed-not-mobile =
    { $next ->
        [call] This number cannot receive an SMS. Try a call instead.
       *[other] This number cannot receive an SMS.
    }
sent-failed-not-reachable =
    { $next ->
        [sms] We could not reach your phone. Try an SMS instead, or try again later.
        [call] We could not reach your phone. Try a call instead, or try again later.
       *[other] We could not deliver the code. Try again later.
    }
sent-failed-busy =
    { $next ->
        [sms] Your phone was busy. Try again, or try an SMS instead.
       *[other] Your phone was busy. Try again.
    }
sent-failed-no-answer =
    { $next ->
        [sms] Nobody answered the call. Try again, or try an SMS instead.
       *[other] Nobody answered the call. Try again.
    }
sent-failed-refused =
    { $next ->
        [sms] The call was refused: the number may be wrong, or it blocks such calls. Try an SMS instead.
        [call] The SMS was refused: the number may be wrong, or it blocks such messages. Try a call instead.
       *[other] The message was refused: the number or address may be wrong, or it blocks such messages.
    }
sent-failed-provider-away =
    { $next ->
        [sms] We cannot call you at the moment, because our provider is not available. Try an SMS instead, or try again in a few minutes.
        [call] We cannot send an SMS at the moment, because our provider is not available. Try a call instead, or try again in a few minutes.
       *[other] We cannot send the code at the moment, because our provider is not available. Try again in a few minutes.
    }
sent-not-to-country = We do not send codes to the country of this number.
sent-not-to-kind = We do not send codes to premium-rate, shared-cost, freephone, satellite, pager, voicemail or company numbers. Enter the number of a mobile phone or a landline.

# The same in a few words, in the list of sent codes.
sent-list-country = Not sent: country not allowed
sent-list-kind = Not sent: not a personal phone number
sent-list-account-hour = Not sent: hourly limit of the account
sent-list-account-day = Not sent: daily limit of the account
sent-list-recipient-hour = Not sent: hourly limit of the recipient
sent-list-recipient-day = Not sent: daily limit of the recipient
sent-list-main-account-day = Not sent: daily limit of the main account
sent-list-network-hour = Not sent: hourly limit of the IP address
sent-list-instance-day = Not sent: daily limit of this site
sent-list-sending = Being sent
sent-list-sent = Sent
sent-list-ringing = Ringing
sent-list-answered = Answered
sent-list-delivered = Delivered
sent-list-call-ended = Call ended
sent-list-not-reachable = Failed: phone not reachable
sent-list-not-mobile = Failed: number cannot receive SMS
sent-list-refused = Failed: number wrong or blocked
sent-list-busy = Failed: busy
sent-list-no-answer = Failed: no answer
sent-list-provider-away = Failed: provider not available
