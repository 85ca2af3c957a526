# Figures of groups: the middle, the range, a share with its interval.
scales-middle = Middle
scales-range = From and to
scales-few = fewer than { $least } answers
scales-share = { $count } of { $n }: { $share } % (95 %: { $low }–{ $high } %)
scales-one-sided = not shown: fewer than { $least } on one of the sides
