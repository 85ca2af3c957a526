# The planned end of a pair: last day, closing words, letter of thanks.
endings-title = Завершение пар
endings-aside = Кстати
endings-last-day = До какого дня
endings-manage = Завершение и слова на прощание
endings-to-pair = На страницу пары
endings-to-list = Ко всем завершениям
endings-to-pairs = Ко всем парам
endings-board-without = { $count ->
    [one] Назовите последний день: без него { $count } пара
    [few] Назовите последний день: без него { $count } пары
   *[many] Назовите последний день: без него { $count } пар
    }
endings-board-without-text = Когда день известен заранее, двое успевают подвести итог и поблагодарить друг друга. Один день можно назвать сразу для всех.
endings-board-planned = { $count ->
    [one] Последний день назван: { $count } пара идёт к нему
    [few] Последний день назван: { $count } пары идут к нему
   *[many] Последний день назван: { $count } пар идут к нему
    }
endings-board-planned-text = На следующий день после последнего пара завершится сама. Сейчас от вас ничего не нужно.
endings-board-none = Завершать пока нечего
endings-board-none-text = Последний день называют парам, которые закреплены приказом. Они появятся здесь сами.
endings-without = Без последнего дня
endings-all-text = Каждой паре из списка придёт письмо обоим. Встречи после этого дня отпадут, о каждой двое получат письмо.
endings-all-act = { $count ->
    [one] Назвать день { $count } паре
   *[other] Назвать день всем { $count } парам
    }
endings-one-text = Другой день для одной пары
endings-planned = День назван
endings-planned-none = Пока ни одной паре день не назван.
endings-closed = Завершены
endings-state-closed = завершена
endings-written = { $count ->
    [0] Слов на прощание ещё нет
    [one] Слова на прощание написал один из двоих
   *[other] Слова на прощание написали оба
    }
