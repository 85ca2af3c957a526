questions-title = Вопросы экзамена
questions-board =
    { $count ->
        [0] Вопросов пока нет
        [one] В банке { $count } вопрос
        [few] В банке { $count } вопроса
       *[many] В банке { $count } вопросов
    }
questions-board-text = Из этих вопросов складываются варианты теории. Каждый кандидат получает свой вариант.
questions-seen = Ответы видят только руководители, которые сами не наставники и не на курсе: наставники и кандидаты сдают этот экзамен
questions-starter = Взять начальные вопросы
questions-none = Здесь будут вопросы теории
questions-none-text = Можно взять 120 готовых вопросов на трёх языках и изменить их под себя, загрузить свой файл или написать вопрос самим. Готовые вопросы и их ключи открыты всем: до экзамена добавьте свои.
questions-done-starter =
    { $count ->
        [0] Готовые вопросы уже есть в банке
        [one] Добавлен { $count } вопрос
        [few] Добавлено { $count } вопроса
       *[many] Добавлено { $count } вопросов
    }
questions-list = Список
questions-all = все
questions-retired = убранные
questions-any = любые
questions-topic = Тема
questions-no-topic = без темы
questions-category = категория «{ $name }»
questions-choose-topic = Выберите тему
questions-way = Вид
questions-way-single = один ответ
questions-way-multiple = несколько ответов
questions-way-truth = верно или неверно
questions-way-short = короткий ответ
questions-way-numerical = число
questions-way-matching = соответствие
questions-way-essay = развёрнутый ответ
questions-language = Язык
questions-lang-kk = казахский
questions-lang-ru = русский
questions-lang-en = английский
questions-search = Слова из вопроса или его название
questions-find = Найти
questions-not-found = Таких вопросов нет
questions-not-found-text = Уберите часть условий или посмотрите все.
questions-export = Выгрузить
questions-export-text = Файлы читает Moodle, и они принимаются здесь обратно. GIFT удобно править как текст, но баллов в нём нет: каждый вопрос стоит один балл. Moodle XML хранит всё. Убранные вопросы не выгружаются.
questions-export-gift = GIFT, { $language }
questions-export-xml = Moodle XML, { $language }
questions-not-written = Этот вид файла не вмещает вопросы № { $numbers }
questions-one = Вопрос № { $number }
questions-one-text = Так вопрос видит кандидат, порядок ответов у каждого свой; ниже – ключ. Старые версии остаются: по ним читают и проверяют прежние работы.
questions-retired-text = Вопрос убран: в новые варианты он не попадёт. В прежних вариантах он остался.
questions-retire = Убрать из новых вариантов
questions-return = Вернуть
questions-done-retired = Вопрос № { $number } убран из новых вариантов
questions-done-returned = Вопрос № { $number } возвращён
questions-worth-of = баллы: { $points }
questions-change = Изменить
questions-key = Ключ
questions-column-answer = Ответ
questions-column-part = Доля баллов
questions-column-said = Пояснение к этому ответу
questions-how-single = Участник выбирает один ответ; порядок ответов у каждого свой.
questions-how-multiple = Участник отмечает несколько ответов; порядок у каждого свой.
questions-how-truth = Участник решает, верно ли утверждение.
questions-how-short = Участник пишет слово или два. Звёздочка в ключе – любые буквы.
questions-how-numerical = Участник пишет число.
questions-how-matching = Участник подбирает ответ к каждой строке.
questions-how-essay = Участник пишет текст; его проверяет экзаменатор.
questions-true = Верно
questions-false = Неверно
questions-spare = лишний ответ
questions-any-number = любое другое число
questions-missing = На других языках
questions-missing-text = Номер и ключ у вопроса одни, слова в каждом языке свои. Напишите их – и вопрос попадёт в варианты на этом языке.
questions-versions = Версии
questions-version = Версия банка { $version }: { $day }, { $name }
questions-version-retired = Версия банка { $version }: { $day }, { $name } (убран)
questions-new = Написать вопрос
questions-new-text = Другой вид вопроса:
questions-edit = Вопрос № { $number }, { $language }
questions-edit-text = Тема, баллы и ключ общие для всех языков: изменённые здесь, они изменятся и там.
questions-translate-text = На этом языке слов ещё нет. В форме стоят слова другого языка: замените их переводом, порядок ответов оставьте.
questions-text = Что спрашивают
questions-answers = Ответы
questions-choice = Ответ { $number }
questions-rows-single = у верного – 100 %; пустые строки не считаются, новые появятся после сохранения
questions-rows-multiple = доли верных вместе дают 100 %, неверному можно дать долю со знаком минус
questions-rows-short = что считать верным; * заменяет любые буквы
questions-rows-numerical = число и насколько можно ошибиться; * – любое другое число
questions-rows-matching = строка без левой части – лишний ответ
questions-value = Число
questions-within = Допуск
questions-stem = Что дано
questions-answer = Что к нему подходит
questions-right = Утверждение
questions-to-true = Пояснение к ответу «верно»
questions-to-false = Пояснение к ответу «неверно»
questions-case = Заглавные буквы важны
questions-worth = Баллы
questions-worth-hint = за полностью верный ответ, до 100
questions-feedback = Пояснение для проверяющего и для банка: что есть в хорошем ответе
questions-name = Название для списка
questions-name-hint = кандидаты его не видят; по названию вопрос узнаётся в файлах
questions-alone = Отложить слова других языков
questions-alone-hint = нужно, когда меняется число ответов: там их придётся написать заново
questions-keep = Сохранить
questions-back = К вопросам
questions-done-added = Вопрос № { $number } добавлен
questions-done-changed = Вопрос № { $number } сохранён
questions-refused-apart = В языке «{ $language }» у вопроса другое число ответов. Приведите их к одному или отложите слова других языков.
questions-refused-full = Банк полон. Выгрузите его и начните новый.
questions-place-choice = ответ { $number }
questions-place-said = пояснение к ответу { $number }
questions-place-answer = пара { $number }
questions-fault-empty = Не заполнено: { $place }. Напишите текст или уберите строку.
questions-fault-long = Слишком длинно: { $place }. Сократите до { $most } знаков.
questions-fault-few =
    { $least ->
        [one] Нужен хотя бы { $least } ответ
        [few] Нужно хотя бы { $least } ответа
       *[many] Нужно хотя бы { $least } ответов
    }
