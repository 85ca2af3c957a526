newcomers-title = Жас педагогтер
newcomers-board = { $count ->
    [0] Әр жас педагогтің қасында тәлімгер бар
   *[other] { $count } жас педагогтің тәлімгері әлі аталған жоқ
    }
newcomers-board-text = Заң бойынша алғашқы бұйрық жұмысқа алынғаннан кейін бес жұмыс күні ішінде шығады. Уақытша тәлімгер таңдауға кедергі емес.
newcomers-none = Әзірге жас педагог жоқ
newcomers-none-text = Тізім енгізілгенде, алғаш жұмысқа кіріскен педагогтер осында тұрады. Қазір бос болуы қалыпты.
newcomers-to-lists = Тізімдерге
newcomers-name = Тәлімгер атау
newcomers-with = Қасында: { $name }
newcomers-order-signed = Бұйрық бар
newcomers-order-named = Бұйрық керек: { $day }
newcomers-order-open = Тәлімгер керек: { $day }
newcomers-order-late = Мерзімі өтті: { $day }
newcomers-show-with = { $name }: қасында тәлімгер бар
newcomers-show-open = { $name }: уақытша тәлімгер атаңыз
newcomers-facts = Мәліметтер
newcomers-subject = Пәні
newcomers-hired = Жұмысқа алынған күні
newcomers-mentor = Тәлімгері
newcomers-take-back = Атауды қайтару
newcomers-name-title = Уақытша тәлімгер
newcomers-name-text = Таңдау аяқталғанша осы адам жас педагогтің қасында болады. Кейін жұпты екі жақ өзі таңдайды.
newcomers-person = Кім болады
newcomers-nobody = Таңдалған жоқ
newcomers-all = Барлық жас педагогтер
newcomers-done-named = Уақытша тәлімгер аталды. Енді бұйрықты дайындауға болады; екеуіне де хат жазылады.
newcomers-done-taken-back = Атау қайтарылды. Бұйрық шыққан жоқ, басқа адамды атай аласыз.
newcomers-refused-not-now = Бағдарламаның бұл кезеңінде уақытша тәлімгер аталмайды.
newcomers-refused-has-mentor = Бұл жас педагогтің қасында тәлімгер бар. Бетті қайта ашып қараңыз.
newcomers-refused-newcomer = Бұл адамның өзі жас педагог. Басқа адамды таңдаңыз.
newcomers-refused-not-eligible = Бұл адам қазір мектепте жұмыс істемейді. Басқа адамды таңдаңыз.
newcomers-refused-has-order = Бұйрық шыққан: оны тек жаңа бұйрық өзгертеді.
