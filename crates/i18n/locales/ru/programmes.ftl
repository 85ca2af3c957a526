# The programme: what happens when, dates, settings, days off.
programmes-title = Программа
programmes-years = { $first }–{ $second } учебный год
programmes-aside = Кстати
programmes-phases = Этапы программы
programmes-phase-hiring = Приём
programmes-phase-selection = Выбор
programmes-phase-decision = Решение
programmes-phase-orders = Приказы
programmes-phase-work = Работа
programmes-phase-hiring-text = Координатор зачисляет молодых педагогов и называет каждому временного наставника. Приказ о нём нужен в течение { $days ->
    [one] { $days } рабочего дня
   *[other] { $days } рабочих дней
    } после приёма на работу. Кто хочет быть наставником, заполняет карточку.
programmes-phase-selection-text = Молодые педагоги работают вместе со всеми наставниками, записывают впечатления для себя и пишут запросы, одновременно не больше { $requests }. Наставники отвечают.
programmes-phase-decision-text = Молодые педагоги и наставники отмечают, с кем хотели бы работать. До конца этапа эти списки не видит никто, кроме автора.
programmes-phase-orders-text = Координатор смотрит предложение и публикует пары, оба дают согласие, директор подписывает приказ. Пока пары нет, у молодого педагога остаётся временный наставник.
programmes-phase-work-text = Пары работают вместе до конца учебного года.
programmes-board-soon = Первый день программы: { $day }
programmes-board-hiring = Сейчас приём: { $until } школа встречает молодых педагогов
programmes-board-selection = Сейчас выбор: { $until } молодые педагоги знакомятся со всеми наставниками
programmes-board-decision = Сейчас решение: { $until } каждый отмечает, с кем хотел бы работать
programmes-board-orders = Сейчас приказы: { $until } пары дают согласие и получают приказ
programmes-board-work = Пары работают вместе { $until }
programmes-board-closed = Программа закончена: { $years }
programmes-board-closed-text = Всё, что было решено, сохранено. Даты и настройки больше не меняются.
programmes-left = { $count ->
    [0] Сегодня последний день. { $years }.
    [one] Остался { $count } день. { $years }.
    [few] Осталось { $count } дня. { $years }.
   *[many] Осталось { $count } дней. { $years }.
    }
