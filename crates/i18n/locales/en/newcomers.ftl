newcomers-title = Newcomers
newcomers-board = { $count ->
    [0] Every newcomer has a mentor beside them
    [one] { $count } newcomer has no mentor yet
   *[other] { $count } newcomers have no mentor yet
    }
newcomers-board-text = The law asks for the first order within five working days of hiring. A provisional mentor does not stand in the way of the choice.
newcomers-none = Nobody yet
newcomers-none-text = Once a list is taken in, people in their first teaching post stand here. It is normal for this to be empty at first.
newcomers-to-lists = To the lists
newcomers-name = Name a mentor
newcomers-with = With { $name }
newcomers-order-signed = Order signed
newcomers-order-named = Order by { $day }
newcomers-order-open = Name by { $day }
newcomers-order-late = Was due { $day }
newcomers-show-with = { $name } has a mentor beside them
newcomers-show-open = { $name }: name a provisional mentor
newcomers-facts = Facts
newcomers-subject = Subject
newcomers-hired = Works here since
newcomers-mentor = Mentor
newcomers-take-back = Take back, there is no order yet
newcomers-name-title = Provisional mentor
newcomers-name-text = This person is there while the choice goes on. The pair is then chosen by the two.
newcomers-person = Who it will be
newcomers-nobody = Nobody chosen
newcomers-all = All newcomers
newcomers-done-named = The provisional mentor is named. The order can be prepared now; both get a letter.
newcomers-done-taken-back = Taken back. There was no order; you can name somebody else.
newcomers-refused-not-now = In this phase of the programme no provisional mentor is named.
newcomers-refused-has-mentor = There is a mentor already. Open the page again.
newcomers-refused-newcomer = This person is a newcomer too. Choose somebody else.
newcomers-refused-not-eligible = This person does not work here now. Choose somebody else.
newcomers-refused-has-order = An order stands behind it: only another order changes it.
