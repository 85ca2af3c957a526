# Joint work of newcomers with candidate mentors, and private impressions.
contacts-title = Бірлескен жұмыс
contacts-kind-visit_to_mentor = Тәлімгердің сабағына қатысу
contacts-kind-visit_by_mentor = Жас педагогтің сабағына қатысу
contacts-kind-co_teaching = Сабақты бірге өткізу
contacts-kind-planning = Сабақты бірге жоспарлау
contacts-kind-talk = Әңгіме
contacts-kind-duty = Кезекшілік
contacts-kind-outside_lessons = Сабақтан тыс іс
contacts-kind-online = Онлайн әңгіме
contacts-kind-phone = Телефонмен әңгіме
contacts-kind-demonstration = Тәлімгердің көрсетілім сабағы
contacts-kind-usual = { $kind }, { $minutes } мин
contacts-state-waits-you = сізді күтеді
contacts-state-waits = растауды күтеді
contacts-state-confirmed = расталды
contacts-state-cancelled = қайтарып алынды
contacts-state-one-side = бір жақ жазды
contacts-seen = Тақырыбын екеуіңіз ғана көресіздер. Үйлестіруші тек күнін, түрін және ұзақтығын көреді.
contacts-seen-impressions = Әсеріңізді тек өзіңіз көресіз. Бірдеңе жаздыңыз ба, кім туралы жаздыңыз – оны да ешкім білмейді.
contacts-aside = Қосымша
contacts-look = Қарау
contacts-record = Бірлескен жұмысты жазу
contacts-record-short = Жазу
contacts-confirm = Растау
contacts-all = Барлық бірлескен жұмыс
contacts-later = Қазір емес

# The list
contacts-board-confirm = { $day }: { $name } растауыңызды күтеді
contacts-board-confirm-text = { $count ->
    [1] Жазбаны оқып шығыңыз, солай болған болса, растаңыз.
   *[other] { $count } жазбаны оқып шығыңыз, солай болған болса, растаңыз.
    }
contacts-board-before = { $day }: бірлескен жұмыс басталады
contacts-board-after = Бірлескен жұмыстың уақыты аяқталды: { $day }
contacts-board-closed-text = Қазір жаңасын жазуға болмайды. Жазылғанның бәрі және әсеріңіз осы жерде қалады.
contacts-board-missing-newcomer = Бірге жұмыс істеп көріңіз: { $name }
contacts-board-missing-mentor = Бірге жұмыс істеп көріңіз: { $name }
contacts-board-met-newcomer = Тәлімгердің бәрімен кездестіңіз, тағы кездесуге болады. Соңғы күн: { $day }
contacts-board-met-mentor = Жас педагогтің бәрімен кездестіңіз, тағы кездесуге болады. Соңғы күн: { $day }
contacts-board-until = { $count ->
    [0] Бірге не істегеніңізді бір минутта жазып қойыңыз. Кездесуден қалған әсерді тек өзіңіз көресіз.
    [1] Танысатын адамнан біреу ғана қалды. Соңғы күн: { $day }.
   *[other] Тағы { $count } адаммен танысасыз. Соңғы күн: { $day }.
    }
contacts-board-nothing = Мұнда әзірге бірлескен жұмыс жоқ
contacts-nothing-title = Бірлескен жұмыс осы жерде тұрады
contacts-nothing-text = Мектепте бағдарлама басталып, сіз оған қатысқанда пайда болады. Бұл қалыпты, ештеңе істеудің қажеті жоқ.
contacts-waiting = Растауыңызды күтеді
contacts-people-newcomer = Бағдарламаның тәлімгерлері
contacts-people-mentor = Жас педагогтер
contacts-people-count = { $all } адамның ішінде кездескені: { $met }
contacts-people-none-newcomer = Әзірге тәлімгер жоқ
contacts-people-none-mentor = Әзірге жас педагог жоқ
contacts-people-none-text = Жыл басында бұл қалыпты. Бекітілген соң осы жерде тұрады.
contacts-met = { $times ->
    [1] кездескен: { $day }
   *[other] { $times } рет, соңғысы { $day }
    }
