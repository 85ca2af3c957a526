# The registers of mentors and newcomers (doc:A19).
registers-title = Registers
registers-mentors = Register of mentors
registers-newcomers = Register of newcomers
registers-board-mentors = { $count ->
    [one] The register holds { $count } mentor
   *[other] The register holds { $count } mentors
    }
registers-board-newcomers = { $count ->
    [one] The register holds { $count } newcomer
   *[other] The register holds { $count } newcomers
    }
registers-board-text = A register is always of today: it is made from lists, cards and orders, and nobody keeps it apart.
registers-search = Find in the register
registers-search-hint = name, subject, language, number of an order
registers-search-act = Find
registers-shown = { $count } of { $all } shown
registers-none = Nobody stands in the register yet
registers-none-text = It fills by itself when people are taken into the programme.
registers-not-found = Nobody is found by “{ $q }”
registers-not-found-text = Check the words, or show everybody.
registers-show-all = Show everybody
registers-left-out = The term of a category and courses are not kept here, so there are no such columns.
registers-column-name = Name
registers-column-work = Post, subject
registers-column-category = Category
registers-column-languages = Languages
registers-column-load = Lessons a week
registers-column-places = Places
registers-column-hired_on = Works since
registers-column-now-mentors = Newcomers, order or consents
registers-column-now-newcomers = Mentor, order or consents
registers-column-past-mentors = Earlier newcomers
registers-column-past-newcomers = Earlier mentors
registers-language-kk = Kazakh
registers-language-ru = Russian
registers-language-en = English
registers-places = { $taken } of { $all }
registers-now-order = { $name }: order No. { $number }, { $day }
registers-now-provisional = { $name }, provisional: order No. { $number }, { $day }
registers-now-named = { $name }, provisional: no order yet
registers-now-consents = { $name }: { $count } of 2 consents, no order yet
registers-past = { $name }, until { $day }
