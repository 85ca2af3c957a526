courses-title = Тәлімгерлер курсы
courses-back = Курс беті
courses-later = Кейін
courses-stages = Курс кезеңдері
courses-stage-discussion = Талқылау
courses-stage-discussion-note = мысалдар мен пікірлер
courses-stage-training = Оқыту
courses-stage-training-note = сағаты есептелетін сабақтар
courses-stage-theory = Теория
courses-stage-theory-note = сұрақтар
courses-stage-practice = Практикалық емтихан
courses-stage-practice-note = комиссия алдында
courses-state-discussion = Талқылау
courses-state-training = Оқыту
courses-state-admitted = Емтиханға жіберілді
courses-state-border = Нәтиже шекті балға жақын
courses-state-practice = Теория тапсырылды
courses-state-passed = Тәлімгер болу құқығы бар
courses-state-failed = Емтиханның бір бөлігі тапсырылмады
courses-state-expired = Құқық мерзімі бітті
courses-state-revoked = Құқық қайтарып алынды
courses-state-left = Курстан шықты
courses-board-none = Тәлімгерлер курсы: талқылау, оқыту, емтихан
courses-board-none-text = Алдымен тәжірибеңізден бір мысалды айтып, әріптестердің екі мысалына пікір жазасыз. Содан кейін оқыту сағаттары, соңында емтихан.
courses-board-waits = Сіз курсқа сұрандыңыз
courses-board-waits-text = Үйлестіруші растағанда хат келеді. Әзірге ештеңе істеудің қажеті жоқ.
courses-board-discussion = Бірінші кезең: талқылау
courses-board-discussion-text = Өз тәжірибеңізден мысал айтыңыз, әріптестердің мысалына пікір жазыңыз. Есеп өздігінен жүреді.
courses-board-training = Екінші кезең: оқыту
courses-board-training-text = Сабаққа жазылыңыз. Жүргізуші кім келгенін белгілейді, сағаттар өздігінен саналады.
courses-board-admitted = Сіз емтиханға жіберілдіңіз
courses-board-admitted-text = Екі кезең де өтті. Теорияның күнін үйлестіруші хабарлайды.
courses-board-border = Теория нәтижесі шекті балға жақын
courses-board-border-text = Жұмысты адам тағы бір рет қарап, себебін жазады. Жеребе тасталмайды.
courses-board-practice = Теория тапсырылды
courses-board-practice-text = Енді комиссия алдындағы практикалық емтихан. Күнін үйлестіруші хабарлайды.
courses-board-passed = Тәлімгер болу құқығыңыз бар, соңғы күні: { $day }
courses-board-passed-text = Мысалдар мен материал сізге ашық қалады.
courses-board-failed = Емтиханның бір бөлігі әзірге тапсырылмады
courses-board-failed-text = Өткен бөлігі сақталады. Қайта тапсыру күнін үйлестіруші айтады.
courses-board-again = Емтиханның бір бөлігі әзірге тапсырылмады
courses-board-again-text = Өткен бөлігі сақталады. Екінші бөлігін қайта тапсыруға болатын алғашқы күн: { $day }.
courses-board-expired = Тәлімгер болу құқығының мерзімі бітті
courses-board-expired-text = Жұмыс істеп жатқан жұптар жалғасады. Жаңа жұп үшін курсты қайта өтуге болады.
courses-board-revoked = Тәлімгер болу құқығы қайтарып алынды
courses-board-revoked-text = Себебін үйлестірушіден сұраңыз. Курсты қайта өтуге болады.
courses-board-left = Сіз курстан шықтыңыз
courses-board-left-text = Қайтып келуге кез келген күні болады: курс басынан басталады.
courses-missing = Келесі кезеңге не жетпейді
courses-counted = Мұны ешкім қолмен белгілемейді: жасалған іс өздігінен саналады.
courses-gap-cases =
    { $count ->
    [one] Тәжірибеңізден бір мысал айтыңыз.
   *[other] Тәжірибеңізден тағы { $count } мысал айтыңыз.
    }
courses-gap-replies =
    { $count ->
    [one] Әріптестің тағы бір мысалына пікір жазыңыз.
   *[other] Әріптестердің тағы { $count } мысалына пікір жазыңыз.
    }
