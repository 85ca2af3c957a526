# The programme: what happens when, dates, settings, days off.
programmes-title = Бағдарлама
programmes-years = { $first }–{ $second } оқу жылы
programmes-aside = Айтпақшы
programmes-phases = Бағдарлама кезеңдері
programmes-phase-hiring = Қабылдау
programmes-phase-selection = Таңдау
programmes-phase-decision = Шешім
programmes-phase-orders = Бұйрықтар
programmes-phase-work = Жұмыс
programmes-phase-hiring-text = Үйлестіруші жас педагогтерді тіркейді және әрқайсысына уақытша тәлімгер атайды. Бұйрық жұмысқа қабылданғаннан кейін { $days } жұмыс күні ішінде шығуы керек. Тәлімгер болғысы келгендер карточкасын толтырады.
programmes-phase-selection-text = Жас педагогтер барлық тәлімгермен бірге жұмыс істеп көреді, әсерін өзі үшін жазады және өтініш жібереді, бір мезгілде { $requests } өтініштен асырмай. Тәлімгерлер жауап береді.
programmes-phase-decision-text = Жас педагогтер мен тәлімгерлер кіммен жұмыс істегісі келетінін белгілейді. Кезең аяқталғанша бұл тізімді авторынан басқа ешкім көрмейді.
programmes-phase-orders-text = Үйлестіруші ұсынысты қарап, жұптарды жариялайды, екеуі де келісімін береді, директор бұйрыққа қол қояды. Жұп болмай тұрғанда жас педагогтің уақытша тәлімгері қалады.
programmes-phase-work-text = Жұптар оқу жылының соңына дейін бірге жұмыс істейді.
programmes-board-soon = Бағдарламаның бірінші күні: { $day }
programmes-board-hiring = Қазір қабылдау: { $until } мектеп жас педагогтерді қарсы алады
programmes-board-selection = Қазір таңдау: { $until } жас педагогтер барлық тәлімгермен танысады
programmes-board-decision = Қазір шешім: { $until } әркім кіммен жұмыс істегісі келетінін белгілейді
programmes-board-orders = Қазір бұйрықтар: { $until } жұптар келісім беріп, бұйрық алады
programmes-board-work = Жұптар { $until } бірге жұмыс істейді
programmes-board-closed = Бағдарлама аяқталды: { $years }
programmes-board-closed-text = Шешілгеннің бәрі сақталған. Күндер мен баптаулар енді өзгермейді.
programmes-left = { $count ->
    [0] Бүгін соңғы күн. { $years }.
   *[other] { $count } күн қалды. { $years }.
    }
