# The frame of every page and the fixed words of its parts.
layout-name = Tälimger
layout-skip = Skip to content
layout-language = Language
layout-nav = Main
layout-nav-home = Home
layout-nav-people = People
layout-nav-selection = Selection
layout-nav-requests = Requests
layout-nav-pairs = Pairs
layout-nav-meetings = Meetings
layout-nav-documents = Documents
layout-nav-contacts = Joint work
layout-nav-mentors = Mentors
layout-tabs = Pages of this place
layout-tab-people = All staff
layout-tab-slips = Sign-in slips
layout-tab-audit = Log of actions
layout-tab-newcomers = Newcomers
layout-tab-mentors = Mentors
layout-tab-contacts = Who with whom
layout-tab-proposals = Proposal
layout-tab-programme = Dates and rules
layout-tab-choices = Sealed list
layout-tab-requests = Requests
layout-tab-card = My card
layout-names-more = { $names } and { $count } more
layout-menu = Menu
layout-profile = Profile
layout-appearance = Look
layout-theme-auto = As on this device
layout-theme-light = Light
layout-theme-dark = Dark
layout-vision-usual = Usual version
layout-vision-low = Low-vision version
layout-sign-out = Sign out
layout-help = Help
layout-who-sees = Who sees what
layout-helplines = Helplines:
layout-clock = Test clock
layout-clock-today = In this demonstration today is { $day }
layout-clock-move = Move to this day

# Parts
layout-phase-past = done: { $name }
layout-phase-now = now: { $name }
layout-phase-next = ahead: { $name }
layout-star = Mark for myself: { $name }
layout-seen-you = Only you see this
layout-seen-pair = The two of you see this
layout-seen-document = Goes into the document
layout-basis-law = Required by law
layout-basis-school = The school’s choice
layout-rank-up = Move up: { $name }
layout-rank-down = Move down: { $name }
layout-rank-off = Take off
layout-rank-tie = Equal
layout-rank-equal = Equal to the one above
layout-limit = { $count } characters at most
layout-drop = You can also drop the file here
layout-no-slot = No shared free period
layout-errors = { $count ->
    [one] One thing needs mending
   *[other] { $count } things need mending
}
layout-becomes = becomes
layout-pages = Pages
layout-pages-shown = Lines { $from }–{ $to } of { $of }
layout-pages-previous = Previous page
layout-pages-next = Next page
layout-contact-met = met
layout-contact-planned = planned
layout-contact-missed = did not take place
layout-contact-excused = called off
layout-contact-open = arrange
layout-contact-not-yet = not met yet

# Errors
layout-error-ask = Still a question?
layout-error-number = Write to the coordinator and give this number:
layout-common = in common
layout-paper-kk = Print in Kazakh
layout-paper-ru = Print in Russian
layout-xlsx = Excel table
layout-csv = CSV table
