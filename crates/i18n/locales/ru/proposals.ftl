proposals-title = Пары
proposals-one = Предложение пар
proposals-aside = Кстати
proposals-back = Вернуться к предложению
proposals-all = Все предложения
proposals-look = Посмотреть
proposals-change = Изменить
proposals-no-programme = Программы в школе пока нет
proposals-no-programme-text = Когда программа начнётся, здесь будет видно, до какого дня пишут списки и когда можно составить пары.
proposals-early = Списки начнут писать { $day }
proposals-early-text = До этого дня все знакомятся и работают вместе. Здесь пока делать нечего.
proposals-sealed = Списки пишут по { $day }. Сейчас от вас ничего не нужно
proposals-sealed-text = До вскрытия их не видит никто, и вы тоже. { $opened } здесь можно составить черновик пар.
proposals-second-sealed = Идёт второй круг: списки пишут по { $day }
proposals-second-sealed-text = До вскрытия их не видит никто, и вы тоже. { $opened } здесь можно составить черновик пар.
proposals-waiting = Черновик пар ждёт вашего решения
proposals-waiting-text = Пока вы его не опубликуете, ничего не происходит и никто о нём не знает.
proposals-ready = { $count ->
    [one] Составьте черновик: пары ждёт { $count } молодой педагог
    [few] Составьте черновик: пары ждут { $count } молодых педагога
   *[many] Составьте черновик: пары ждут { $count } молодых педагогов
    }
proposals-ready-text = Программа предложит пары по спискам обеих сторон и объяснит каждую. Решаете вы: черновик можно менять и отменить, до публикации его никто не увидит.
proposals-all-paired = У каждого молодого педагога есть наставник
proposals-all-paired-text = Составлять нечего. Если кто-то придёт или пара распадётся, черновик можно будет составить снова.
proposals-closed = Учебный год программы закончен
proposals-closed-text = Ниже история предложений.
proposals-to-draft = Открыть черновик
proposals-make = Составить черновик
proposals-make-again = Составить новый черновик
proposals-written = Сколько списков уже написано
proposals-written-newcomers = { $count ->
    [one] список молодых педагогов
    [few] списка молодых педагогов
   *[many] списков молодых педагогов
    }
proposals-written-mentors = { $count ->
    [one] список наставников
    [few] списка наставников
   *[many] списков наставников
    }
proposals-written-seen = Только число. Кто написал и кого назвал, до вскрытия не видит никто.
proposals-history = История
proposals-none = Предложений ещё не было
proposals-none-text = Это нормально: первое появится, когда закончится выбор.
proposals-past-by = Черновик составлен. Кто: { $name }.
proposals-past-published = Опубликовано { $at }.
proposals-past-discarded = Отменено { $at }.
proposals-state-draft = черновик
proposals-state-published = опубликовано
proposals-state-discarded = отменено
proposals-steps = Что будет
proposals-step-written = Обе стороны пишут списки
proposals-step-written-sub = по { $day }, под замком
proposals-step-drafted = Вы составляете черновик
proposals-step-drafted-sub = с { $opened }; списки видите только вы
proposals-step-decided = Вы решаете и публикуете
proposals-step-decided-sub = каждую пару можно изменить, с причиной
proposals-step-order = Согласия и приказ
proposals-step-order-sub = по { $orders }
proposals-who-decides = Кто решает?
proposals-who-decides-text = Программа считает, решает человек. Наставника, который сказал «нет», молодому педагогу не предложат, и о «нет» он не узнает.
proposals-to-rule = Правило в настройках
proposals-board-draft = { $pairs ->
    [0] В черновике пока нет ни одной пары
    [one] Можно опубликовать { $pairs } пару
    [few] Можно опубликовать { $pairs } пары
   *[many] Можно опубликовать { $pairs } пар
    }
proposals-board-text = По запросам: { $agreed }. По спискам обеих сторон: { $ranked }. Назначений: { $appointed }. Без пары: { $unpaired }.
proposals-board-published = Опубликовано { $at }
proposals-board-discarded = Черновик отменён { $at }, ничего не произошло
proposals-publish = { $pairs ->
    [0] Опубликовать без пар
    [one] Опубликовать { $pairs } пару
    [few] Опубликовать { $pairs } пары
   *[many] Опубликовать { $pairs } пар
    }
proposals-publish-ask = { $pairs ->
    [0] Опубликовать предложение без пар?
    [one] Опубликовать { $pairs } пару?
    [few] Опубликовать { $pairs } пары?
   *[many] Опубликовать { $pairs } пар?
    }
proposals-publish-ask-text = Обоим в каждой паре придёт письмо, отменить публикацию нельзя. Без пары остаётся: { $unpaired }. Им тоже придёт письмо, временный наставник остаётся.
proposals-discard = Отменить черновик
proposals-discard-ask = Отменить черновик?
proposals-discard-ask-text = Ваши решения по строкам пропадут. Списки останутся, по ним можно составить новый черновик.
proposals-to-orders = К документам
proposals-pairs = { $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[many] { $count } пар
    }
