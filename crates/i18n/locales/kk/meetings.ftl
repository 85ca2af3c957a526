# Meetings of a pair in the year of work.
meetings-title = Кездесулер
meetings-pair = Жұптың беті
meetings-open = Кездесулерді ашу
meetings-all = Барлық кездесу
meetings-aside = Қосымша
meetings-optional = міндетті емес
meetings-later = Кейінірек
meetings-seen = Екеуіңіз ғана көресіздер.
meetings-minutes = { $count } мин
meetings-lesson = { $number }-сабақ
meetings-act-log = Әңгімені жазу
meetings-act-propose = Уақыт ұсыну
meetings-act-answer = Жауап беру
meetings-act-say = Кездесуді белгілеу
meetings-act-open = Кездесуді ашу

# The list
meetings-board-waits = { $name } кездесу уақытын ұсынады
meetings-board-waits-text = Келісіңіз, басқасын ұсыныңыз немесе бас тартыңыз: себебі сұралмайды.
meetings-board-said = { $day }: кездесу өтті ме? Сізбен бірге: { $name }
meetings-board-said-text = Екеуіңізден де сұралады. Бір батырма жеткілікті.
meetings-board-ahead = { $day }, { $time }: келесі кездесу. Сізбен бірге: { $name }
meetings-board-ahead-text = Ашық қадамдар кездесудің бетінде бірінші тұр.
meetings-board-free = Келесі кездесу күні жоқ. Жұбыңыз: { $name }
meetings-board-free-text = Екеуіңіз де бос сабақтар дайын тұр: біреуін таңдау жеткілікті.
meetings-board-none = Кездесулер бұйрықтан кейін басталады
meetings-board-none-text = Жұбыңыз бұйрықпен бекітілгенде, осында уақыт таңдап, әңгімелерді жазасыз.
meetings-first = Бірінші кездесу: { $day }, { $time }. Орны: { $place }.
meetings-first-said = Бірінші кездесу өтті ме?
meetings-first-said-text = Белгіленген күні: { $day }. Өтсе, бір минутта жазып қойыңыз.
meetings-first-log = Бірінші кездесуді жазу
meetings-none-ahead = Алда белгіленген кездесу жоқ.
meetings-steps-open = Ашық қадамдар
meetings-past = Бұрынғы кездесулер
meetings-older = Бұдан бұрынғылары: { $count }
meetings-empty = Әзірге кездесу жоқ
meetings-empty-text = Бұл қалыпты: бұйрыққа дейін бірлескен жұмыс өз бетінде жазылады.
meetings-chip-passed = уақыты өтіп кетті
meetings-chip-waits = жауабыңызды күтеді
meetings-chip-proposed = жауап күтеді
meetings-chip-said = өтті ме?
meetings-chip-agreed = келісілді
meetings-chip-held = өтті
meetings-chip-missed = өткен жоқ
meetings-chip-disputed = әртүрлі есте қалған
meetings-chip-declined = уақыт келмеді
meetings-chip-withdrawn = қайтарып алынды
meetings-chip-cancelled = болмайды

# A time is proposed
meetings-new-board = Қашан кездесесіздер? Жұбыңыз: { $name }
meetings-new-text = Төменде екі аптаның бос уақыты тұр: сабақтар, мерекелер және белгіленген кездесулер алынып тасталған.
meetings-new-slots = Екеуіңіз де бос сабақтар
meetings-new-no-slot = Ортақ бос сабақ табылмады немесе сабақ кестесі жоқ. Өз уақытыңызды жазыңыз.
meetings-new-own = Немесе өз уақытыңыз
meetings-new-day = Күні
meetings-new-at = Сағаты
meetings-new-minutes = Ұзақтығы
meetings-new-minutes-hint = өз уақытыңыз үшін; таңдалған сабақ өз ұзақтығымен жүреді
meetings-new-place = Орны
meetings-new-place-hint = кабинет, мұғалімдер бөлмесі, телефон
meetings-new-topic = Не туралы
meetings-new-weeks = Апта сайын
meetings-new-weeks-hint = сол күні, сол уақытта; мерекелер алынып тасталады
meetings-new-weeks-count = { $count ->
    [1] тек бір рет
   *[other] { $count } апта қатарынан
    }
meetings-propose = Осы уақытты ұсыну
meetings-then = Келесі қадам
meetings-then-text = { $name } хат алады: келіседі, басқасын ұсынады немесе бас тартады. Келіскенше ештеңе белгіленбейді.
meetings-how = Бос уақыт қайдан алынады?
meetings-how-text = Екеуіңіздің сабақ кестеңізден. Сабақ уақыты бағдарламаның баптауынан есептеледі, ұзақ үзіліс болса, бірнеше минутқа ауытқуы мүмкін.

