home-phases = Phases of the choice
home-phase-hiring = Hiring
home-phase-selection = Selection
home-phase-decision = Decision
home-phase-orders = Orders
home-phase-work = Work
home-board-tasks = { $count ->
    [one] { $count } thing waits for you today
   *[other] { $count } things wait for you today
    }
home-board-choose = Think about whom you would like to work with
home-board-quiet = Nothing is expected of you today
home-board-no-programme = The programme has not begun in your school
home-tasks = Things to do, in order
home-task-answer = Requests that wait for your answer: { $count }
home-task-consent = A pair is published and needs your consent: { $count }
home-task-prepare = Pairs that wait for an order: { $count }
home-task-sign = Orders that wait for your signature: { $count }
home-act-requests = To the requests
home-act-orders = To the documents
home-mentors = Mentors
home-mentors-count = { $count } in all, by name
home-card = In their own words
home-card-motive = Why a mentor:
home-card-gives = Can give:
home-card-works = Works like this:
home-empty = Nothing here yet
home-empty-text = That is normal: when there is something for you it stands here and a letter comes.