programmes-to-newcomers = Жас педагогтерге өту
programmes-to-contacts = Кім кіммен кездесті
programmes-to-proposals = Жұптар ұсынысына өту
programmes-to-pairs = Жұптарға өту
programmes-to-dates = Күндерді өзгерту
programmes-stages = Қашан не болады
programmes-now = қазір
programmes-dates = Күндер
programmes-dates-text = Өткен күн өзгермейді. Қалғанын жылжытуға болады, күндердің ретін тексереміз.
programmes-passed = өтті
programmes-typed = Сіз жазған күн: { $day }
programmes-overtaken = Сіз күндерді өзгертіп жатқанда, оларды басқа біреу өзгертіп қойды. Төменде жаңалары тұр: қарап, өз өзгерісіңізді қайта енгізіңіз.
programmes-move = Күндерді сақтау
programmes-date-starts_on = Бағдарламаның бірінші күні
programmes-date-starts_on-means = осы күннен жас педагогтер тіркеледі
programmes-date-selection_from = Таңдаудың бірінші күні
programmes-date-selection_from-means = осы күннен кездеседі және өтініш жазады
programmes-date-selection_until = Таңдаудың соңғы күні
programmes-date-selection_until-means = бірінші күннен бастап екі айдан аспайды
programmes-date-decision_until = Шешімнің соңғы күні
programmes-date-decision_until-means = оған дейін кіммен жұмыс істегісі келетінін белгілейді
programmes-date-orders_until = Бұйрықтардың соңғы күні
programmes-date-orders_until-means = оған дейін жұптар жарияланып, бұйрыққа қол қойылады
programmes-date-work_until = Жұптар жұмысының соңғы күні
programmes-date-work_until-means = әдетте сабақтың соңғы күні
programmes-none-board = Бағдарлама күндерін белгілеңіз: { $years }
programmes-none-board-text = Әдеттегі күндер нысанда тұр. Мектеп күнтізбесімен салыстырып, сақтаңыз.
programmes-none-why = Бұл күндер қайдан алынды
programmes-none-why-text = Оқу жылы, тоқсандар мен каникулдар 2026–27 жылға арналған бұйрықтан алынды, тәлімгер таңдауға екі ай беріледі. Басқа жылға күндер сол сандарымен көшірілді: бұйрықпен салыстырыңыз.
programmes-none-later = Кейін өзгертуге бола ма
programmes-none-later-text = Иә. Әлі өтпеген күнді жылжытуға болады. Демалыс күндері өздігінен қосылады, оларды осы бетте тексере аласыз.
programmes-set-up = Бағдарламаны бастау
programmes-none-others = Бағдарлама әзірге жоқ: { $years }
programmes-none-others-title = Мұнда бағдарламаның кезеңдері мен күндері тұрады
programmes-none-others-text = Оларды мектеп үйлестірушісі белгілейді. Жыл басында бұл қалыпты: күндер белгіленгенде осы жерден көресіз.
programmes-settings = Баптаулар
programmes-settings-text = Бағдарлама қадамдарды осы сандармен тексереді. Әрқайсысының әдеттегі мәні неге сүйенетіні жазылған.
programmes-setting = Баптау
programmes-setting-now = Қазір
programmes-setting-usual = Әдетте
programmes-setting-basis = Неге сүйенеді
programmes-change = Өзгерту
programmes-setting-board = { $name }: қазір { $value }
programmes-setting-new = Жаңа мәні
programmes-setting-save = Баптауды өзгерту
programmes-setting-keep = Сол күйі қалдыру
programmes-bounds = { $least }–{ $most } аралығында
programmes-bounds-category = кез келген санат
programmes-bounds-switch = иә немесе жоқ
programmes-bounds-mode = екі ереженің бірі
programmes-reason = Бұл шешім неге сүйенеді
programmes-reason-hint = бұйрық, хаттама, кеңес шешімі
programmes-from-today = Қай күннен бастап
programmes-from-today-text = Жаңа мән бүгіннен бастап қолданылады. Бұрынғысымен жасалғаны өзгермейді.
programmes-setting-days_to_order = Тәлімгер туралы бұйрық мерзімі
programmes-setting-days_to_order-means = Жұмысқа қабылданғаннан бұйрыққа дейін неше жұмыс күні бар. Мектеп азайта алады, көбейте алмайды.
programmes-value-days_to_order = { $count } жұмыс күні
programmes-setting-pay_percent = Тәлімгерге қосымша ақы
programmes-setting-pay_percent-means = Базалық лауазымдық айлықақының пайызымен.
programmes-value-pay_percent = { $count } %
programmes-setting-mentor_min_category = Тәлімгердің санаты
programmes-setting-mentor_min_category-means = Қай санаттан бастап тәлімгер болуға болады. Одан төмен болса, үйлестіруші себебін жазып бекітеді.
programmes-setting-max_mentees = Бір тәлімгердегі жас педагогтер
programmes-setting-max_mentees-means = Тәлімгер бұдан көп орын көрсете алмайды.
programmes-value-max_mentees = ең көбі { $count } адам
programmes-setting-sanction_months = Жазаның мерзімі
programmes-setting-sanction_months-means = Тәртіптік жаза ең көбі неше ай күшінде болады. Жаза күшінде тұрғанда адам тәлімгер бола алмайды.
programmes-value-sanction_months = ең көбі { $count } ай
programmes-setting-exam = Жаңа жұпқа дейінгі емтихан
programmes-setting-exam-means = Қосылса, емтихан берген құқығы күшінде тұрған тәлімгер ғана жаңа жас педагог ала алады. Жұмыс істеп жүрген жұптар жалғаса береді, уақытша тәлімгер емтихансыз тағайындалады.
programmes-setting-appeal_days = Емтихан нәтижесіне апелляция беру мерзімі
programmes-setting-appeal_days-means = Нәтиже айтылғаннан кейін үміткер осынша жұмыс күні ішінде апелляция бере алады. Осыдан кейін басталатын курстарға қолданылады.
programmes-value-appeal_days = { $count } жұмыс күні
programmes-setting-course_hours = Тәлімгерлер курсындағы оқыту сағаттары
programmes-setting-course_hours-means = Емтиханға дейін үміткерге осынша сағат оқыту керек. Курс жоспарында 30 сағат: талқылау 6, оқыту 18, дайындық пен емтихан 6; сабақтардағы сағат жете ме, сабақтар бетінен көрінеді. Осыдан кейін басталатын курстарға қолданылады.
programmes-value-course_hours = { $count } сағат
programmes-setting-choice_window_months = Таңдаудың ұзақтығы
programmes-setting-choice_window_months-means = Жас педагог тәлімгерлермен танысатын ең ұзақ мерзім.
programmes-value-choice_window_months = { $count } ай
programmes-setting-open_requests = Бір мезгілдегі өтініштер
programmes-setting-open_requests-means = Бір жас педагогтің неше өтініші қатар жауап күте алады.
programmes-value-open_requests = { $count } өтініш
programmes-setting-request_min_chars = Ең қысқа өтініш
programmes-setting-request_min_chars-means = Бұдан аз таңбамен өтініш жіберілмейді.
programmes-value-request_min_chars = { $count } таңба
programmes-setting-answer_days = Өтінішке жауап беру мерзімі
programmes-setting-answer_days-means = Осынша күннен кейін жауапсыз өтініш өзі жабылады, бұл туралы екеуі де біледі.
programmes-value-answer_days = { $count } күн
programmes-setting-ranked_choices = Жабық тізімдегі есімдер
programmes-setting-ranked_choices-means = Көбірек жұп ізделгенде жас педагог неше тәлімгерді атай алады. Шынайы рет ережесінде шек жоқ: тізім шектелсе, оның уәдесі орындалмайды.
programmes-value-ranked_choices = { $count } есім
programmes-setting-ranked_after_contact = Бірге жұмыстан кейінгі тізім
programmes-setting-ranked_after_contact-means = Жас педагог жабық тізімде тек бірге жұмысы жазылған адамдарды атайды. Мектеп әр кездесуді жазып отырса ғана қосыңыз.
programmes-switch-on = иә
programmes-switch-off = жоқ
programmes-setting-choice_mode = Жұп құру ережесі
programmes-setting-choice_mode-means = Тізімдер ашылғанда бағдарлама не іздейді: шынайы ретті ме, әлде мүмкіндігінше көп жұпты ма. Тізімдер жабық кезде ғана таңдалады; тізім жазатындар қай ереже қолданылатынын көреді.
programmes-mode-truthful = Шынайы рет
programmes-mode-truthful-means = Жұптар жас педагогтердің тілегінен бастап ізделеді. Олардың ешқайсысы нақты ретін жасырудан ұтпайды; теңдердің арасын алдын ала белгіленген сан бойынша жеребе шешеді.
programmes-mode-most_pairs = Көбірек жұп
programmes-mode-most_pairs-means = Мүмкіндігінше көп жұп ізделеді. Тең тұрғандар есебінен жұпсыз қалатындар азаяды, бірақ кейде екі адамның өзіне бірдей екенін жасыру біреуге тиімді болуы мүмкін.
programmes-setting-round_days = Таңдаудың екінші айналымы
programmes-setting-round_days-means = Біреу жұпсыз қалғанда екінші айналымға неше күн ұсынылады. Басқа күнді де атауға болады.
programmes-value-round_days = { $count } күн
programmes-setting-first_meeting_days = Жұптың алғашқы кездесуі
programmes-setting-first_meeting_days-means = Бұйрықтан кейін жұп неше күн ішінде кездескені жөн.
programmes-value-first_meeting_days = { $count } күн
programmes-certainty-confirmed = заң бойынша
programmes-certainty-to_verify = тексеру керек
programmes-certainty-essay = бағдарлама идеясы
programmes-certainty-ours = біздің ұсыныс
programmes-certainty-help = Бұл сөздер нені білдіреді?
programmes-certainty-confirmed-means = Заң бойынша: заңда не бұйрықта тікелей жазылған.
programmes-certainty-to_verify-means = Тексеру керек: шындыққа ұқсайды, бірақ бұйрық мәтінінен әлі оқыған жоқпыз. Өзіңіздегі нұсқадан қараңыз.
programmes-certainty-essay-means = Бағдарлама идеясы: тәлімгер таңдауды ұсынғандар осылай ойластырған.
programmes-certainty-ours-means = Біздің ұсыныс: мектеп өзгерте алатын әдеттегі мән.
programmes-history = Не өзгерді
programmes-history-none = Әзірге ештеңе: барлық баптау әдеттегідей.
programmes-history-seen = Мектеп үйлестірушілері көреді
programmes-days = Демалыс күндері мен жұмыс істейтін демалыстар
programmes-days-text = Бұйрыққа дейінгі жұмыс күндері осылармен есептеледі. Ауыстырылған күндер жыл сайын жарияланады: қаулымен салыстырыңыз. Құрбан айтты өзіңіз енгізіңіз.
programmes-days-none = Алда ауыстырылған күн жоқ
programmes-days-none-text = Мереке демалысқа тура келсе не мектеп сенбіде жұмыс істесе, сол күнді төменде енгізіңіз.
programmes-days-fixed = Күні тұрақты мерекелер: { $count }
programmes-days-passed = Өтіп кеткендер: { $count }
programmes-day-add = Күн енгізу
programmes-day = Күні
programmes-day-kind = Бұл қандай күн
programmes-day-save = Күнді енгізу
programmes-day-remove = Алып тастау
programmes-day-moved_off = демалыс күні
programmes-day-moved_to_work = жұмыс істейтін демалыс
programmes-day-new_year = Жаңа жыл
programmes-day-christmas = Рождество
programmes-day-women = Халықаралық әйелдер күні
programmes-day-nauryz = Наурыз мейрамы
programmes-day-unity = Қазақстан халқының бірлігі мерекесі
programmes-day-defender = Отан қорғаушы күні
programmes-day-victory = Жеңіс күні
programmes-day-capital = Астана күні
programmes-day-constitution = Конституция күні
programmes-day-republic = Республика күні
programmes-day-independence = Тәуелсіздік күні
programmes-done-set-up = Бағдарлама басталды. Жылдың демалыс күндері енгізілді, ауыстырылғандарын беттің төменгі жағынан тексеріңіз.
programmes-done-moved = Күндер сақталды.
programmes-done-setting = Баптау бүгіннен бастап өзгерді: { $name }.
programmes-done-day = Күн күнтізбеге енгізілді: { $day }.
programmes-done-day-removed = Күн күнтізбеден алып тасталды: { $day }.
programmes-refused-out-of-order = Бұл күн алдыңғысынан ерте. Кезеңдер бірінен соң бірі жүреді: жоғарғы жолдағыдан ерте емес күн қойыңыз.
programmes-refused-too-long = Таңдау баптау рұқсат еткеннен ұзақ болып тұр. Соңғы күнін ертерек қойыңыз.
programmes-refused-shorter = Таңдау одан ұзақ белгіленіп қойған. Алдымен оның соңғы күнін ертерек қойыңыз.
programmes-refused-year-taken = Бұл оқу жылына бағдарлама бар. Бетті қайта ашыңыз.
programmes-refused-other-year = Бағдарлама оқу жылы басталатын жылы басталады. Жылын тексеріңіз.
programmes-refused-past = Бұл күн өтіп кеткен. Бүгінгі не кейінгі күнді қойыңыз.
programmes-refused-closed = Бағдарлама аяқталған, күндері мен баптаулары енді өзгермейді.
programmes-refused-opened = Тізімдерді енді оқуға болады: бұл бағдарламада жұп құру ережесі өзгермейді, әйтпесе оны белгілі нәтижеге қарай таңдау болар еді.
programmes-refused-out-of-bounds = Мұндай мән қоюға болмайды. Болатыны: { $bounds }.
programmes-refused-reason = Бұл шешім неге сүйенетінін жазыңыз.
programmes-bounds-reach = үш шеңбердің бірі
programmes-refused-written = Мұны адамдар азырақ адам көреді деп жазған не жауап берген. Осы бағдарламада кеңірек ашуға болмайды.
programmes-reach-everyone = Барлық педагог
programmes-reach-everyone-means = Карточкада мұны мектептің әр педагогі оқиды.
programmes-reach-matching = Іріктеу үшін
programmes-reach-matching-means = Карточкада мұны тәлімгер мен үйлестіруші ғана оқиды. Жас педагогтерге кеңес берілгенде ескеріледі, бірақ аталмайды.
programmes-reach-coordinator = Үйлестіруші
programmes-reach-coordinator-means = Карточкада мұны тәлімгер мен үйлестіруші ғана оқиды. Кеңес берілгенде ескерілмейді.
programmes-readers-own-means = Карточкада мұны кім оқиды. Шеңберді кез келген күні тарылтуға болады, ал осы бағдарламада қайта кеңейтуге болмайды: тәлімгерлер сол кездегі оқырманға жазған.
programmes-readers-list-means = Карточкада мұны кім оқиды. Дерек қызметкерлер тізімінен алынған.
programmes-setting-readers_motive = Кім оқиды: неге тәлімгер болғысы келеді
programmes-setting-readers_motive-means = { programmes-readers-own-means }
programmes-setting-readers_gives = Кім оқиды: не бере алады
programmes-setting-readers_gives-means = { programmes-readers-own-means }
programmes-setting-readers_works = Кім оқиды: қалай жұмыс істейді
programmes-setting-readers_works-means = { programmes-readers-own-means }
programmes-setting-readers_languages = Кім оқиды: жұмыс тілдері
programmes-setting-readers_languages-means = { programmes-readers-own-means }
programmes-setting-readers_category = Кім оқиды: тәлімгердің санаты
programmes-setting-readers_category-means = { programmes-readers-list-means }
programmes-setting-readers_service_years = Кім оқиды: тәлімгердің өтілі
programmes-setting-readers_service_years-means = { programmes-readers-list-means }
programmes-readers = Тәлімгердің карточкасын кім оқиды
programmes-readers-text = Әдетте мектептің барлық педагогі бәрін оқиды.
programmes-setting-min_cell = Аудан жиынтығындағы ең шағын топ
programmes-setting-min_cell-means = Одан аз санды аудан көрмейді: аз санның артынан адам танылады. Аудан мектептерінің ең қатаң мәнін алады.
programmes-value-min_cell = { $count } адам

