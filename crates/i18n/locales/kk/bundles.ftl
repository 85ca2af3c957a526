# Бір файлдағы құжаттар.
bundles-board-waiting = Құжаттарды жинау жақында басталады
bundles-board-making = Құжаттар жиналып жатыр
bundles-board-ready = Мұрағат дайын
bundles-board-failed = Жинау мүмкін болмады
bundles-text-waiting = Бет өзі жаңарып отырады.
bundles-text-making = Бет өзі жаңарып отырады.
bundles-text-ready = Оны { $days } күн ішінде жүктеуге болады, содан кейін өшіріледі.
bundles-text-failed = Қайта көріңіз. Тағы болмаса, жүйені жүргізетін адамға айтыңыз.
bundles-take = Жүктеу
bundles-progress = Дайын құжат: { $all } ішінен { $done }
bundles-counting = Құжаттар саналып жатыр
bundles-leave = Бетті жаба беруге болады: жұмыс онсыз да жүреді. Мұрағаттың сілтемесі «Есептер» бетінде тұрады.
bundles-again = Қайта жинау
bundles-seen = Мұрағатты тек өзіңіз жүктейсіз.
bundles-back = Есептерге
bundles-latest = Соңғы мұрағат
