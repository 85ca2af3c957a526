# Сообщения многим.
messages-title = Сообщения многим
messages-board-text = Шаблон на трёх языках; кому он уйдёт, видно до отправки.
messages-none = Шаблонов пока нет
messages-none-text = Шаблон пишут один раз на трёх языках, и каждый получает его на своём.
messages-templates = Шаблоны
messages-whole = Готов на трёх языках
messages-unfinished = Не закончен: до отправки нужны все три языка
messages-add = Новый шаблон
messages-field-name = Как вы его называете
messages-field-name-hint = видят только координаторы
messages-add-act = Начать
messages-sent = Отправлено
messages-sent-on = { $day } · { $audience }
messages-received = Сообщения
messages-received-text = Что координатор написал вам и другим.
messages-received-none = Сообщений пока нет
messages-received-none-text = Здесь будет то, что координатор пишет многим.
messages-older = Более ранние сообщения
messages-newest = Последние сообщения
messages-said = { $name }, { $day }
messages-one = Шаблон сообщения
messages-texts = Тексты
messages-variables = В тексте эти слова заменяются для каждого читателя. Скобки оставьте; окончаний к ним не приписывайте.
messages-variable-name = обращение к читателю
messages-variable-school = ваша школа
messages-variable-year = учебный год
messages-variable-sender = кто отправляет
messages-variable-partner = с кем читатель работает в паре
messages-variable-meeting = день следующей встречи пары
messages-no-partner = пары пока нет
messages-no-meeting = день ещё не назначен
messages-in-kk = На казахском
messages-in-ru = На русском
messages-in-en = На английском
messages-field-subject-kk = Тема на казахском
messages-field-subject-ru = Тема на русском
messages-field-subject-en = Тема на английском
messages-field-text-kk = Текст на казахском
messages-field-text-ru = Текст на русском
messages-field-text-en = Текст на английском
messages-field-text-hint = письмо само здоровается по имени: приветствие писать не нужно
messages-keep = Сохранить тексты
messages-samples = Как это читается
messages-try = Отправить себе на трёх языках
messages-to = Кому
messages-field-to = Кто получит
messages-choose = Выберите
messages-field-of = Только учителя предмета
messages-field-of-hint = из выбранных выше
messages-field-person = Только один человек
messages-any = Любой предмет
messages-any-person = Все
messages-any-unmet = Любые
messages-field-unmet = Только пары, которые не встречались
messages-field-unmet-hint = считая от последней встречи, которую подтвердили оба; если встреч не было, то от приказа
messages-unmet = { $weeks ->
    [one] пары, которые не встречались { $weeks } неделю
    [few] пары, которые не встречались { $weeks } недели
   *[other] пары, которые не встречались { $weeks } недель
    }
messages-audience-everybody = все сотрудники школы, у которых есть роль
messages-audience-newcomers = молодые педагоги
messages-audience-mentors = наставники
messages-audience-waiting = молодые педагоги без своего наставника
messages-audience-paired = обе стороны каждой действующей пары
messages-audience-consent = те, чьего согласия на пару ещё нет
messages-audience-plan = наставники закреплённых пар без плана работы
messages-audience-data = те, кто в этой четверти ещё не проверил свои данные
messages-look = Показать, кто это
messages-reach = { $count ->
    [one] Получит { $count } человек
    [few] Получат { $count } человека
    [many] Получат { $count } человек
   *[other] Получат { $count } человека
    }
messages-reach-none = Сейчас не получит никто
messages-reach-had = { $count ->
    [one] { $count } человек уже получил этот текст и второй раз не получит.
    [few] { $count } человека уже получили этот текст и второй раз не получат.
    [many] { $count } человек уже получили этот текст и второй раз не получат.
   *[other] { $count } человека уже получили этот текст и второй раз не получат.
    }
messages-reach-page = { $count ->
    [one] { $count } из них прочтёт на странице, без письма.
    [few] { $count } из них прочтут на странице, без письма.
    [many] { $count } из них прочтут на странице, без письма.
   *[other] { $count } из них прочтут на странице, без письма.
    }
messages-sent-today = Сегодня им уже отправлено
messages-send = Отправить
messages-remove = Убрать шаблон из списка
messages-one-sent = Отправленное сообщение
messages-sent-by = { $name }, { $day } · { $audience }
messages-log = Что с ним стало
messages-counts = Всего: { $all }. Письмо отправлено: { $sent }, письмо ждёт: { $waiting }, читают на странице: { $page }, письмо не доставлено: { $failed }.
messages-outcome-sent = письмо отправлено
messages-outcome-waiting = письмо ждёт
messages-outcome-page = на странице
messages-outcome-failed = письмо не доставлено
messages-said-then = Что в нём было
messages-seen-log = Видят координаторы. Прочитано ли письмо, не видит никто.
messages-done-added = Шаблон создан. Напишите его на трёх языках.
messages-done-kept = Сохранено.
messages-done-tried = Три письма, по одному на каждом языке, идут только к вам.
messages-done-sent = Отправлено. Кто не хочет писем ночью, получит утром.
messages-done-removed = Шаблон убран из списка; отправленное осталось.
messages-refused-many = Шаблонов уже столько, сколько может быть. Уберите один из списка.
messages-refused-unknown = Вместо [{ $word }] нечего подставить. Возьмите слово из списка или поставьте круглые скобки.
messages-refused-unfinished = Сначала напишите тему и текст на всех трёх языках.
messages-refused-nobody = Все они уже получили этот текст, или там никого нет.
messages-refused-others = В списке теперь другие люди. Посмотрите ещё раз и отправьте.
messages-refused-no-address = У вас не записан адрес почты, поэтому письмо не уйдёт. Как оно читается, показано на этой странице.
