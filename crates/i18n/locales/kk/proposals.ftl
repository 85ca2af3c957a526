proposals-title = Жұптар
proposals-one = Жұптар ұсынысы
proposals-aside = Қосымша
proposals-back = Ұсынысқа қайту
proposals-all = Барлық ұсыныс
proposals-look = Қарау
proposals-change = Өзгерту
proposals-no-programme = Мектепте әзірге бағдарлама жоқ
proposals-no-programme-text = Бағдарлама басталғанда, тізім қай күнге дейін жазылатыны және жұптарды қашан құруға болатыны осы жерден көрінеді.
proposals-early = Тізім жазу басталатын күн: { $day }
proposals-early-text = Оған дейін бәрі танысып, бірге жұмыс істейді. Әзірге мұнда істейтін ештеңе жоқ.
proposals-sealed = Тізім жазудың соңғы күні: { $day }. Қазір сізден ештеңе керек емес
proposals-sealed-text = Ашылғанша тізімдерді ешкім көрмейді, сіз де көрмейсіз. Жұптардың жобасын құруға болатын күн: { $opened }.
proposals-second-sealed = Екінші айналым жүріп жатыр. Тізім жазудың соңғы күні: { $day }
proposals-second-sealed-text = Ашылғанша тізімдерді ешкім көрмейді, сіз де көрмейсіз. Жұптардың жобасын құруға болатын күн: { $opened }.
proposals-waiting = Жұптардың жобасы сіздің шешіміңізді күтіп тұр
proposals-waiting-text = Сіз жарияламайынша ештеңе болмайды және ол туралы ешкім білмейді.
proposals-ready = Жобаны құрыңыз: { $count } жас педагог жұп күтіп жүр
proposals-ready-text = Бағдарлама екі жақтың тізімі бойынша жұп ұсынып, әрқайсысын түсіндіреді. Шешімді сіз қабылдайсыз: жобаны өзгертуге де, алып тастауға да болады, жарияланғанша оны ешкім көрмейді.
proposals-all-paired = Әр жас педагогтің тәлімгері бар
proposals-all-paired-text = Құратын ештеңе жоқ. Жаңа адам келсе немесе жұп тараса, жобаны қайта құруға болады.
proposals-closed = Бағдарламаның оқу жылы аяқталды
proposals-closed-text = Төменде ұсыныстардың тарихы тұр.
proposals-to-draft = Жобаны ашу
proposals-make = Жоба құру
proposals-make-again = Жаңа жоба құру
proposals-written = Қанша тізім жазылды
proposals-written-newcomers = { $count ->
   *[other] жас педагогтердің тізімі
    }
proposals-written-mentors = { $count ->
   *[other] тәлімгерлердің тізімі
    }
proposals-written-seen = Тек саны. Кім жазғанын және кімді атағанын тізім ашылғанша ешкім көрмейді.
proposals-history = Тарихы
proposals-none = Әзірге ұсыныс болған жоқ
proposals-none-text = Бұл қалыпты: алғашқысы таңдау аяқталғанда пайда болады.
proposals-past-by = Жобаны құрған: { $name }.
proposals-past-published = Жарияланған уақыты: { $at }.
proposals-past-discarded = Алып тасталған уақыты: { $at }.
proposals-state-draft = жоба
proposals-state-published = жарияланды
proposals-state-discarded = алып тасталды
proposals-steps = Не болады
proposals-step-written = Екі жақ тізім жазады
proposals-step-written-sub = соңғы күні: { $day }, бәрі жабық
proposals-step-drafted = Сіз жоба құрасыз
proposals-step-drafted-sub = басталатын күні: { $opened }; тізімдерді тек сіз көресіз
proposals-step-decided = Сіз шешіп, жариялайсыз
proposals-step-decided-sub = әр жұпты себебін жазып өзгертуге болады
proposals-step-order = Келісімдер мен бұйрық
proposals-step-order-sub = соңғы күні: { $orders }
proposals-who-decides = Кім шешеді?
proposals-who-decides-text = Бағдарлама есептейді, адам шешеді. «Жоқ» деген тәлімгер жас педагогке ұсынылмайды, ал ол «жоқ» туралы білмейді.
proposals-to-rule = Ереже баптауларда
proposals-board-draft = { $pairs ->
    [0] Жобада әзірге бірде-бір жұп жоқ
   *[other] { $pairs } жұпты жариялауға болады
    }