# The school day
programmes-bounds-time = 7:00 мен 9:30 аралығы
programmes-setting-first_lesson = Бірінші сабақтың басталуы
programmes-setting-first_lesson-means = Жұпқа ұсынылатын бос сабақтардың сағаты осыдан есептеледі.
programmes-setting-lesson_minutes = Сабақтың ұзақтығы
programmes-setting-lesson_minutes-means = Бір сабақ неше минутқа созылады.
programmes-value-lesson_minutes = { $count } минут
programmes-setting-break_minutes = Үзілістің ұзақтығы
programmes-setting-break_minutes-means = Сабақтар арасындағы орташа үзіліс, минутпен.
programmes-value-break_minutes = { $count } минут

# Observations of lessons
programmes-setting-observations_first = Қыркүйек–желтоқсандағы бақылау
programmes-setting-observations_first-means = Бірінші жартыжылдықта жас педагогтің қанша сабағы бақыланады. 0: мектеп есептемейді. Бұл ниет, кешігу жоқ.
programmes-value-observations_first = { $count }
programmes-setting-observations_second = Қаңтар–мамырдағы бақылау
programmes-setting-observations_second-means = Екінші жартыжылдықта да солай.
programmes-value-observations_second = { $count }
programmes-setting-observations_outside = Оның ішінде жұптан тыс әріптес
programmes-setting-observations_outside-means = Әр жартыжылдықта қанша сабақты басқа әріптес бақылайды: екінші көзқарас.
programmes-value-observations_outside = { $count }

