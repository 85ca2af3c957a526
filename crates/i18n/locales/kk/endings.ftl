# The planned end of a pair: last day, closing words, letter of thanks.
endings-title = Жұптардың аяқталуы
endings-aside = Айтпақшы
endings-last-day = Қай күнге дейін
endings-manage = Аяқталуы мен қоштасу сөздері
endings-to-pair = Жұптың бетіне
endings-to-list = Барлық аяқталуға
endings-to-pairs = Барлық жұпқа
endings-board-without = { $count ->
    [one] Соңғы күнді айтыңыз: { $count } жұпта ол жоқ
   *[other] Соңғы күнді айтыңыз: { $count } жұпта ол жоқ
    }
endings-board-without-text = Күн алдын ала белгілі болса, екеуі де жұмысын қорытып, бір-біріне алғыс айтып үлгереді. Бір күнді бәріне бірден белгілеуге болады.
endings-board-planned = { $count ->
    [one] Соңғы күн белгіленген, оған қарай келе жатқаны { $count } жұп
   *[other] Соңғы күн белгіленген, оған қарай келе жатқаны { $count } жұп
    }
endings-board-planned-text = Соңғы күннен кейін келесі күні жұп өзі аяқталады. Қазір сізден ештеңе қажет емес.
endings-board-none = Әзірге аяқталатын жұп жоқ
endings-board-none-text = Соңғы күн бұйрықпен бекітілген жұптарға белгіленеді. Олар осы жерде өзі көрінеді.
endings-without = Соңғы күні жоқ жұптар
endings-all-text = Тізімдегі әр жұптың екеуіне де хат барады. Осы күннен кейінгі кездесулер болмайды, әрқайсысы туралы екеуі де хат алады.
endings-all-act = { $count ->
    [one] { $count } жұпқа күн белгілеу
   *[other] { $count } жұптың бәріне күн белгілеу
    }
endings-one-text = Бір жұпқа басқа күн белгілеу
endings-planned = Күні белгіленгендер
endings-planned-none = Әзірге ешбір жұптың күні белгіленген жоқ.
endings-closed = Аяқталғандар
endings-state-closed = аяқталды
endings-written = { $count ->
    [0] Қоштасу сөздері әлі жазылған жоқ
    [one] Қоштасу сөзін екеуінің бірі жазды
   *[other] Қоштасу сөзін екеуі де жазды
    }