courses-gap-hours = Сабаққа тағы қатысу керек: { $hours }.
courses-hours = { $count } сағ
courses-hours-minutes = { $hours } сағ { $minutes } мин
courses-done-cases = Мысалдар: { $all } ішінен { $done }
courses-done-replies = Пікірлер: { $all } ішінен { $done }
courses-done-hours = Оқыту: { $all } ішінен { $done }
courses-ways = Курс бөлімдері
courses-apply-title = Курсқа қатысу
courses-apply-text = Тәлімгер болғыңыз келсе немесе болып жүрсеңіз, орын сұраңыз. Үйлестіруші растайды.
courses-apply = Орын сұрау
courses-withdraw = Сұрауды қайтарып алу
courses-act-tell = Мысал айту
courses-act-read = Мысалдарды оқу
courses-act-sign-up = Сабақты таңдау
courses-act-announce = Сабақты жариялау
courses-act-mark = Келгендерді белгілеу
courses-leave-title = Курстан шығу
courses-leave-text = Жазылған сабақтардағы орныңыз босайды. Айтқан мысалдарыңыз бен пікірлеріңіз кітапханада қалады.
courses-certificates = Құқық пен сертификат
courses-certificates-text = Қағазды ұстаған адам кодын тексеріп, тек күшінде ме, жоқ па, соны біледі. Карточкаңызда сертификат сіз рұқсат еткенде ғана көрінеді.
courses-certificate = Тәлімгер сертификаты
courses-certificate-none = Сертификат әлі рәсімделмеген
courses-certificate-numbered = № { $number } сертификат
courses-certificate-is-valid = Сертификат күшінде, соңғы күні: { $day }
courses-certificate-is-expired = Сертификаттың мерзімі бітті, соңғы күні: { $day }
courses-certificate-is-revoked = Сертификат қайтарып алынған
courses-certificate-make = Сертификатты рәсімдеу
courses-certificate-kk = Қазақша сертификат (PDF)
courses-certificate-ru = Орысша сертификат (PDF)
courses-certificate-show = Карточкамда көрсету
courses-certificate-hide = Карточкамда көрсетпеу
courses-done-certificate = Сертификат рәсімделді
courses-done-certificate-shown = Карточкаңызда сертификаттың соңғы күні көрінеді
courses-done-certificate-hidden = Карточкаңызда сертификат енді көрінбейді
courses-refused-no-right = Мұнда күшінде тұрған құқық жоқ. Ештеңе өзгерген жоқ.
courses-decline = Орын жоқ
courses-decline-board = Курста қазір орын жоқ: { $name }
courses-decline-text = Адамға жауап бар деген хат барады. Кез келген күні қайта сұрай алады.
courses-decline-words = Неліктен және не істеуге болады
courses-decline-act = Орын жоқ деп жауап беру
courses-seen-declined = Мұны тек орын сұраған адам оқиды
courses-declined = Орын сұрағаныңызға жауап
courses-seen-declined-own = Мұны тек сіз оқисыз
courses-done-declined = Жауап сақталды, хат жіберіледі.
courses-refused-not-waiting = Бұл адам енді орын күтіп тұрған жоқ.
courses-revoke = Құқықты қайтарып алу
courses-revoke-board = Тәлімгер болу құқығы: { $name }
courses-revoke-text = Сертификат бірден күшін жояды. Жұмыс істеп жатқан жұптар жалғасады. Мұны кері қайтаруға болмайды, ал курсты қайта өтуге болады.
courses-revoke-reason = Неге
courses-seen-revoked = Себебін курсты жүргізетін адам оқиды. Ашық тексеру «қайтарып алынған» деп қана айтады.
courses-revoked-because = Себебі: { $reason }
courses-done-revoked = Құқық қайтарып алынды
courses-leave = Курстан шығамын
courses-material = Курс материалы
courses-material-licence = Материал CC BY 4.0 лицензиясымен ашық: мектеп оны өзгертіп қолдана алады.
courses-self-check = Өзін-өзі тексеру
courses-self-check-text = Тақырыпты таңдап, он сұраққа жауап беріңіз: жауаптар бірден тексеріліп, түсіндірме шығады. Емтиханда бұл сұрақтар болмайды.
courses-self-check-seen = Не көргеніңіз және қалай жауап бергеніңіз еш жерде жазылмайды
courses-self-check-topics = Өзін-өзі тексеру тақырыптары
courses-self-check-count =
    { $count ->
    [0] әзірге сұрақ жоқ
   *[other] { $count } сұрақ
    }
