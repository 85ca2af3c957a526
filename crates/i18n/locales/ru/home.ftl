home-phases = Этапы программы
home-phase-hiring = Приём
home-phase-selection = Выбор
home-phase-decision = Решение
home-phase-orders = Приказы
home-phase-work = Работа
home-phase-left = { $count ->
    [one] остался { $count } день, { $until }
    [few] осталось { $count } дня, { $until }
   *[many] осталось { $count } дней, { $until }
    }
home-when-late = Срок был { $day }
home-when-today = Сегодня
home-when-weekday = { $weekday ->
    [1] До понедельника
    [2] До вторника
    [3] До среды
    [4] До четверга
    [5] До пятницы
    [6] До субботы
   *[7] До воскресенья
    }
home-when-minute = 1 минута
home-board-late = { $count ->
    [one] Сегодня { $count } дело, срок был { $day }
    [few] Сегодня { $count } дела, срок первого был { $day }
   *[many] Сегодня { $count } дел, срок первого был { $day }
    }
home-board-until = { $count ->
    [one] Сегодня { $count } дело, { $until }
    [few] Сегодня { $count } дела, первое { $until }
   *[many] Сегодня { $count } дел, первое { $until }
    }
home-board-count = { $count ->
    [one] Сегодня { $count } дело
    [few] Сегодня { $count } дела
   *[many] Сегодня { $count } дел
    }
home-coverage = Поработали вместе: { $met } из { $all } возможных знакомств.
home-tasks = Дела по порядку
home-tasks-more = { $count ->
    [1] Ещё одно дело
    [one] Ещё { $count } дело
    [few] Ещё { $count } дела
   *[many] Ещё { $count } дел
    }
home-of = { $count } из { $of }
home-aside = Кстати

# Newcomer and mentor
home-consent = Решите, согласны ли вы на пару. Ваша пара: { $name }
home-consent-text = Приказ выйдет, когда согласятся оба. Отказ не объясняют.
home-meeting = Первая встреча { $day }, { $time }: { $name }
home-meeting-text = Место: { $place }
home-plan = Договоритесь о дне первой встречи. Ваша пара: { $name }
home-plan-text = День может предложить любой из вас, и любой может его перенести.
home-confirm = Подтвердите совместную работу { $day }: { $name }
home-confirm-many = Подтвердите совместную работу: { $count }
home-confirm-text = Её записала другая сторона. Если всё было так, одно нажатие.
home-impression = Запишите впечатление о совместной работе { $day }: { $name }
home-impression-text = Три вопроса и строка для себя. Увидите только вы.
home-ranking-newcomer = Напишите закрытый список: с кем вы хотели бы работать
home-ranking-mentor = Напишите закрытый список: кого вы могли бы взять
home-ranking-text = До срока список видите только вы. Другая сторона не увидит его никогда.
home-question = { $name } задаёт вопрос о вашем запросе
home-question-text = Теперь ваш ход. Вопрос и ответ видите вы двое.
home-meet = { $name } хочет сначала встретиться
home-meet-text = Договоритесь о времени, а после встречи запишите её здесь.
home-next = Следующий в вашем избранном: { $name }
home-next-text = Прежний текст и цели уже будут в форме. Избранное видите только вы.
home-unmet = Поработайте вместе: { $name }
home-unmet-last = Единственный наставник, с кем ещё не было совместной работы.
home-unmet-many = Поработайте вместе с наставниками { $until }: впереди ещё { $count }
home-unmet-names = { $names }
home-answer = Вам пишет { $name }: хочет у вас учиться
home-offer = { $name } предлагает вам быть наставником
home-answer-new = Вы ещё не открывали этот запрос.
home-answer-read = Любой из четырёх ответов правильный: отказ не объясняют, и он никому не вредит.
home-answer-met = Вы хотели сначала встретиться. После встречи можно ответить.
home-nomination = Вас предлагают в наставники. Решаете вы
home-nomination-text = Можно согласиться и заполнить карточку, можно отказаться. Причину не спросят.
home-quiet-hiring = Сегодня от вас ничего не ждут. Выбор начнётся { $day }
home-quiet-selection = Сегодня от вас ничего не ждут. Выбор идёт { $until }
home-quiet-decision = Сегодня от вас ничего не ждут. Закрытые списки принимаются { $until }
home-quiet-orders = Сегодня от вас ничего не ждут. Приказы выходят { $until }
home-quiet-work = Сегодня от вас ничего не ждут. Год работы идёт { $until }
home-quiet-closed = Программа этого года завершена
home-quiet-choose = Подумайте, с кем вам хотелось бы работать. Выбор идёт { $until }
home-quiet-agreed = Вы договорились. Ваш наставник: { $name }
home-quiet-agreed-text = Закрытые списки собирают { $until }, потом пары опубликуют, и каждый даст письменное согласие.
home-quiet-pair-publishing = Вашу пару скоро опубликуют. Наставник: { $name }
home-quiet-pair-consents = Ваше согласие записано. Теперь решает { $name }
home-quiet-pair-order = Вы оба согласны, дальше приказ. Наставник: { $name }
home-quiet-pair-meeting = Договоритесь о дне первой встречи: { $name }
home-quiet-pair-work = Сегодня от вас ничего не ждут. С вами работает { $name }
home-quiet-unpaired = Пары пока нет, но без наставника вы не останетесь
home-quiet-requests = Сегодня от вас ничего не ждут. Запросы приходят { $until }
home-quiet-applied = Ваша заявка у координатора. Ответ придёт сюда и письмом
home-quiet-teacher = Стать наставником в этом году можно { $until }
home-quiet-no-programme = В вашей школе программа ещё не началась
home-candidates = Кандидаты в наставники
home-candidates-met = поработали вместе: { $met } из { $all }
home-candidates-seen = Впечатления видите только вы. Дни и вид работы видят ещё наставник и координатор.
home-met-not = пока не виделись
home-met-once = виделись { $day }
home-met-times = { $count ->
    [one] виделись { $count } раз
    [few] виделись { $count } раза
   *[many] виделись { $count } раз
    }