programmes-to-newcomers = К молодым педагогам
programmes-to-contacts = Кто с кем встретился
programmes-to-proposals = К предложению пар
programmes-to-pairs = К парам
programmes-to-dates = Изменить даты
programmes-stages = Что когда происходит
programmes-now = сейчас
programmes-dates = Даты
programmes-dates-text = Что прошло, уже не меняется. Остальное можно сдвинуть, порядок дат проверим.
programmes-passed = прошло
programmes-typed = Вы вводили: { $day }
programmes-overtaken = Пока вы меняли даты, их изменил кто-то другой. Ниже стоят новые: посмотрите и внесите своё ещё раз.
programmes-move = Сохранить даты
programmes-date-starts_on = Первый день программы
programmes-date-starts_on-means = с него зачисляют молодых педагогов
programmes-date-selection_from = Первый день выбора
programmes-date-selection_from-means = с него встречаются и пишут запросы
programmes-date-selection_until = Последний день выбора
programmes-date-selection_until-means = не дольше двух месяцев от первого дня
programmes-date-decision_until = Последний день решения
programmes-date-decision_until-means = до него отмечают, с кем хотели бы работать
programmes-date-orders_until = Последний день для приказов
programmes-date-orders_until-means = до него публикуют пары и подписывают приказ
programmes-date-work_until = Последний день работы пар
programmes-date-work_until-means = обычно последний день уроков
programmes-none-board = Назначьте даты программы: { $years }
programmes-none-board-text = Обычные даты уже стоят в форме. Проверьте их по календарю школы и сохраните.
programmes-none-why = Откуда эти даты
programmes-none-why-text = Учебный год, четверти и каникулы взяты из приказа на 2026–27 год, выбор наставника занимает два месяца. На другой год даты перенесены на те же числа: сверьте с приказом.
programmes-none-later = Можно ли изменить потом
programmes-none-later-text = Да. Даты, которые ещё не прошли, можно сдвинуть. Дни отдыха добавятся сами, проверить их можно на этой же странице.
programmes-set-up = Начать программу
programmes-none-others = Программы пока нет: { $years }
programmes-none-others-title = Здесь встанут этапы и даты программы
programmes-none-others-text = Их назначает координатор школы. Так бывает в начале года: как только даты появятся, вы увидите их здесь.
programmes-settings = Настройки
programmes-settings-text = Числа, по которым программа проверяет шаги. У каждого написано, на чём стоит обычное значение.
programmes-setting = Настройка
programmes-setting-now = Сейчас
programmes-setting-usual = Обычно
programmes-setting-basis = На чём стоит
programmes-change = Изменить
programmes-setting-board = { $name }: сейчас { $value }
programmes-setting-new = Новое значение
programmes-setting-save = Изменить настройку
programmes-setting-keep = Оставить как есть
programmes-bounds = от { $least } до { $most }
programmes-bounds-category = любая категория
programmes-bounds-switch = да или нет
programmes-bounds-mode = одно из двух правил
programmes-reason = На чём стоит это решение
programmes-reason-hint = приказ, протокол, решение совета
programmes-from-today = С какого дня
programmes-from-today-text = Новое значение действует с сегодняшнего дня. Что уже сделано по старому, остаётся.
programmes-setting-days_to_order = Срок приказа о наставнике
programmes-setting-days_to_order-means = Сколько рабочих дней есть от приёма на работу до приказа. Школа может назначить меньше, но не больше.
programmes-value-days_to_order = { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
   *[many] { $count } рабочих дней
    }
programmes-setting-pay_percent = Доплата наставнику
programmes-setting-pay_percent-means = В процентах от базового должностного оклада.
programmes-value-pay_percent = { $count } %
programmes-setting-mentor_min_category = Категория наставника
programmes-setting-mentor_min_category-means = С какой категории можно стать наставником. Ниже неё координатор утверждает с письменной причиной.
programmes-setting-max_mentees = Молодых педагогов у одного наставника
programmes-setting-max_mentees-means = Больше этого числа мест наставник указать не может.
programmes-value-max_mentees = { $count ->
    [one] не больше { $count } человека
   *[many] не больше { $count } человек
    }
programmes-setting-sanction_months = Срок взыскания
programmes-setting-sanction_months-means = Сколько месяцев дисциплинарное взыскание действует самое большее. Пока оно действует, человек не становится наставником.
programmes-value-sanction_months = { $count ->
    [one] не дольше { $count } месяца
   *[many] не дольше { $count } месяцев
    }
programmes-setting-exam = Экзамен перед новой парой
programmes-setting-exam-means = Если «да», новую пару берёт только наставник, у которого действует право по экзамену. Пары, которые уже работают, продолжаются, а временного наставника назначают без экзамена.
programmes-setting-appeal_days = Срок апелляции на результат экзамена
programmes-setting-appeal_days-means = Сколько рабочих дней после сообщения результата кандидат может подать апелляцию. Действует для курсов, которые начнутся после этого.
programmes-value-appeal_days = { $count ->
    [one] { $count } рабочий день
    [few] { $count } рабочих дня
   *[many] { $count } рабочих дней
    }
programmes-setting-course_hours = Часы тренинга в курсе наставников
programmes-setting-course_hours-means = Сколько часов тренинга нужно кандидату до экзамена. В плане курса 30 часов: обсуждение 6, тренинг 18, подготовка и экзамен 6; хватает ли часов в занятиях, видно на странице занятий. Действует для курсов, которые начнутся после этого.
programmes-value-course_hours = { $count ->
    [one] { $count } час
    [few] { $count } часа
   *[many] { $count } часов
    }
