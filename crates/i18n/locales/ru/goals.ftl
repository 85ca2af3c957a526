goals-title = Цели развития
goals-of = Цели развития: { $name }
goals-board-none = С чего начнём?
goals-board-none-text = Выберите одно-два дела, которые хочется делать увереннее, и запишите, как это станет видно.
goals-board-open = { $count ->
    [one] Открыта { $count } цель
    [few] Открыты { $count } цели
   *[many] Открыто { $count } целей
    }
goals-board-open-text = Цели задают направление, а шаг в плане по-прежнему один. Обзоры бывают в январе и в мае.
goals-board-review = Пора сказать, что изменилось
goals-board-review-text = Одного предложения хватит. Прочтёт его только второй человек пары.
goals-board-review-act = Написать обзор
goals-open = Цели сейчас
goals-open-none = Открытых целей нет.
goals-closed = Закрытые цели
goals-hard = Отмечено трудным в карте
goals-hard-text = Эти темы отмечены в карте затруднений. Цель по ним не обязательна.
goals-hard-act = Поставить цель
goals-add = Поставить цель
goals-change = Изменить
goals-seen-as = Как будет видно: { $seen }
goals-steps = Шаги: { $steps }
goals-reach = Достигнута
goals-replace = Заменить другой
goals-leave = Отложить
goals-reopen = Вернуть в работу
goals-state-open = в работе
goals-state-reached = достигнута
goals-state-changed = заменена
goals-state-left = отложена
goals-review = Обзор
goals-review-when = Обзоры пишут в январе и в мае, пока открыта карта затруднений.
goals-review-now = Что изменилось с прошлого раза?
goals-review-hint = одно-два предложения
goals-review-keep = Сохранить обзор
goals-review-none = Пока никто ничего не написал.
goals-review-line = { $season }: { $name }
goals-review-no-plan = Обзор появится, когда в плане будет первая цель или первый шаг.
goals-history = Кто что менял в целях
goals-history-line = { $day }: { $name }
goals-differs = { $field }: было «{ $was }», стало «{ $became }»
goals-nothing = ничего
goals-deed-set = Цель поставлена
goals-deed-reworded = Цель изменена
goals-deed-reached = Цель достигнута
goals-deed-changed = Цель заменена другой
goals-deed-left = Цель отложена
goals-deed-reopened = Цель снова в работе
goals-to-plan = К шагам плана
goals-to-goals = К целям
goals-seen = Цели и обзоры видят молодой педагог и наставник
goals-new-board = Новая цель
goals-new-board-text = Одна цель, которую можно увидеть в работе за несколько недель.
goals-edit-board = Цель развития
goals-edit-board-text = Оба видят, кто что изменил.
goals-closed-text = Цель закрыта. Чтобы изменить её, верните её в работу на странице целей.
goals-field-text = Чему хочется научиться
goals-field-seen = Как это будет видно
goals-field-seen-hint = по чему вы оба поймёте, что получилось
goals-field-by = До какого дня
goals-field-topic = Из карты затруднений
goals-topic-none = не из карты
goals-topic-hard = { $topic } (отмечено трудным)
goals-save = Сохранить цель
goals-of-step = Цель этого шага
goals-of-step-none = без цели
goals-of-step-keep = Сохранить цель шага
goals-step-of = цель: { $goal }
goals-done-set = Цель поставлена.
goals-done-changed = Цель изменена.
goals-done-open = Цель снова в работе.
goals-done-reached = Цель достигнута. Если это ошибка, верните её в работу внизу страницы.
goals-done-changed-state = Цель закрыта. Поставьте новую на её место.
goals-done-left = Цель отложена. Её можно вернуть в работу внизу страницы.
goals-done-review = Обзор сохранён. Второй человек пары может его прочесть.
goals-done-step = Сохранено, к какой цели относится шаг.
goals-refused-over = Программа этого года закончилась, цели больше не меняются.
goals-refused-no-words = Напишите хотя бы несколько слов.
goals-refused-too-long = Слишком длинно: сократите до одного-двух предложений.
goals-refused-outside = День лежит вне программы: она идёт с { $from } до { $until }.
goals-refused-too-many = Целей уже достаточно: одновременно открыто не больше { $most }. Закройте одну из прежних.
goals-refused-full = В плане уже { $most } целей, считая закрытые: вместо новой верните в работу одну из закрытых.
goals-refused-closed = Цель закрыта. Сначала верните её в работу.
goals-refused-not-now = Обзоры пишут в январе и в мае.
goals-refused-no-plan = Сначала поставьте цель или возьмите первый шаг.
goals-link = Цели развития: { $name }
goals-link-count = { $count ->
    [0] целей пока нет
    [one] открыта { $count } цель
    [few] открыты { $count } цели
   *[many] открыто { $count } целей
    }
goals-link-review = пора написать, что изменилось
