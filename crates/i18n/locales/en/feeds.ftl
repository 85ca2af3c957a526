# Private calendar feeds.
feeds-event = Tälimger: meeting
feeds-title = Calendar on your phone
feeds-text = Meetings, training, exam and camp appear in the calendar of your phone or computer: the time and the words “Tälimger: meeting”, not with whom and not about what.
feeds-make = Get an address
feeds-anew = Get a new address
feeds-revoke = Revoke the address
feeds-since = The address was made on { $day }. With a new one the old one stops working.
feeds-seen = Whoever knows the address sees the times of meetings: keep it to yourself.
feeds-made = The address of your calendar is ready
feeds-made-text = Copy it now: it is shown only once.
feeds-follow = Open the calendar
feeds-how = In your calendar choose “subscribe” or “add by URL” and paste the address. Changes may take hours to appear, so what matters comes by letter, too.
feeds-back = Back to my page
feeds-done-revoked = The address is revoked: nothing is there any more.
