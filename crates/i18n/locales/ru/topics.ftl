# The six topics of the mentor course: of cases, of the bank, of the exam.
topics-law = Право и этика
topics-learning = Как учатся взрослые
topics-adaptation = Адаптация
topics-feedback = Наблюдение и обратная связь
topics-talks = Трудные разговоры и завершение
topics-safety = Документы и безопасность детей
