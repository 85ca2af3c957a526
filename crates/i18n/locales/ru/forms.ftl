forms-missing = Это поле нужно заполнить.
forms-too-long = Текст длиннее, чем помещается: { $count } из { $most } знаков. Сократите его.
forms-bad-day = Такого дня нет. Пример: 02.11.2026.
forms-bad-number = Нужно целое число от { $least } до { $most }.
forms-choose = Выберите один из ответов.