# Ideas
programmes-setting-lantern_years = Педагог қанша жылдық өтілге дейін айналма шам бола алады
programmes-setting-lantern_years-means = Бағдарламаның жас педагогі әрдайым бола алады, басқа мұғалім өтілі осыдан аспағанша бола алады.
programmes-value-lantern_years = { $count } жыл
programmes-setting-lantern_colleagues = Айналма шамды қанша әріптес атайды
programmes-setting-lantern_colleagues-means = Осынша әріптес бір адамды бір тақырып бойынша атағанда, одан бөліскісі келе ме деп сұралады. Шағын мектепке аз саны да жетеді.
programmes-value-lantern_colleagues = { $count }
programmes-setting-idea_days = Жас маманның идеясына жауап беру мерзімі
programmes-setting-idea_days-means = Идея тақтада көрінгеннен кейін аталған адам осынша күн ішінде жауап береді.
programmes-value-idea_days = { $count } күн
programmes-like = Алдыңғы бағдарламаның баптауларымен
programmes-like-hint = мерзімдер, шектер мен қадамдар қазіргідей; белгісіз – әдеттегілері

# Қысқа пульс
programmes-setting-pulse_fortnightly = Екі аптада бір қысқа пульс
programmes-setting-pulse_fortnightly-means = Жас педагогтер мен тәлімгерлерден екі аптада бір рет жағдайы сұралады: ең көбі екі сұрақ, кез келгенін өткізіп жіберуге болады.
programmes-setting-pulse_after_meeting = Кездесуден кейінгі қысқа пульс
programmes-setting-pulse_after_meeting-means = Кездесу өтті деген адамнан оның қалай өткені сұралады: екі аптада бір рет, аптасына бір сұрақтан артық емес. Оған жауап берген не оны өткізіп жіберген адамға сол аптада және келесі аптада екі апталық сұрақ қойылмайды.
programmes-setting-pulse_silent = Жауапсыз қалған сұрақ саны
programmes-setting-pulse_silent-means = Қатарынан осынша екі апталық сұрақ жауапсыз қалса, жағдайын сұрайтын уақыт болады. Өткізіп жібергендер де есептеледі.
programmes-value-pulse_silent = қатарынан { $count } рет

