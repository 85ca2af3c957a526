# Положение о наставничестве и дорожная карта (doc:A20).
regulations-title = Положение
regulations-board = Положение о наставничестве на { $year } учебный год
regulations-board-text = Оно собрано из закона, настроек и дат программы. Меняются они, меняется и положение. Для подписи директора его печатают.
regulations-chapter-general = Общее
regulations-chapter-choice = Выбор наставника
regulations-chapter-work = Год работы
regulations-chapter-care = Доверие и защита
regulations-chapter-own = Правила школы
regulations-clause-purpose = Наставничество помогает тем, кто впервые работает учителем, войти в профессию и в жизнь школы. Это поддержка, а не проверка.
regulations-clause-newcomer = Наставник закрепляется за каждым, кто впервые начал работать педагогом, независимо от возраста (Закон «О статусе педагога» № 293-VI, статьи 1 и 13).
regulations-clause-order = { $order_days ->
    [one] Приказ о наставнике издают не позднее { $order_days } рабочего дня со дня приёма на работу (Закон № 293-VI, статья 13; приказ № 160). До окончания выбора это временный наставник.
   *[many] Приказ о наставнике издают не позднее { $order_days } рабочих дней со дня приёма на работу (Закон № 293-VI, статья 13; приказ № 160). До окончания выбора это временный наставник.
    }
regulations-clause-pay = За наставничество наставнику доплачивают { $percent } % базового должностного оклада.
regulations-clause-plan = Единственный документ наставника, которого требует закон, – план работы с молодым специалистом (приказ № 130, приложение 9). Его составляют за { $plan_days } дней после приказа.
regulations-clause-no_other = Других отчётов и справок о наставничестве с педагогов не требуют. Остальные формы школа использует по своему решению.
regulations-clause-category = Стать наставником можно с категории «{ $category }». Если категория ниже, координатор утверждает наставника с письменной причиной.
regulations-clause-capacity = Молодых педагогов у одного наставника одновременно не больше: { $most }.
regulations-clause-window = { $months ->
    [one] Выбор длится не больше месяца: с { $from } по { $until }. В это время молодые педагоги работают вместе с разными наставниками.
   *[many] Выбор длится не больше двух месяцев: с { $from } по { $until }. В это время молодые педагоги работают вместе с разными наставниками.
    }
regulations-clause-both = Наставника выбирают оба: молодой педагог и наставник. Пара возникает только с согласия двоих.
regulations-clause-requests = Молодой педагог может одновременно ждать ответа на несколько запросов, не больше: { $open }. Дней на ответ наставнику: { $answer_days }.
regulations-clause-lists = { $mode ->
    [most_pairs] Закрытый список составляют до { $closes }; наибольшее число имён у молодого педагога: { $ranked }. До этого дня его видит только автор, потом ещё координатор и больше никто. Пары предлагаются так, чтобы их получилось как можно больше; решает и публикует человек.
   *[other] Закрытый список составляют до { $closes }, имён в нём сколько угодно. До этого дня его видит только автор, потом ещё координатор и больше никто. Пары предлагаются по порядку, который назвали сами люди; решает и публикует человек.
    }