home-your-pair = Ваша пара
home-provisional = Пока идёт выбор, с вами { $name }
home-provisional-order = Временный наставник по приказу № { $number } от { $day }.
home-provisional-named = Временный наставник назван, приказ готовится.
home-provisional-text = Это не решает за вас: пару закрепит ваш выбор и согласие наставника.
home-alone = Временного наставника пока нет
home-alone-text = По закону его называют приказом в первые рабочие дни. Этим занимается координатор.
home-turn = Ваш ход
home-places = Ваши места
home-newcomers = Ваши молодые педагоги
home-newcomers-none = Пока никого: место займёт тот, с кем вы договоритесь.
home-requests-theirs = Ждём ответа от них: { $count }.
home-requests-over = Завершено: { $count }.
home-apply = Хотите помочь молодому педагогу?
home-apply-text = Расскажите о себе в трёх предложениях. Решение примет координатор по открытым условиям, а выбирать вас будут сами молодые педагоги.
home-empty = Здесь пока пусто
home-empty-text = Так бывает: когда появится дело для вас, оно встанет здесь и придёт письмо.

# Coordinator and head
home-late-order = Без приказа о временном наставнике: { $names }
home-order-law = { $days ->
    [one] По закону приказ выходит за { $days } рабочий день после приёма на работу.
    [few] По закону приказ выходит за { $days } рабочих дня после приёма на работу.
   *[many] По закону приказ выходит за { $days } рабочих дней после приёма на работу.
    }
home-open-order = Назовите временного наставника: { $names }
home-unsigned = Временный наставник назван, приказа ещё нет: { $names }
home-met-nobody = Ещё ни с кем не работали вместе: { $names }
home-met-nobody-text = Сначала поговорите: почему, знают только они.
home-unanswered = { $count ->
    [one] { $count } запрос неделю без ответа
    [few] { $count } запроса неделю без ответа
   *[many] { $count } запросов неделю без ответа
    }
home-unanswered-text = Кому писали: { $names }. Спросите, всё ли в порядке. Текст запроса вы не видите.
home-applications = Заявки наставников ждут вашего решения: { $names }
home-applications-text = Условия перечислены рядом с карточкой. Причину отказа прочитает только тот, кто подал заявку.
home-nominees = Неделю не отвечают на предложение стать наставником: { $names }
home-nominees-text = Спросите лично. Отказаться можно без объяснений.
home-rankings = Закрытые списки сдали молодые педагоги: { $newcomers } из { $of_newcomers }, наставники: { $mentors } из { $of_mentors }
home-rankings-text = Напомните всем сразу: чей список есть и чьего нет, не видно и вам.
home-publish = Проверьте и опубликуйте предложение о парах
home-publish-text = Пока вы не опубликуете, никто из участников его не видит.
home-propose = Составьте предложение о парах: { $names }
home-propose-text = Система составит черновик по спискам, решаете вы.
home-consents = { $count ->
    [one] { $count } пара ждёт согласия
    [few] { $count } пары ждут согласия
   *[many] { $count } пар ждут согласия
    }