# Көмектесетін оқушылар
programmes-setting-volunteer_grade = Волонтерлер: қай сыныптан бастап
programmes-setting-volunteer_grade-means = Осы және одан жоғары сынып оқушылары басқаларға көмектесе алады. Бұрын жазылған оқушы қала береді.
programmes-value-volunteer_grade = { $count }-сыныптан бастап
programmes-setting-peer_ahead_least = Оқушылар жұбы: көмектесетін оқушы кемінде неше сынып жоғары
programmes-setting-peer_ahead_least-means = Көмектесетін және көмек алатын оқушы арасындағы ең аз сынып айырмасы. Бұрыннан бар жұптар қала береді.
programmes-value-peer_ahead_least = { $count } сынып
programmes-setting-peer_ahead_most = Оқушылар жұбы: көмектесетін оқушы ең көбі неше сынып жоғары
programmes-setting-peer_ahead_most-means = Сыныптар арасындағы ең үлкен айырма. Бұрыннан бар жұптар қала береді.
programmes-value-peer_ahead_most = { $count } сынып
programmes-setting-peer_mentees = Оқушылар жұбы: бір оқушы нешеуге көмектеседі
programmes-setting-peer_mentees-means = Бір көмектесушіде бір мезгілде бұдан көп бала болмайды. Бұрыннан бар жұптар қала береді.
programmes-value-peer_mentees = ең көбі { $count }
programmes-setting-peer_rest_days = Оқушылар жұбы: аяқталғаннан кейінгі үзіліс
programmes-setting-peer_rest_days-means = Осынша күн балаға жаңа жұп ізделмейді: асығыс ауыстыру зиян. Одан кейін ересек шешеді.
programmes-value-peer_rest_days = { $count } күн
programmes-setting-grades_from_zhas_qyran = «Жас қыран»: бірінші сынып
programmes-setting-grades_from_zhas_qyran-means = Бұл ұйымды оқушыға қай сыныптан бастап жазуға болады.
programmes-value-grades_from_zhas_qyran = { $count }-сыныптан бастап
programmes-setting-grades_to_zhas_qyran = «Жас қыран»: соңғы сынып
programmes-setting-grades_to_zhas_qyran-means = Бұл ұйымды оқушыға қай сыныпқа дейін жазуға болады. 0 – мектепте бұл ұйым жоқ.
programmes-value-grades_to_zhas_qyran = { $count ->
    [0] мектепте жоқ
   *[other] { $count }-сыныпқа дейін
}
programmes-setting-grades_from_zhas_ulan = «Жас ұлан»: бірінші сынып
programmes-setting-grades_from_zhas_ulan-means = Бұл ұйымды оқушыға қай сыныптан бастап жазуға болады.
programmes-value-grades_from_zhas_ulan = { $count }-сыныптан бастап
programmes-setting-grades_to_zhas_ulan = «Жас ұлан»: соңғы сынып
programmes-setting-grades_to_zhas_ulan-means = Бұл ұйымды оқушыға қай сыныпқа дейін жазуға болады. 0 – мектепте бұл ұйым жоқ.
programmes-value-grades_to_zhas_ulan = { $count ->
    [0] мектепте жоқ
   *[other] { $count }-сыныпқа дейін
}
programmes-setting-grades_from_zhas_sarbaz = «Жас сарбаз»: бірінші сынып
programmes-setting-grades_from_zhas_sarbaz-means = Бұл ұйымды оқушыға қай сыныптан бастап жазуға болады.
programmes-value-grades_from_zhas_sarbaz = { $count }-сыныптан бастап
programmes-setting-grades_to_zhas_sarbaz = «Жас сарбаз»: соңғы сынып
programmes-setting-grades_to_zhas_sarbaz-means = Бұл ұйымды оқушыға қай сыныпқа дейін жазуға болады. 0 – мектепте бұл ұйым жоқ.
programmes-value-grades_to_zhas_sarbaz = { $count ->
    [0] мектепте жоқ
   *[other] { $count }-сыныпқа дейін
}
programmes-setting-grades_from_qamqor = «Қамқор»: бірінші сынып
programmes-setting-grades_from_qamqor-means = Бұл ұйымды оқушыға қай сыныптан бастап жазуға болады.
programmes-value-grades_from_qamqor = { $count }-сыныптан бастап
programmes-setting-grades_to_qamqor = «Қамқор»: соңғы сынып
programmes-setting-grades_to_qamqor-means = Бұл ұйымды оқушыға қай сыныпқа дейін жазуға болады. 0 – мектепте бұл ұйым жоқ.
programmes-value-grades_to_qamqor = { $count ->
    [0] мектепте жоқ
   *[other] { $count }-сыныпқа дейін
}
# Барлық жылдар: бағдарламаны тоқтату, өткен жылдар.
programmes-to-years = Бағдарламаның барлық жылдары
programmes-years-title = Бағдарламаның барлық жылдары
programmes-years-text = Алда не бар, қазір не жүріп жатыр, не аяқталды. Аяқталған бағдарламаны өткен жылдарға қоюға болады: күнделікті тізімдерден шығады, бірақ осы жерден оқи аласыз.
programmes-years-near = Күнделікті тізімдерде
programmes-years-none = Күнделікті тізімдерде бағдарлама жоқ
programmes-years-none-text = Оқу жылының бағдарламасын құрыңыз немесе өткен жылдардың бірін қайтарыңыз.
programmes-years-earlier = Өткен жылдар
programmes-years-earlier-none = Мұнда әзірге ештеңе қойылмаған.
programmes-standing-open = ашық
programmes-standing-over = аяқталды
programmes-standing-stopped = тоқтатылды
programmes-standing-shelved = өткен жылдарда
programmes-stopped-by = Тоқтатылған күні: { $day }. Тоқтатқан: { $name }
programmes-shelve = Өткен жылдарға қою
programmes-take-out = Тізімге қайтару
programmes-stop = Бағдарламаны тоқтату
programmes-stop-ask = Бағдарламаны жыл ортасында тоқтатасыз ба? { $years }
programmes-stop-text = Бұл жабылатын немесе адамы тым аз қалған мектепке арналған. Кері қайтару мүмкін емес: бәріне бірден хабарланады.
programmes-stop-yes = Тоқтатып, бәріне хабарлау
programmes-stop-no = Жүре берсін
programmes-stop-over = Бұл бағдарлама аяқталған
programmes-stop-over-text = Тоқтататын ештеңе жоқ: соңғы күні өтіп кеткен немесе бұрын тоқтатылған.
programmes-stop-reason = Бағдарлама неге тоқтайды
programmes-stop-reason-hint = кейін келетін басшылар үшін; адам аттары жазылмайды
programmes-stop-seen = Себебін үйлестірушілер мен директор оқиды
programmes-stop-told = Жас педагогтер, тәлімгерлер және басшылар бір-бір хат алады: себебі айтылмайды, ешкім кінәланбайды. Жұмыстан кеткендерге хат бармайды.
programmes-ends = Бүгін не аяқталады
programmes-ends-none = Күтіп тұрған да, жоспарланған да ештеңе жоқ: тек бағдарламаның өзі аяқталады.
programmes-ends-pairs = { $count ->
   *[other] { $count } жұп аяқталады; бұйрықпен бекітілгендері жоспарлы түрде, қорытынды сөзімен және алғыс хатымен
    }
