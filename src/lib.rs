//! Vestibule: the room between two doors. An account portal in which one signs in with a
//! password, then with a one-time password.
//!
//! # The map
//!
//! Layer first; the same noun inside every layer. Read down for one layer, across for one
//! feature.
//!
//! ```text
//! main.rs                     arguments → command; nothing else
//! lib.rs                      this map
//! app/                        composition root: settings → services → server
//!   background.rs             one list of tasks, each with a pause and a status
//!   build.rs                  settings → services
//!   closing.rs                a listener is closed without a loss
//!   lease.rs                  which tasks this instance runs
//! hasher/                     the hashing pool: threads, kept memory
//!   admission.rs               places of strangers on their way to them
//!   lanes.rs                  short queues, so that strangers do not starve people inside
//! commands/                   one file per subcommand
//!   account.rs                add, list, show, set-password, require-2fa, reset-2fa, …
//!   activity.rs               is the log as it was written
//!   core_dumps.rs             no memory image on disk
//!   check.rs                  does the database hold what it should
//!   keys.rs                   make and rotate a key ring
//!   log_lines.rs              the log's way to standard error
//!   migrate.rs                bring the schema up to date
//!   seed.rs                   a database of many accounts, for measuring
//!   serve.rs                  serve until told to stop
//! config/                     the only readers of the environment; values, not services
//!   database.rs               DATABASE_URL, and the wait for it at the start
//!   environment.rs            empty and unknown variables
//!   keys.rs                   the key file
//!   limits.rs                 how much may be sent
//!   locales.rs                the operator's own words and languages
//!   log.rs                    how to log
//!   look.rs                   accent colour and logo
//!   mail.rs                   SMTP_URL and MAIL_FROM
//!   phone.rs                  TWILIO_* and the countries that are sent to
//!   retention.rs              how long activity is kept
//!   secret.rs                 a value, a file that holds it, or a credential of systemd's
//!   sign_in.rs                issuer, support, key length, help
//!   web.rs                    listener, origin, trusted proxies
//! delivery/                   mail, SMS and calls out
//!   letter.rs                 notifications as e-mails
//!   phone_message.rs          a text, or a call that speaks
//!   smtp.rs                   by a mail server: the only lettre
//!   terminal.rs               trial mode: printed
//!   twilio.rs                 by a provider of SMS and calls: the only reqwest
//!   twiml.rs                  what a call says
//!   voice.rs                  in whose name and language messages speak
//! domain/                     rules only; time and randomness come in as arguments
//!   account.rs                user names, e-mail addresses, epochs
//!   allow_list.rs             networks that one may sign in from
//!   authenticator/            what a person proves with
//!     breached.rs             passwords that were stolen elsewhere
//!     breached_passwords.bin  their list, made by script/breached-passwords
//!     enrolled.rs             everything that an account has besides its password, by kind
//!     method.rs               what was proven, by the name that it is stored under
//!     out_of_band.rs          codes that are sent: made, looked for, spent
//!     password.rs             may it be one, is it right: the only giver of PasswordVerified
//!     recovery_code.rs        ten codes for the day the authenticator is gone
//!     set_up_code.rs          a code that a reset shows where nothing can be sent
//!     totp.rs                 keys, codes, claims, time steps, the clock doctor
//!   change.rs                 what a change takes: the table, and leave to make it
//!   client.rs                 an address and a kind of browser
//!   clock.rs                  moments
//!   event_chain.rs            how entries of the activity log are linked and anchored
//!   evidence.rs               what a session proved, and when
//!   facts.rs                  what the rules read of an account's row
//!   known_browser.rs          browsers in which an account has signed in before
//!   language.rs               the language that somebody reads
//!   lifetimes.rs              how long each thing lives: every duration on one page
//!   limits/                   how often something may be tried or sent
//!     counter.rs              every counter, with whom it counts for and its limit
//!     send_budget.rs          how much may be sent
//!     throttle.rs             what a charged attempt leads to
//!   link.rs                   what a one-time link is for, and what ends it
//!   named.rs                  enums with one name for each variant
//!   next_step.rs              what the next sign-in of an account asks for
//!   notification.rs           what an owner is told, and how long it is tried
//!   phone_delivery.rs         what becomes of a message or call
//!   phone_number.rs           phone numbers, and which are sent to
//!   policy.rs                 what a main account demands
//!   proof.rs                  evidence of a second factor that was spent once
//!   random.rs                 unpredictable bytes, tokens and their digests
//!   sealed.rs                 secrets at rest, the key ring
//!   security_event.rs         what the activity log records
//!   session.rs                Challenged, EnrolmentRequired and SignedIn, and when they end
//!   sign_in.rs                the transitions; each consumes what it replaces
//!   subaccount.rs             who manages whom
//!   typed.rs                  what people type or paste, before it is read
//! flows/                      one file per journey: order of checks, transaction, event, notice
//!   activity.rs               what happened in an account
//!   administer.rs             from the command line
//!   allow_list.rs             from where one may sign in, and approving an address
//!   answer_call.rs            what a call says once it is answered
//!   approved_addresses.rs     addresses approved by a mailed link, and revoking them
//!   caller.rs                 who sends a request, by their session
//!   change_email.rs           another e-mail address
//!   change_password.rs        another password, by whoever knows the old one
//!   change_phone.rs           another phone number
//!   check.rs                  does the database hold what it should
//!   choose_language.rs        the language that somebody reads
//!   choose_password.rs        the one way to a new password
//!   contacts.rs               another address or number, and the end of what was sent to the old one
//!   deliver.rs                notices from the outbox to the mail server
//!   enrol.rs                  set up or replace an authenticator
//!   fault.rs                  what is not the person's to correct
//!   first_run.rs              the one-time link and the first main account
//!   forgotten_password.rs     a mailed link to another password
//!   invite.rs                 a new subaccount and its link to a first password
//!   mailing.rs                mail to owners, charged and queued
//!   manage_subaccount.rs      what a manager does to a subaccount
//!   next_step.rs              the same, by what the database and the settings say
//!   not_me.rs                 an owner's answer to a stolen password
//!   open_sessions.rs          where one is signed in, and ending that
//!   password_link.rs          a link to another password, made by a manager
//!   prove_contact.rs          a code proves a new number or address
//!   recover.rs                sign in with a recovery code
//!   regenerate.rs             a new set of recovery codes
//!   remind.rs                 mails before a second factor is mandatory
//!   remove_authenticator.rs   switch 2FA off
//!   reseal.rs                 secrets under a new key
//!   restore_email.rs          the address before a change takes it back
//!   seed.rs                   a database of many accounts, for measuring
//!   send_code.rs              a code to a phone or by mail
//!   sent_codes.rs             what was sent for a main account
//!   services.rs               what every flow works with: keys, channels, settings
//!   set_policy.rs             what a main account demands
//!   sign_in.rs                password, then code
//!   sign_out.rs               the end of a session
//!   step_up.rs                one's password or code again, before a change
//!   subaccounts.rs            the accounts of a main account
//!   sweep.rs                  removes what is over
//!   track_code.rs             where a code is that was sent
//!   verify/                   a password or a code: charged, verified, settled
//!     password.rs             of somebody who is signed in
//!     recovery_code.rs        instead of the authenticator
//!     sent_code.rs            to a phone or by mail
//!     set_up_code.rs          after a reset
//!     totp.rs                 of the authenticator
//!   work.rs                   one change, all or nothing: the verbs of every journey
//! store/                      all SQL and the only diesel; one file per table
//!   account_lists.rs          the accounts of a main account, listed, counted and found
//!   accounts.rs               accounts and password hashes
//!   allow_lists.rs            networks that one may sign in from
//!   answered_forms.rs         forms that were sent, and what they were answered with
//!   approved_addresses.rs     addresses approved by a mailed link
//!   authenticators.rs         what an account can prove with, over all tables
//!   callers.rs                what a request has to know of whoever sends it, in one statement
//!   code_deliveries.rs        what was sent and what was withheld
//!   dialect.rs                that there are two databases
//!   event_chains.rs           where the chains of the activity log begin and end
//!   event_log.rs              whether the activity log holds, and what is no longer kept
//!   file.rs                   the file of a SQLite database, before it is opened
//!   invariants.rs             rules over several tables
//!   kept.rs                   changes whose prepared statement is kept
//!   key_checks.rs             is this the right key ring
//!   languages.rs              what languages people read
//!   leases.rs                 which instance runs which task
//!   location.rs               where the database is, as DATABASE_URL says it
//!   mandatory_reminders.rs    who was reminded of a date
//!   migrations.rs             the schema's history, applied under a lock
//!   one_time_links.rs         links of every purpose, each good once
//!   out_of_band_codes.rs      codes that were sent
//!   outbox.rs                 mail on its way out
//!   password_requests.rs      who asked for one
//!   phone_numbers.rs          phone numbers, proven or given
//!   policies.rs               what main accounts demand
//!   readers.rs                connections that only read a file, one for each thread
//!   recovery_codes.rs         recovery codes by their digest
//!   schema.rs                 the tables
//!   security_events.rs        the activity log
//!   send_counters.rs          how much was sent
//!   sessions.rs               sessions by the digest of their id
//!   throttles.rs              counters of attempts and of what was sent
//!   totp_authenticators.rs    authenticator apps, keys sealed
//!   turns.rs                  whose turn it is to read something long
//!   writer.rs                 the one writer of a file: what waits is committed together
//! text/                       every sentence that a person reads, by message id, from locales/
//!   browsers.rs               what somebody signs in with
//!   languages.rs              the languages of an installation, and its operator's own words
//!   numbers.rs                how numbers are written
//!   problems.rs               what has to be corrected in what somebody typed
//!   shape.rs                  what a message takes, and the tags in it
//!   source.rs                 reads a Fluent file, and says where a fault is
//!   tags.rs                   a message with tags as HTML
//!   times.rs                  dates, times and durations
//! web/                        HTTP in, HTML out; no SQL, no rules
//!   accent.rs                 the operator's colour, made readable
//!   assets.rs                 the files that browsers keep, with their addresses
//!   client.rs                 who is asking
//!   compress.rs               pages and files in gzip
//!   cookies.rs                cookies of ours in the bytes of a header
//!   csrf.rs                   was a form posted from our own page
//!   csv.rs                    text for spreadsheets
//!   admission.rs               who may give a password while many do
//!   error.rs                  why there is no page
//!   error_page.rs             the page that says so
//!   frame.rs                  what stands around every page
//!   field.rs                  the fields that forms have
//!   form.rs                   a form as it is shown, and as it comes back
//!   forwarded.rs              who asks, as trusted proxies say it
//!   guard.rs                  who may enter
//!   headers.rs                what every answer carries
//!   hooks.rs                  what the provider of SMS and calls asks and tells
//!   known_browser.rs          the cookie that makes a browser known to an account
//!   language.rs               which language a page is in
//!   language_list.rs          the list of languages in forms
//!   page.rs                   the request that a page answers, and the way out
//!   pages/                    one file per page: form, view, show, submit
//!     account/                one's own account
//!       activity.rs           what happened
//!       addresses.rs          from where one may sign in
//!       approvals.rs          revoking addresses that were approved
//!       authenticator.rs      set-up
//!       checklist.rs          how one is protected, and what is best done next
//!       confirm.rs            confirm your password
//!       details.rs            account details
//!       email.rs              a new address is proven
//!       manage.rs             manage 2FA
//!       overview.rs           what to do next
//!       password.rs           another password
//!       phone.rs              a new number is proven
//!       recovered.rs          what next, after a recovery code, SMS or call
//!       recovery_codes.rs     the codes, shown once
//!       security.rs           how one signs in
//!       sessions.rs           where one is signed in
//!     activity.rs             what lists of activity show
//!     approvals.rs            what lists of approved addresses show
//!     assets.rs               the stylesheet, the icon and the logo
//!     approve_address.rs      another address, by a mailed link
//!     choose_password.rs      a password, by a one-time link
//!     forgotten_password.rs   asks for a mailed link
//!     health.rs               for load balancers
//!     help.rs                 help
//!     language.rs             the choice in the foot of every page
//!     login/                  signing in, step by step
//!       backup.rs             a code by SMS or call
//!       code.rs               the one-time password
//!       email.rs              a code by mail
//!       password.rs           user name and password
//!       recovery.rs           a recovery code
//!       recovery_codes.rs     the codes after a required set-up
//!       setup.rs              a required set-up, before any other page
//!       setup_code.rs         the code that a reset showed, before the set-up
//!     logout.rs               signing out
//!     not_me.rs               somebody else used the password
//!     policy.rs               what a main account demands
//!     policy_approvals.rs     addresses approved against its list for everybody
//!     restore_email.rs        the address before, put back by a mailed link
//!     sent_code.rs            what became of a code that was sent
//!     sessions.rs             what lists of sessions show
//!     step_up.rs              the code that a change asks for, and leave to make it
//!     styleguide.rs           each component in each state, in debug builds alone
//!     subaccounts/            the accounts of a main account
//!       access.rs             unlock, disable, enable, delete
//!       activity.rs           what happened in one
//!       approvals.rs          revoking addresses that were approved
//!       change.rs             a subaccount as its manager sees it, with all forms
//!       details.rs            2FA required, e-mail address and number
//!       invitation.rs         another invitation
//!       justification.rs      what a manager gives to touch another's protection
//!       list.rs               search, filter, pages
//!       managers.rs           what was done to all of them, and by whom
//!       new.rs                another user
//!       password_link.rs      a link to another password
//!       second_factor.rs      a reset
//!       sent_codes.rs         what was sent, and what was not
//!       sessions.rs           where one is signed in
//!     welcome.rs              the first main account
//!     whose_phone.rs          "is this your phone?", in both set-ups
//!   paths.rs                  every path, once
//!   qr.rs                     QR codes as inline SVG
//!   refusal.rs                why a form is refused, in words
//!   request_id.rs             what a request is called
//!   request_log.rs            one line for each request
//!   return_to.rs              where one was going, within this origin
//!   routes.rs                 the whole URL table
//!   session/                  the browser's session and its verbs: begin, enter, leave
//!     browser.rs              what a request knows of its session, and changes
//!     cookie.rs               the signed id in the browser
//!     layer.rs                what stands around the pages: read, answer, write down
//!     record.rs               a session as it is written down
//!     repeat.rs               a form that is sent twice counts once
//!     storage.rs              sessions and answered forms in the database
//!   site.rs                   what every page knows of this installation
//!   submission.rs             what was posted, token checked
//!   whom.rs                   whom somebody asks who is stuck
//!   words/                    what several pages say
//!     events.rs               what the activity log records
//!     limits.rs               that a limit is reached, and until when
//!     sent_codes.rs           what became of codes that were sent
//!     times.rs                times and waits
//! ```
//!
//! Imports run one way: `web → flows → {store, delivery, hasher} → domain`, `web → domain`,
//! `{web, delivery} → text`, `commands → app → all`; `config` is read by `commands` and `app` alone.
//!
//! # Where to start
//!
//! With a sign-in: [`web::routes`] → [`web::pages::login::password`] →
//! [`flows::sign_in`] → [`store::accounts`] and [`domain::authenticator::password`] →
//! [`domain::sign_in`], and back to the page, which matches
//! [`domain::sign_in::Progress`].

pub mod app;
pub mod commands;
pub mod config;
pub mod delivery;
pub mod domain;
pub mod flows;
pub mod hasher;
pub mod store;
pub mod text;
pub mod web;
