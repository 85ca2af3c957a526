mentors-title = Наставники
mentors-not-begun = В вашей школе программа ещё не началась
mentors-not-begun-heading = Здесь будут наставники года
mentors-not-begun-text = Координатор создаёт программу в начале учебного года. Тогда же можно будет подать заявку.

mentors-state-nominated = ждём ответа
mentors-state-applied = ждёт решения
mentors-state-approved = наставник
mentors-state-rejected = сейчас не участвует
mentors-state-stepped_back = сейчас не участвует

mentors-refused-not-now = Программа этого года закончена. Ничего не изменилось.
mentors-refused-not-open = Пока вы читали, здесь что-то изменилось. Посмотрите ещё раз, ничего не записано.
mentors-refused-works = Наставником становится тот, кто работает в этой школе.
mentors-refused-not_newcomer = Молодой педагог программы не может в том же году быть в ней наставником.
mentors-refused-sanction = Действует дисциплинарное взыскание. Пока оно не закончится или его не снимут, стать наставником нельзя.
mentors-refused-exam = В этом году программа требует экзамен наставника, а права по нему сейчас нет. Путь к нему – курс наставников.
mentors-refused-category = Категория ниже той, что задана в программе: нужна причина.
mentors-refused-years = Стаж меньше, чем нужно для категории, заданной в программе: нужна причина.
mentors-refused-places = Мест в карточке больше, чем разрешает программа.
mentors-refused-reason = Напишите причину: её прочитает тот, кто подал заявку.
mentors-refused-exception = Одно из правил не выполнено. Напишите, почему школа решает иначе.
mentors-refused-pair = С вами уже работает молодой педагог. Сначала школа назовёт другого наставника.
mentors-refused-long = Текст длиннее, чем помещается: до { $most } знаков.
mentors-refused-languages = Отметьте хотя бы один язык.
mentors-refused-most = { $count ->
    [one] Программа разрешает не больше { $count } молодого педагога.
   *[other] Программа разрешает не больше { $count } молодых педагогов.
    }
mentors-refused-taken = Мест не может быть меньше, чем уже занято: { $count }.

mentors-asked-works = Работает в этой школе
mentors-asked-not_newcomer = В этом году не молодой педагог программы
mentors-asked-sanction = Нет действующего взыскания
mentors-asked-exam = Есть право по экзамену наставника
mentors-asked-category = Категория: { $category } или выше
mentors-asked-years = { $count ->
    [one] Педагогический стаж: не меньше { $count } года
    [few] Педагогический стаж: не меньше { $count } лет
   *[many] Педагогический стаж: не меньше { $count } лет
    }
mentors-asked-places = Молодых педагогов сразу: не больше { $count }
mentors-has-left = не работает с { $day }
mentors-has-hired = работает с { $day }
mentors-has-works = работает
mentors-has-newcomer = участвует как молодой педагог
mentors-has-no-newcomer = как молодой педагог не участвует
mentors-has-barred = пока нельзя, последний день – { $day }
mentors-has-no-sanction = взыскание не внесено
mentors-has-right = право действует, последний день – { $day }
mentors-has-right-over = право закончилось
mentors-has-no-right = экзамен ещё не сдан
mentors-way-courses = Курс наставников
mentors-has-no-card = карточки ещё нет
mentors-has-no-years = стаж не указан
mentors-has-places = мест в карточке: { $count }
mentors-fit-met = подходит
mentors-fit-not_met = не подходит
mentors-fit-not_known = пока не известно
mentors-source-law = закон о статусе педагога, статья 13
mentors-source-to_verify = приказ № 160; сверьте с его текстом
mentors-source-school = решение школы
mentors-source-programme = правило программы
mentors-fits = правила выполнены
mentors-fits-not = стать наставником нельзя
mentors-fits-with-reason = нужна причина
mentors-line-asked = Правило
mentors-line-has = Как есть
mentors-line-fit = Итог
mentors-line-source = Откуда правило
mentors-gives-way = Координатор может решить иначе и написать почему.
mentors-lines = Правила построчно
mentors-lines-of = Правила для наставника и то, что о них известно: { $name }
mentors-lines-own = Правила для наставника и то, что школа знает о вас
mentors-seen-lines = Видите вы и сам кандидат
mentors-seen-lines-own = Видите вы и координатор

mentors-years = { $count ->
    [one] { $count } год стажа
    [few] { $count } года стажа
   *[many] { $count } лет стажа
    }