endings-written-seen = Здесь видно только, написаны ли слова. Что написано друг другу, читают только двое.
endings-done-all = Последний день назван: { $day }. Пар: { $count }.
endings-done-one = Последний день назван: { $day }. Двоим придёт письмо.
endings-done-taken-back = Последний день снят, пара продолжает работу. Двоим придёт письмо.
endings-done-words = Сохранено.
endings-ordered = Этот день стоит в подписанном приказе. Если назвать другой, понадобится новый приказ.
endings-not-open = Здесь уже нечего снимать: день не назван, или пара завершена.
endings-refused-not-working = Последний день называют паре, которая работает по приказу. Временный наставник остаётся до приказа о постоянном.
endings-refused-past = Этот день уже прошёл. Выберите сегодняшний или другой день впереди.
endings-refused-before = Приказ начинается { $day }. Выберите этот день или более поздний.
endings-refused-late = Программа идёт по { $day }. Выберите этот день или более ранний.
endings-refused-nothing = Напишите хотя бы одно: что получилось, спасибо или слово координатору.
endings-why-planned = Программа этого года заканчивается, так и было задумано.
endings-why-agreed = Так договорились с координатором.
endings-until = Вы вместе до этого дня: { $day }. { $why }
endings-until-closed = Последний день: { $day }. { $why }
endings-until-order = По приказу пара работает до этого дня: { $day }.
endings-day = Последний день
endings-reason = Почему
endings-reason-hint = двое читают только, по плану это или по договорённости
endings-reason-seen = Причину видят только координаторы
endings-reason-was = Причина: { $reason }.
endings-reason-planned = заканчивается программа
endings-reason-goal_reached = цели достигнуты раньше
endings-reason-moves_away = один из двоих переезжает
endings-reason-workload = большая нагрузка
endings-reason-other = другое
endings-plan = Назвать день
endings-change = Изменить
endings-take-back = Снять день
endings-take-back-text = Если пара продолжает работу, день можно снять. Встречи, которые отпали, нужно назначить заново.
endings-show-none = Последний день пока не назван: { $newcomer } и { $mentor }
endings-show-none-text = Договоритесь с обоими и назовите день. Раньше срока тоже можно: цели достигнуты, переезд, нагрузка.
endings-show-planned = { $newcomer } и { $mentor }: вместе до { $day }
endings-show-planned-text = Двое об этом знают и пишут слова на прощание. На следующий день пара завершится сама.
endings-show-closed = { $newcomer } и { $mentor }: пара завершена, последний день { $day }
endings-show-closed-text = Поблагодарите наставника: благодарственное письмо готово к печати.
endings-show-not-working = { $newcomer } и { $mentor }: завершать нечего
endings-show-not-working-text = Последний день называют паре, которая работает по приказу.
endings-then = Что будет дальше
endings-then-text = Двое получат письмо с днём. Каждый пишет слова на прощание, и другой прочтёт их, когда напишут оба или наступит этот день. Новый отчёт никто не просит.
endings-thanks = Благодарственное письмо
endings-thanks-text = Наставнику: сроки, число встреч и слово молодого педагога, если он разрешил.
endings-thanks-kk = Печать на казахском
endings-thanks-ru = Печать на русском
endings-thanks-paper = Благодарственное письмо
endings-words = Слова на прощание
endings-words-seen = Читаете вы двое: когда напишут оба или наступит последний день
endings-evaluations-none = Координатору пока никто ничего не написал.
endings-evaluation-seen = Читает только координатор, другому из пары не видно
endings-report = Отчёт за год
endings-report-look = Открыть отчёт
endings-report-signed = { $kind }: подписан всеми.
endings-report-unsigned = { $kind }: ещё не подписан. Отдельного отчёта о завершении не нужно.
endings-words-early = Слова на прощание напишете ближе к концу: { $name }
endings-words-early-text = Это можно будет сделать с { $day } или когда координатор назовёт последний день.
endings-words-write = Напишите слова на прощание: { $name }
endings-words-write-text = Хватит пары предложений. Последний день: { $day }. Другой прочтёт их, когда напишете оба или наступит этот день.
endings-words-kept = Ваши слова сохранены, и ждать ничего не нужно: { $name }
endings-words-kept-text = До { $day } их можно менять, пока не написал второй. Потом вы прочтёте слова друг друга.
endings-words-open = Слова для вас открыты: { $name }
endings-words-open-text = Вы работали вместе до { $day }. Написанное остаётся здесь.
endings-words-late = Месяц после завершения прошёл
endings-words-late-text = Слова на прощание больше не пишутся. Сказать спасибо лично никогда не поздно.
endings-words-alone = Ваши слова открыты: { $name }
endings-words-alone-text = Второй из пары пока ничего не написал. Последний день: { $day }.
endings-theirs = Вам от коллеги: { $name }
endings-own = Ваши слова
endings-for-other = Прочтёт { $name }
endings-for-other-text = Любую часть можно оставить пустой.
endings-for-coordinator = Прочтёт только координатор
endings-part-worked = Что у нас получилось
endings-part-gave = Что дал мне этот год рядом с коллегой
endings-part-thanks = Спасибо
endings-part-evaluation = Что стоило бы сделать иначе
endings-optional = по желанию
endings-in-letter = Моё «спасибо» можно привести в благодарственном письме
endings-in-letter-hint = его напечатает координатор и подпишет директор
endings-keep = Сохранить
endings-task-words = Напишите слова на прощание: { $name }
endings-task-words-text = Пара предложений о том, что получилось. Последний день вместе: { $day }.
endings-act-write = Написать
endings-task-thanks = Вам говорит спасибо { $name }
endings-task-thanks-text = «{ $text }»
endings-task-plan = { $count ->
    [one] Назовите последний день: { $count } пара без него
    [few] Назовите последний день: { $count } пары без него
   *[many] Назовите последний день: { $count } пар без него
    }