contacts-not-met = әлі кездескен жоқ
contacts-own = Сіздің бірлескен жұмысыңыз
contacts-noted = әсеріңіз бар
contacts-none-title = Әзірге ештеңе жазылған жоқ
contacts-none-text = Басында бұл қалыпты. Сабаққа қатысыңыз, бірге жоспарлаңыз немесе жай ғана әңгімелесіңіз, сосын бір минутта жазып қойыңыз.

# The coordinator
contacts-board-none-begun = Бірлескен жұмысты әзірге ешкім жазған жоқ. Таңдаудың соңғы күні: { $day }
contacts-board-none-begun-text = Алғашқы күндері бұл қалыпты. Оны педагогтердің өздері жазады, сіз осы жерден күнін көресіз.
contacts-board-all-met = Жас педагогтің бәрі тәлімгердің бәрімен танысты. Таңдаудың соңғы күні: { $day }
contacts-board-all-met-text = Ештеңе істеудің қажеті жоқ.
contacts-board-still = Тағы { $count } таныстық қалды. Таңдаудың соңғы күні: { $day }
contacts-board-still-text = Кім кіммен әлі кездеспегені төменде көрінеді. Ортақ уақыт табуға көмектесіңіз.
contacts-matrix = Кім кіммен кездесті
contacts-matrix-count = { $newcomers } жас педагог, { $mentors } тәлімгер
contacts-matrix-missing = Тек әлі кездеспегендер
contacts-matrix-all = Бәрін көрсету
contacts-matrix-newcomer = Жас педагог
contacts-matrix-met = Кездесу
contacts-matrix-total = { $met } / { $all }
contacts-matrix-nobody = Кездесулер кестесі осы жерде тұрады
contacts-matrix-nobody-text = Әзірге жас педагог немесе бекітілген тәлімгер жоқ. Таңдау басталғанға дейін бұл қалыпты.
contacts-matrix-none-missing = Ондай адам жоқ
contacts-matrix-none-missing-text = Әр жас педагог әр тәлімгермен кездесіп үлгерді.
contacts-matrix-seen = Тақырып пен жеке әсерді сізге көрсетпейміз: таңдау сонда ғана еркін болады.
contacts-facts-board = { $newcomer } және { $mentor }. Соңғы кездесу: { $day }
contacts-facts-text = Сіз күнін, түрін және ұзақтығын көресіз. Не туралы болғанын екеуі ғана біледі.
contacts-facts = Бірге не істеді

# A new one
contacts-new-board = Кіммен, не істедіңіз?
contacts-new-board-with = Бірге не істедіңіз? Жазбаны { $name } растайды
contacts-new-text = Бір минут: түрі, күні, бірер сөз. Содан кейін бірден өзіңізге арналған әсерді жаза аласыз.
contacts-new-with = Кіммен
contacts-new-choose = Адамды таңдаңыз
contacts-new-kind = Не істедіңіздер
contacts-new-day = Күні
contacts-new-minutes = Неше минут
contacts-new-minutes-hint = бос қалса: осы түр үшін әдеттегідей
contacts-new-topic = Не туралы
contacts-new-topic-hint = бірер сөз, міндетті емес
contacts-save = Жазып қою
contacts-then = Әрі қарай не болады
contacts-then-text = Кездесу бірден есептеледі. Екіншіңіз жазбаны көріп, бір батырмамен растайды. Расталғанша оны қайтарып алуға болады.