programmes-setting-choice_window_months = Длина выбора
programmes-setting-choice_window_months-means = Самый долгий срок, за который молодой педагог знакомится с наставниками.
programmes-value-choice_window_months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
    }
programmes-setting-open_requests = Запросов одновременно
programmes-setting-open_requests-means = Сколько запросов одного молодого педагога могут ждать ответа сразу.
programmes-value-open_requests = { $count ->
    [one] { $count } запрос
    [few] { $count } запроса
   *[many] { $count } запросов
    }
programmes-setting-request_min_chars = Самый короткий запрос
programmes-setting-request_min_chars-means = Меньше стольких знаков запрос не отправить.
programmes-value-request_min_chars = { $count ->
    [one] { $count } знак
    [few] { $count } знака
   *[many] { $count } знаков
    }
programmes-setting-answer_days = Срок ответа на запрос
programmes-setting-answer_days-means = Через столько дней запрос без ответа закроется сам, и об этом узнают оба.
programmes-value-answer_days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
    }
programmes-setting-ranked_choices = Имён в закрытом списке
programmes-setting-ranked_choices-means = Сколько наставников может назвать молодой педагог, когда ищут больше пар. При честном порядке называют сколько угодно: с ограниченным списком его обещание не выполнить.
programmes-value-ranked_choices = { $count ->
    [one] { $count } имя
    [few] { $count } имени
   *[many] { $count } имён
    }
programmes-setting-ranked_after_contact = Список после совместной работы
programmes-setting-ranked_after_contact-means = Молодой педагог называет в закрытом списке только тех, с кем есть запись о совместной работе. Включайте, если школа записывает каждую встречу.
programmes-switch-on = да
programmes-switch-off = нет
programmes-setting-choice_mode = Правило пар
programmes-setting-choice_mode-means = Что ищет программа, когда списки вскрыты: честный порядок или как можно больше пар. Выбирают, пока списки закрыты; кто пишет список, видит, какое правило действует.
programmes-mode-truthful = Честный порядок
programmes-mode-truthful-means = Пары ищут, начиная с желаний молодых педагогов. Никто из них не выигрывает, скрывая настоящий порядок; между равными решает жребий по заранее определённому числу.
programmes-mode-most_pairs = Больше пар
programmes-mode-most_pairs-means = Ищут как можно больше пар. Благодаря равным без пары остаётся меньше людей, но кому-то бывает выгодно скрыть, что двое для него равны.
programmes-setting-round_days = Второй круг выбора
programmes-setting-round_days-means = Сколько дней предлагается для второго круга, когда кто-то остался без пары. День можно назвать и другой.
programmes-value-round_days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
    }
programmes-setting-first_meeting_days = Первая встреча пары
programmes-setting-first_meeting_days-means = За сколько дней после приказа паре стоит встретиться.
programmes-value-first_meeting_days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
    }
