# Szkic, do sprawdzenia przez tłumacza. Spotkania tworzone na platformie przez jej interfejs i HOST.

room_platform =
    { $platform ->
        [zoom] Zoom
        [jitsi] Jitsi
       *[other] { $platform }
    }

## What the provider answered (G6.3, G6.5).
staff_room_ready = Spotkanie { $meeting } jest gotowe na { room_platform }: hasło ustawione, poczekalnia włączona, nic nie jest nagrywane ani zapisywane. Napisz HOST { $meeting }, aby dostać link do rozpoczęcia.
staff_room_to_tick = Spotkanie { $meeting } na { room_platform } jest utworzone. Nie wszystko tam widzę. Napisz GOTOWE { $meeting } i zaznacz resztę.
staff_room_gone = Ktoś usunął spotkanie { $meeting } na { room_platform }. Tworzę nowe. Członkowie dostaną nowy link i hasło, gdy będzie gotowe.
staff_room_changed = Ktoś zmienił ręcznie spotkanie { $meeting } na { room_platform }: hasło, kto może wejść albo co się zapisuje. Nikt nie dostanie hasła, dopóki to nie będzie w porządku. Napisz TERAZ { $meeting }.
staff_room_moved = Ktoś zmienił ręcznie początek spotkania { $meeting } na { room_platform }. Tutaj zaczyna się ono nadal { $when } i tak wiedzą rodziny. Link i hasło zostają. Proszę poprawić początek na { room_platform }; jeśli ma być o innej porze: PRZENIEŚ.
staff_room_trouble =
    { $why ->
        [sign_in] { room_platform } nie wpuszcza mnie: sekret aplikacji jest zły albo aplikacja jest wyłączona.
        [not_allowed] { room_platform } nie pozwala mi na to: aplikacji brakuje uprawnienia.
        [busy] { room_platform } jest zajęty i każe mi czekać.
        [spent] { room_platform } nie tworzy już dziś dla nas spotkań: dzienny limit jest wyczerpany.
        [away] Nie mogę połączyć się z { room_platform }.
        [unknown] { room_platform } nie odpowiedział, więc nie wiadomo, czy to się udało. Sprawdzę, zanim spróbuję znowu.
        [passcode] { room_platform } nie przyjmuje hasła.
       *[other] { room_platform } odmówił i nie powiedział dlaczego.
    }
    Spotkanie { $meeting } nie jest więc jeszcze utworzone. Próbuję dalej. Możesz też przygotować je ręcznie: napisz GOTOWE { $meeting }.
staff_room_not_ended = Nie udało mi się zakończyć starego spotkania { $meeting } na { room_platform }. Zakończ je tam dla wszystkich i usuń.

## READY, where the provider makes the meeting.
staff_room_wait = Tworzę to spotkanie na { room_platform } i napiszę, gdy będzie gotowe.
    .wait = Czekam
    .by_hand = Przygotuję je ręcznie
staff_room_waiting = Dobrze. Napiszę o { $meeting }.
staff_room_restart = W starym spotkaniu { $meeting } mogą jeszcze być ludzie. Czy mam je zakończyć dla wszystkich na { room_platform } i utworzyć nowe? Członkowie dostaną wtedy nowy link i hasło.
    .restart = Zakończ i utwórz nowe
    .by_hand = Zrobię to ręcznie
staff_room_restarted = Kończę stare spotkanie { $meeting } i tworzę nowe. Napiszę, gdy będzie gotowe.
staff_ready_room =
    To spotkanie jest już na { room_platform }. Link: { $link }
    Zadbaj o resztę, a potem ją zaznacz. Nikt nie powinien musieć się rejestrować ani logować na { room_platform }.

## HOST: the link that begins the meeting.
staff_host_which =
    Które spotkanie rozpoczynasz jako gospodarz?
    { $lines }
staff_host_coming = Pobieram link do { $meeting }. Za chwilę go wyślę.
staff_host_link =
    Tym linkiem rozpoczynasz { $meeting } jako gospodarz. Jest tylko dla Ciebie: kto go ma, może wpuścić każdego.
    { $link }

## What the provider sees (G7.3, G7.6).
staff_stranger_waits = Na { $meeting } czeka ktoś, kogo nazwy nie ma na Twojej liście: { $screen_name }. Zapytaj, kto to jest, zanim wpuścisz. Napisz LISTA { $meeting }.
staff_name_twice = { $screen_name } czeka na { $meeting }, a ktoś o tej nazwie jest już w środku. Zapytaj obie osoby, kim są.
staff_room_over = { room_platform } mówi, że spotkanie { $meeting } się skończyło. Napisz KONIEC { $meeting }.
staff_end_seen =
    Na platformie widziano te nazwy z Twojej listy:
    { $lines }
    Nazwa na ekranie nie jest dowodem. Zaznacz tych, których widać było naprawdę.