courses-self-check-none = Өзін-өзі тексеретін сұрақтар әзірге жоқ
courses-self-check-none-text = Оларды үйлестіруші немесе директор белгілейді: сұрақтар банкіндегі сұрақ бетінде. Белгіленген сұрақ емтиханда қойылмайды. Дайындалғыңыз келсе, үйлестірушіге айтыңыз.
courses-self-check-one = { $number }. { $text }
courses-self-check-act = Жауаптарды тексеру
courses-self-check-again = Басқа сұрақтар
courses-self-check-result = Дұрыс жауап: { $right }, барлығы: { $count }
courses-self-check-question = № { $number } сұрақ
courses-self-check-right = дұрыс
courses-self-check-partly = жартылай дұрыс
courses-self-check-wrong = қате
courses-self-check-blank = жауап жоқ
courses-self-check-given = Сіздің жауабыңыз: { $answer }
courses-self-check-right-is = Дұрыс жауап: { $answer }
courses-refused-self-check = Осы уақытта сұрақтар өзгерді, төменде жаңалары тұр.
courses-cases = Тәжірибеден мысалдар
courses-cases-board =
    { $count ->
    [0] Мұнда әзірге мысал жоқ
   *[other] Мұнда { $count } мысал бар
    }
courses-cases-text = Әріптестер не істегенін айтып, басқалардан сұрайды. Курс біткен соң да ашық тұрады.
courses-cases-all = Барлық мысал
courses-cases-none = Әзірге мысал жоқ
courses-cases-none-text = Курстың басында осылай болады. Бірінші болып айтыңыз.
courses-cases-not-found = Мұндай мысал табылмады
courses-cases-not-found-text = Сөзді қысқартып көріңіз немесе тақырыпты алып тастаңыз.
courses-search = Қандай сөздер кездеседі
courses-find = Іздеу
courses-topic = Тақырып
courses-topic-any = Кез келген тақырып
courses-case-line =
    { $count ->
    [0] { $topic }. { $name }. Пікір әзірге жоқ
   *[other] { $topic }. { $name }. Пікір саны: { $count }
    }
courses-case-own = Сіздің мысалыңыз
courses-case-elsewhere = Ауданның басқа мектебінен
courses-author-there = { $name }, { $school }
courses-author-unnamed = Аудандағы әріптес
courses-case-replied = Сіз пікір жаздыңыз
courses-case-head = { $topic }. { $by }
courses-by = { $name }, { $day }
courses-case-title = Бір жолмен: не туралы
courses-case-situation = Не болды
courses-case-did = Мен не істедім
courses-case-asks = Әріптестерден не сұраймын
courses-tell = Тәжірибемнен бір мысал
courses-tell-text = Қысқа болса да жарайды. Дұрыс жауап ізделмейді: маңыздысы не байқағаныңыз.
courses-tell-names = Есім, сынып, отбасы жайындағы белгілер жазылмайды: баланы да, әріптесті де ешкім танымауы керек.
courses-tell-keep = Мысалды жариялау
courses-seen-cases = Курсқа қатысушылар, курстан өткендер және үйлестіруші оқиды.
courses-audience = Мысалды кім оқиды
courses-audience-school = Мектебімде курсқа қатысатындар
courses-audience-district = Ауданның әріптестері де, аты-жөнім мен мектебім жазылмай
courses-audience-named = Ауданның әріптестері де, аты-жөнім мен мектебім жазылып
courses-audience-hint = кейін өзгертуге болады; басқа мектептен жазылған пікірде есім тұрмайды
courses-audience-keep = Сақтау
courses-seen-case-district = Осы мектепте де, ауданның басқа мектептерінде де курсқа қатысушылар, курстан өткендер және үйлестірушілер оқиды. Мысалды да, пікірді де кім жазғаны, қай мектептен екені басқа мектепке айтылмайды.
courses-seen-case-named = Осы мектепте де, ауданның басқа мектептерінде де курсқа қатысушылар, курстан өткендер және үйлестірушілер оқиды. Мысалды кім жазғанын басқа мектеп көреді; пікірді кім жазғаны, қай мектептен екені айтылмайды.
courses-replies = Пікірлер
courses-replies-none = Әзірге ешкім пікір жазған жоқ.
courses-reply = Сіздің пікіріңіз
courses-reply-hint = өзіңізде не көмектескенін айтыңыз, баға бермеңіз
courses-reply-send = Пікір жіберу
courses-unreply = Пікірді қайтарып алу
courses-take-back-title = Мысалды қайтарып алу
courses-take-back-text = Бұған пікір жазылғанша және келесі кезең ашылғанша ғана болады. Мәтін мүлде жойылады.
courses-take-back = Қайтарып алу
courses-take-off-title = Мысалдан біреуді тануға бола ма?
courses-take-off-text = Мысалдың да, пікірлердің де мәтіні біржола өшеді. Пікір жазғандардың есебі сақталады, авторы басқа мысал айтады.
courses-take-off = Мысалды алып тастау
courses-trainings = Сабақтар
courses-trainings-all = Барлық сабақ
courses-trainings-board =
    { $count ->
    [0] Алда жарияланған сабақ жоқ
   *[other] Алда { $count } сабақ бар
    }
