# Документы в одном файле.
bundles-board-waiting = Скоро начнём собирать документы
bundles-board-making = Собираем документы
bundles-board-ready = Архив готов
bundles-board-failed = Собрать не получилось
bundles-text-waiting = Страница обновляется сама.
bundles-text-making = Страница обновляется сама.
bundles-text-ready = Его можно скачать { $days } дней, потом он удаляется.
bundles-text-failed = Попробуйте ещё раз. Если не выйдет и тогда, скажите тому, кто ведёт установку.
bundles-take = Скачать
bundles-progress = Готово документов: { $done } из { $all }
bundles-counting = Считаем документы
bundles-leave = Страницу можно закрыть: работа идёт без неё. Ссылка на архив есть в «Отчётах».
bundles-again = Собрать ещё раз
bundles-seen = Архив скачаете только вы.
bundles-back = К отчётам
bundles-latest = Последний архив