programmes-ends-requests = { $count ->
   *[other] Жауап күткен { $count } өтініш қайтарып алынады
    }
programmes-ends-meetings = { $count ->
   *[other] Алдағы { $count } кездесу өтпейді
    }
programmes-ends-turns = { $count ->
   *[other] Жоспарланған { $count } бірлескен жұмыс өтпейді
    }
programmes-ends-observations = { $count ->
   *[other] Алдағы { $count } сабаққа қатысу өтпейді
    }
programmes-ends-drafts = { $count ->
   *[other] Тәлімгер тағайындайтын { $count } бұйрық жобасы алынып тасталады
    }
programmes-ends-round = Екінші айналым жабылады
programmes-ends-survey = Ашық сауалнама жабылады
programmes-goes-on = Не қалады
programmes-goes-on-text = Құжаттарды, журналдарды және есептерді оқуға, жыл мұрағатын жинауға болады. Курс сабақтары, емтихан, лагерьлер және оқушы жұптары мектептікі: қажет болса, оларды өз беттерінен тоқтатыңыз.
programmes-done-stopped = Бағдарлама тоқтатылды. Жіберілетін хат саны: { $count }.
programmes-done-stopped-before = Бағдарлама бұрын тоқтатылған: { $day }. Сол кезде жіберілген хат саны: { $count }. Қайта ештеңе жасалған жоқ.
programmes-done-stopped-known = Бағдарлама бұрын тоқтатылған: { $day }. Қайта ештеңе жасалған жоқ.
programmes-done-shelved = Бағдарлама өткен жылдарға қойылды.
programmes-done-out = Бағдарлама күнделікті тізімдерге қайтарылды.
programmes-refused-open = Жүріп жатқан бағдарлама өткен жылдарға қойылмайды: алдымен тоқтатыңыз немесе соңғы күнін күтіңіз.
programmes-refused-orders-wait = Жұптардың жұмысын аяқтау туралы бұйрыққа әлі қол қойылмаған. Алдымен оны «Бұйрықтар» бөлімінде дайындап, қол қойыңыз.
programmes-refused-stop-reason = Себебін жазыңыз: кемінде { $least } таңба.