questions-fault-many = Слишком много ответов: оставьте не больше { $most }
questions-fault-equal = Ответы { $one } и { $other } читаются одинаково: измените один
questions-fault-right = Нет ответа, за который дают все баллы: поставьте верному 100 %
questions-fault-sum = Доли верных ответов вместе дают { $sum }, а нужно 100 %
questions-fault-number = Строка { $number }: напишите число цифрами, допуск не меньше нуля
questions-fault-worth = Баллы – число больше 0 и не больше 100
questions-import = Загрузить файл
questions-import-board = Вопросы из файла
questions-import-text = Файл GIFT или Moodle XML сначала показывается строка за строкой; в банк он попадёт, когда вы это подтвердите.
questions-preview = Что прочитано
questions-summary = Новых: { $new }. Получат слова на этом языке: { $worded }. Изменятся: { $better }. Уже стоят: { $same }. Не будут взяты: { $left }.
questions-letters = Буквы похожи на старую казахскую кодировку KZ-1048. Проверьте Ә, Ғ, Қ, Ң, Ө, Ұ, Ү, Һ, І и, если они неверны, сохраните файл в UTF-8.
questions-not-read = Не прочитано
questions-left-out = Прочитано без этого
questions-line = Строка { $line } { $name }
questions-skipped = Строка { $line }, знак { $column } { $name }: { $why }
questions-left = «{ $name }»: встретилось { $count }, впервые в строке { $line }
questions-without-file = Строка { $line }: файл «{ $file }» не взят
questions-apart = В банке под этим названием вопрос с другим ключом или числом ответов. Измените название или сам вопрос.
questions-fate-new = новый
questions-fate-worded = слова на языке
questions-fate-better = изменится
questions-fate-same = уже стоит
questions-fate-apart = другой ключ
questions-fate-faulty = нужно исправить
questions-take = Взять в банк
questions-look = Показать
questions-file = Файл
questions-file-choose = Файл GIFT или Moodle XML
questions-file-hint = до одного мегабайта, лучше в UTF-8
questions-file-topic = Тема для остальных
questions-file-topic-hint = для вопросов, чья категория – не одна из шести тем
questions-file-topic-none = оставить категорию файла
questions-paste = Или текст вопросов
questions-paste-hint = здесь же можно исправить прочитанный файл
questions-done-taken = Готово. Новых: { $new }, со словами на ещё одном языке: { $worded }, изменено: { $better }, стояло раньше: { $same }, не взято: { $left }.
questions-file-large = Файл больше одного мегабайта. Разделите его на части.
questions-file-empty = Файл пуст. Выберите файл или вставьте текст.
questions-file-letters = В строке { $line } потерялись буквы. Сохраните файл в UTF-8.
questions-file-xml = Строка { $line }: это не XML или он повреждён. Выгрузите файл ещё раз.
questions-file-definitions = Строка { $line }: в файле есть собственные определения (DTD). Вопросам они не нужны, такие файлы не принимаются.
questions-file-quiz = Это XML, но не вопросы Moodle. Выгрузите банк вопросов в формате Moodle XML.
questions-file-nothing = В файле нет вопросов, которые можно взять. Ниже сказано почему; исправьте текст и покажите ещё раз.
questions-file-full = В банке больше { $most } вопросов не помещается.
questions-why-brace = лишняя или потерянная фигурная скобка; в тексте ставьте перед ней обратную косую черту
questions-why-second = ответы стоят в двух местах: сделайте два вопроса
questions-why-name = название начинается с :: и не кончается
questions-why-fraction = доли { $given } Moodle не знает, ближайшая – { $nearest }
questions-why-number = «{ $given }» – не число
questions-why-arrow = в паре нет стрелки ->
questions-why-kind = вида «{ $kind }» здесь нет
questions-why-missing = нет части «{ $part }»
questions-why-tag = тег «{ $tag }» в тексте: заключите текст в CDATA
questions-why-deep = слишком много вложенных частей
