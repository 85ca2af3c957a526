# Figures of groups: the middle, the range, a share with its interval.
scales-middle = Middle
scales-range = From and to
scales-few = fewer than { $least } answers
scales-share = { $count } of { $n }: { $share } % (95 %: { $low }–{ $high } %)
scales-one-sided = A dash: fewer than { $least } people stand on one of the two sides, so the share is not shown. The numbers beside a share are its 95 % interval.
scales-not-shown = not shown
