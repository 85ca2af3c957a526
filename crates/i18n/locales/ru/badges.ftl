badges-name = Наставник молодого педагога
badges-description = Имеет право быть наставником молодых педагогов в этой школе.
badges-criteria = Участие в обсуждении случаев из практики, обучение, экзамен по теории и экзамен по практике.
badges-narrative = { $hours ->
    [one] Посещён { $hours } час обучения.
    [few] Посещено { $hours } часа обучения.
   *[many] Посещено { $hours } часов обучения.
}
badges-title = Цифровой значок
badges-text = Для электронного портфолио или заявления. Его проверяет кто угодно, не спрашивая школу; в нём, как и на бумаге, ваше имя. Каждый раз оформляется заново.
badges-json = Значок файлом (JSON)
badges-png = Значок картинкой (PNG)
badges-public = Ключи и список, по которым проверяют цифровые значки этой школы:
badges-public-issuer = Ключи школы
badges-public-list = Список отозванных значков
badges-is-valid = Значок действителен.
badges-is-expired = Срок значка закончился.
badges-is-early = Значок ещё не действует.
badges-is-revoked = Значок отозван.
badges-is-altered = Значок изменён: в нём написано не то, что было подписано.
badges-is-unknown-key = Значок цел, но ключа, которым он подписан, нет среди названных вами. Возьмите ключи по адресу того, кто выдал значок, и назовите их: --keys ФАЙЛ или --key.
badges-line-title = За что: { $text }
badges-line-holder = Чей: { $text }
badges-line-issuer = Кто выдал: { $text }
badges-line-from = Первый день: { $day }
badges-line-until = Последний день: { $day }
badges-line-key = Ключ: { $key }
badges-line-asked = Сверен со списком отозванных от { $day }.
badges-line-not-asked = Не отозван ли он, не проверено: назовите список через --status ФАЙЛ. Он опубликован по адресу { $address }
badges-no-key = «{ $key }» – не открытый ключ: тот начинается с z6Mk.
badges-no-keys = в файле нет открытого ключа: тот начинается с z6Mk.
badges-list-not-signed = список не подписан ни одним из названных вами ключей.
badges-other-list = это список не к этому значку.
badges-unreadable-large = файл слишком большой.
badges-unreadable-none = это не значок в JSON и не PNG со значком внутри.
badges-unreadable-picture = картинка повреждена.
badges-unreadable-unsigned = значок без подписи.
badges-unreadable-proof = подпись такого вида здесь не проверяется; проверяется eddsa-rdfc-2022.
badges-unreadable-contexts = значок такой версии здесь не проверяется; проверяется Open Badges 3.0 (контекст 3.0.3).
badges-unreadable-unknown = в значке есть «{ $name }», этого слова здесь не знают, поэтому проверить значок нельзя.
badges-unreadable-value = под «{ $name }» стоит то, чего там быть не может.
badges-unreadable-tangled = в значке сказано больше, чем говорит значок.