proposals-board-text = Өтініш бойынша: { $agreed }. Екі жақтың тізімі бойынша: { $ranked }. Тағайындалғаны: { $appointed }. Жұпсыз: { $unpaired }.
proposals-board-published = Жарияланған уақыты: { $at }
proposals-board-discarded = Жоба алып тасталды, ештеңе болған жоқ. Уақыты: { $at }
proposals-publish = { $pairs ->
    [0] Жұпсыз жариялау
   *[other] { $pairs } жұпты жариялау
    }
proposals-publish-ask = { $pairs ->
    [0] Ұсынысты жұпсыз жариялайсыз ба?
   *[other] { $pairs } жұпты жариялайсыз ба?
    }
proposals-publish-ask-text = Әр жұптың екеуіне де хат келеді, жариялағанды қайтаруға болмайды. Жұпсыз қалатыны: { $unpaired }. Оларға да хат келеді, уақытша тәлімгері қалады.
proposals-discard = Жобаны алып тастау
proposals-discard-ask = Жобаны алып тастайсыз ба?
proposals-discard-ask-text = Жолдар бойынша шешімдеріңіз жоғалады. Тізімдер қалады, солар бойынша жаңа жоба құруға болады.
proposals-to-orders = Құжаттарға
proposals-pairs = { $count } жұп
proposals-pairs-rule = Жұпты ереже ұсынады, шешімді сіз қабылдайсыз. Кез келген адам сізден қайта қарауды сұрай алады.
proposals-pairs-none = Әзірге жұп жоқ
proposals-pairs-none-text = Тізімдер сәйкес келмегенде осылай болады. Төменде әркімнің себебі мен келесі қадамы жазылған.
proposals-column-newcomer = Жас педагог
proposals-column-mentor = Тәлімгер
proposals-column-why = Неге осы жұп
proposals-column-act = Әрекет
proposals-places = { $places } орын, бос емесі: { $taken }
proposals-word-asked = екеуі де келісті
proposals-word-ranked = бірін-бірі таңдады
proposals-word-appointed = тағайындау
proposals-agreed-stands = келісім бойынша
proposals-why-asked = Жас педагогтің өтініші бойынша; келісім берілген күн: { $day }.
proposals-why-wish = { $number ->
    [1] Жас педагогтің тізіміндегі бірінші орын.
   *[other] Жас педагогтің тізімінде { $number }-орында.
    }
proposals-why-drafted = Жобада басқа есім тұр: { $name }.
proposals-why-appointed = Мұның тағайындау екенін екеуі де көреді және себебін оқиды.
proposals-wish-full = { $number }-орында, { $name }: орындар тәлімгердің тізімінде жоғары тұрғандарға берілді.
proposals-wish-equal-draw = { $number }-орында, { $name }: орындар тәлімгердің тізімінде жоғары немесе тең тұрғандарға берілді; теңдердің арасын жеребе шешті.
proposals-wish-equal-most_pairs = { $number }-орында, { $name }: орындар тәлімгердің тізімінде жоғары немесе тең тұрғандарға берілді; теңдердің ішінен жұп көбірек болатындай таңдалды.
proposals-wish-equal-person = { $number }-орында, { $name }: орындар тәлімгердің тізімінде жоғары немесе тең тұрғандарға берілді; теңдердің арасы қолмен шешілді.
proposals-wish-no-places = { $number }-орында, { $name }: бос орын болмады.
proposals-wish-not-listed = { $number }-орында, { $name }: тілек екі жақтан бірдей болмады.
proposals-wish-passed = { $number }-орында, { $name }: орын бар, екеуі бірін-бірі атаған. Қолмен өзгерткеннен кейін солай болды.
proposals-seen = Себептер мен тізімдегі орындарды тек сіз көресіз. Басқалар өз жұбын ғана біледі.
proposals-unpaired = Жұпсыз: { $count } адам
proposals-unpaired-rule = Ешкім жауапсыз қалмайды: әркімнің себебі мен келесі қадамы бар
proposals-cause-no_wishes = Тізімі бос: сөйлесіп, кіммен оңайырақ болатынын біліңіз.
proposals-cause-not_listed = Екі жақтан да аталған есім табылмады.
proposals-cause-all_full = Екі жақтан да аталған есім бар, бірақ ол жерде орын толған.
proposals-cause-left-out = Жобадағы жұпты жарияламайсыз. Жобадағы тәлімгер: { $name }.
proposals-appoint = Тәлімгер тағайындау
proposals-card = Карточкасы
proposals-helps = Бір ғана өзгеріс көмектесер еді
proposals-help-place = { $mentor } тағы бір жас педагог алса, тәлімгер табылады: { $placed }. { $moved ->
    [0] Басқа жұптар өзгермейді.
   *[other] Тағы { $moved } адам өз тізімінде жоғары тұрған тәлімгерге ауысады.
    }