courses-trainings-text = Орын болмаса, күту тізіміне жазылыңыз: орын босағанда хат келеді.
courses-trainings-none = Алда сабақ жоқ
courses-trainings-none-text = Үйлестіруші жариялағанда осында тұрады.
courses-trainings-ahead = Алда
courses-trainings-past = Өткен
courses-training-line = { $from }–{ $to }, { $place }. { $places }
courses-training-line-elsewhere = { $from }–{ $to }, { $place }. Өткізетін мектеп: { $host }. { $places }
courses-training-when = { $day }, { $from }–{ $to }
courses-places = Орын: { $all }, жазылғаны: { $taken }
courses-places-waiting = Орын: { $all }, жазылғаны: { $taken }, күтіп тұрғаны: { $waiting }
courses-phase-held = Өтті
courses-phase-cancelled = Болмайды
courses-came = Қатыстыңыз
courses-came-not = Қатысқан жоқсыз
courses-seat-place = Орын бар
courses-seat-waiting = Кезекте, нөмірі { $number }
courses-unlisted = жазылмай келген
courses-sign-up = Жазылу
courses-sign-up-wait = Кезекке тұру
courses-step-back = Бас тарту
courses-training-title = Тақырыбы
courses-training-day = Күні
courses-training-from = Басталуы
courses-training-to = Аяқталуы
courses-training-place = Өтетін жері
courses-training-places = Орын саны
courses-training-leader = Жүргізуші
courses-training-leader-hint = кім келгенін белгілейді
courses-training-length = Ұзақтығы
courses-training-before = Алдын ала
courses-training-after = Кейін
courses-training-links = мәтін немесе сілтеме; https:// деп басталатын мекенжай беттен ашылады
courses-training-host = Өткізетін мектеп
courses-training-for = Кімге арналған
courses-training-for-district = осы мектепке және ауданның басқа мектептеріне
courses-training-opened = Ауданның басқа мектептеріне де ашық
courses-training-opened-hint = онда оқытуға жеткендер жазыла алады, сағаттары өз мектебінде есептеледі; аты-жөні мен мектебін жүргізуші мен үйлестіруші көреді
courses-announce = Сабақты жариялау
courses-announce-text = Курсқа қатысушылар оны бірден көріп, жазыла алады.
courses-announce-keep = Жариялау
courses-mark-title = Кім келді
courses-mark-text = Келгендердің бәрін белгілеңіз: күту тізімінен келгендерді де, жазылмай келгендерді де. Он төрт күн ішінде түзетуге болады.
courses-mark-who = Жазылғандар
courses-mark = Келгендерді сақтау
courses-list = Кім жазылды
courses-list-none = Әзірге ешкім жазылған жоқ.
courses-seen-list = Тізімді жүргізуші мен үйлестіруші ғана көреді.
courses-seen-elsewhere = Жазылсаңыз, аты-жөніңіз бен мектебіңізді сол мектептің жүргізушісі мен үйлестірушісі көреді; курстағы жолыңызды көрмейді.
courses-amend = Не оқып, не істеу керегін өзгерту
courses-amend-text = Жазылғандар оны бірден көреді; «кейінге» жаңа нәрсе қосылса, хат барады.
courses-amend-keep = Сақтау
courses-cancel-title = Сабақ болмай ма?
courses-cancel-text = Жазылғандардың бәріне хат барады. Мұны қайтару мүмкін емес.
courses-cancel = Сабақты болдырмау
courses-candidates = Курстағылар
courses-candidates-board =
    { $count ->
    [0] Курста әзірге ешкім жоқ
   *[other] Курста { $count } адам бар
    }
