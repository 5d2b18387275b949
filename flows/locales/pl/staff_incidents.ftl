# DRAFT: written for a human translator to check before staff read it.
# INCIDENT and INCIDENTS: what happened to personal data (H3.4), and the regulator's hours.

staff_incident_kind = Co się stało?
    .lost_phone = Zgubiony lub skradziony telefon z wiadomościami pracowników
    .wrong_recipient = Coś trafiło do niewłaściwej osoby
    .wrong_chat = Napisałem(-am) to w złym czacie
    .leaked_list = Lista albo hasło jest tam, gdzie nie powinno być
    .recording = Ktoś nagrał spotkanie
    .other_incident = Coś innego
staff_incident_now =
    { $kind ->
        [lost_phone] Zrób to teraz: zablokuj telefon na odległość i poproś osobę, która dba o tego bota, o nowy kod pracownika. Wtedy stara linia się zamknie.
        [wrong_recipient] Zrób to teraz: cofnij wiadomość, jeśli się da, i poproś tę osobę, aby ją usunęła i to potwierdziła.
        [wrong_chat] Zrób to teraz: cofnij wiadomość u wszystkich. Nie tłumacz tego w tamtym czacie.
        [leaked_list] Zrób to teraz: usuń to, jeśli się da. Jeśli chodzi o hasło, napisz ZMIEŃ HASŁO.
        [recording] Zrób to teraz: jeśli spotkanie jeszcze trwa, porozmawiaj ze wszystkimi. Jeśli wiesz, kto to był, napisz też NARUSZENIE.
       *[other] Zrób to teraz: zatrzymaj to, jeśli się da.
    }
staff_incident_words = Co się stało, kiedy i kto mógł to przeczytać? Kilka prostych zdań, w miarę możliwości bez nazwisk.
staff_incident_reported = Zgłoszono: { $code }. Kierownicy i osoba do spraw danych wiedzą. Dziękuję, że od razu.
# The words of an incident that the bot itself reports: somebody wrote a code that was given to nobody.
staff_trap_words = Ktoś napisał do mnie kod, którego nikt nie dostał. Jest on tylko w bazie danych i w jej kopiach, a otwiera go tylko plik z kluczami. Prawdopodobnie ktoś odczytał jedno i drugie. Osoba, która opiekuje się botem: zmień tokeny i hasła, sprawdź, kto mógł czytać serwer i kopie, potem uruchom doorstep keys rotate. Kierownictwo: zapytajcie, kto miał dostęp, i oceńcie tu ryzyko.
staff_incidents_none = Żaden incydent danych nie jest dla Ciebie otwarty.
staff_incidents =
    Otwarte incydenty danych. Który?
    { $lines }
staff_incident_settled = Incydent danych { $code } jest zamknięty. Zgłosił(a) { $by }, { $when }. Słowa zostają w aktach, zapieczętowane.
staff_incident =
    Incydent danych { $code }: { $kind ->
        [lost_phone] zgubiony telefon
        [wrong_recipient] niewłaściwy odbiorca
        [wrong_chat] zły czat
        [leaked_list] wyciek
        [recording] nagranie
       *[other] coś innego
    }
    Zgłosił(a) { $by }, { $when }
    Ryzyko dla ludzi: { $risk ->
        [no_risk] brak
        [risk] tak
        [high_risk] wysokie
       *[none] jeszcze nie ocenione
    }
    { $told ->
        [yes] Organ nadzoru wie.
       *[no] Jeśli jest ryzyko, organ nadzoru musi wiedzieć do: { $until }.
    }
    Słowa zgłoszenia: { $words }
staff_incident_notes =
    Co już zrobiono:
    { $lines }
staff_line_incident_note =
    { $n }. { $kind ->
        [assessment] Ocena ryzyka
        [regulator] Zgłoszono organowi nadzoru
        [closing] Zamknięto
       *[note] Notatka
    }, { $by }, { $when }: { $words }
staff_incident_next = Co dalej?
    .assess = Oceń ryzyko
    .regulator = Organ nadzoru już wie
    .note = Dodaj notatkę
    .close = Zamknij
    .leave = Zostaw na razie
staff_incident_risk = Czy komuś może stać się przez to krzywda? Pomyśl, gdzie mieszka, kto jej lub jego szuka, co powiedziano.
    .no_risk = Nie, nie ma ryzyka
    .risk = Tak, jest ryzyko
    .high_risk = Tak, wysokie: powiedz też samym tym osobom
staff_incident_why = Dlaczego? Kilka zdań. Zostają w zapisach.
staff_incident_assessed =
    { $risk ->
        [no_risk] { $code }: brak ryzyka. Zegar organu nadzoru stoi. Zamknij, gdy wszystko będzie zrobione.
        [risk] { $code }: jest ryzyko. Powiedz organowi nadzoru do: { $until }. Potem napisz INCYDENTY { $code }.
       *[high_risk] { $code }: wysokie ryzyko. Powiedz organowi nadzoru do: { $until } i jeszcze dziś zadzwoń do osób, których to dotyczy. Potem napisz INCYDENTY { $code }.
    }
staff_incident_regulator = Kiedy powiedziano organowi nadzoru i jaki numer dostała sprawa?
staff_incident_told = { $code }: zapisano, że organ nadzoru wie. Jego zegar stoi.
staff_incident_note = Co chcesz zapisać?
staff_incident_noted = { $code }: zapisano.
staff_incident_learned = Czego nas to nauczyło? Jedno lub dwa zdania.
staff_incident_sure = Zamknąć { $code }? Zostaje w zapisach.
staff_incident_closed = { $code } jest zamknięty.
staff_incident_due = Incydent danych { $code } nadal czeka. Jeśli jest ryzyko, { $regulator } musi wiedzieć do: { $until }. Napisz INCYDENTY { $code }.
staff_incident_late = Incydent danych { $code }: czas na zgłoszenie do { $regulator } minął: { $until }. Zgłoś to teraz i powiedz, dlaczego później. Napisz INCYDENTY { $code }.
