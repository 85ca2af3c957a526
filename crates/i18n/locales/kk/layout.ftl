# The frame of every page and the fixed words of its parts.
layout-name = Тәлімгер
layout-skip = Мазмұнына өту
layout-language = Тіл
layout-nav = Негізгі
layout-nav-home = Басты бет
layout-nav-people = Адамдар
layout-nav-selection = Таңдау
layout-nav-requests = Өтініштер
layout-nav-pairs = Жұптар
layout-nav-meetings = Кездесулер
layout-nav-documents = Құжаттар
layout-nav-contacts = Бірлескен жұмыс
layout-nav-mentors = Тәлімгерлер
layout-tabs = Бөлім беттері
layout-tab-people = Барлық педагогтер
layout-tab-slips = Кіру кодтары
layout-tab-audit = Әрекеттер журналы
layout-tab-newcomers = Жас педагогтер
layout-tab-mentors = Тәлімгерлер
layout-tab-contacts = Кім кіммен
layout-tab-proposals = Ұсыныс
layout-tab-programme = Күндер мен ережелер
layout-tab-choices = Жабық тізім
layout-tab-requests = Өтініштер
layout-tab-card = Менің карточкам
layout-names-more = { $names } және тағы { $count }
layout-menu = Мәзір
layout-profile = Бейін
layout-appearance = Көрініс
layout-theme-auto = Құрылғыдағыдай
layout-theme-light = Ашық түс
layout-theme-dark = Күңгірт түс
layout-vision-usual = Кәдімгі нұсқа
layout-vision-low = Нашар көретіндерге арналған нұсқа
layout-sign-out = Шығу
layout-help = Көмек
layout-who-sees = Кім нені көреді
layout-helplines = Сенім телефондары:
layout-clock = Сынақ сағаты
layout-clock-today = Көрсетілімде бүгін: { $day }
layout-clock-move = Осы күнге көшу

# Parts
layout-phase-past = өтті: { $name }
layout-phase-now = қазір: { $name }
layout-phase-next = алда: { $name }
layout-star = Өзім үшін белгілеу: { $name }
layout-seen-you = Тек сіз көресіз
layout-seen-pair = Екеуіңіз көресіздер
layout-seen-document = Құжатқа кіреді
layout-basis-law = Заң бойынша міндетті
layout-basis-school = Мектептің шешімі бойынша
layout-rank-up = Жоғары: { $name }
layout-rank-down = Төмен: { $name }
layout-rank-off = Алып тастау
layout-rank-tie = Тең дәрежеде
layout-rank-equal = Алдыңғысымен тең
layout-limit = { $count } таңбаға дейін
layout-drop = Файлды осы жерге сүйреп әкелуге де болады
layout-no-slot = Ортақ бос уақыт жоқ
layout-errors = { $count ->
    [one] Бір жерін түзету керек
   *[other] { $count } жерін түзету керек
}
layout-becomes = мынаған ауысады:
layout-pages = Беттер
layout-pages-shown = { $of } жолдың { $from }–{ $to } аралығы
layout-pages-previous = Алдыңғы бет
layout-pages-next = Келесі бет
layout-contact-met = кездесті
layout-contact-planned = белгіленді
layout-contact-missed = өтпей қалды
layout-contact-excused = болмайды
layout-contact-open = белгілеу
layout-contact-not-yet = әлі кездескен жоқ

# Errors
layout-error-ask = Сұрағыңыз қалды ма?
layout-error-number = Үйлестірушіге жазғанда мына нөмірді қосыңыз:
layout-common = ортақ
layout-paper-kk = Қазақша басып шығару
layout-paper-ru = Орысша басып шығару
layout-xlsx = Excel кестесі
layout-csv = CSV кестесі