programmes-certainty-confirmed = по закону
programmes-certainty-to_verify = нужно сверить
programmes-certainty-essay = замысел программы
programmes-certainty-ours = наше предложение
programmes-certainty-help = Что значат эти слова?
programmes-certainty-confirmed-means = По закону: прямо написано в законе или приказе.
programmes-certainty-to_verify-means = Нужно сверить: похоже на правду, но в тексте приказа мы этого ещё не прочли. Проверьте по своему экземпляру.
programmes-certainty-essay-means = Замысел программы: так задумали те, кто предложил выбор наставника.
programmes-certainty-ours-means = Наше предложение: обычное значение, которое школа может менять.
programmes-history = Что меняли
programmes-history-none = Пока ничего: все настройки стоят как обычно.
programmes-history-seen = Видят координаторы школы
programmes-days = Дни отдыха и рабочие выходные
programmes-days-text = По ним считаются рабочие дни до приказа. Переносы публикуют каждый год: сверьте их с постановлением. Курбан-айт внесите сами.
programmes-days-none = Переносов впереди нет
programmes-days-none-text = Если праздник выпал на выходной или школа работает в субботу, внесите этот день ниже.
programmes-days-fixed = Праздники с постоянной датой: { $count }
programmes-days-passed = Уже прошли: { $count }
programmes-day-add = Внести день
programmes-day = День
programmes-day-kind = Что это за день
programmes-day-save = Внести день
programmes-day-remove = Убрать
programmes-day-moved_off = день отдыха
programmes-day-moved_to_work = рабочий выходной
programmes-day-new_year = Новый год
programmes-day-christmas = Рождество
programmes-day-women = Международный женский день
programmes-day-nauryz = Наурыз мейрамы
programmes-day-unity = Праздник единства народа Казахстана
programmes-day-defender = День защитника Отечества
programmes-day-victory = День Победы
programmes-day-capital = День Столицы
programmes-day-constitution = День Конституции
programmes-day-republic = День Республики
programmes-day-independence = День Независимости
programmes-done-set-up = Программа начата. Дни отдыха года внесены, проверьте переносы внизу страницы.
programmes-done-moved = Даты сохранены.
programmes-done-setting = Настройка изменена с сегодняшнего дня: { $name }.
programmes-done-day = День внесён в календарь: { $day }.
programmes-done-day-removed = День убран из календаря: { $day }.
programmes-refused-out-of-order = Этот день раньше предыдущего. Этапы идут друг за другом: поставьте день не раньше, чем строкой выше.
programmes-refused-too-long = Выбор получается длиннее, чем разрешает настройка. Поставьте последний день раньше.
programmes-refused-shorter = Выбор уже назначен длиннее. Сначала поставьте его последний день раньше.
programmes-refused-year-taken = На этот учебный год программа уже есть. Откройте страницу ещё раз.
programmes-refused-other-year = Программа начинается в том году, в котором начинается учебный год. Проверьте год.
programmes-refused-past = Этот день в прошлом. Поставьте сегодняшний или более поздний.
programmes-refused-closed = Программа закончена, её даты и настройки больше не меняются.
programmes-refused-opened = Списки уже можно прочесть: правило пар в этой программе больше не меняется, иначе его выбирали бы по известному исходу.
programmes-refused-out-of-bounds = Такое значение поставить нельзя. Можно: { $bounds }.
programmes-refused-reason = Напишите, на чём стоит это решение.
programmes-bounds-reach = один из трёх кругов
programmes-refused-written = Люди писали или отвечали для более узкого круга. В этой программе открыть шире нельзя.
programmes-reach-everyone = Все педагоги
programmes-reach-everyone-means = На карточке это читает каждый педагог школы.
programmes-reach-matching = Для подбора
programmes-reach-matching-means = На карточке это читают наставник и координатор. Подсказки молодым педагогам это учитывают, но не называют.
programmes-reach-coordinator = Координатор
programmes-reach-coordinator-means = На карточке это читают только наставник и координатор. Подсказки этого не учитывают.
programmes-readers-own-means = Кто это читает на карточке. Сузить круг можно в любой день, расширить снова в этой программе нельзя: наставники писали для тех, кто читал.
programmes-readers-list-means = Кто это читает на карточке. Сведения взяты из списка сотрудников.
programmes-setting-readers_motive = Кто читает: почему хочет быть наставником
programmes-setting-readers_motive-means = { programmes-readers-own-means }
programmes-setting-readers_gives = Кто читает: чем может помочь
programmes-setting-readers_gives-means = { programmes-readers-own-means }
programmes-setting-readers_works = Кто читает: как работает
programmes-setting-readers_works-means = { programmes-readers-own-means }
programmes-setting-readers_languages = Кто читает: языки работы
programmes-setting-readers_languages-means = { programmes-readers-own-means }
programmes-setting-readers_category = Кто читает: категория наставника
programmes-setting-readers_category-means = { programmes-readers-list-means }
programmes-setting-readers_service_years = Кто читает: стаж наставника
programmes-setting-readers_service_years-means = { programmes-readers-list-means }
programmes-readers = Кто читает карточку наставника
programmes-readers-text = По умолчанию всё читают все педагоги школы.
programmes-setting-min_cell = Наименьшая группа в сводке района
programmes-setting-min_cell-means = Число меньше этого район не видит: за малым числом узнают человека. Район берёт самое строгое значение своих школ.
programmes-value-min_cell = { $count } чел.

