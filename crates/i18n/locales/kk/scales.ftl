# Топтардың сандары: ортасы, ауқымы, аралығымен бірге үлесі.
scales-middle = Ортасы
scales-range = Ауқымы
scales-few = { $least } жауаптан аз
scales-share = { $n } адамның { $count }: { $share } % (95 %: { $low }–{ $high } %)
scales-one-sided = көрсетілмейді: бір жағында { $least } адамнан аз
