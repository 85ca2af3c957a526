newcomers-title = Молодые педагоги
newcomers-board = { $count ->
    [0] Рядом с каждым молодым педагогом есть наставник
    [one] { $count } молодой педагог пока без наставника
    [few] { $count } молодых педагога пока без наставника
   *[other] { $count } молодых педагогов пока без наставника
    }
newcomers-board-text = По закону первый приказ нужен за пять рабочих дней после приёма. Временный наставник выбору не мешает.
newcomers-none = Пока никого нет
newcomers-none-text = Когда вы загрузите список, здесь встанут те, кто впервые начал работать педагогом. Пусто в начале года — это нормально.
newcomers-to-lists = К спискам
newcomers-name = Назвать наставника
newcomers-with = Рядом: { $name }
newcomers-order-signed = Приказ есть
newcomers-order-named = Приказ до { $day }
newcomers-order-open = Назвать до { $day }
newcomers-order-late = Срок прошёл { $day }
newcomers-show-with = { $name }: наставник рядом
newcomers-show-open = { $name }: назовите временного наставника
newcomers-facts = Сведения
newcomers-subject = Предмет
newcomers-hired = Работает с
newcomers-mentor = Наставник
newcomers-take-back = Отменить, приказа ещё нет
newcomers-name-title = Временный наставник
newcomers-name-text = Этот человек будет рядом, пока идёт выбор. Пару потом выбирают двое.
newcomers-person = Кто это будет
newcomers-nobody = Никто не выбран
newcomers-all = Все молодые педагоги
newcomers-done-named = Временный наставник назван. Теперь можно готовить приказ; обоим будет письмо.
newcomers-done-taken-back = Отменено. Приказа не было, можно назвать другого человека.
newcomers-refused-not-now = На этом этапе программы временного наставника не называют.
newcomers-refused-has-mentor = Рядом уже есть наставник. Откройте страницу ещё раз.
newcomers-refused-newcomer = Этот человек сам молодой педагог. Выберите другого.
newcomers-refused-not-eligible = Этот человек сейчас не работает в школе. Выберите другого.
newcomers-refused-has-order = Уже есть приказ: изменить это может только новый приказ.