# The school day
programmes-bounds-time = от 7:00 до 9:30
programmes-setting-first_lesson = Начало первого урока
programmes-setting-first_lesson-means = От него считается время свободных уроков, которые предлагаются паре.
programmes-setting-lesson_minutes = Длительность урока
programmes-setting-lesson_minutes-means = Сколько минут длится один урок.
programmes-value-lesson_minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
    }
programmes-setting-break_minutes = Длительность перемены
programmes-setting-break_minutes-means = Средняя перемена между уроками, в минутах.
programmes-value-break_minutes = { $count ->
    [one] { $count } минута
    [few] { $count } минуты
   *[many] { $count } минут
    }

# Observations of lessons
programmes-setting-observations_first = Наблюдения с сентября по декабрь
programmes-setting-observations_first-means = Сколько уроков молодого педагога наблюдают в первом полугодии. 0: школа не считает. Это пожелание, опозданий нет.
programmes-value-observations_first = { $count }
programmes-setting-observations_second = Наблюдения с января по май
programmes-setting-observations_second-means = То же во втором полугодии.
programmes-value-observations_second = { $count }
programmes-setting-observations_outside = Из них коллегой не из пары
programmes-setting-observations_outside-means = Сколько уроков в каждом полугодии наблюдает другой коллега: второй взгляд.
programmes-value-observations_outside = { $count }

# Ideas
programmes-setting-lantern_years = До какого стажа педагог может стать круговым фонарём
programmes-setting-lantern_years-means = Молодой педагог программы может всегда, другой учитель – пока стаж не больше этого.
programmes-value-lantern_years = { $count ->
    [one] { $count } год
    [few] { $count } года
   *[other] { $count } лет
}
programmes-setting-lantern_colleagues = Сколько коллег отмечают кругового фонаря
programmes-setting-lantern_colleagues-means = Когда столько коллег назовут одного человека по одной теме, его спросят, хочет ли он поделиться. Небольшой школе может хватить и меньшего числа.
programmes-value-lantern_colleagues = { $count }
programmes-setting-idea_days = Срок ответа на идею молодого специалиста
programmes-setting-idea_days-means = За сколько дней после того, как идея появилась на доске, на неё отвечает названный человек.
programmes-value-idea_days = { $count } дн.
programmes-like = С настройками прошлой программы
programmes-like-hint = сроки, пределы и шаги как сейчас; без отметки – обычные

# Короткий пульс
programmes-setting-pulse_fortnightly = Короткий пульс раз в две недели
programmes-setting-pulse_fortnightly-means = Молодых педагогов и наставников раз в две недели спрашивают, как идут дела: не больше двух вопросов, любой можно пропустить.
programmes-setting-pulse_after_meeting = Короткий пульс после встречи
programmes-setting-pulse_after_meeting-means = Того, кто отметил, что встреча состоялась, спрашивают, как она прошла: раз в две недели и не чаще одного вопроса в неделю. Кто ответил на этот вопрос или пропустил его, тому в эту и следующую неделю двухнедельный вопрос не задают.
programmes-setting-pulse_silent = Сколько раз без ответа
programmes-setting-pulse_silent-means = После стольких двухнедельных вопросов подряд без ответа пора спросить, как дела. Пропуски тоже считаются.
programmes-value-pulse_silent = { $count ->
    [one] { $count } раз подряд
    [few] { $count } раза подряд
   *[many] { $count } раз подряд
}

