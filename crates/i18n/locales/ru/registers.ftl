# Реестры наставников и молодых педагогов (doc:A19).
registers-title = Реестры
registers-mentors = Реестр наставников
registers-newcomers = Реестр молодых педагогов
registers-board-mentors = { $count ->
    [one] В реестре { $count } наставник
    [few] В реестре { $count } наставника
   *[many] В реестре { $count } наставников
    }
registers-board-newcomers = { $count ->
    [one] В реестре { $count } молодой педагог
    [few] В реестре { $count } молодых педагога
   *[many] В реестре { $count } молодых педагогов
    }
registers-board-text = Реестр всегда сегодняшний: он собирается из списков, карточек и приказов, отдельно его не ведут.
registers-search = Найти в реестре
registers-search-hint = имя, предмет, язык, номер приказа
registers-search-act = Найти
registers-shown = Показано { $count } из { $all }
registers-none = В реестре пока никого нет
registers-none-text = Он заполнится сам, когда в программу примут людей.
registers-not-found = По словам «{ $q }» никого нет
registers-not-found-text = Проверьте слова или покажите всех.
registers-show-all = Показать всех
registers-left-out = Срока категории и пройденных курсов в системе нет, поэтому таких граф здесь нет.
registers-column-name = Фамилия, имя, отчество
registers-column-work = Должность, предмет
registers-column-category = Категория
registers-column-languages = Языки
registers-column-load = Часов в неделю
registers-column-places = Места
registers-column-hired_on = Работает с
registers-column-now-mentors = Молодые педагоги, приказ или согласия
registers-column-now-newcomers = Наставник, приказ или согласия
registers-column-past-mentors = Прежние молодые педагоги
registers-column-past-newcomers = Прежние наставники
registers-language-kk = казахский
registers-language-ru = русский
registers-language-en = английский
registers-places = { $taken } из { $all }
registers-now-order = { $name }: приказ № { $number }, { $day }
registers-now-provisional = { $name }, временно: приказ № { $number }, { $day }
registers-now-named = { $name }, временно: приказа ещё нет
registers-now-consents = { $name }: согласий { $count } из 2, приказа ещё нет
registers-past = { $name }, по { $day }