# One of them
contacts-show-confirm = { $day }: солай болды ма? { $name } растауыңызды күтеді
contacts-show-confirm-text = Басқаша болса, бір-біріңізге айтыңыз: жазбаны жазған адамның өзі қайтарып ала алады.
contacts-show-recorded = { $day }. Бұл кездесуді { $name } растайды
contacts-show-recorded-text = Ол қазірдің өзінде есептеледі. Қателессеңіз, жазбаны қайтарып алуға болады.
contacts-show-confirmed = { $day }. Сізбен бірге: { $name }
contacts-show-cancelled = { $day }. Бұл жазба қайтарып алынды
contacts-show-work = Не істелді
contacts-show-long = Ұзақтығы
contacts-show-minutes = { $count } минут
contacts-show-topic = Не туралы
contacts-cancel-title = Қате кетті ме?
contacts-cancel-text = Жазбаны қайтарып алып, жаңасын жазыңыз. Екеуіңіздің тізіміңізде «қайтарып алынды» деген жол қалады.
contacts-cancel = Жазбаны қайтарып алу
contacts-help = Менің әсерімді кім біледі?
contacts-help-text = Ешкім. Ол есепте де, экспортта да, әрекеттер журналында да жоқ, оны ешкім санамайды. Жазғаныңыздың өзі де тек сізге көрінеді.

# The impression
contacts-impression = Өзіме арналған әсер
contacts-impression-seen = Тек сіз көресіз. Бәрін өткізіп жіберуге болады.
contacts-impression-useful = Маған пайдалы болды
contacts-impression-ease = Өзімді еркін сезіндім
contacts-impression-asking = Кез келген сұрақты қоя алдым
contacts-mark-1 = жоқ
contacts-mark-2 = онша емес
contacts-mark-3 = негізінен
contacts-mark-4 = иә
contacts-mark-none = жауапсыз
contacts-impression-note = Өзіме арналған жол
contacts-impression-written = Жазған күніңіз: { $day }.
contacts-impression-keep = Өзіме сақтау
contacts-impression-forget-title = Әсерді өшіру
contacts-impression-forget-text = Одан ештеңе қалмайды, оны қайтаруға болмайды. Кездесудің өзі тізімде қалады.
contacts-impression-forget = Біржола өшіру

# What was done, what was refused
contacts-done-recorded = Жазылды. { $name } растайды. Төменде өзіңізге бір минут: тек сіз көретін әсер.
contacts-done-confirmed = Расталды. Төменде тек сіз көретін әсерді жаза аласыз.
contacts-done-cancelled = Жазба қайтарып алынды.
contacts-done-kept = Сақталды. Тек сіз көресіз.
contacts-done-forgotten = Әсер өшірілді, одан ештеңе қалған жоқ.
contacts-refused-not-open = Бұл жазба расталып қойған немесе қайтарып алынған. Ештеңе өзгермеді.
contacts-refused-not-yours = Жазбаны жазбаған адам растайды, жазған адам қайтарып алады. Ештеңе өзгермеді.
contacts-refused-not-now = Бірлескен жұмыс тек таңдау мен шешім кезеңінде жазылады.
contacts-refused-mentor-gone = Бұл тәлімгер қазір бағдарламада жоқ.
contacts-refused-newcomer-gone = Бұл жас педагог мектепте енді жұмыс істемейді.
contacts-refused-future = Бұл күн әлі келген жоқ. Болған соң жазыңыз.
contacts-refused-before = Бұл күні бағдарлама әлі басталмаған еді. Басталған күні: { $day }.
contacts-refused-minutes = { $least }–{ $most } минут аралығында. Мысалы: 45.
contacts-refused-already = Осы күнгі дәл осындай жазба бар: оны сіз немесе екіншіңіз жазған.
contacts-refused-empty = Біреуін болса да белгілеңіз немесе бір сөз жазыңыз. Қаламасаңыз, беттен шыға беріңіз.
contacts-refused-too-long = Тым ұзын. Қысқартыңыз.
contacts-refused-cancelled = Кездесу жазбасы қайтарып алынған, сондықтан әсер сақталмады.
