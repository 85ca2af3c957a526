forms-missing = Бұл жолды толтыру керек.
forms-too-long = Мәтін сыймайды: { $most } таңбаның орнына { $count }. Қысқартыңыз.
forms-bad-day = Мұндай күн жоқ. Мысалы: 02.11.2026.
forms-bad-number = { $least } мен { $most } аралығындағы бүтін сан керек.
forms-choose = Жауаптың бірін таңдаңыз.