# The log
meetings-log-board = Немен айналыстыңыздар?
meetings-log-board-with = Не болды? Жұбыңыз: { $name }
meetings-log-text = Бір минут жетеді: дәліздегі әңгіме де кездесу.
meetings-log-topic = Не туралы, бір жолмен
meetings-log-save = Жазу
meetings-log-then = Жазылғаннан кейін
meetings-log-then-text = Әңгіме бірден есепке алынады. Екінші адам оны көреді және олай болмаса, айта алады.

# One meeting
meetings-show-meeting = Кездесу
meetings-show-passed = { $on }, { $time }: ұсынылған уақыт өтіп кетті
meetings-show-passed-text = Ештеңе болған жоқ: төменде басқа уақыт ұсыныңыз.
meetings-show-proposed = Сіз ұсындыңыз: { $on }, { $time }
meetings-show-proposed-text = { $name } жауап береді. Оған дейін уақытты өзгертуге немесе қайтарып алуға болады.
meetings-show-waits = { $on }, { $time } сізге қолайлы ма?
meetings-show-waits-text = Ұсынған: { $name }. Басқа уақытты төменде ұсына аласыз, себебі сұралмайды.
meetings-show-moves = { $on }, { $time }: { $name } осы уақытқа ауыстыруды ұсынады
meetings-show-moves-text = Келісілген уақыт: { $old }, { $old-time }. Келіспесеңіз, ол сол күйінде қалады.
meetings-show-moving = Сіз ауыстыруды ұсындыңыз: { $on }, { $time }
meetings-show-moving-text = { $name } жауап бергенше келісілген уақыт тұрады: { $old }, { $old-time }.
meetings-show-agreed = { $on }, { $time }. Сізбен бірге: { $name }
meetings-show-agreed-text = Уақытқа екеуіңіз де келістіңіздер. Бір күн бұрын екеуіңізге еске салу хаты келеді.
meetings-show-said = { $on }: кездесу өтті ме? Сізбен бірге: { $name }
meetings-show-said-text = Екеуіңізден де сұралады. Өтпесе, ешкім себебін сұрамайды.
meetings-show-logged = { $on }: { $name } осы кездесуді жазды. Солай болды ма?
meetings-show-logged-text = Ол есепке алынды. Олай болмаса, айтыңыз.
meetings-show-unsaid = { $on }: сіз жауап бердіңіз. Жұбыңыз: { $name }
meetings-show-unsaid-text = Екінші адам айтқанда, кездесудің өткені немесе өтпегені жазылады.
meetings-show-held = { $on }: кездесу өтті. Сізбен бірге: { $name }
meetings-show-held-text = Төменде жазба қалдырып, келесі қадамдарды келісуге болады.
meetings-show-missed = { $on }: кездесу өткен жоқ. Жұбыңыз: { $name }
meetings-show-missed-text = Бұл болып тұрады. Басқа уақыт ұсыныңыз.
meetings-show-disputed = { $on }: бұл кездесу екеуіңіздің есіңізде әртүрлі қалған. Жұбыңыз: { $name }
meetings-show-disputed-text = Бұл ешкімнің кінәсі емес. Өзара сөйлесіп, жауабыңызды өзгерте аласыз. Үйлестіруші тек келіспеушілік бар екенін көреді, кім не айтқанын көрмейді.
meetings-show-declined = { $on }, { $time }: бұл уақыт келмеді
meetings-show-declined-text = Себебі сұралмайды. Басқа уақыт ұсыныңыз.
meetings-show-withdrawn = { $on }: бұл кездесу қайтарып алынды
meetings-show-withdrawn-text = Ештеңе істеудің қажеті жоқ.
meetings-show-cancelled = { $on }, { $time }: бұл кездесу болмайды
meetings-show-cancelled-text = Себебі сұралмайды. Басқа уақыт ұсыныңыз.
meetings-accept = Келісемін
meetings-accept-one = Тек осы кездесуге келісемін
meetings-accept-series = Барлық { $count } кездесуге келісемін
meetings-decline = Бұл уақыт келмейді
meetings-take-back = Қайтарып алу
meetings-yes = Иә, өтті
meetings-no = Жоқ, өткен жоқ
meetings-other = Басқа уақыт
meetings-other-text = Шешімді { $name } айтады. Бұрын келісілген уақыт болса, оған дейін сол тұрады.
meetings-ask = Осы уақытты ұсыну
meetings-cancel-title = Келе алмайсыз ба?
meetings-cancel-text = { $name } хат алады. Себебі сұралмайды.
meetings-cancel = Келе алмаймын

