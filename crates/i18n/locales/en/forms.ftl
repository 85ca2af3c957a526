forms-missing = Please fill in this field.
forms-too-long = The text is longer than fits: { $count } of { $most } characters. Please shorten it.
forms-bad-day = There is no such day. For example 02.11.2026.
forms-choose = Please choose one of the answers.
forms-bad-time = There is no such time. For example 15:10.
forms-stray = The text held invisible characters that cannot be kept. They have been taken out: please read the text and send it again.
