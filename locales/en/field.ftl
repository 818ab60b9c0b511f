# What fields are called, where a sentence quotes them.

field-code = Code
field-phone = Phone number
field-email = E-mail address
field-name-or-email = User name or e-mail address
field-new-password = New password
field-list = List of addresses
field-way = SMS or call
field-return-to = Page to return to
field-session = Session
field-address = IP address
field-account = Account
field-box = Check box
field-button = Button
field-reason = Reason