mentors-language-kk = казахский
mentors-language-ru = русский
mentors-language-en = английский
mentors-full = мест нет
mentors-full-text = Все места заняты. Если одно освободится, здесь появится кнопка.

mentors-done-nominated = Предложение отправлено: { $name }. Ответить можно и «да», и «нет».
mentors-done-approved = Решение записано. Теперь в списке наставников: { $name }.
mentors-done-rejected = Решение записано. Причину прочитает { $name }.
mentors-done-applied = Заявка отправлена координатору. Карточку можно менять и дальше.
mentors-done-agreed = Координатор узнает, что вы согласны, и примет решение. Карточку можно менять и дальше.
mentors-done-declined = Ответ принят. Ничего больше не нужно, причину никто не спросит.
mentors-done-saved = Карточка записана. Её уже видно в новом виде.
mentors-done-stepped-back = Записано. Открытые запросы закрыты нейтральным текстом, причину никто не спросит.

mentors-own = Ваша карточка
mentors-own-none-word = заявки нет
mentors-own-none = Наставником можно стать по собственной заявке. Решает координатор, причину отказа вы прочитаете.
mentors-own-nominated-word = ваш ответ
mentors-own-applied = Заявка у координатора. Карточку пока можно менять.
mentors-own-nominated = Координатор предлагает вам стать наставником. Согласиться или отказаться одинаково просто.
mentors-own-rejected = Координатор пока решил иначе. Причина написана на странице карточки, заявку можно подать снова.
mentors-own-stepped_back = Сейчас вы не участвуете как наставник. Заявку можно подать снова.

mentors-board-chosen = Вы договорились. Ваш наставник: { $name }
mentors-board-chosen-text = Запросы больше не нужны. Карточки остаются открытыми для чтения.
mentors-board-soon = Познакомьтесь с наставниками, запросы откроются { $day }
mentors-board-soon-text = Читайте не спеша. Выбор начинается с совместной работы, а не с анкет.
mentors-board-choose = С кем вы хотели бы работать? Выбор открыт { $until }
mentors-board-choose-text = { $count ->
    [one] Напишите тому, с кем уже поработали. Сейчас можно отправить { $count } запрос.
    [few] Напишите тому, с кем уже поработали. Сейчас можно отправить { $count } запроса.
   *[many] Напишите тому, с кем уже поработали. Сейчас можно отправить { $count } запросов.
    }
mentors-board-wait = Дождитесь ответов: выбор открыт { $until }
mentors-board-wait-text = Сейчас открыто столько запросов, сколько можно. Любой можно отозвать и написать другому.
mentors-board-over = Выбор закончился { $day }
mentors-board-over-text = Запросы больше не отправляют. Карточки остаются открытыми для чтения.
mentors-board-mentor = Вы наставник. Карточку можно менять { $until }
mentors-board-mentor-text = Молодые педагоги читают ваши слова раньше, чем категорию и стаж.
mentors-board-applied = Заявка у координатора, решение будет { $until }
mentors-board-applied-text = Ждать письма не обязательно: решение появится здесь.
mentors-board-nominated = Вам предлагают стать наставником. Ответьте { $until }
mentors-board-nominated-text = Решаете вы. Отказ не объясняют, и он ничего не меняет в вашей работе.
mentors-board-rejected = Координатор ответил на вашу заявку. Подать её снова можно { $until }
mentors-board-rejected-text = Причину читаете вы и координатор, больше никто.
mentors-board-staff = Вы можете стать наставником, заявки открыты { $until }
mentors-board-staff-text = Стаж и категория стоят на карточке рядом с вашими словами и не решают за вас.
mentors-board-late = Заявки в наставники были открыты { $until }
mentors-board-late-text = Следующий набор откроется с программой нового учебного года.
mentors-board-decide = { $count ->
    [1] Решите по заявке: { $name }
    [one] { $count } заявка ждёт решения, раньше всех ответа ждёт { $name }
    [few] { $count } заявки ждут решения, раньше всех ответа ждёт { $name }
   *[many] { $count } заявок ждут решения, раньше всех ответа ждёт { $name }
    }
