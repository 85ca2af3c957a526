courses-title = Курс наставников
courses-back = К странице курса
courses-later = Позже
courses-stages = Ступени курса
courses-stage-discussion = Обсуждение
courses-stage-discussion-note = случаи и отклики
courses-stage-training = Обучение
courses-stage-training-note = занятия по часам
courses-stage-theory = Теория
courses-stage-theory-note = вопросы
courses-stage-practice = Практика
courses-stage-practice-note = перед комиссией
courses-state-discussion = Обсуждение
courses-state-training = Обучение
courses-state-admitted = Допуск к экзамену
courses-state-border = Результат у границы
courses-state-practice = Теория сдана
courses-state-passed = Право наставника
courses-state-failed = Часть экзамена не сдана
courses-state-expired = Срок права истёк
courses-state-revoked = Право отозвано
courses-state-left = Вышли из курса
courses-board-none = Курс наставников: обсуждение, обучение, экзамен
courses-board-none-text = Сначала вы рассказываете один случай из практики и откликаетесь на два чужих. Потом часы обучения, в конце экзамен.
courses-board-waits = Заявка на курс подана
courses-board-waits-text = Когда координатор подтвердит, придёт письмо. Пока делать ничего не нужно.
courses-board-discussion = Первая ступень: обсуждение
courses-board-discussion-text = Расскажите случай из своей практики и откликнитесь на случаи коллег. Счёт ведётся сам.
courses-board-training = Вторая ступень: обучение
courses-board-training-text = Запишитесь на занятия. Ведущий отмечает, кто пришёл, часы считаются сами.
courses-board-admitted = Вы допущены к экзамену
courses-board-admitted-text = Обе ступени пройдены. День теории назовёт координатор.
courses-board-border = Результат теории у самой границы
courses-board-border-text = Работу посмотрят ещё раз и напишут почему. Жребия нет.
courses-board-practice = Теория сдана
courses-board-practice-text = Дальше практика перед комиссией. День назовёт координатор.
courses-board-passed = У вас есть право наставника, последний день: { $day }
courses-board-passed-text = Случаи и материал остаются открытыми для вас.
courses-board-failed = Одна часть экзамена пока не сдана
courses-board-failed-text = Сданное остаётся сданным. О пересдаче скажет координатор.
courses-board-again = Одна часть экзамена пока не сдана
courses-board-again-text = Сданное остаётся сданным. Первый день, когда другую часть можно сдать снова: { $day }.
courses-board-expired = Срок права наставника закончился
courses-board-expired-text = Работающие пары продолжают. Для новой пары можно пройти курс снова.
courses-board-revoked = Право наставника отозвано
courses-board-revoked-text = О причине спросите координатора. Курс можно пройти снова.
courses-board-left = Вы вышли из курса
courses-board-left-text = Вернуться можно в любой день: курс начнётся сначала.
courses-missing = Чего не хватает до следующей ступени
courses-counted = Вручную это никто не отмечает: сделанное считается само.
courses-gap-cases =
    { $count ->
    [one] Расскажите ещё { $count } случай из практики.
    [few] Расскажите ещё { $count } случая из практики.
   *[many] Расскажите ещё { $count } случаев из практики.
    }
courses-gap-replies =
    { $count ->
    [one] Откликнитесь ещё на { $count } чужой случай.
    [few] Откликнитесь ещё на { $count } чужих случая.
   *[many] Откликнитесь ещё на { $count } чужих случаев.
    }