proposals-help-mentor-names = { $mentor } өз тізіміне { $newcomer } есімін қосса, тәлімгер табылады: { $placed }. { $moved ->
    [0] Басқа жұптар өзгермейді.
   *[other] Тағы { $moved } адам өз тізімінде жоғары тұрған тәлімгерге ауысады.
    }
proposals-help-newcomer-names = { $newcomer } өз тізіміне { $mentor } есімін қосса, жұп болады: бос орын бар.
proposals-helps-seen = Мұны тек сіз көресіз. Сөйлесіңіз, бірақ қыспаңыз: орын да, есім де ерікті, ал өзгенің тізімі айтылмайды.
proposals-second-round = Жарияланған соң жұпсыз қалғандар үшін екінші айналым ашуға болады: екі апта, тек бос орны бар тәлімгерлер. Немесе екеуімен де сөйлесіп, себебін жазып тағайындаңыз.
proposals-second-round-open = Екінші айналым ашуға болады: жұпсыз қалғандар мен бос орны бар тәлімгерлер тағы бір рет таңдайды. Немесе екеуімен де сөйлесіп, себебін жазып тағайындаңыз.
proposals-then = Сіз жариялағанда
proposals-then-pairs = { $pairs ->
    [0] Әзірге бірде-бір жұп пайда болмайды
   *[other] { $pairs } жұпты екеуі де көреді
    }