# Ученики, которые помогают
programmes-setting-volunteer_grade = Волонтёры: с какого класса
programmes-setting-volunteer_grade-means = Ученики этого класса и старше могут помогать другим. Кто уже записан, остаётся.
programmes-value-volunteer_grade = с { $count } класса
programmes-setting-peer_ahead_least = Пары учеников: насколько старше помогающий, не меньше
programmes-setting-peer_ahead_least-means = Наименьшая разница в классах между тем, кто помогает, и тем, кому помогают. Пары, которые уже есть, остаются.
programmes-value-peer_ahead_least = { $count ->
    [one] на { $count } класс
    [few] на { $count } класса
   *[many] на { $count } классов
    }
programmes-setting-peer_ahead_most = Пары учеников: насколько старше помогающий, не больше
programmes-setting-peer_ahead_most-means = Наибольшая разница в классах. Пары, которые уже есть, остаются.
programmes-value-peer_ahead_most = { $count ->
    [one] на { $count } класс
    [few] на { $count } класса
   *[many] на { $count } классов
    }
programmes-setting-peer_mentees = Пары учеников: скольким помогает один
programmes-setting-peer_mentees-means = Больше детей у одного помогающего одновременно не будет. Пары, которые уже есть, остаются.
programmes-value-peer_mentees = не больше { $count }
programmes-setting-peer_rest_days = Пары учеников: перерыв после завершённой
programmes-setting-peer_rest_days-means = Столько дней ребёнку не ищут новую пару: быстрая замена вредит. Потом решает взрослый.
programmes-value-peer_rest_days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
    }
programmes-setting-grades_from_zhas_qyran = «Жас қыран»: первый класс
programmes-setting-grades_from_zhas_qyran-means = С какого класса ученику можно записать эту организацию.
programmes-value-grades_from_zhas_qyran = с { $count } класса
programmes-setting-grades_to_zhas_qyran = «Жас қыран»: последний класс
programmes-setting-grades_to_zhas_qyran-means = По какой класс ученику можно записать эту организацию. 0 – в школе её нет.
programmes-value-grades_to_zhas_qyran = { $count ->
    [0] в школе нет
   *[other] по { $count } класс
}
programmes-setting-grades_from_zhas_ulan = «Жас ұлан»: первый класс
programmes-setting-grades_from_zhas_ulan-means = С какого класса ученику можно записать эту организацию.
programmes-value-grades_from_zhas_ulan = с { $count } класса
programmes-setting-grades_to_zhas_ulan = «Жас ұлан»: последний класс
programmes-setting-grades_to_zhas_ulan-means = По какой класс ученику можно записать эту организацию. 0 – в школе её нет.
programmes-value-grades_to_zhas_ulan = { $count ->
    [0] в школе нет
   *[other] по { $count } класс
}
programmes-setting-grades_from_zhas_sarbaz = «Жас сарбаз»: первый класс
programmes-setting-grades_from_zhas_sarbaz-means = С какого класса ученику можно записать эту организацию.
programmes-value-grades_from_zhas_sarbaz = с { $count } класса
programmes-setting-grades_to_zhas_sarbaz = «Жас сарбаз»: последний класс
programmes-setting-grades_to_zhas_sarbaz-means = По какой класс ученику можно записать эту организацию. 0 – в школе её нет.
programmes-value-grades_to_zhas_sarbaz = { $count ->
    [0] в школе нет
   *[other] по { $count } класс
}
programmes-setting-grades_from_qamqor = «Қамқор»: первый класс
programmes-setting-grades_from_qamqor-means = С какого класса ученику можно записать эту организацию.
programmes-value-grades_from_qamqor = с { $count } класса
programmes-setting-grades_to_qamqor = «Қамқор»: последний класс
programmes-setting-grades_to_qamqor-means = По какой класс ученику можно записать эту организацию. 0 – в школе её нет.
programmes-value-grades_to_qamqor = { $count ->
    [0] в школе нет
   *[other] по { $count } класс
}
# Все годы: остановка программы, прошлые годы.
programmes-to-years = Все годы программы
programmes-years-title = Все годы программы
programmes-years-text = Что впереди, что идёт и что закончилось. Законченную программу можно убрать в прошлые годы: она уйдёт из ежедневных списков, но читать её можно здесь.
programmes-years-near = В ежедневных списках
programmes-years-none = В ежедневных списках нет программы
programmes-years-none-text = Создайте программу учебного года или верните одну из прошлых.
programmes-years-earlier = Прошлые годы
programmes-years-earlier-none = Сюда пока ничего не убрано.
programmes-standing-open = открыта
programmes-standing-over = закончена
programmes-standing-stopped = остановлена
programmes-standing-shelved = в прошлых годах
programmes-stopped-by = Остановлена { $day }: { $name }
programmes-shelve = Убрать в прошлые годы
programmes-take-out = Вернуть в списки
programmes-stop = Остановить программу
programmes-stop-ask = Остановить программу посреди года? { $years }
programmes-stop-text = Это для школы, которая закрывается или где осталось слишком мало людей. Отменить нельзя: об этом сразу узнают все.
programmes-stop-yes = Остановить и сообщить всем
programmes-stop-no = Пусть идёт дальше
programmes-stop-over = Эта программа уже закончилась
programmes-stop-over-text = Останавливать нечего: прошёл её последний день или её остановили раньше.
programmes-stop-reason = Почему программа останавливается
programmes-stop-reason-hint = для руководителей, которые придут позже; без имён
programmes-stop-seen = Причину читают координаторы и директор
programmes-stop-told = Молодые педагоги, наставники и руководители получат по одному письму: без причины и без упрёков. Кто уже не работает, писем не получает.
programmes-ends = Что заканчивается сегодня
programmes-ends-none = Ничего не ждёт и не запланировано: завершается только сама программа.
programmes-ends-pairs = { $count ->
    [one] { $count } пара завершается; по приказу – как плановая, с заключительными словами и благодарностью
    [few] { $count } пары завершаются; по приказу – как плановые, с заключительными словами и благодарностью
   *[many] { $count } пар завершаются; по приказу – как плановые, с заключительными словами и благодарностью
    }
