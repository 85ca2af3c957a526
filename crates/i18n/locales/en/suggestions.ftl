# Whom a newcomer could get to know, and what the two have in common.
suggestions-title = Whom you could get to know
suggestions-text = no points and no per cent: only what you have in common
suggestions-liked = met and liked
suggestions-common = In common
suggestions-none = Nothing in common is known yet. How it was when you met matters more.
suggestions-subject = subject: { $subject }
suggestions-language-kk = you both speak Kazakh
suggestions-language-ru = you both speak Russian
suggestions-language-en = you both speak English
suggestions-free = both free at the same time: { $days }
suggestions-weekday = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
    }
suggestions-goals = the card speaks of your goal: { $goals }
suggestions-help = Why these?
suggestions-help-text = We compare subject, language, free time in the timetables and the goals of your requests; category and years do not count. No mentor is suggested to everybody: for each free place to two newcomers at most. Those you met and noted well always stand first. Other people’s marks and impressions never enter. The list below has every mentor.
suggestions-unknown = not known yet
suggestions-work = { $kind }, { $day }
suggestions-works = What we did together
suggestions-own = My impression
suggestions-step = Next step
suggestions-pick = Compare
suggestions-compare = Compare those ticked
suggestions-compare-hint = Tick two or three cards
suggestions-compare-title = Mentors compared
suggestions-compare-board = Compare, and decide { $until } to whom you write
suggestions-compare-text = The order begins with your own impressions. Category and years are facts only: the system sorts nobody by points.
suggestions-compare-refused = To compare, tick two or three mentors.
suggestions-facts = Subject, category, years
suggestions-own-none = you noted no impression
suggestions-compare-other = Compare others
suggestions-compare-favourites = Compare your favourites