endings-written-seen = Мұнда сөздің жазылғаны ғана көрінеді. Бір-біріне не жазғанын тек екеуі оқиды.
endings-done-all = Соңғы күн белгіленді: { $day }. Жұп саны: { $count }.
endings-done-one = Соңғы күн белгіленді: { $day }. Екеуіне де хат барады.
endings-done-taken-back = Соңғы күн алып тасталды, жұп жұмысын жалғастырады. Екеуіне де хат барады.
endings-done-words = Сақталды.
endings-ordered = Бұл күн қол қойылған бұйрықта тұр. Басқа күн белгілесеңіз, оған жаңа бұйрық керек болады.
endings-not-open = Мұнда алып тастайтын ештеңе жоқ: күн белгіленбеген немесе жұп аяқталған.
endings-refused-not-working = Соңғы күн бұйрықпен жұмыс істеп жүрген жұпқа белгіленеді. Уақытша тәлімгер тұрақты тәлімгер туралы бұйрыққа дейін қалады.
endings-refused-past = Бұл күн өтіп кетті. Бүгінгі немесе одан кейінгі күнді таңдаңыз.
endings-refused-before = Бұйрықтың басталатын күні: { $day }. Осы күнді немесе кейінгісін таңдаңыз.
endings-refused-late = Бағдарламаның соңғы жұмыс күні: { $day }. Осы күнді немесе ертерегін таңдаңыз.
endings-refused-nothing = Кемінде біреуін жазыңыз: не шықты, рақмет немесе үйлестірушіге сөз.
endings-why-planned = Биылғы бағдарлама аяқталады, солай жоспарланған.
endings-why-agreed = Үйлестірушімен солай келісілді.
endings-until = Бірге жұмыс істейтін соңғы күн: { $day }. { $why }
endings-until-closed = Соңғы күн: { $day }. { $why }
endings-until-order = Бұйрық бойынша жұптың соңғы күні: { $day }.
endings-day = Соңғы күн
endings-reason = Себебі
endings-reason-hint = екеуі тек жоспар бойынша ма, келісім бойынша ма, соны ғана оқиды
endings-reason-seen = Себебін тек үйлестірушілер көреді
endings-reason-was = Себебі: { $reason }.
endings-reason-planned = бағдарлама аяқталады
endings-reason-goal_reached = мақсатқа ертерек жетті
endings-reason-moves_away = екеуінің бірі көшеді
endings-reason-workload = жүктемесі көп
endings-reason-other = басқа
endings-plan = Күнді белгілеу
endings-change = Өзгерту
endings-take-back = Күнді алып тастау
endings-take-back-text = Жұп жұмысын жалғастырса, күнді алып тастауға болады. Болмай қалған кездесулерді қайта белгілеу керек.
endings-show-none = Соңғы күн әлі белгіленбеген: { $newcomer }, { $mentor }
endings-show-none-text = Екеуімен келісіп, күнді белгілеңіз. Мерзімінен ерте де болады: мақсатқа жетті, көшеді, жүктемесі көп.
endings-show-planned = { $newcomer }, { $mentor }: соңғы күн { $day }
endings-show-planned-text = Екеуі де біледі, қоштасу сөздерін жазады. Келесі күні жұп өзі аяқталады.
endings-show-closed = { $newcomer }, { $mentor }: жұп аяқталды, соңғы күні { $day }
endings-show-closed-text = Тәлімгерге алғыс айтыңыз: алғыс хат басып шығаруға дайын.
endings-show-not-working = { $newcomer }, { $mentor }: аяқтайтын ештеңе жоқ
endings-show-not-working-text = Соңғы күн бұйрықпен жұмыс істеп жүрген жұпқа белгіленеді.
endings-then = Әрі қарай не болады
endings-then-text = Екеуі де күні жазылған хат алады. Әрқайсысы қоштасу сөзін жазады, екіншісі оны екеуі де жазғанда немесе сол күн келгенде оқиды. Жаңа есеп ешкімнен сұралмайды.
endings-thanks = Алғыс хат
endings-thanks-text = Тәлімгерге: мерзімі, кездесулер саны және жас педагогтің сөзі, егер ол рұқсат берген болса.
endings-thanks-kk = Қазақша басып шығару
endings-thanks-ru = Орысша басып шығару
endings-thanks-paper = Алғыс хат
endings-words = Қоштасу сөздері
endings-words-seen = Тек екеуіңіз оқисыздар: екеуі де жазғанда немесе соңғы күн келгенде
endings-evaluations-none = Үйлестірушіге әзірге ешкім ештеңе жазған жоқ.
endings-evaluation-seen = Тек үйлестіруші оқиды, жұптағы екінші адамға көрінбейді
endings-report = Жылдық есеп
endings-report-look = Есепті ашу
endings-report-signed = { $kind }: барлығы қол қойды.
endings-report-unsigned = { $kind }: әлі қол қойылған жоқ. Аяқталу туралы бөлек есеп қажет емес.
endings-words-early = Қоштасу сөзін соңына қарай жазасыз: { $name }
endings-words-early-text = Жазу басталатын күн: { $day }. Үйлестіруші соңғы күнді ертерек белгілесе, сол кезден жазуға болады.
endings-words-write = Қоштасу сөзін жазыңыз: { $name }
endings-words-write-text = Бірнеше сөйлем жеткілікті. Соңғы күн: { $day }. Екіншіңіз оны екеуіңіз де жазғанда немесе сол күн келгенде оқиды.
endings-words-kept = Сөзіңіз сақталды, енді ештеңе қажет емес: { $name }
endings-words-kept-text = Екіншіңіз жазғанша оны өзгертуге болады, соңғы күн: { $day }. Содан кейін бір-біріңіздің сөзіңізді оқисыздар.
endings-words-open = Сізге арналған сөз ашылды: { $name }
endings-words-open-text = Бірге жұмыс істеген соңғы күн: { $day }. Жазылғаны осы жерде қалады.
endings-words-late = Аяқталғанына бір айдан асып кетті
endings-words-late-text = Қоштасу сөзі енді жазылмайды. Өз аузыңызбен рақмет айту ешқашан кеш емес.
endings-words-alone = Сіздің сөзіңіз ашылды: { $name }
endings-words-alone-text = Екіншіңіз әзірге ештеңе жазған жоқ. Соңғы күн: { $day }.
endings-theirs = Әріптесіңізден сізге: { $name }
endings-own = Сіздің сөзіңіз
endings-for-other = Оқитын адам: { $name }
endings-for-other-text = Кез келген бөлігін бос қалдыруға болады.
endings-for-coordinator = Тек үйлестіруші оқиды
endings-part-worked = Бірге не шықты
endings-part-gave = Әріптесіммен өткен осы жыл маған не берді
endings-part-thanks = Алғыс сөз
endings-part-evaluation = Нені басқаша істеген жөн еді
endings-optional = қаласаңыз
endings-in-letter = Алғыс сөзімді алғыс хатқа жазуға болады
endings-in-letter-hint = оны үйлестіруші басып шығарады, директор қол қояды
endings-keep = Сақтау
endings-task-words = Қоштасу сөзін жазыңыз: { $name }
endings-task-words-text = Не шыққаны туралы бірнеше сөйлем. Бірге жұмыс істейтін соңғы күн: { $day }.
endings-act-write = Жазу
endings-task-thanks = Сізге рақмет айтқан: { $name }
endings-task-thanks-text = «{ $text }»
endings-task-plan = { $count ->
    [one] Соңғы күнді белгілеңіз: { $count } жұпта ол жоқ
   *[other] Соңғы күнді белгілеңіз: { $count } жұпта ол жоқ
    }