courses-gap-hours = Осталось пройти обучения: { $hours }.
courses-hours = { $count } ч
courses-hours-minutes = { $hours } ч { $minutes } мин
courses-done-cases = Случаи: { $done } из { $all }
courses-done-replies = Отклики: { $done } из { $all }
courses-done-hours = Обучение: { $done } из { $all }
courses-done-discussed = Встречи обсуждения: { $done }
courses-ways = Разделы курса
courses-apply-title = Пойти на курс
courses-apply-text = Если вы хотите быть наставником или уже им стали, подайте заявку. Координатор подтвердит.
courses-apply = Подать заявку
courses-withdraw = Отозвать заявку
courses-act-tell = Рассказать случай
courses-act-read = Прочитать случаи
courses-act-sign-up = Выбрать занятие
courses-act-announce = Объявить занятие
courses-act-mark = Отметить, кто пришёл
courses-leave-title = Выйти из курса
courses-leave-text = Ваши места на занятиях освободятся. Рассказанные случаи и отклики останутся в библиотеке.
courses-certificates = Право и сертификат
courses-certificates-text = Кто держит бумагу в руках, может проверить её код и узнаёт только, действует ли она. В карточке сертификат виден, только пока вы это разрешаете.
courses-certificate = Сертификат наставника
courses-certificate-none = Сертификат ещё не оформлен
courses-certificate-numbered = Сертификат № { $number }
courses-certificate-is-valid = Сертификат действует до { $day }
courses-certificate-is-expired = Срок сертификата закончился, последний день – { $day }
courses-certificate-is-revoked = Сертификат отозван
courses-certificate-make = Оформить сертификат
courses-certificate-kk = Сертификат на казахском (PDF)
courses-certificate-ru = Сертификат на русском (PDF)
courses-certificate-show = Показать в моей карточке
courses-certificate-hide = Не показывать в карточке
courses-done-certificate = Сертификат оформлен
courses-done-certificate-shown = В карточке видно, до какого дня действует сертификат
courses-done-certificate-hidden = В карточке сертификата больше нет
courses-refused-no-right = Действующего права здесь нет. Ничего не изменилось.
courses-decline = Места нет
courses-decline-board = Сейчас нет места на курсе: { $name }
courses-decline-text = Придёт письмо о том, что есть ответ. Заявку можно подать снова в любой день.
courses-decline-words = Почему и что человек может сделать
courses-decline-act = Ответить, что места нет
courses-seen-declined = Прочтёт только тот, кто подал заявку
courses-declined = Ответ на вашу заявку
courses-seen-declined-own = Это читаете только вы
courses-done-declined = Ответ сохранён, письмо будет отправлено.
courses-refused-not-waiting = Этот человек больше не ждёт места.
courses-revoke = Отозвать право
courses-revoke-board = Право наставника: { $name }
courses-revoke-text = Сертификат сразу перестаёт действовать. Работающие пары продолжают. Отменить это нельзя, курс можно пройти снова.
courses-revoke-reason = Почему
courses-seen-revoked = Причину читает тот, кто ведёт курс. Открытая проверка говорит «отозван» и больше ничего.
courses-revoked-because = Причина: { $reason }
courses-done-revoked = Право отозвано
courses-leave = Выйти из курса
courses-material = Материал курса
courses-material-licence = Материал открыт по лицензии CC BY 4.0: школа может его менять и использовать.
courses-self-check = Самопроверка
courses-self-check-text = Выберите тему и ответьте на десять вопросов: ответы проверяются сразу, с пояснениями. На экзамене этих вопросов не будет.
courses-self-check-seen = Нигде не записывается, что вы пробовали и как ответили
courses-self-check-topics = Темы самопроверки
courses-self-check-count =
    { $count ->
    [0] вопросов пока нет
    [one] { $count } вопрос
    [few] { $count } вопроса
   *[many] { $count } вопросов
    }
courses-self-check-none = Вопросов для самопроверки пока нет
courses-self-check-none-text = Их отмечают координатор или директор: на странице вопроса в банке вопросов. Отмеченный вопрос на экзамене не задают. Скажите координатору, если хотите потренироваться.
courses-self-check-one = { $number }. { $text }
courses-self-check-act = Проверить ответы
courses-self-check-again = Другие вопросы
courses-self-check-result = Верных ответов: { $right } из { $count }
courses-self-check-question = Вопрос { $number }
courses-self-check-right = верно
courses-self-check-partly = верно частично
courses-self-check-wrong = неверно
courses-self-check-blank = без ответа
courses-self-check-given = Ваш ответ: { $answer }
courses-self-check-right-is = Верный ответ: { $answer }
courses-refused-self-check = Вопросы за это время изменились, ниже новые.
courses-cases = Случаи из практики
courses-cases-board =
    { $count ->
    [0] Здесь пока нет случаев
    [one] Здесь { $count } случай
    [few] Здесь { $count } случая
   *[many] Здесь { $count } случаев
    }
courses-cases-text = Коллеги рассказывают, что делали, и спрашивают других. Библиотека открыта и после курса.
courses-cases-all = Все случаи
courses-cases-none = Случаев пока нет
courses-cases-none-text = В начале курса это обычно. Расскажите первым.
courses-cases-not-found = Таких случаев не нашлось
courses-cases-not-found-text = Попробуйте слово короче или уберите тему.
courses-search = Какие слова встречаются
courses-find = Найти
courses-topic = Тема
courses-topic-any = Любая тема
courses-case-line =
    { $count ->
    [0] { $topic }. { $name }. Откликов пока нет
   *[other] { $topic }. { $name }. Откликов: { $count }
    }
