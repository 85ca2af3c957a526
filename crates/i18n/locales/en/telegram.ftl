# Notices in Telegram.
telegram-title = Notices in Telegram
telegram-text = After a letter has gone to you, a bot can say in Telegram that there is news. It says that and where the application is, and nothing else: no names, no subjects. Your quiet hours hold for it too, and the letters stay as they are.
telegram-abroad = Telegram is a foreign service: it learns that this bot writes to your account. By asking for a code you agree to that; you end it here at any time.
telegram-ask = I agree, give me a code
telegram-ask-anew = A new code
telegram-since = Notices have come since { $day }.
telegram-waits = A code waits to be used.
telegram-end = End notices
telegram-board = Open the bot with this code
telegram-board-text = The code can be used once, within half an hour, and is shown only now.
telegram-open = Open the bot in Telegram
telegram-by-hand = Or send this to the bot { $bot } by hand:
telegram-back = Back to your page
telegram-seen = Only you see this. What you write to the bot is read by nobody.
telegram-done-ended = There are no notices in Telegram any more.
telegram-linked = Done: from now on this bot says when there is news. It ends on your own page in Tälimger.
telegram-notice = There is news for you in Tälimger: { $address }