proposals-then-pairs-sub = сол жерде әркім келісім береді немесе себебін айтпай бас тартады
proposals-then-letters = Бәріне өз тілінде хат келеді
proposals-then-letters-sub = себептер де, кімнің тізімде қай орында тұрғаны да айтылмайды
proposals-then-unpaired = Жұпсыз: { $unpaired }
proposals-then-unpaired-sub = оларға да хат келеді; уақытша тәлімгері қалады
proposals-then-order = Бұйрықты сіз дайындайсыз, директор қол қояды
proposals-then-order-sub = соңғы күні: { $orders }
proposals-appeals = Біреу келіспесе
proposals-appeal = Алдымен сізбен сөйлеседі: жұпты бірге қайта қарап шығыңыздар. Келісе алмасаңыздар, директор шешеді: { $head }.
proposals-head = есімін кеңседен сұраңыз
proposals-made = Жоба қалай құрылды
proposals-made-text = Бағдарлама екеуі де бірін-бірі атаған жұптарды іздейді. Бір-бірін өзіне тигеннен артық көретін екі адам қалмайды.
proposals-made-when = Қашан және кім
proposals-made-when-value = { $at }, { $name }
proposals-made-newcomers = Жас педагогтердің тізімі
proposals-made-newcomers-value = { $all } адамның ішінде жазғаны: { $written }
proposals-made-mentors = Тәлімгерлердің тізімі
proposals-made-mentors-value = { $all } адамның ішінде жазғаны: { $written }
proposals-made-places = Бос орын
proposals-made-rule = Ереже
proposals-made-seed = Бастапқы сан
proposals-made-seed-value = { $seed } (бағдарлама нөмірінің SHA-256 басы, алғашқы тізімге дейін белгілі)
proposals-made-seed-drawn = { $seed } (алғашқы тізімге дейін мөрленген жеребе жолының басы)
proposals-made-most = Жұп бұдан көп бола ала ма
proposals-made-most-proved = Жоқ: { $size } – ең көбі, бұл дәлелденген. Дәлелі MATCHING.json файлында.
proposals-made-most-open = { $size } табылды, { $most } санынан аспайтыны анық. Бұдан көп табылмайтынын бағдарлама дәлелдеп үлгермеді.
proposals-made-digest = Тізімдердің SHA-256 мәні
proposals-instance = Тізімдерді жүктеп алу (INSTANCE.json)
proposals-matching = Нәтижені жүктеп алу (MATCHING.json)
proposals-verify-whom = Екі файлда да адамдардың орнында еш жерде қолданылмайтын нөмірлер тұр. Бірақ жұптарды білетін адам кімнің кім екенін аңғарып қоюы мүмкін: файлдарды тізімде не жазылғанын білуге болатын адамға ғана беріңіз.
proposals-verify = Файлдар былай тексеріледі:
proposals-repeat = Дәл сол нәтижені қайта алу:
proposals-verify-by-hand = Файлдар бағдарламаның жобасын көрсетеді. Сіздің өзгерістеріңіз себептерімен бірге және әрекеттер журналында жазылған.
proposals-line = { $name }: қалай шешесіз?
proposals-line-agreed = Өтініш бойынша келісілген. Тәлімгер: { $name }.
proposals-line-nobody = Жобада тәлімгер жоқ.
proposals-line-drafted = Жобадағы тәлімгер: { $name }.
proposals-decision = Сіздің шешіміңіз
proposals-keep = Осылай қалдыру: { $name }
proposals-keep-then = Екеуі бірін-бірі таңдаған.
proposals-keep-nobody = Әзірге жұпсыз қалдыру
proposals-keep-nobody-then = Хат келеді, уақытша тәлімгері қалады, есімі сіздің тізіміңізде тұрады.
proposals-appoint-another = Тәлімгер тағайындау
proposals-appoint-then = Бұл таңдау емес, тағайындау: мұны екеуі де көреді және себебін оқиды. Тағайындаулар саналады.
proposals-mentor = Тәлімгер
proposals-mentor-none = Тәлімгерді таңдаңыз
proposals-mentor-choice = { $name }; бос орны: { $count }
proposals-no-free-mentor = Қазір ешкімде бос орын жоқ.
proposals-reason = Себебі
proposals-reason-hint = кемінде { $least } таңба
proposals-reason-seen = Жас педагог те, тәлімгер де оқиды.
proposals-leave = Бұл жұпты жарияламау
proposals-leave-then = Жас педагог әзірге жұп жоғын ғана біледі. Тәлімгер ештеңе білмейді.
proposals-leave-reason = Неге
proposals-leave-seen = Тек сіз және сізден кейінгі үйлестіруші көреді.
proposals-decide = Шешімді жазу
proposals-done-made = Жоба құрылды. Сіз жарияламайынша ол туралы ешкім білмейді.
proposals-done-published = Жарияланды. Хаттар өздігінен жіберіледі, келісімдер құжаттарда күтіп тұр.
proposals-done-discarded = Жоба алып тасталды, тізімдер қалды.
proposals-done-kept = Жол жобадағыдай қалды.
proposals-done-changed = Тағайындау себебімен бірге жазылды.
proposals-done-left-out = Жазылды: бұл жұп жарияланбайды.
proposals-refused-not-now = Жұптар тізімдер ашылғаннан кейін, оқу жылы аяқталғанша құрылады және жарияланады. Ештеңе өзгермеді.
proposals-refused-nothing = Құратын ештеңе жоқ: әр жас педагогтің тәлімгері бар.
proposals-refused-uncertain = Біз қателестік: нәтиже өз тексеруінен өтпеді, жоба сақталмады. Бұл туралы әзірлеушілерге айтыңыз.
proposals-refused-not-draft = Бұл енді жоба емес: ол жарияланған немесе алып тасталған. Ештеңе өзгермеді.
proposals-refused-no-line = Бұл жас педагог жобада жоқ.
proposals-refused-agreed = Бұл екеуі өтініш бойынша келісіп қойған. Мұндай жұп олардың сыртынан емес, өздерімен бірге өзгертіледі.
proposals-refused-nothing-to-leave = Жобада бұл жас педагогтің жұбы жоқ, алып тастайтын ештеңе жоқ.
proposals-refused-no-mentor = Бұл тәлімгерде қазір бос орын жоқ. Басқасын таңдаңыз.
proposals-refused-mentor-full = Осы жобада бұл тәлімгердің орындарының бәрі толған. Басқасын таңдаңыз немесе алдымен басқа жолды өзгертіңіз.
proposals-refused-choose-mentor = Тәлімгерді таңдаңыз.
proposals-refused-reason = Себебін жазыңыз: кемінде { $least } таңба.
proposals-refused-moved = Ештеңе жарияланған жоқ: жоба құрылғаннан бері кейбір нәрсе өзгерді. Өзгеріс кімге қатысты екені төменде. Жаңа жоба оны ескереді; ондағы жолдарды қайта шешу керек.
proposals-refused-crowded = Ештеңе жарияланған жоқ: тәлімгердің орны жолдардан аз болып қалды. Кімге қатысты екені төменде. Жолдарды өзгертіңіз немесе жаңа жоба құрыңыз.