# Notes and next steps
meetings-notes = Жазбалар
meetings-note-by = { $name }, { $day }
meetings-note-text = Жаңа жазба
meetings-note-level = Кім оқиды
meetings-note-keep = Жазбаны сақтау
meetings-note-forget = Жою
meetings-level-ours = Екеуіміз ғана
meetings-level-mine = Тек өзім
meetings-level-document = Екеуіміз, кейін құжатқа да кіреді
meetings-next = Келесі қадамдар
meetings-step-what = Не істеледі
meetings-step-whose = Кім істейді
meetings-step-until = Қашанға дейін
meetings-step-add = Қадамды қосу
meetings-step-yours = Сіз
meetings-step-theirs = Жұбыңыз
meetings-step-late = күні өтті
meetings-step-done = Істелді
meetings-step-is-done = істелді

# What was done, what was refused
meetings-done-proposed = Ұсынылды. { $name } хат алады.
meetings-done-logged = Жазылды. { $name } мұны өз бетінде көреді.
meetings-done-accepted = Келісілді. Бір күн бұрын екеуіңізге еске саламыз.
meetings-done-declined = Жауабыңыз жіберілді. Себебі сұралмайды.
meetings-done-taken-back = Қайтарып алынды.
meetings-done-cancelled = Кездесу болмайды. Екінші адам хат алады.
meetings-done-said = Жауабыңыз жазылды.
meetings-done-asked = Басқа уақыт ұсынылды. Екінші адам хат алады.
meetings-done-noted = Жазба сақталды.
meetings-done-forgotten = Жазба жойылды.
meetings-done-step = Қадам қосылды.
meetings-done-ticked = Қадам істелді деп белгіленді.
meetings-done-answered = Жауабыңыз жазылды, жұбыңыз хат алады.
meetings-refused-not-working = Бұл жұп қазір бұйрық бойынша жұмыс істемейді. Ештеңе өзгерген жоқ.
meetings-refused-over = Бұл кездесуде ондай қадам енді мүмкін емес. Ештеңе өзгерген жоқ.
meetings-refused-not-yours = Бұл қадамды екінші адам жасайды. Ештеңе өзгерген жоқ.
meetings-refused-past = Бұл уақыт өтіп кетті. Басқасын таңдаңыз.
meetings-refused-early = Кездесу әлі біткен жоқ. Біткен соң белгілеңіз.
meetings-refused-late = Бағдарламаның жұмысы { $day } аяқталады. Одан бұрынғы күнді таңдаңыз.
meetings-refused-midnight = Кездесу түн ортасынан аспайды. Ертерек уақытты таңдаңыз.
meetings-refused-minutes = 5 пен 180 минут аралығы.
meetings-refused-day-off = Бұл күн мереке, демалыс немесе жұбыңыздың үзілісі. Басқасын таңдаңыз.
meetings-refused-busy = Бұл уақытта екеуіңіздің біріңіздің сабағыңыз немесе басқа кездесуіңіз бар.
meetings-refused-weeks = 1 мен 16 апта аралығы.
meetings-refused-future = Бұл күн әлі келген жоқ.
meetings-refused-before = Бұл күні жұп әлі бұйрықпен бекітілмеген еді.
meetings-refused-note = Жазба { $most } таңбадан аспасын.
meetings-refused-step = Қадам { $most } таңбадан аспасын.
meetings-refused-step-past = Бұл күн өтіп кетті. Кейінгі күнді таңдаңыз немесе бос қалдырыңыз.

# The link in a letter
meetings-link-asks = { $name } осы уақытты ұсынады. Сізге қолайлы ма?
meetings-link-asks-text = Жауабыңыз батырманы басқанда ғана жазылады.
meetings-link-answered = Бұл ұсынысқа жауап берілген
meetings-link-answered-text = Сілтеме бір рет қана жұмыс істейді. Кездесудің қазіргі жағдайы өз бетінде тұр.
meetings-link-expired = Бұл сілтеменің уақыты өтті
meetings-link-expired-text = Ұсынылған уақыт өтіп кетті немесе жұп енді жұмыс істемейді.
meetings-link-foreign = Бұл сілтеме сізге арналмаған
meetings-link-foreign-text = Ол басқа адамға жіберілген хатта тұр. Мұнда ештеңе істеудің қажеті жоқ.
meetings-link-none = Мұндай сілтеме жоқ
meetings-link-none-text = Мекенжай толық көшірілмеген болуы мүмкін. Хаттағы сілтемені басыңыз.
meetings-link-page = Кездесулерге өту

# For the coordinator
meetings-disputes = Әртүрлі есте қалған кездесулер
meetings-disputes-board = Екі адамның есінде әртүрлі қалған кездесу: { $count }
meetings-disputes-text = Бұл ешкімге айып емес. Екеуімен де сөйлесіңіз: кім не айтқаны еш жерде көрсетілмейді.
meetings-disputes-two = { $newcomer } және { $mentor }
meetings-disputes-none = Мұндай кездесу жоқ
meetings-disputes-none-text = Екеуі де бірдей айтса, осында ештеңе тұрмайды.
meetings-disputes-seen = Мұны тек үйлестіруші көреді.
