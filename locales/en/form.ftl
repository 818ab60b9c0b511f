# What is the same in every form.

# Before the title of a page and before a message, heard by people who use a screen reader.
form-error = Error:
form-problem = There is a problem
form-password = Password
form-show-password = Show the password as I type
form-hide-password = Hide the password
form-code = One-time password
form-code-hint = 6 digits, for example 123 456