endings-task-plan-text = Жыл аяқталып келеді, екеуіне жұмысын қорытуға уақыт керек: { $names }.
endings-act-plan = Күнді белгілеу
endings-extension = Ұзарту
endings-extension-to = Жұптың жұмысын ұзарту
endings-extension-propose = Ұзартуды ұсыну
endings-extension-act = Ұсыну
endings-extension-seen = Екеуіңіз және үйлестіруші оқиды
endings-extension-history = Барлық ұзартулар
endings-extension-days = { $to }, бұрын { $from }
endings-extension-then = Жұптағы екінші адам келіседі немесе келіспейді, себебі сұралмайды. Содан кейін үйлестіруші растайды да, соңғы күн жылжиды.
endings-extension-none = Қазіргі соңғы күн { $day }: { $newcomer }, { $mentor }
endings-extension-none-text = Уақыт жетпесе, ұзартуға болады: толық емес жүктеме, жұмыста болмау, мақсатқа әлі жетпеу.
endings-extension-yours = Жұптың жұмысын ұзарту ұсынылды, жаңа соңғы күн: { $day }
endings-extension-yours-text = { $newcomer }, { $mentor }. Ойланып жауап беріңіз: «жоқ» десеңіз, себебі сұралмайды.
endings-extension-waits = Ұзарту жауап күтіп тұр, жаңа соңғы күн: { $day }
endings-extension-waits-text = { $newcomer }, { $mentor }. Екеуі де келіспейінше, соңғы күн бұрынғыдай.
endings-extension-agreed = Екеуі де ұзартуға келісті, үйлестірушінің растауы қалды. Жаңа соңғы күн: { $day }
endings-extension-agreed-text = { $newcomer }, { $mentor }. Үйлестіруші растағанда соңғы күн жылжиды.
endings-cause = Неге көбірек уақыт керек
endings-cause-part_time = толық емес жүктеме
endings-cause-absence = жұмыста болмау
endings-cause-goals = мақсатқа әлі жетпеу
endings-missed = Неше күн өтіп кетті
endings-missed-hint = толық емес жүктеме мен жұмыста болмағанда: соңғы күн сонша күнге жылжиды
endings-new-day = Жаңа соңғы күн
endings-new-day-hint = мақсатқа әлі жетпесе
endings-progress-proposed = жауап күтуде
endings-progress-agreed = растауды күтуде
endings-progress-confirmed = расталды
endings-progress-declined = күн бұрынғыдай
endings-progress-taken_back = қайтарып алынды
endings-turn-agree = Келісемін
endings-turn-decline = Жоқ, бұрынғыдай қалсын
endings-turn-confirm = Ұзартуды растау
endings-turn-take-back = Ұсынысты қайтарып алу
endings-done-extension = Ұсыныс жіберілді. Жауап беретін адамға хат барады.
endings-done-turn = Дайын.
endings-refused-days = Неше күн өтіп кеткенін жазыңыз: 1-ден { $most } күнге дейін.
endings-refused-day = Мына күннен кейінгі күнді таңдаңыз: { $day }. Ең көбі { $most } күнге ұзартуға болады.
endings-refused-proposed = Бір ұзарту жауап күтіп тұр. Алдымен соны шешу керек.
endings-refused-open = Мұнда шешетін ештеңе жоқ: ұсынысқа жауап берілген немесе ол қайтарып алынған.
endings-task-extension = Жұпты ұзарту туралы жауап беріңіз: { $name }
endings-task-extension-text = Жаңа соңғы күн: { $day }.
endings-act-answer = Жауап беру
endings-task-confirm = { $count ->
    [one] Ұзартуды растаңыз: { $count } жұп күтіп тұр
   *[other] Ұзартуды растаңыз: { $count } жұп күтіп тұр
    }