courses-case-own = Ваш случай
courses-case-elsewhere = Другая школа района
courses-author-there = { $name }, { $school }
courses-author-unnamed = Коллега из района
courses-case-replied = Вы откликнулись
courses-case-head = { $topic }. { $by }
courses-by = { $name }, { $day }
courses-case-title = Одной строкой: о чём
courses-case-situation = Что произошло
courses-case-did = Мои действия
courses-case-asks = О чём спрашиваю коллег
courses-tell = Случай из моей практики
courses-tell-text = Можно коротко. Правильного ответа нет: важно, что вы заметили.
courses-tell-names = Без имён, классов и примет семьи: ни ребёнка, ни коллегу никто не должен узнать.
courses-tell-keep = Опубликовать случай
courses-seen-cases = Читают участники курса, нынешние и прежние, и координатор.
courses-audience = Кто читает случай
courses-audience-school = Участники курса моей школы
courses-audience-district = И коллеги из района, без моего имени и школы
courses-audience-named = И коллеги из района, с моим именем и школой
courses-audience-hint = потом можно изменить; на откликах из другой школы имени нет
courses-audience-keep = Сохранить
courses-seen-case-district = Читают участники курса, нынешние и прежние, и координаторы – здесь и в других школах района. Другой школе не говорится, кто написал случай, кто откликнулся и откуда они.
courses-seen-case-named = Читают участники курса, нынешние и прежние, и координаторы – здесь и в других школах района. Другая школа видит, кто написал случай; кто откликнулся и откуда, ей не говорится.
courses-replies = Отклики
courses-replies-none = Пока никто не откликнулся.
courses-reply = Ваш отклик
courses-reply-hint = скажите, что помогало вам, без оценок
courses-reply-send = Отправить отклик
courses-unreply = Забрать отклик
courses-take-back-title = Забрать случай
courses-take-back-text = Это можно, пока никто не откликнулся и не открылась следующая ступень. Текст исчезнет совсем.
courses-take-back = Забрать
courses-take-off-title = В случае можно узнать человека?
courses-take-off-text = Слова случая и откликов исчезнут навсегда. Откликнувшимся всё засчитано, автор расскажет другой случай.
courses-take-off = Снять случай
courses-trainings = Занятия
courses-trainings-all = Все занятия
courses-trainings-board =
    { $count ->
    [0] Впереди нет объявленных занятий
    [one] Впереди { $count } занятие
    [few] Впереди { $count } занятия
   *[many] Впереди { $count } занятий
    }
courses-trainings-text = Если мест нет, встаньте в очередь: когда место освободится, придёт письмо.
courses-trainings-none = Занятий впереди нет
courses-trainings-none-text = Когда координатор объявит занятие, оно появится здесь.
courses-trainings-ahead = Впереди
courses-trainings-past = Прошли
courses-training-line = { $stage }. { $from }–{ $to }, { $place }. { $places }
courses-training-line-elsewhere = { $stage }. { $from }–{ $to }, { $place }. Проводит школа: { $host }. { $places }
courses-training-when = { $day }, { $from }–{ $to }
courses-places = Мест: { $all }, занято: { $taken }
courses-places-waiting = Мест: { $all }, занято: { $taken }, ждут: { $waiting }
courses-phase-held = Прошло
courses-phase-cancelled = Отменено
courses-came = Вы были
courses-came-not = Вас не было
courses-seat-place = Есть место
courses-seat-waiting = В очереди, номер { $number }
courses-unlisted = без записи
courses-sign-up = Записаться
courses-sign-up-wait = Встать в очередь
courses-step-back = Отказаться от места
courses-training-stage = Ступень
courses-training-stage-hint = на встречу обсуждения приходят те, кто рассказывает случаи, на обучение – те, кто прошёл обсуждение; часы засчитываются в свою ступень
courses-training-stage-discussion = Обсуждение
courses-training-stage-training = Обучение
courses-training-title = Тема
courses-training-day = День
courses-training-from = Начало
courses-training-to = Конец
courses-training-place = Место
courses-training-places = Сколько мест
courses-training-leader = Ведущий
courses-training-leader-hint = отмечает, кто пришёл
courses-training-length = Длительность
courses-training-before = Заранее
courses-training-after = После
courses-training-links = текст или ссылка; адрес с https:// можно открыть прямо со страницы
courses-training-host = Проводит школа
courses-training-for = Для кого
courses-training-for-district = для этой школы и других школ района
courses-training-opened = Открыто и другим школам района
courses-training-opened-hint = записаться могут те, кто дошёл там до обучения, часы засчитываются в их школе; имя и школу видят ведущий и координатор
courses-plan = Часы курса
courses-plan-outline = По плану курса
courses-plan-outline-parts = { $all }: обсуждение { $discussion }, обучение { $training }, подготовка и экзамен { $exam }
courses-plan-required = Программа школы требует обучения
courses-plan-sessions = В занятиях обучения этого года, прошедших и объявленных
courses-plan-short = Программа требует больше обучения, чем есть в занятиях: не хватает { $missing }. Объявите ещё занятия или измените число часов в программе.
courses-announce = Объявить занятие
courses-announce-text = Участники курса сразу увидят его и смогут записаться.
courses-announce-keep = Объявить
courses-mark-title = Кто пришёл
courses-mark-text = Отметьте всех, кто пришёл, в том числе из очереди и без записи. Исправить можно в течение четырнадцати дней.
courses-mark-who = Записавшиеся
courses-mark = Сохранить отметки
courses-list = Кто записался
courses-list-none = Пока никто не записался.
courses-seen-list = Список видят только ведущий и координатор.
courses-seen-elsewhere = Если вы запишетесь, ведущий и координатор той школы увидят ваше имя и вашу школу; как вы проходите курс, им не видно.
courses-amend = Изменить, что прочитать и сделать
courses-amend-text = Записавшиеся увидят это сразу; о новом задании «после» им придёт письмо.
courses-amend-keep = Сохранить
courses-cancel-title = Занятия не будет?
courses-cancel-text = Всем записавшимся придёт письмо. Вернуть это нельзя.
courses-cancel = Отменить занятие
courses-candidates = Участники курса
courses-candidates-board =
    { $count ->
    [0] На курсе пока никого
    [one] На курсе { $count } человек
    [few] На курсе { $count } человека
   *[many] На курсе { $count } человек
    }