programmes-ends-requests = { $count ->
    [one] { $count } запрос без ответа отзывается
    [few] { $count } запроса без ответа отзываются
   *[many] { $count } запросов без ответа отзываются
    }
programmes-ends-meetings = { $count ->
    [one] { $count } будущая встреча отменяется
    [few] { $count } будущие встречи отменяются
   *[many] { $count } будущих встреч отменяются
    }
programmes-ends-turns = { $count ->
    [one] { $count } запланированная совместная работа отменяется
    [few] { $count } запланированные совместные работы отменяются
   *[many] { $count } запланированных совместных работ отменяются
    }
programmes-ends-observations = { $count ->
    [one] { $count } посещение урока отменяется
    [few] { $count } посещения уроков отменяются
   *[many] { $count } посещений уроков отменяются
    }
programmes-ends-drafts = { $count ->
    [one] { $count } проект приказа о наставнике снимается
    [few] { $count } проекта приказов о наставниках снимаются
   *[many] { $count } проектов приказов о наставниках снимаются
    }
programmes-ends-round = Второй круг закрывается
programmes-ends-survey = Открытый опрос закрывается
programmes-goes-on = Что остаётся
programmes-goes-on-text = Документы, журналы и отчёты можно читать, архив года можно собрать. Занятия курса, экзамен, лагеря и пары учеников принадлежат школе: при необходимости отмените их на их страницах.
programmes-done-stopped = Программа остановлена. Писем будет отправлено: { $count }.
programmes-done-stopped-before = Программа уже была остановлена: { $day }. Тогда отправлено писем: { $count }. Повторно ничего не сделано.
programmes-done-stopped-known = Программа уже была остановлена: { $day }. Повторно ничего не сделано.
programmes-done-shelved = Программа убрана в прошлые годы.
programmes-done-out = Программа снова в ежедневных списках.
programmes-refused-open = Пока программа идёт, её не убирают: остановите её или дождитесь последнего дня.
programmes-refused-orders-wait = Приказ о завершении пар ещё не подписан. Подготовьте и подпишите его в разделе «Приказы», потом уберите программу.
programmes-refused-stop-reason = Напишите причину: не меньше { $least } знаков.