courses-candidates-text = Кезеңдер жасалған іс бойынша өздігінен ашылады: мұнда ештеңе белгіленбейді.
courses-candidates-none = Курс әлі басталған жоқ
courses-candidates-none-text = Төменде адамды қосыңыз немесе өздері сұрағанша күтіңіз.
courses-column-name = Аты-жөні
courses-column-stage = Кезең
courses-column-missing = Не жетпейді
courses-nothing-missing = Барлығы бар
courses-waiting = Растауды күтіп тұр
courses-confirm = Растау
courses-enrol-title = Курсқа қосу
courses-enrol-who = Кімді
courses-enrol-hint = адамға хат барады
courses-enrol = Курсқа қосу
courses-seen-candidates = Бұл тізімді үйлестіруші ғана көреді. Әркім өз бетін ғана көреді.
courses-task-discussion = Тәлімгерлер курсы: талқылау кезеңі
courses-task-discussion-text = Мысал пен пікірлер келесі кезеңді ашады.
courses-task-training = Тәлімгерлер курсы: оқыту сағаттары
courses-task-training-text = Келесі сабаққа жазылыңыз.
courses-task-mark = Сабаққа кім келді: { $title }
courses-task-mark-text = Белгілеген соң сағаттар өздігінен саналады.
courses-task-waiting =
    { $count ->
    [one] Бір адам курсқа сұранып тұр
   *[other] { $count } адам курсқа сұранып тұр
    }
courses-task-waiting-text = Растасаңыз, оларға хат барады.
courses-done-asked = Сұрауыңыз үйлестірушіге жетті.
courses-done-unasked = Сұрау қайтарып алынды.
courses-done-left = Сіз курстан шықтыңыз.
courses-done-told = Мысал жарияланды.
courses-done-opened = Енді мысалды аудандағы әріптестер оқып, пікір жаза алады.
courses-done-closed = Енді мысалды тек сіздің мектепте оқиды.
courses-done-replied = Пікір жіберілді.
courses-done-taken-back = Мысал қайтарып алынды.
courses-done-unreplied = Пікір қайтарып алынды.
courses-done-taken-off = Мысал алып тасталды, мәтіні өшті.
courses-done-announced = Сабақ жарияланды.
courses-done-signed-up = Сіз жазылдыңыз.
courses-done-waits = Сіз кезектесіз. Орын босағанда хат келеді.
courses-done-stepped-back = Сіз бас тарттыңыз.
courses-done-marked = Келгендер сақталды, сағаттар саналды.
courses-done-amended = Сабақтың материалы сақталды.
courses-done-cancelled = Сабақ болмайды, хаттар жіберіледі.
courses-done-enrolled = Курсқа қосылды, хат жіберіледі.
courses-refused-runs = Бұл адам курста оқып жүр.
courses-refused-left = Бұл адам мектепте енді жұмыс істемейді.
courses-refused-newcomer = Жас педагогтің өз тәлімгері бар: курс тәлімгерлерге арналған.
courses-refused-empty = Барлық өрісті толтырыңыз.
courses-refused-long = Мәтін тым ұзақ, қысқартыңыз.
courses-refused-no-course = Бұл үшін курста оқып жүру керек.
courses-refused-own-case = Бұл сіздің мысалыңыз: пікірді басқалар жазады.
courses-refused-counts = Бұған пікір жазылған немесе ол келесі кезеңді ашқан, енді қайтарып алынбайды.
courses-refused-time = Аяқталу уақыты басталудан кейін болуы керек, сабақ сегіз сағаттан аспайды.
courses-refused-places = Орын саны 1 мен 200 аралығында болсын.
courses-refused-past = Бұл уақыт өтіп кетті.
courses-refused-begun = Сабақ басталып кетті.
courses-refused-not-over = Сабақ әлі біткен жоқ, келгендер кейін белгіленеді.
courses-refused-cancelled = Бұл сабақ болмайды.
courses-refused-settled = Түзету мерзімі өтті: сабақтан бері он төрт күннен көп болды.
courses-refused-not-at-training = Сабаққа талқылау кезеңінен кейін жазылады.
courses-refused-same-time = Сол уақытта басқа сабаққа жазылғансыз. Алдымен сол сабақтан бас тартыңыз.
courses-refused-leads = Бұл сабақты өзіңіз өткізесіз: оның сағаттары сізге келгендерге есептеледі.