# Келесі бағдарлама, үлгілер.
programmes-next = Келесі бағдарламаны құру
programmes-next-way = Өткен жылдан немесе үлгіден бастау
programmes-next-text = Неден бастайтыныңызды таңдаңыз, не жылжығанын қараңыз, құрмас бұрын керегін түзетіңіз. Алдағы мерзімдер мен баптауларды кейін де өзгертуге болады.
programmes-next-dates = Мерзімдерді мектеп күнтізбесімен салыстырыңыз.
programmes-with = Неден бастайсыз
programmes-with-chosen = таңдалды
programmes-with-usual = Әдеттегі мерзімдер мен баптаулар
programmes-with-usual-text = Жүйеде қалай тұрса, солай
programmes-with-copy = Көшірме: { $years }
programmes-with-copy-text = Мерзімдер жылға жылжытылады, әр баптаудың негізі сақталады
programmes-with-own-text = Мектеп үлгісі
programmes-with-offered-text = Аудан ұсынатын үлгі
programmes-moved-title = Не көшеді
programmes-moved = { $name }. Бұрын: { $was }, енді: { $becomes }
programmes-moved-same = { $name }: { $becomes }, өзгермейді
programmes-moved-off = { $name }. Бұрын: { $was }, енді: { $becomes }. Сол күн жұмыс күні емес немесе рет бұзылады
programmes-moved-settings = { $count ->
    [0] Барлық баптау әдеттегідей.
   *[other] { $count } баптау әдеттегіден өзгеше, негізі сақталады.
    }
