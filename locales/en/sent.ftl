# A code that was sent by SMS or call.

sent-code-works = The code works for { $time } more.
sent-nothing-wait = Nothing there? You can ask again in { $wait }. Reloading this page sends nothing.
sent-nothing = Nothing there? Ask again.
sent-nothing-other-way = Nothing there? Ask again, or try the other way.
sent-same-code = The same code is sent again.