endings-task-plan-text = Год подходит к концу, двоим нужно время подвести итог: { $names }.
endings-act-plan = Назвать день
endings-extension = Продление
endings-extension-to = Продлить работу пары
endings-extension-propose = Предложить продление
endings-extension-act = Предложить
endings-extension-seen = Читаете вы двое и координатор
endings-extension-history = Все продления
endings-extension-days = { $to } вместо { $from }
endings-extension-then = Второй из пары соглашается или нет, причину не спрашивают. Потом координатор подтверждает, и последний день переносится.
endings-extension-none = Последний день сейчас { $day }: { $newcomer } и { $mentor }
endings-extension-none-text = Если времени не хватило, его можно продлить: неполная ставка, отсутствие, цели ещё не достигнуты.
endings-extension-yours = Предлагают продлить работу пары до { $day }
endings-extension-yours-text = { $newcomer } и { $mentor }. Подумайте и ответьте: «нет» не требует объяснений.
endings-extension-waits = Продление до { $day } ждёт ответа
endings-extension-waits-text = { $newcomer } и { $mentor }. Пока не согласились оба, последний день прежний.
endings-extension-agreed = Оба согласны на продление до { $day }, осталось подтверждение координатора
endings-extension-agreed-text = { $newcomer } и { $mentor }. Когда координатор подтвердит, последний день перенесётся.
endings-cause = Почему нужно больше времени
endings-cause-part_time = неполная ставка
endings-cause-absence = отсутствие
endings-cause-goals = цели ещё не достигнуты
endings-missed = Сколько дней пропущено
endings-missed-hint = для неполной ставки и отсутствия: последний день перенесётся на столько же
endings-new-day = Новый последний день
endings-new-day-hint = если цели ещё не достигнуты
endings-progress-proposed = ждёт ответа
endings-progress-agreed = ждёт подтверждения
endings-progress-confirmed = подтверждено
endings-progress-declined = день прежний
endings-progress-taken_back = взято назад
endings-turn-agree = Согласен(на)
endings-turn-decline = Нет, оставить как есть
endings-turn-confirm = Подтвердить продление
endings-turn-take-back = Взять предложение назад
endings-done-extension = Предложение отправлено. Кому нужно ответить, придёт письмо.
endings-done-turn = Готово.
endings-refused-days = Напишите, сколько дней пропущено: от 1 до { $most }.
endings-refused-day = Назовите день после { $day }, не дальше чем на { $most } дней.
endings-refused-proposed = Одно продление уже ждёт ответа. Сначала нужно решить о нём.
endings-refused-open = Здесь уже нечего решать: на предложение ответили, или его взяли назад.
endings-task-extension = Ответьте о продлении пары: { $name }
endings-task-extension-text = Новый последний день: { $day }.
endings-act-answer = Ответить
endings-task-confirm = { $count ->
    [one] Подтвердите продление: { $count } пара ждёт
    [few] Подтвердите продление: { $count } пары ждут
   *[many] Подтвердите продление: { $count } пар ждут
    }
endings-task-confirm-text = Оба согласны: { $names }.
endings-act-confirm = Посмотреть
endings-pause = Пауза пары
endings-pause-to = Сделать паузу
endings-pause-set = Новая пауза
endings-pause-from = Первый день без встреч
endings-pause-back = День возвращения
endings-pause-back-hint = в этот день вы снова можете встречаться
endings-pause-act = Сделать паузу
endings-pause-end = Закончить паузу раньше
endings-pause-history = Все паузы
endings-pause-word-ahead = впереди
endings-pause-word-running = идёт сейчас
endings-pause-word-over = прошла
endings-pause-word-called-off = отменена до начала
endings-pause-word-first-day = закончилась в первый же день
endings-pause-then = Назначенные на эти дни встречи отпадут, о каждой вы двое получите письмо. Отчёты сдвинутся на столько же дней, напоминаний во время паузы не будет.
endings-pause-none = Паузы сейчас нет: { $newcomer } и { $mentor }
endings-pause-none-text = Если кого-то из двоих не будет, назовите день возвращения. Причину не спрашивают.
endings-pause-ahead = Впереди пауза, возвращение { $day }: { $newcomer } и { $mentor }
endings-pause-ahead-text = Если планы изменились, паузу можно отменить.
endings-pause-running = Пара на паузе, возвращение { $day }: { $newcomer } и { $mentor }
endings-pause-running-text = До этого дня ничего не нужно. Если вернулись раньше, закончите паузу.
endings-pause-line = Пара на паузе, день возвращения: { $day }.
endings-pause-line-ahead = Впереди пауза: { $days }.
endings-done-pause = Пауза записана. Второму из пары придёт письмо.
endings-done-pause-end = Пауза закончена. Второму из пары придёт письмо.
endings-pause-not-open = Паузы сейчас нет.
endings-refused-return = День возвращения должен быть позже первого дня паузы, не дальше чем на { $most } дней.
endings-refused-overlaps = На эти дни уже есть пауза. Выберите другие.
endings-order = Приказ о прекращении
endings-order-waits = Пара завершается раньше срока, указанного в приказе, поэтому нужен приказ о прекращении. В нём будет не причина, а только день и то, по плану это или досрочно.
endings-order-signed = Приказ о прекращении подписан. Если изменить день, понадобится новый приказ.
endings-order-look = К приказам
