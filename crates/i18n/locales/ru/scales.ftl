# Числа групп: середина, разброс, доля с интервалом.
scales-middle = Середина
scales-range = От и до
scales-few = меньше { $least } ответов
scales-share = { $count } из { $n }: { $share } % (95 %: { $low }–{ $high } %)
scales-one-sided = не показано: на одной из сторон меньше { $least }