home-consents-text = Ещё не ответили: { $names }. Отказаться можно без объяснений.
home-to-order = { $count ->
    [one] { $count } пара ждёт приказа
    [few] { $count } пары ждут приказа
   *[many] { $count } пар ждут приказа
    }
home-to-order-text = Черновик заполнит система, директор поставит номер и дату.
home-handovers = С вами хотят поговорить: { $names }
home-handovers-text = Это касается пары. Подробности видите только вы.
home-commit = Прочтите, о чём мы договариваемся до выбора
home-commit-text = Четыре строки, одна минута. Остальному это не мешает.
home-act-read = Прочесть
home-with-head = Черновики приказов у директора: { $count }
home-with-head-text = Бумаги готовы на двух языках, нужна подпись.
home-no-meeting = Нет дня первой встречи: { $names }
home-no-meeting-text = Без первой встречи пара часто не начинается. Спросите, что мешает.
home-sign = Ждёт вашей подписи: { $kind }
home-sign-text = Молодые педагоги: { $names }
home-late-head = Черновика приказа ещё нет: спросите координатора.
home-unpaired = Без пары после выбора: { $names }
home-unpaired-text = Поговорите с обоими и назначьте наставника. Причину прочитают оба.
home-unpaired-own = Пары пока нет
home-unpaired-why-ended = Пара была, и она завершена. Причину не спрашивают и не называют.
home-unpaired-why-came-later = Когда вы пришли, списки были уже закрыты, поэтому выбора у вас ещё не было.
home-unpaired-why-left-over = Пары опубликованы, вашей среди них пока нет: так вышло по спискам обеих сторон. Это не оценка вашей работы.
home-unpaired-why-looks-on = Идёт второй круг: вы выбираете ещё раз среди тех, у кого есть место.
home-unpaired-why-not-published = Выбор закончился, пары ещё не опубликованы.
home-unpaired-next-ended = Дальше координатор поговорит с вами и предложит другого наставника или второй круг.
home-unpaired-next-came-later = Дальше координатор поговорит с вами и предложит наставника или второй круг.
home-unpaired-next-left-over = Дальше координатор поговорит с вами и предложит наставника или второй круг.
home-unpaired-next-looks-on = Пишите запросы или составьте закрытый список { $until }. Потом координатор опубликует пары, и вы получите письмо.
home-unpaired-next-not-published = Дальше координатор опубликует пары, и вы получите письмо.
home-round-newcomer = { $count ->
    [one] Второй круг: место есть у { $count } наставника
    [few] Второй круг: места есть у { $count } наставников
   *[many] Второй круг: места есть у { $count } наставников
    }
home-round-newcomer-text = Напишите тому, с кем вам хочется работать, или составьте закрытый список. Торопиться не нужно.
home-round-mentor = Второй круг: кто-то ещё ищет наставника, а у вас есть место
home-round-mentor-text = Вам могут написать. Можно предложить помощь и самому или составить закрытый список.
home-round-runs = Идёт второй круг, ещё ищут: { $names }
home-round-runs-text = Временные наставники остаются с ними. Круг закончится сам, его можно продлить или закрыть раньше.
home-round-all = Во втором круге договорились все
home-round-all-text = Закройте круг и опубликуйте пары: ждать больше некого.
home-round-open = Без пары после публикации: { $names }
home-round-open-text = Откройте второй круг или поговорите с обоими и назначьте наставника.
home-nobody-there = Сейчас без наставника: { $names }
home-nobody-there-text = Прежний приказ закончился, пары нет. Назовите, кто будет рядом до новой пары.
home-act-appoint = К назначению
home-share = Как сложились пары
home-acquainted = Кто с кем поработал
home-steps = { $count ->
    [one] Где сейчас { $count } человек
    [few] Где сейчас { $count } человека
   *[many] Где сейчас { $count } человек
    }
home-step = Шаг
home-step-count = Сколько
home-step-who = Кто
home-step-order = Есть приказ о наставнике
home-step-met = Поработали со всеми
home-step-asked = Отправили запрос
home-step-agreed = Есть пара
home-step-published = Пара опубликована
home-step-assigned = Пара по приказу
home-step-meeting = Назначена первая встреча
home-unseen = Впечатления, звёздочки и тексты запросов вам не показываем: это делает выбор свободным.
home-no-newcomers = Молодых педагогов в программе пока нет
home-no-newcomers-text = Система предложит тех, кто первый год в школе. Записываете вы.
home-begin = Начните с дат: когда молодые педагоги выбирают наставников
home-begin-text = Обычные даты уже стоят, их можно изменить.
home-rosters = Загрузите список педагогов
home-rosters-text = Подойдёт файл Excel. Пока вы не проверите, ничего не запишется.