proposals-pairs-rule = Пары предлагает правило, решаете вы. Каждый может попросить вас пересмотреть решение.
proposals-pairs-none = Пар пока нет
proposals-pairs-none-text = Так бывает, когда списки не сошлись. Ниже у каждого названа причина и следующий шаг.
proposals-column-newcomer = Молодой педагог
proposals-column-mentor = Наставник
proposals-column-why = Почему эта пара
proposals-column-act = Действие
proposals-places = занято мест: { $taken } из { $places }
proposals-word-asked = оба согласны
proposals-word-ranked = назвали друг друга
proposals-word-appointed = назначение
proposals-agreed-stands = по договорённости
proposals-why-asked = По запросу молодого педагога; согласие дано { $day }.
proposals-why-wish = { $number ->
    [1] Первый выбор молодого педагога.
   *[other] { $number }-й выбор молодого педагога.
    }
proposals-why-drafted = В черновике стоит другое имя: { $name }.
proposals-why-appointed = Оба увидят, что это назначение, и прочитают причину.
proposals-wish-full = { $number }-й выбор, { $name }: места заняли те, кто в списке наставника выше.
proposals-wish-equal-draw = { $number }-й выбор, { $name }: места заняли те, кто в списке наставника выше или наравне; между равными решил жребий.
proposals-wish-equal-most_pairs = { $number }-й выбор, { $name }: места заняли те, кто в списке наставника выше или наравне; между равными выбрано так, чтобы пар было больше.
proposals-wish-equal-person = { $number }-й выбор, { $name }: места заняли те, кто в списке наставника выше или наравне; между равными решено вручную.
proposals-wish-no-places = { $number }-й выбор, { $name }: свободных мест не было.
proposals-wish-not-listed = { $number }-й выбор, { $name }: взаимно не сложилось.
proposals-wish-passed = { $number }-й выбор, { $name }: место есть, и эти двое назвали друг друга. Так вышло после правки вручную.
proposals-seen = Причины и места в списках видите только вы. Остальные узнают только свою пару.
proposals-unpaired = { $count ->
    [one] Без пары: { $count } человек
    [few] Без пары: { $count } человека
   *[many] Без пары: { $count } человек
    }
proposals-unpaired-rule = Никто не остаётся без ответа: у каждого есть причина и следующий шаг
proposals-cause-no_wishes = Список пуст: поговорите и узнайте, с кем было бы легче.
proposals-cause-not_listed = Взаимных имён не нашлось.
proposals-cause-all_full = Взаимные имена есть, но места там заняты.
proposals-cause-left-out = Вы не публикуете пару из черновика. Наставник в черновике: { $name }.
proposals-appoint = Назначить наставника
proposals-card = Карточка
proposals-helps = Помогло бы одно изменение
proposals-help-place = Ещё одно место: { $mentor }. Тогда наставник будет и здесь: { $placed }. { $moved ->
    [0] Больше ничьи пары не меняются.
    [one] Ещё { $moved } человек перейдёт к наставнику, который в его списке выше.
    [few] Ещё { $moved } человека перейдут к наставникам, которые в их списках выше.
   *[many] Ещё { $moved } человек перейдут к наставникам, которые в их списках выше.
    }
proposals-help-mentor-names = Если в списке наставника ({ $mentor }) будет ещё одно имя, { $newcomer }, то наставник появится здесь: { $placed }. { $moved ->
    [0] Больше ничьи пары не меняются.
    [one] Ещё { $moved } человек перейдёт к наставнику, который в его списке выше.
    [few] Ещё { $moved } человека перейдут к наставникам, которые в их списках выше.
   *[many] Ещё { $moved } человек перейдут к наставникам, которые в их списках выше.
    }
proposals-help-newcomer-names = { $newcomer }: если в этом списке появится { $mentor }, получится пара, место есть.
proposals-helps-seen = Это видите только вы. Поговорите, но не настаивайте: место и имя дают свободно, а чужие списки не пересказывают.
proposals-second-round = После публикации для тех, кто остался без пары, можно открыть второй круг: две недели, только наставники со свободным местом. Или поговорите с обоими и назначьте с причиной.
proposals-second-round-open = Можно открыть второй круг: те, кто остался без пары, и наставники со свободным местом выберут ещё раз. Или поговорите с обоими и назначьте с причиной.
proposals-then = Когда вы опубликуете
proposals-then-pairs = { $pairs ->
    [0] Ни одной пары пока не появится
    [one] { $pairs } пара появится у обоих
    [few] { $pairs } пары появятся у обоих
   *[many] { $pairs } пар появятся у обоих
    }