endings-task-confirm-text = Екеуі де келісті: { $names }.
endings-act-confirm = Қарау
endings-pause = Жұптың үзілісі
endings-pause-to = Үзіліс жасау
endings-pause-set = Жаңа үзіліс
endings-pause-from = Кездесусіз бірінші күн
endings-pause-back = Оралатын күн
endings-pause-back-hint = осы күні қайтадан кездесе аласыздар
endings-pause-act = Үзіліс жасау
endings-pause-end = Үзілісті ертерек аяқтау
endings-pause-history = Барлық үзілістер
endings-pause-word-ahead = алда
endings-pause-word-running = қазір жүріп жатыр
endings-pause-word-over = өтті
endings-pause-word-called-off = басталмай тұрып тоқтатылды
endings-pause-word-first-day = бірінші күні-ақ аяқталды
endings-pause-then = Осы күндерге белгіленген кездесулер болмайды, әрқайсысы туралы екеуіңіз де хат аласыздар. Есептердің мерзімі сонша күнге жылжиды, үзіліс кезінде еске салу болмайды.
endings-pause-none = Қазір үзіліс жоқ: { $newcomer }, { $mentor }
endings-pause-none-text = Екеуінің бірі болмайтын болса, оралатын күнін айтыңыз. Себебі сұралмайды.
endings-pause-ahead = Алда үзіліс бар, оралатын күн { $day }: { $newcomer }, { $mentor }
endings-pause-ahead-text = Жоспар өзгерсе, үзілісті болдырмауға болады.
endings-pause-running = Жұп үзілісте, оралатын күн { $day }: { $newcomer }, { $mentor }
endings-pause-running-text = Сол күнге дейін ештеңе қажет емес. Ертерек оралсаңыздар, үзілісті аяқтаңыз.
endings-pause-line = Жұп үзілісте, оралатын күн: { $day }.
endings-pause-line-ahead = Алда үзіліс бар: { $days }.
endings-done-pause = Үзіліс жазылды. Жұптағы екінші адамға хат барады.
endings-done-pause-end = Үзіліс аяқталды. Жұптағы екінші адамға хат барады.
endings-pause-not-open = Қазір үзіліс жоқ.
endings-refused-return = Оралатын күн үзілістің бірінші күнінен кейін болуы керек, ең көбі { $most } күн.
endings-refused-overlaps = Бұл күндерге үзіліс белгіленіп қойған. Басқа күндерді таңдаңыз.
endings-order = Тоқтату туралы бұйрық
endings-order-waits = Жұп бұйрықта көрсетілген мерзімнен бұрын аяқталады, сондықтан тоқтату туралы бұйрық керек. Бұйрықта себебі емес, тек күні мен жоспар бойынша ма, мерзімінен бұрын ба – сол ғана жазылады.
endings-order-signed = Тоқтату туралы бұйрыққа қол қойылды. Күнді өзгертсеңіз, оған жаңа бұйрық керек болады.
endings-order-look = Бұйрықтарға