# District
home-district = Школы, в которых идёт программа: { $with } из { $of }
home-district-text = Только суммы по району: ни школ, ни людей поимённо.
home-district-figures = В сумме по школам
home-district-what = Показатель
home-district-newcomers = Молодые педагоги
home-district-mentors = Наставники
home-district-chosen = Пары по выбору
home-district-appointed = Пары по назначению
home-district-small = меньше { $least }, не показываем
home-district-seen = Числа меньше { $least } не показываем: по ним можно узнать человека. Если скрыта одна часть пар, скрыта и другая.

# Acts
home-act-look = Посмотреть
home-act-decide = Решить
home-act-pair = Открыть страницу пары
home-act-plan = Выбрать день
home-act-confirm = Проверить
home-act-write = Записать
home-act-rank = Написать список
home-act-answer = Ответить
home-act-record = Записать встречу
home-act-next = Написать запрос
home-act-acquaint = Познакомиться
home-act-open = Открыть запрос
home-act-name = Назвать наставника
home-act-orders = К документам
home-act-check = Проверить
home-act-propose = К предложению
home-act-round = Ко второму кругу
home-act-choices = Мой выбор
home-act-prepare = Подготовить приказ
home-act-sign = Открыть черновик
home-act-pairs = Все пары
home-act-begin = Задать даты
home-act-rosters = Загрузить список
home-act-apply = Предложить себя
home-act-mentors = Карточки наставников
home-act-cards = Все карточки
home-act-card = Моя карточка
home-act-requests = Все запросы
home-act-enrol = Записать

# Planned meetings
home-planned = { $day }, урок { $lesson }. { $kind }: { $name }
home-planned-today = Сегодня, урок { $lesson }. { $kind }: { $name }
home-planned-tomorrow = Завтра, урок { $lesson }. { $kind }: { $name }
home-planned-text = О месте договоритесь между собой.
home-planned-class = Класс: { $class }.
home-planned-room = { $class }, кабинет { $room }.
home-planned-wish = { $day }: { $name } предлагает другое время
home-planned-wish-text = Согласитесь или оставьте прежнее.
home-planned-wish-past = Прежний день прошёл. Правильно и согласиться, и нет.
home-planned-unsaid = { $day }. Состоялась ли встреча? { $name }
home-planned-unsaid-text = Отметьте одной кнопкой или предложите другое время.
home-act-say = Отметить встречу
home-unplanned = { $pairs ->
    [one] { $pairs } пара ещё не встретилась, день не назначен
    [few] { $pairs } пары ещё не встретились, день не назначен
   *[many] { $pairs } пар ещё не встретились, день не назначен
    }
home-unplanned-text = Молодые педагоги: { $names }.
home-clashing = Назначенные встречи, которые не могут состояться: { $count }
home-clashing-text = Изменилось расписание, или кого-то не будет. Остальные дни плана не изменятся.
home-act-plan-anew = Спланировать заново

# Meetings of a pair
home-meets-answer = { $name } предлагает время встречи
home-meets-answer-text = { $day }, { $time }
home-meets-said = { $day }: состоялась ли встреча? { $name }
home-meets-said-text = Спрашиваем вас обоих, хватит одной кнопки.
home-meets-logged = { $day }: записана встреча, { $name }. Так и было?
home-meets-logged-text = Если было иначе, скажите одной кнопкой.
home-meets-first-text = Если первая встреча состоялась, запишите её за минуту.
home-meets-step = Шаг, о котором договорились. Ваша пара: { $name }
home-meets-step-text = { $text }
home-meets-next = { $day }, { $time }: встреча. Вместе с вами: { $name }
home-meets-next-text = { $kind }.
home-meets-next-place = { $kind }. Место: { $place }.
home-act-meeting = Открыть встречу
home-disputes = Встречи, которые двое помнят по-разному: { $count }
home-disputes-text = Поговорите с обоими, никого не виня. Кто что сказал, не показано.
home-to-talk = Пары, у которых встречи раз за разом срываются: { $count }
home-to-talk-text = Спокойное слово с обоими, пока это не стало привычкой.
