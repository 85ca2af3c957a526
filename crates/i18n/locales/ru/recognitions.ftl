# A right to mentor of another school of the district.
recognitions-title = Право из другой школы
recognitions-text = Право наставника действует в школе, которая его дала. Кто перешёл в другую школу района или работает и там, показывает номер сертификата; когда координатор признает право, оно действует и здесь, до того же дня.
recognitions-show-title = Показать сертификат
recognitions-source = Школа, где вы получили право
recognitions-choose = Выберите школу
recognitions-number = Номер сертификата
recognitions-number-hint = стоит в сертификате рядом с датой
recognitions-show = Показать координатору
recognitions-seen = Координатор этой школы увидит ваше имя, ту школу, номер и срок сертификата. Когда право признают, об этом будет запись и в журнале той школы
recognitions-none = Других школ района здесь нет
recognitions-none-text = Признать можно право, которое дала другая школа того же района. Когда такая школа появится в системе, здесь будет форма.
recognitions-shown = Показанные сертификаты
recognitions-shown-text = Признанное право кончается в тот же день, что и там, где его дали; если там право отзовут, оно сразу кончится и здесь.
recognitions-line = Сертификат № { $number }, { $school }
recognitions-line-of = { $name }: сертификат № { $number }, { $school }
recognitions-waits = ждёт решения
recognitions-stands = признано
recognitions-hide = Больше не показывать
recognitions-recognise = Признать
recognitions-decline = Не признавать
recognitions-end = Больше не признавать
recognitions-done-shown = Координатор увидит сертификат и решит.
recognitions-done-hidden = Сертификат больше не показан.
recognitions-done-recognised = Право признано.
recognitions-done-declined = Право не признано.
recognitions-refused-number = Напишите номер цифрами.
recognitions-refused-unknown = В той школе района нет сертификата с таким номером на это имя. Проверьте школу и номер; имя в обеих школах должно быть записано одинаково.
recognitions-refused-expired = Срок этого права закончился, последний день – { $day }. Курс можно пройти здесь.
recognitions-refused-revoked = Это право отозвано, признать его нельзя.
recognitions-task =
    { $count ->
    [one] Сертификат другой школы показал { $count } человек
    [few] Сертификат другой школы показали { $count } человека
   *[many] Сертификат другой школы показали { $count } человек
    }
recognitions-task-text = Сверьте с бумагой и решите, признаёт ли школа право.
