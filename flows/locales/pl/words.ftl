# Draft for a human translator.
words = Słowa, które zawsze działają
    .help = POMOC, RATUNKU
    .ring_me = ZADZWOŃ, ZADZWON, ZADZWOŃ DO MNIE
    .unhappy = NIEZADOWOLONA, NIEZADOWOLONY, ŹLE MI
    .complain = SKARGA
    .complaint_status = MOJA SKARGA, CO Z MOJĄ SKARGĄ
    .leaked = WYCIEK
    .password = HASŁO, HASLO
    .one_to_one = MOJE SPOTKANIE, ROZMOWA
    .stop = STOP
    .start = START
    .leave = ODCHODZĘ, ODCHODZE
    .my_data = MOJE DANE, USUŃ MNIE, USUŃ MOJE DANE, POKAŻ CO O MNIE MACIE, USUŃ MNIE I POKAŻ CO O MNIE MACIE
    .privacy = PRYWATNOŚĆ, PRYWATNOSC
    .change = ZMIANA, ZMIEŃ
    .back = WSTECZ, COFNIJ
    .clear = WYCZYŚĆ, WYCZYSC
    .language = JĘZYK, JEZYK
    .status = CO SIĘ DZIEJE, CO Z MOJĄ PROŚBĄ
    .not_me = NIE JA, TO NIE JA
    .second_phone = DRUGI TELEFON, INNA APLIKACJA, ZGUBIONY TELEFON
not_a_text_edit = Widzę, że zmieniono wiadomość. Nie mogę użyć tej zmiany. Proszę napisać jeszcze raz, w nowej wiadomości.
deleted = (usunięto)
message_waiting = Mamy dla Ciebie wiadomość. Odpisz dowolnym słowem, aby ją przeczytać.
invitation_waiting = Jest dla Ciebie zaproszenie. Odpisz dowolnym słowem, aby je przeczytać.
news_waiting = Jest wiadomość o tym, o co nas prosisz. Odpisz dowolnym słowem, aby ją przeczytać.
approval_again = Musimy coś jeszcze raz sprawdzić przed następnym spotkaniem. To nie Twoja wina. Ktoś do Ciebie zadzwoni.
check_again = Musimy z Tobą porozmawiać, zanim pójdziemy dalej. Odpisz dowolnym słowem.
still_here = Dziękujemy. Widzimy Twoją wiadomość.
staff_challenge_required = { $channel } nie wysyła naszych wiadomości, dopóki człowiek nie rozwiąże zagadki. Do tego czasu wiadomości czekają. Proszę powiedzieć osobie, która dba o komputer: polecenie doorstep signal-challenge mówi jak.

## Ulotka, którą drukuje zespół.
leaflet_write = Proszę napisać do naszego pomocnika. Wystarczy skierować aparat telefonu na jeden z obrazków. Potem proszę wysłać wiadomość.
leaflet_code = Proszę wysłać ten kod:
leaflet_only_you = Kod jest tylko dla Państwa. Działa raz. Proszę go nie przekazywać.
leaflet_emergency = To nie jest numer alarmowy. Jeśli ktoś jest teraz w niebezpieczeństwie, proszę zadzwonić pod { $emergency }.