mentors-board-decide-text = Решения принимают { $until }. Правила показаны построчно, решает человек.
mentors-board-answers = Следующий шаг: ответ, который даст { $name }
mentors-board-answers-text = Отвечать можно { $until }. Любой ответ правильный.
mentors-board-quiet = { $count ->
    [0] Наставников пока нет: предложите тем, кто умеет делиться
    [one] В программе { $count } наставник, свободных мест: { $free }
    [few] В программе { $count } наставника, свободных мест: { $free }
   *[many] В программе { $count } наставников, свободных мест: { $free }
    }
mentors-board-quiet-text = Новых заявок нет. Набор открыт { $until }.
mentors-to-own = Моя карточка
mentors-answer = Прочитать и ответить
mentors-read-reason = Прочитать причину
mentors-come-forward = Стать наставником
mentors-look = Посмотреть

mentors-to-decide = Ждут вашего решения
mentors-none-to-decide = Заявок пока нет
mentors-none-to-decide-text = Так бывает. Когда кто-то подаст заявку, она встанет здесь.
mentors-since = заявка
mentors-nominated = Ждём их ответа
mentors-nominated-text = отвечают сами, торопить не нужно
mentors-asked-on = предложено
mentors-approved = Наставники года
mentors-approved-count = всего { $count }, по алфавиту; мест { $places }, свободно { $free }
mentors-none-approved = Наставников пока нет
mentors-none-approved-text = Они появятся здесь после вашего решения по заявке.
mentors-none-yet-text = Так бывает в начале года. Карточки появятся здесь, когда координатор примет решения.
mentors-over = Сейчас не участвуют: { $count }
mentors-find = Предложить стать наставником
mentors-find-text = любому сотруднику школы; решает он сам
mentors-find-name = Имя или фамилия
mentors-find-hint = можно без казахских букв и не целиком; пустая строка покажет всех
mentors-find-act = Найти
mentors-find-none = Никого не нашли
mentors-find-none-text = Проверьте буквы или напишите только начало фамилии. Ищем среди тех, кто сейчас работает в школе.
mentors-find-more = Есть и другие ({ $count }). Допишите имя, чтобы их увидеть.
mentors-nominate = Предложить
mentors-all = Все наставники
mentors-all-count = всего { $count }, по алфавиту
mentors-order = Порядок алфавитный: система никого не ставит выше. Категория и стаж только сведения.
mentors-order-newcomer = Сначала отмеченные вами, остальные по алфавиту: система никого не ставит выше. Категория и стаж только сведения, выбираете вы.

mentors-hide = Скрыть
mentors-unhide = Вернуть в список
mentors-favour = Добавить в избранное
mentors-unfavour = Убрать из избранного
mentors-marks = Для себя
mentors-hidden = Скрыты вами: { $count }
mentors-seen-marks = Звёздочки и скрытое видите только вы: ни наставник, ни координатор, ни журнал о них не знают
mentors-done-favourite = Отмечено, теперь в начале списка. Это видите только вы.
mentors-done-hidden = Карточка ушла в конец списка, в раздел «Скрыты вами». Об этом знаете только вы.
mentors-done-unmarked = Отметка снята. Кроме вас, её никто не видел.

mentors-gives = Чем может помочь
mentors-works = Как работает
mentors-motive = Почему хочет быть наставником
mentors-languages = Языки работы
mentors-answering = Отвечает
mentors-answering-day = обычно в течение дня
mentors-answering-three_days = обычно за три дня
mentors-answering-week = обычно за неделю
mentors-answering-longer = обычно дольше недели
mentors-answering-not_known = запросов пока мало, чтобы сказать
mentors-answering-help = Откуда это известно?
mentors-answering-help-text = Из запросов этой программы, когда их не меньше пяти: за сколько времени на половину из них пришёл первый ответ. Запросы, которые ещё ждут, тоже считаются, время паузы нет. Это не оценка: у нового наставника запросов просто ещё мало.
mentors-places = Места
mentors-offered = предлагает вам
mentors-written = запрос отправлен
mentors-show = Познакомьтесь: { $name }
mentors-show-mine = { $name }, так вашу карточку видят другие
mentors-show-meet = Сначала поработайте вместе, потом решайте. Запрос ни к чему не обязывает.
mentors-show-decide = Решите по заявке: { $name }
mentors-desk-nominated = Предложение отправлено { $day }. Ответа пока нет, и это нормально.
mentors-desk-applied = Заявка пришла { $day }. Прочитайте слова, посмотрите правила и решите.
mentors-desk-approved = Наставник с { $day }.
mentors-desk-rejected = Сейчас не участвует. Можно предложить снова.
mentors-desk-stepped_back = Сейчас не участвует. Можно предложить снова.
mentors-card = Карточка
mentors-no-card = Карточка пока пустая: её заполняет сам кандидат.
mentors-seen-card = Видят все педагоги школы
mentors-seen-card-later = Пока видите вы и кандидат, все педагоги школы увидят после решения
mentors-decision = Ваше решение
mentors-decision-legend = Что вы решаете по заявке: { $name }
mentors-approve = Принять
mentors-approve-then = Карточку увидят все педагоги школы, молодые смогут написать запрос.
mentors-exception = Почему школа решает иначе, чем правило
mentors-exception-hint = например: в школе нет эксперта по этому предмету
mentors-reject = Не принимать
mentors-reject-then = Заявку можно будет подать снова.
mentors-reason = Причина
mentors-reason-hint = её прочитает тот, кто подал заявку
mentors-seen-reason = Причину читает { $name } и координатор, в журнал она не попадает
mentors-decide = Записать решение
mentors-later = Позже
mentors-stands = Сейчас
mentors-reason-written = Причина последнего решения
mentors-nominate-again = Предложить снова
mentors-nominate-then = Ничего не изменится, пока человек не согласится сам.
mentors-meet = Назначить совместную работу
mentors-all-link = Все наставники

