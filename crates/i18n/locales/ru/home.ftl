home-phases = Этапы выбора наставника
home-phase-hiring = Приём
home-phase-selection = Выбор
home-phase-decision = Решение
home-phase-orders = Приказы
home-phase-work = Работа
home-board-tasks = { $count ->
    [one] Сегодня вас ждёт { $count } дело
    [few] Сегодня вас ждут { $count } дела
   *[many] Сегодня вас ждут { $count } дел
    }
home-board-choose = Подумайте, с кем вам хотелось бы работать
home-board-quiet = Сегодня от вас ничего не ждут
home-board-no-programme = В вашей школе программа ещё не началась
home-tasks = Дела по порядку
home-task-answer = Запросы, которые ждут вашего ответа: { $count }
home-task-consent = Пара опубликована, нужно ваше согласие: { $count }
home-task-prepare = Пары, которые ждут приказа: { $count }
home-task-sign = Приказы, которые ждут подписи: { $count }
home-act-requests = К запросам
home-act-orders = К документам
home-mentors = Наставники
home-mentors-count = всего { $count }, по алфавиту
home-card = О себе
home-card-motive = Почему хочет быть наставником:
home-card-gives = Чем может помочь:
home-card-works = Как работает:
home-empty = Здесь пока пусто
home-empty-text = Так бывает: когда появится дело для вас, оно встанет здесь и придёт письмо.