regulations-clause-refusal = Отказ не объясняют и не оценивают. Причину, если её назвали, второй стороне не показывают.
regulations-clause-appointment = Если выбор не привёл к паре, открывают второй круг (обычное число дней: { $round_days }) или назначают наставника с письменной причиной, которую видят оба.
regulations-clause-first_meeting = Первая встреча пары проходит вскоре после приказа. Дней на неё: { $meeting_days }.
regulations-clause-journal = Встречи записывают коротко: что было и сколько длилось. Записи видят двое; в документы попадает только то, что для них предложено.
regulations-clause-observations = Пожелание школы о наблюдениях уроков: в первом полугодии { $first }, во втором { $second }, из них у коллеги не из пары в каждом полугодии { $outside }. Это не норма и не срок. Лист принадлежит тому, чей урок наблюдали.
regulations-clause-survey = В октябре, январе и мае обе стороны могут ответить на короткий опрос. Отвечать никто не обязан.
regulations-clause-private = Впечатления, личные заметки, закрытые списки и ответы опроса видит только автор.
regulations-clause-groups = Школа видит цифры только о группах, в которых не меньше { $cell } человек.
regulations-clause-change = О смене наставника любой из двоих просит координатора конфиденциально. Кто просил, нигде не записывается.
regulations-road = Дорожная карта
regulations-column-event = Мероприятие
regulations-column-when = Срок
regulations-column-who = Ответственный
regulations-column-result = Результат: документ
regulations-column-basis = Основание
regulations-when-after-hiring = рабочих дней со дня приёма: { $days }
regulations-when-after-order = дней после приказа: { $days }
regulations-when-seasons = сентябрь, январь, май
regulations-when-waves = октябрь, январь, май
regulations-who-head = директор
regulations-who-coordinator = координатор
regulations-who-mentors = наставники
regulations-who-newcomers = молодые педагоги
regulations-who-pair = молодой педагог и наставник
regulations-event-provisional = Временный наставник назначен
regulations-result-provisional = приказ о закреплении наставника
regulations-event-plan = План работы наставника составлен
regulations-result-plan = план работы (приложение 9)
regulations-event-maps = Карта затруднений заполнена, по желанию
regulations-result-maps = карта, остаётся у молодого педагога
regulations-event-selection = Совместная работа со всеми наставниками
regulations-result-selection = записи о совместной работе
regulations-event-surveys = Опрос обеих сторон
regulations-result-surveys = итоги по группам
regulations-event-lists = Закрытые списки обеих сторон
regulations-result-lists = предложение пар
regulations-event-confirming = Пары опубликованы, согласия даны
regulations-result-confirming = приказ, который подтверждает или меняет наставника
regulations-event-meetings = Встречи пары и шаги плана
regulations-result-meetings = журнал встреч
regulations-event-mentor_half = Отчёт наставника за полугодие
regulations-result-mentor_half = отчёт с подписями
regulations-event-newcomer_half = Отчёт молодого педагога за полугодие
regulations-result-newcomer_half = отчёт
regulations-event-note_half = Аналитическая справка за полугодие
regulations-result-note_half = справка
regulations-event-mentor_year = Отчёт наставника за год
regulations-result-mentor_year = отчёт с подписями
regulations-event-newcomer_year = Отчёт молодого педагога за год
regulations-result-newcomer_year = отчёт
regulations-event-note_year = Аналитическая справка за год
regulations-result-note_year = справка
regulations-own = Строки школы
regulations-own-text = Школа добавляет свои строки на двух языках бумаг. Строку не правят: её убирают и добавляют новую, обе остаются в истории.
regulations-add-text = Добавить правило
regulations-add-road = Добавить мероприятие в дорожную карту
regulations-kk = Правило на казахском
regulations-ru = Правило на русском
regulations-event-kk = Мероприятие на казахском
regulations-event-ru = Мероприятие на русском
regulations-due = Последний день
regulations-who-kk = Ответственный на казахском
regulations-who-ru = Ответственный на русском
regulations-result-kk = Документ на казахском
regulations-result-ru = Документ на русском
regulations-basis = Основание
regulations-basis-choice = по решению школы
regulations-basis-law = обязательно по закону
regulations-add = Добавить строку
regulations-remove = Убрать
regulations-added = Добавлено: { $name }, { $day }.
regulations-removed = Убрано: { $name }, { $day }.
regulations-history = Убранные строки
regulations-done-added = Строка добавлена.
regulations-done-removed = Строка убрана, она осталась в истории.
regulations-refused-words = Нужен текст на обоих языках, не длиннее 300 знаков.
regulations-refused-day = День должен быть в учебном году программы.
regulations-refused-many = Строк уже тридцать. Уберите лишнюю.