programmes-moved-not = Көшпейді: адамдар, өтініштер, жұптар, құжаттар, екінші айналым, ереже жолдары. Жаңа жылдың демалыс күндері әдеттегідей, оларды кейін түзетуге болады.
programmes-no-year = Бос оқу жылы жоқ
programmes-no-year-text = Осы және келесі оқу жылының бағдарламасы бар.
programmes-templates = Бағдарлама үлгілері
programmes-templates-text = Бір атаумен сақталған мерзімдер мен баптаулар. Үлгіде адамдар болмайды.
programmes-templates-own = Мектеп үлгілері
programmes-templates-own-none = Әзірге ештеңе сақталмаған.
programmes-templates-offered = Аудан ұсынады
programmes-templates-offered-none = Аудан үлгі ұсынбайды.
programmes-template-text = { $years }. { $count ->
    [0] Барлық баптау әдеттегідей
   *[other] Өз баптауы: { $count }
    }
programmes-template-begin = Осыдан бастау
programmes-template-show = Ауданға көрсету
programmes-template-hide = Енді көрсетпеу
programmes-template-shown = Аудан көреді
programmes-template-remove = Жою
programmes-template-keep = Үлгі етіп сақтау
programmes-template-of = Қай жылдың мерзімдері мен баптаулары
programmes-template-name = Атауы
programmes-template-name-hint = мысалы, «Ауыл мектебі, педагогі аз»; адам аттары жазылмайды
programmes-template-name-needed = Үлгіге атау беріңіз.
programmes-template-name-taken = Мұндай атау басқа үлгіде бар.
programmes-template-nothing = Әзірге сақтайтын ештеңе жоқ
programmes-template-nothing-text = Алдымен бағдарлама құрыңыз.
programmes-offers = Мектептерге арналған бағдарлама үлгілері
programmes-offers-text = Аудан мектептері көрсеткен үлгілер, мектеп атауынсыз: мерзімдер мен баптаулар, адамдар жоқ. Сіз ұсынған үлгіден ауданның кез келген мектебі бастай алады.
programmes-offers-now = Барлық мектепке ұсынылған
programmes-offers-none = Әзірге ештеңе ұсынылмаған.
programmes-offers-shown = Мектептер көрсеткен
programmes-offers-shown-none = Мектептер әзірге жаңа үлгі көрсеткен жоқ.
programmes-offer-act = Барлық мектепке ұсыну
programmes-offer-withdraw = Енді ұсынбау
programmes-done-template = Үлгі сақталды: { $name }.
programmes-done-template-shown = Аудан үлгіні көреді.
programmes-done-template-hidden = Аудан үлгіні енді көрмейді.
programmes-done-template-removed = Үлгі жойылды.
programmes-done-offered = Үлгі барлық мектепке ұсынылды.
programmes-done-withdrawn = Үлгі енді ұсынылмайды.
programmes-aside-title = Осы жылдың бағдарламасы өткен жылдарға қойылған
programmes-aside-text = Ол барлық жылдар арасында тұр. Сол жерден қайтарыңыз немесе келесісін құрыңыз.