# Следующая программа, шаблоны.
programmes-next = Создать следующую программу
programmes-next-way = Начать с прошлого года или с шаблона
programmes-next-text = Выберите, с чего начать, посмотрите, что сдвинулось, и поправьте что нужно до создания. Будущие сроки и настройки можно менять и потом.
programmes-next-dates = Сверьте сроки с календарём школы.
programmes-with = С чего начать
programmes-with-chosen = выбрано
programmes-with-usual = Обычные сроки и настройки
programmes-with-usual-text = Как они есть в системе
programmes-with-copy = Копия: { $years }
programmes-with-copy-text = Сроки сдвинуты по годам, у каждой настройки её основание
programmes-with-own-text = Шаблон школы
programmes-with-offered-text = Шаблон, который предлагает район
programmes-moved-title = Что переносится
programmes-moved = { $name }: было { $was }, станет { $becomes }
programmes-moved-same = { $name }: { $becomes }, без изменений
programmes-moved-off = { $name }: было { $was }, станет { $becomes } – тот же день нерабочий или нарушает порядок
programmes-moved-settings = { $count ->
    [0] Все настройки обычные.
    [one] { $count } настройка отличается от обычной и сохраняет своё основание.
    [few] { $count } настройки отличаются от обычных и сохраняют свои основания.
   *[many] { $count } настроек отличаются от обычных и сохраняют свои основания.
    }
programmes-moved-not = Не переносится: люди, запросы, пары, документы, второй круг, строки положения. Выходные нового года – обычные, их можно поправить потом.
programmes-no-year = Свободного учебного года нет
programmes-no-year-text = На этот и на следующий учебный год программа уже есть.
programmes-templates = Шаблоны программ
programmes-templates-text = Сроки и настройки под одним названием. Людей в шаблоне нет.
programmes-templates-own = Шаблоны школы
programmes-templates-own-none = Пока ничего не сохранено.
programmes-templates-offered = Предлагает район
programmes-templates-offered-none = Район шаблонов не предлагает.
programmes-template-text = { $years }. { $count ->
    [0] Все настройки обычные
    [one] { $count } своя настройка
    [few] { $count } свои настройки
   *[many] { $count } своих настроек
    }
programmes-template-begin = Начать с него
programmes-template-show = Показать району
programmes-template-hide = Больше не показывать
programmes-template-shown = Район его видит
programmes-template-remove = Удалить
programmes-template-keep = Сохранить как шаблон
programmes-template-of = Чьи сроки и настройки
programmes-template-name = Название
programmes-template-name-hint = например, «Сельская школа, мало педагогов»; без имён людей
programmes-template-name-needed = Дайте шаблону название.
programmes-template-name-taken = Такое название уже есть у другого шаблона.
programmes-template-nothing = Сохранять пока нечего
programmes-template-nothing-text = Сначала создайте программу.
programmes-offers = Шаблоны программ для школ
programmes-offers-text = Что показали школы района, без их названий: сроки и настройки, без людей. С предложенного вами сможет начать любая школа района.
programmes-offers-now = Предложено всем школам
programmes-offers-none = Пока ничего не предложено.
programmes-offers-shown = Показали школы
programmes-offers-shown-none = Нового школы пока не показали.
programmes-offer-act = Предложить всем школам
programmes-offer-withdraw = Больше не предлагать
programmes-done-template = Шаблон сохранён: { $name }.
programmes-done-template-shown = Район видит шаблон.
programmes-done-template-hidden = Район больше не видит шаблон.
programmes-done-template-removed = Шаблон удалён.
programmes-done-offered = Шаблон предложен всем школам.
programmes-done-withdrawn = Шаблон больше не предлагается.
programmes-aside-title = Программа этого года убрана в прошлые годы
programmes-aside-text = Она есть среди всех лет. Верните её оттуда или создайте следующую.