mentors-agree = Согласиться
mentors-decline = Отказаться
mentors-decline-text = Чтобы отказаться, ничего заполнять не нужно. Причину не спрашиваем, в журнале отказ не виден.
mentors-apply = Подать заявку
mentors-save = Сохранить карточку
mentors-reason-read = Что написал координатор
mentors-seen-reason-own = Читаете вы и координатор
mentors-facts = Из списка сотрудников
mentors-facts-text = Это только сведения. Если в них ошибка, скажите координатору.
mentors-motive-own = Почему вы хотите быть наставником
mentors-motive-hint = два-три предложения своими словами
mentors-gives-own = Чем вы можете помочь
mentors-gives-hint = например: начало урока, журнал, разговор с родителями
mentors-works-own = Как вы работаете
mentors-works-hint = когда, как часто, с чего начинаете
mentors-languages-own = На каких языках вы можете работать
mentors-languages-hint = можно отметить несколько
mentors-places-own = Скольких молодых педагогов возьмёте
mentors-places-hint = { $count ->
    [0] столько, на скольких хватит времени
   *[other] столько, на скольких хватит времени; уже занято: { $count }
    }
mentors-takes = { $count ->
    [one] { $count } человека
   *[other] { $count } человек
    }
mentors-seen-card-own = Координатор видит сразу, остальные педагоги школы после его решения
mentors-as-others = Как карточку видят другие
mentors-does = Что делает наставник
mentors-does-select = { $days ->
    [one] В период выбора работает вместе с каждым молодым педагогом и отвечает на запрос за { $days } день. Любой ответ правильный.
    [few] В период выбора работает вместе с каждым молодым педагогом и отвечает на запрос за { $days } дня. Любой ответ правильный.
   *[many] В период выбора работает вместе с каждым молодым педагогом и отвечает на запрос за { $days } дней. Любой ответ правильный.
    }
mentors-does-meet = Встречается со своим молодым педагогом так часто, как договорятся; о встрече остаётся короткая запись, её подтверждают оба.
mentors-does-year = Остаётся рядом весь учебный год, { $until }.
mentors-does-pay = После приказа школа начисляет доплату: { $percent } % базового должностного оклада.
mentors-does-leave = Может отступить, причину никто не спросит. Если с ним уже работает молодой педагог, сначала школа назовёт другого наставника.

mentors-card-none = Подайте заявку { $until }, если хотите делиться опытом
mentors-card-none-text = Молодые педагоги читают ваши слова раньше, чем категорию и стаж.
mentors-card-nominated = Координатор предлагает вам стать наставником. Решаете вы, { $until }
mentors-card-nominated-text = Предложено { $since }. Согласиться и отказаться одинаково просто.
mentors-card-applied = Ваша заявка у координатора с { $since }
mentors-card-applied-text = Карточку можно менять { $until }.
mentors-card-approved = Карточку можно менять { $until }
mentors-card-approved-text = Вы наставник с { $since }. Карточку читают все педагоги школы.
mentors-card-rejected = Координатор ответил { $since }. Заявку можно подать снова { $until }
mentors-card-rejected-text = Причина ниже. Её читаете вы и координатор, больше никто.
mentors-card-stepped_back = Сейчас вы не участвуете. Заявку можно подать снова { $until }
mentors-card-stepped_back-text = Слова на карточке сохранились.
mentors-card-closed = Подать заявку сейчас нельзя
mentors-card-closed-text = Ниже написано почему. Заявки были открыты { $until }.

