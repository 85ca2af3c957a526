# «Круговой фонарь»: молодые специалисты делятся тем, что у них получается.
lanterns-title = Круговой фонарь
lanterns-one = Круговой фонарь
lanterns-board = { $count ->
    [one] Горит { $count } фонарь
    [few] Горят { $count } фонаря
   *[many] Горят { $count } фонарей
}
lanterns-board-none = Ни один фонарь пока не горит
lanterns-board-text = Молодой специалист, которого коллеги отметили в какой-то теме, делится ею: открытые часы, ответы, секреты успеха.
lanterns-offered = Коллеги отмечают вас в теме
lanterns-offered-text = Коллеги говорят, что у вас это получается. Хотите поделиться?
lanterns-none = Пока никто не делится
lanterns-none-text = Когда молодого специалиста в одной теме отметит третий коллега, его спросят.
lanterns-lit = Кто чем делится
lanterns-no-hour = открытый час не назначен, можно задать вопрос
lanterns-hour = { $day }, { $at }, { $minutes } мин, { $place }
lanterns-notes = Секреты успеха
lanterns-notes-none = Записей здесь нет.
lanterns-search = Искать слова
lanterns-search-act = Искать
lanterns-recognise = Отметить коллегу
lanterns-recognise-text = { $least ->
    [one] У кого в первые годы что-то получается? Кто это сказал, не прочтёт никто; с { $least } голоса человека спросят, хочет ли он поделиться.
   *[other] У кого в первые годы что-то получается? Кто это сказал, не прочтёт никто; с { $least } голосов человека спросят, хочет ли он поделиться.
    }
lanterns-recognise-act = Отметить
lanterns-field-person = Кого
lanterns-field-topic = В чём
lanterns-choose = Выберите
lanterns-seen = Кто кого отметил, не видно никому
lanterns-done-recognised = Спасибо. Это учтено вместе с тем, что говорят другие.
lanterns-done-accepted = Ваш фонарь горит до конца учебного года.
lanterns-done-ended = Завершено.
lanterns-done-opened = Час объявлен.
lanterns-done-held = Час учтён.
lanterns-done-asked = Вопрос задан.
lanterns-done-replied = Ответ записан.
lanterns-done-noted = Запись в библиотеке.
lanterns-done-note-kept = Запись изменена.
lanterns-done-note-removed = Запись убрана.
lanterns-refused-person = Выберите молодого специалиста, который здесь работает.
lanterns-refused-day = Выберите день с сегодняшнего до конца учебного года.
lanterns-refused-minutes = Час длится от 10 до 180 минут.
lanterns-refused-dark = Этот фонарь не горит.
lanterns-refused-early = Этот час ещё не начался. Отметьте его, когда он начнётся.
lanterns-refused-overlap = В это время у вас уже есть открытый час. Выберите другое время.
lanterns-state-recognised = Коллег, которые так говорят, достаточно. Фонарь пока не горит.
lanterns-state-lit = Горит, последний день: { $day }
lanterns-state-over = Завершено; записи остаются.
lanterns-accept-text = До конца учебного года вы сможете объявлять открытые часы, отвечать на вопросы и писать короткие записи. Столько, сколько захотите; доплаты нет, и завершить можно в любой день без причины. Если не хотите, завершите сразу.
lanterns-accept = Поделиться
lanterns-hours = Открытые часы
lanterns-counted = Проведено: { $minutes } мин
lanterns-hours-none = Открытых часов пока нет.
lanterns-held = проведён
lanterns-hold = Час прошёл
lanterns-open = Объявить открытый час
lanterns-open-act = Объявить
lanterns-field-day = День
lanterns-field-at = Начало
lanterns-field-minutes = Минут
lanterns-field-place = Место
lanterns-questions = Вопросы
lanterns-questions-none = Вопросов, которые вам читать, нет.
lanterns-waits = ждёт ответа
lanterns-answer = Ответ
lanterns-field-question = Ваш вопрос
lanterns-ask = Спросить
lanterns-field-asked = На какой вопрос
lanterns-field-answer = Ваш ответ
lanterns-reply = Ответить
lanterns-seen-question = Вопрос и ответ читают только двое
lanterns-field-title = О чём, одной строкой
lanterns-field-words = Что делать и чем это помогает
lanterns-note = Добавить запись
lanterns-note-change = Изменить
lanterns-note-title = Изменить запись
lanterns-note-text = Запись читает вся школа. Менять её могут автор и координатор.
lanterns-note-keep = Сохранить
lanterns-note-remove = Убрать запись
lanterns-end-text = Завершится сразу, и о причине никто не спросит. Записи останутся в библиотеке.
lanterns-end = Завершить
lanterns-task = Коллеги отметили вас
lanterns-task-text = Посмотрите, в чём, и скажите, хотите ли поделиться.
lanterns-task-questions = { $count ->
    [one] { $count } вопрос ждёт вашего ответа
    [few] { $count } вопроса ждут вашего ответа
   *[many] { $count } вопросов ждут вашего ответа
}
lanterns-task-questions-text = Коллеги спрашивают о том, чем вы делитесь.
lanterns-asked = Ваши вопросы
lanterns-answered = ответ есть
lanterns-call-off = Отменить час
lanterns-done-off = Час отменён.