proposals-then-pairs-sub = там каждый даёт согласие или отходит без объяснений
proposals-then-letters = Все получат письмо на своём языке
proposals-then-letters-sub = без причин и без мест в чьём-либо списке
proposals-then-unpaired = Без пары: { $unpaired }
proposals-then-unpaired-sub = тоже получат письмо; временный наставник остаётся
proposals-then-order = Вы готовите приказ, директор подписывает
proposals-then-order-sub = по { $orders }
proposals-appeals = Если кто-то не согласен
proposals-appeal = Сначала с вами: посмотрите пару ещё раз вместе. Если не договорились, решает директор: { $head }.
proposals-head = имя подскажут в канцелярии
proposals-made = Как составлен черновик
proposals-made-text = Программа ищет пары, в которых оба назвали друг друга. Не остаётся двух людей, которые оба предпочли бы друг друга тем, кого получили.
proposals-made-when = Когда и кем
proposals-made-when-value = { $at }, { $name }
proposals-made-newcomers = Списки молодых педагогов
proposals-made-newcomers-value = написано { $written } из { $all }
proposals-made-mentors = Списки наставников
proposals-made-mentors-value = написано { $written } из { $all }
proposals-made-places = Свободных мест
proposals-made-rule = Правило
proposals-made-seed = Начальное число
proposals-made-seed-value = { $seed } (начало SHA-256 от номера программы, известно до первого списка)
proposals-made-seed-drawn = { $seed } (начало строки жребия, запечатанной до первого списка)
proposals-made-most = Можно ли больше пар
proposals-made-most-proved = Нет: больше { $size } по этим спискам не бывает, это доказано. Доказательство в MATCHING.json.
proposals-made-most-open = Найдено { $size }, больше { $most } точно не бывает. Что больше не найти, программа доказать не успела.
proposals-made-digest = SHA-256 списков
proposals-instance = Скачать списки (INSTANCE.json)
proposals-matching = Скачать результат (MATCHING.json)
proposals-verify-whom = Вместо людей в обоих файлах номера, которых больше нигде нет. Но кто знает пары, может догадаться, кто есть кто: давайте файлы только тому, кому можно знать, что написано в списках.
proposals-verify = Проверить их можно так:
proposals-repeat = Получить тот же результат ещё раз:
proposals-verify-by-hand = Файлы говорят о черновике программы. Ваши изменения записаны с причинами и в журнале действий.
proposals-line = { $name }: как решить?
proposals-line-agreed = Договорённость по запросу. Наставник: { $name }.
proposals-line-nobody = В черновике наставника нет.
proposals-line-drafted = В черновике наставник: { $name }.
proposals-decision = Ваше решение
proposals-keep = Оставить как есть: { $name }
proposals-keep-then = Эти двое назвали друг друга.
proposals-keep-nobody = Пока оставить без пары
proposals-keep-nobody-then = Придёт письмо, временный наставник остаётся, имя останется у вас в списке.
proposals-appoint-another = Назначить наставника
proposals-appoint-then = Это назначение, а не выбор: оба увидят это и прочитают причину. Назначения считают.
proposals-mentor = Наставник
proposals-mentor-none = Выберите наставника
proposals-mentor-choice = { $name }; свободно мест: { $count }
proposals-no-free-mentor = Свободных мест сейчас нет ни у кого.
proposals-reason = Причина
proposals-reason-hint = не меньше { $least } знаков
proposals-reason-seen = Читают оба: молодой педагог и наставник.
proposals-leave = Не публиковать эту пару
proposals-leave-then = Молодой педагог узнает только, что пары пока нет. Наставник не узнает ничего.
proposals-leave-reason = Почему
proposals-leave-seen = Видите только вы и тот, кто будет координатором после вас.
proposals-decide = Записать решение
proposals-done-made = Черновик составлен. Пока вы его не опубликуете, о нём никто не знает.
proposals-done-published = Опубликовано. Письма отправятся сами, согласия ждут в документах.
proposals-done-discarded = Черновик отменён, списки остались.
proposals-done-kept = Строка остаётся как в черновике.
proposals-done-changed = Назначение записано вместе с причиной.
proposals-done-left-out = Записано: эту пару не публикуем.
proposals-refused-not-now = Пары составляют и публикуют после вскрытия списков и до конца учебного года. Ничего не изменилось.
proposals-refused-nothing = Составлять нечего: у каждого молодого педагога есть наставник.
proposals-refused-uncertain = Это наша ошибка: результат не прошёл собственную проверку, черновик не сохранён. Сообщите о ней разработчикам.
proposals-refused-not-draft = Это уже не черновик: его опубликовали или отменили. Ничего не изменилось.
proposals-refused-no-line = Этого молодого педагога в черновике нет.
proposals-refused-agreed = Эти двое договорились по запросу. Такую пару меняют вместе с ними, а не за них.
proposals-refused-nothing-to-leave = В черновике у этого молодого педагога нет пары, исключать нечего.
proposals-refused-no-mentor = У этого наставника сейчас нет свободных мест. Выберите другого.
proposals-refused-mentor-full = Все места этого наставника заняты в этом черновике. Выберите другого или сначала измените другую строку.
proposals-refused-choose-mentor = Выберите наставника.
proposals-refused-reason = Напишите причину: не меньше { $least } знаков.
proposals-refused-moved = Ничего не опубликовано: с тех пор, как составлен черновик, кое-что изменилось. Вот у кого. Новый черновик учтёт это; решения по строкам в нём нужно принять заново.
proposals-refused-crowded = Ничего не опубликовано: у наставника стало меньше мест, чем строк. Вот кого это касается. Измените строки или составьте новый черновик.
