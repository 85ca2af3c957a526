# The frame of every page and the fixed words of its parts.
layout-name = Тәлімгер
layout-skip = К содержанию
layout-language = Язык
layout-nav = Основное
layout-nav-home = Главная
layout-nav-people = Люди
layout-nav-selection = Выбор
layout-nav-requests = Запросы
layout-nav-pairs = Пары
layout-nav-meetings = Встречи
layout-nav-documents = Документы
layout-nav-contacts = Совместная работа
layout-nav-mentors = Наставники
layout-tabs = Страницы раздела
layout-tab-people = Все педагоги
layout-tab-slips = Коды для входа
layout-tab-audit = Журнал действий
layout-tab-newcomers = Молодые педагоги
layout-tab-mentors = Наставники
layout-tab-contacts = Кто с кем
layout-tab-proposals = Предложение
layout-tab-programme = Даты и правила
layout-tab-choices = Закрытый список
layout-tab-requests = Запросы
layout-tab-card = Моя карточка
layout-names-more = { $names } и ещё { $count }
layout-menu = Меню
layout-profile = Профиль
layout-appearance = Вид
layout-theme-auto = Как на устройстве
layout-theme-light = Светлый
layout-theme-dark = Тёмный
layout-vision-usual = Обычная версия
layout-vision-low = Версия для слабовидящих
layout-sign-out = Выйти
layout-help = Помощь
layout-who-sees = Кто что видит
layout-helplines = Телефоны доверия:
layout-clock = Пробные часы
layout-clock-today = В показе сегодня { $day }
layout-clock-move = Перейти к этому дню

# Parts
layout-phase-past = пройдено: { $name }
layout-phase-now = сейчас: { $name }
layout-phase-next = впереди: { $name }
layout-star = Отметить для себя: { $name }
layout-seen-you = Видите только вы
layout-seen-pair = Видите вы двое
layout-seen-document = Войдёт в документ
layout-basis-law = Обязательно по закону
layout-basis-school = По решению школы
layout-rank-up = Выше: { $name }
layout-rank-down = Ниже: { $name }
layout-rank-off = Убрать
layout-rank-tie = Наравне
layout-rank-equal = Наравне с предыдущим
layout-limit = до { $count } знаков
layout-drop = Файл можно и перетащить сюда
layout-no-slot = Общего свободного времени нет
layout-errors = { $count ->
    [one] Нужно поправить { $count } место
    [few] Нужно поправить { $count } места
   *[other] Нужно поправить { $count } мест
}
layout-becomes = станет
layout-pages = Страницы
layout-pages-shown = Строки { $from }–{ $to } из { $of }
layout-pages-previous = Предыдущая страница
layout-pages-next = Следующая страница
layout-contact-met = встретились
layout-contact-planned = назначено
layout-contact-missed = не состоялась
layout-contact-excused = отменена
layout-contact-open = назначить
layout-contact-not-yet = ещё не встретились

# Errors
layout-error-ask = Остался вопрос?
layout-error-number = Напишите координатору и назовите номер:
layout-common = общее
layout-paper-kk = Печать на казахском
layout-paper-ru = Печать на русском
layout-xlsx = Таблица Excel
layout-csv = Таблица CSV
