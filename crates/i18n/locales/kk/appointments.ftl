# Appointments, for the head and the coordinator.
appointments-title = Жұбы жоқтар
appointments-aside = Айтпақшы
appointments-count = барлығы: { $count }
appointments-none = Жұпсыз қалған ешкім жоқ
appointments-none-text = Таңдау аяқталса да жұбы жоқ жас педагогтер осында тұрады. Тізім бос болса, тағайындайтын ешкім жоқ.
appointments-no-programme = Мектепте бағдарлама әлі жоқ, тағайындайтын ешкім жоқ.
appointments-board-early = Тағайындауға ерте: таңдау { $day } күні аяқталады
appointments-board-early-text = Адамдар өздері таңдап жатқанда жас педагогтің қасында уақытша тәлімгер болады.
appointments-board-closed = Бағдарламаның оқу жылы аяқталды
appointments-board-closed-text = Онда тәлімгер енді тағайындалмайды.
appointments-board-needs = { $count ->
    [1] { $name }: әңгімелесіп, тәлімгер тағайындаңыз
   *[other] { $count } адамның жұбы жоқ: әңгімелесіп, тәлімгер тағайындаңыз
    }
appointments-board-needs-text = Мұның тағайындау екенін, кім тағайындағанын екеуі де көреді, себебін де оқиды. Одан кейін екеуінің келісімі мен бұйрық керек.
appointments-board-waiting = Жұптар әлі жарияланған жоқ, тағайындауға ерте
appointments-board-waiting-text = Жұп әлі таңдаудан шығуы мүмкін. Үйлестіруші ұсынысты жариялаған соң, осында сіздің көмегіңіз керек адамдар қалады.
appointments-board-looks-on = Тағайындауға ерте: екінші айналымның соңғы күні { $day }
appointments-board-looks-on-text = Жұпсыз қалғандар тағы бір рет таңдап жатыр. Уақытша тәлімгер олармен бірге қалады.
appointments-board-nobody = Әр жас педагогтің жұбы бар
appointments-board-nobody-text = Мұнда сізден ештеңе күтілмейді.
appointments-board-one = { $name }: әңгімелесіп, тәлімгер тағайындаңыз
appointments-why-ended = Жұбы болған, ол аяқталды.
appointments-why-came-later = Алғашқы жұмыс күнінде тізімдер жабылып қойған еді, сондықтан таңдау болмады.
appointments-why-left-over = Жұптар жарияланды, бұл есім олардың арасында жоқ.
appointments-why-looks-on = Екінші айналым жүріп жатыр: бос орны бар тәлімгерлер арасынан тағы бір рет таңдайды.
appointments-why-not-published = Жұптар әлі жарияланған жоқ: жұп таңдаудан шығуы мүмкін.
appointments-unseen = Мұнда өтініш те, тізім де, әсер де, кімнің бас тартқаны да жоқ: оларды тек рұқсаты бар адамдар көреді
appointments-reason-seen = Себебі мен сіздің есіміңізді екеуі де оқиды: жас педагог те, тәлімгер де.
appointments-how = Тағайындау деген не
appointments-how-text = Жұп екеуінің таңдауымен емес, адамның шешімімен құрылады. Кім, неге тағайындағанын екеуі де көреді. Бұйрыққа дейін кез келгені себебін айтпай бас тарта алады. Қанша жұп тағайындалғаны жұптар тізімінде көрінеді.
appointments-to-share = Таңдау және тағайындау
appointments-all = Жұбы жоқтардың бәрі
appointments-not-without = Мұнда тағайындайтын ештеңе жоқ: бұл жас педагогтің жұбы бар немесе таңдау әлі жүріп жатыр. Ештеңе өзгермеді.
appointments-to = Жұбы жоқтар: { $count }
appointments-beside = Қатар қою
appointments-beside-one = Қатар қою: { $name }
appointments-leads = Шешпес бұрын: мұнда педагогтерге кім басшылық етеді
appointments-leads-one = { $name }: { $post }
appointments-leads-school = мектеп директоры
appointments-leads-deputy = директордың орынбасары
appointments-leads-programme = мектепте бағдарламаны жүргізеді
appointments-leads-text = Жұмысыңды бағалайтын адамға сәтсіздігіңді айту қиынырақ. Бұл тыйым емес, шешім сізде.
appointments-leads-source = Кім кімді бағалайтыны мектеп деректерінде жазылмаған, сондықтан мұнда директор, оның орынбасарлары мен үйлестіруші аталған.
appointments-namesakes = Шешпес бұрын: жас педагогтің толық есімі де осындай
appointments-namesakes-text = Екі жазба да бір адамдікі болса, ол өзіне-өзі тәлімгер болып шығады: алдымен бір жазбаны ғана қалдырыңыз. Аттас адамдар болса, әдеттегідей шеше беріңіз.
