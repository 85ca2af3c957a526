# Whom a newcomer could get to know, and what the two have in common.
suggestions-title = Жақынырақ танысуға болады
suggestions-text = ұпай да, пайыз да жоқ: ортақ тұстары ғана
suggestions-liked = кездестіңіз, ұнады
suggestions-common = Ортақ тұстарыңыз
suggestions-none = Ортақ тұстарыңыз әзірге белгісіз. Кездесудегі әсеріңіз одан маңызды.
suggestions-subject = пән – { $subject }
suggestions-language-kk = қазақша сөйлесесіз
suggestions-language-ru = орысша сөйлесесіз
suggestions-language-en = ағылшынша сөйлесесіз
suggestions-free = екеуіңіз де бос күндер: { $days }
suggestions-weekday = { $weekday ->
    [1] дүйсенбі
    [2] сейсенбі
    [3] сәрсенбі
    [4] бейсенбі
    [5] жұма
    [6] сенбі
   *[7] жексенбі
    }
suggestions-goals = мақсатыңыз карточкада бар: { $goals }
suggestions-help = Неге дәл осылар?
suggestions-help-text = Пәнді, тілді, кестедегі бос уақытты және өтініштегі мақсаттарыңызды салыстырамыз; санат пен өтіл ескерілмейді. Бір тәлімгерді бәріне ұсынбаймыз: әр бос орынға екі жас педагогтен артық емес. Кездесіп, әсеріңізде жақсы деп белгілегендер әрқашан бірінші тұрады. Басқа жас педагогтің белгісі мен әсері бұған ешқашан кірмейді. Тізімнің өзінде тәлімгерлердің бәрі бар.
suggestions-unknown = әзірге белгісіз
suggestions-work = { $kind }, { $day }
suggestions-works = Бірге не істедік
suggestions-own = Менің әсерім
suggestions-step = Келесі қадам
suggestions-pick = Салыстыру
suggestions-compare = Белгіленгендерді салыстыру
suggestions-compare-hint = Екі немесе үш карточканы белгілеңіз
suggestions-compare-title = Тәлімгерлерді салыстыру
suggestions-compare-board = Салыстырып, кімге өтініш жазатыныңызды { $until } шешіңіз
suggestions-compare-text = Реті өз әсеріңізден басталады. Санат пен өтіл – мәлімет қана: жүйе ешкімді ұпаймен реттемейді.
suggestions-compare-refused = Салыстыру үшін екі немесе үш тәлімгерді белгілеңіз.
suggestions-facts = Пәні, санаты, өтілі
suggestions-own-none = әсеріңізді жазбағансыз
suggestions-compare-other = Басқаларын салыстыру
suggestions-compare-favourites = Таңдауларыңызды салыстыру