mentors-leave = Выйти из программы
mentors-leave-text = Можно в любой день программы. Причину никто не спросит.
mentors-leave-look = Посмотреть, что закончится
mentors-leave-board = Решите спокойно: никто не спросит почему
mentors-leave-board-text = Пока вы не нажали кнопку, ничего не меняется.
mentors-leave-later = Выйти можно будет позже
mentors-leave-ask = Выйти из программы сейчас?
mentors-leave-ends = Вот что произойдёт сразу:
mentors-leave-yes = Выйти из программы
mentors-leave-no = Остаться
mentors-leave-card = Ваша карточка уйдёт из списка наставников.
mentors-leave-requests = { $count ->
    [0] Открытых запросов к вам нет.
    [one] { $count } открытый запрос закроется; молодой педагог прочитает нейтральный текст и сможет написать другому.
    [few] { $count } открытых запроса закроются; молодые педагоги прочитают нейтральный текст и смогут написать другим.
   *[many] { $count } открытых запросов закроются; молодые педагоги прочитают нейтральный текст и смогут написать другим.
    }
mentors-leave-application = Координатор больше не будет рассматривать заявку.
mentors-leave-again = Слова на карточке сохранятся, заявку можно подать снова, пока идёт выбор.
mentors-leave-pair = С вами работает { $name }. Скажите координатору: сначала школа назовёт другого наставника, потом вы сможете выйти.

mentors-paused = на паузе { $until }
mentors-certified = действует до { $day }
mentors-paused-text = До этого дня новых запросов не принимает. Познакомиться в работе можно уже сейчас.
mentors-pause = Пауза
mentors-pause-look = Взять паузу
mentors-pause-look-back = Посмотреть паузу
mentors-pause-text = На время новые запросы не приходят, а в названный день снова приходят сами.
mentors-pause-board = На время без новых запросов: никто не спросит почему
mentors-pause-board-text = Ваши молодые педагоги и запросы, которые уже пришли, остаются с вами. На карточке будет написано, когда вы вернётесь.
mentors-pause-now = Новые запросы не приходят { $until }
mentors-pause-now-text = В этот день они снова начнут приходить сами. День видят все, кто читает вашу карточку.
mentors-pause-day = Первый день после паузы
mentors-pause-day-hint = Не позже { $day }.
mentors-pause-yes = Пауза до этого дня
mentors-pause-back = Принимать запросы уже сейчас
mentors-pause-past = Выберите день позже сегодняшнего.
mentors-pause-too-long = Программа заканчивается { $day }. Если вы совсем не хотите продолжать, выйдите из программы.
mentors-pause-seen = Педагоги школы: день стоит на вашей карточке
mentors-done-paused = Пауза записана. Новые запросы снова придут { $day }.
mentors-done-resumed = Вы снова принимаете запросы.
mentors-closed-matching = Кроме поля «{ $field }»: его читают наставник и координатор, подсказки его учитывают
mentors-closed-coordinator = Кроме поля «{ $field }»: его читают только наставник и координатор
mentors-beside-title = Молодой педагог и наставник рядом
mentors-beside-board = { $newcomer } и { $mentor }: посмотрите, что общего
mentors-beside-text = Общее помечено словом. Баллов нет, решаете вы.
mentors-beside-subject = Предмет
mentors-beside-languages = Языки
mentors-beside-own = Своими словами
mentors-beside-goals = Цели молодого педагога стоят в запросах, их читают только двое.
mentors-beside-facts = Должность, категория, стаж
mentors-beside-unseen = Списков, впечатлений и слов запросов здесь нет
mentors-beside-free = Когда свободны оба
mentors-beside-lessons = уроки по счёту: { $numbers }
mentors-beside-free-none = По расписанию общих свободных уроков нет.
mentors-beside-free-unknown = Расписание есть не у обоих, поэтому время не сравнить.
mentors-beside-works = Что уже делали вместе
mentors-beside-works-none = Записей о совместной работе двоих пока нет.
mentors-beside-line = К решению по строке