courses-candidates-text = Ступени открываются сами, по сделанному: здесь ничего не отмечают.
courses-candidates-none = Курс ещё не начался
courses-candidates-none-text = Запишите людей ниже или подождите, пока попросятся сами.
courses-column-name = Имя
courses-column-stage = Ступень
courses-column-missing = Чего не хватает
courses-nothing-missing = Всё есть
courses-waiting = Ждут подтверждения
courses-confirm = Подтвердить
courses-enrol-title = Записать на курс
courses-enrol-who = Кого
courses-enrol-hint = человек получит письмо
courses-enrol = Записать
courses-seen-candidates = Этот список видит только координатор. Каждый видит лишь свою страницу.
courses-task-discussion = Курс наставников: идёт обсуждение
courses-task-discussion-text = Случай и отклики открывают следующую ступень.
courses-task-training = Курс наставников: часы обучения
courses-task-training-text = Запишитесь на следующее занятие.
courses-task-mark = Кто пришёл на занятие: { $title }
courses-task-mark-text = После отметки часы посчитаются сами.
courses-task-waiting =
    { $count ->
    [one] Заявку на курс подал { $count } человек
    [few] Заявку на курс подали { $count } человека
   *[many] Заявку на курс подали { $count } человек
    }
courses-task-waiting-text = Подтвердите, и им придёт письмо.
courses-done-asked = Заявка подана координатору.
courses-done-unasked = Заявка отозвана.
courses-done-left = Вы вышли из курса.
courses-done-told = Случай опубликован.
courses-done-opened = Теперь случай читают коллеги из района и могут откликнуться.
courses-done-closed = Теперь случай читают только в вашей школе.
courses-done-replied = Отклик отправлен.
courses-done-taken-back = Случай забран.
courses-done-unreplied = Отклик забран.
courses-done-taken-off = Случай снят, слова удалены.
courses-done-announced = Занятие объявлено.
courses-done-signed-up = Вы записались.
courses-done-waits = Вы в очереди. Когда появится место, придёт письмо.
courses-done-stepped-back = Вы отказались от занятия.
courses-done-marked = Отметки сохранены, часы посчитаны.
courses-done-amended = Материалы занятия сохранены.
courses-done-cancelled = Занятие отменено, письма уйдут.
courses-done-enrolled = Запись сделана, письмо будет отправлено.
courses-refused-runs = Этот человек уже на курсе.
courses-refused-left = Этот человек в школе больше не работает.
courses-refused-newcomer = У молодого педагога есть свой наставник: курс для наставников.
courses-refused-empty = Заполните все поля.
courses-refused-long = Текст слишком длинный, сократите его.
courses-refused-no-course = Для этого нужно учиться на курсе.
courses-refused-own-case = Это ваш случай: откликаются другие.
courses-refused-counts = На это уже откликнулись, или оно открыло следующую ступень: забрать нельзя.
courses-refused-time = Конец должен быть позже начала, занятие длится не больше восьми часов.
courses-refused-places = Мест может быть от 1 до 200.
courses-refused-past = Это время уже прошло.
courses-refused-begun = Занятие уже началось.
courses-refused-not-over = Занятие ещё не закончилось, отметить можно потом.
courses-refused-cancelled = Это занятие отменено.
courses-refused-settled = Исправлять поздно: после занятия прошло больше четырнадцати дней.
courses-refused-not-at-training = На занятия записываются после обсуждения.
courses-refused-not-at-discussion = Эта встреча – для тех, у кого сейчас обсуждение.
courses-refused-same-time = В это время вы записаны на другое занятие. Сначала откажитесь от него.
courses-refused-leads = Это занятие ведёте вы: его часы засчитываются тем, кто к вам пришёл.
