# DRAFT: written for a human translator to check before staff read it.
# Everything about a meeting: planning, NOW, the platform and its password, the waiting room, the start and the end.

staff_meetings_none = Twoje grupy nie mają zaplanowanych spotkań. Napisz SPOTKANIE, aby je zaplanować.
staff_line_meeting = { $n }. { $meeting }: { $group }, { $when }

## Planning.
staff_meeting_group =
    Spotkanie której grupy?
    { $lines }
staff_meeting_day = Którego dnia? Na przykład jutro, piątek albo 1 grudnia.
staff_meeting_time = O której się zaczyna? Na przykład 10:30.
staff_meeting_minutes = Ile minut trwa?
staff_meeting_weeks = Przez ile tygodni? Napisz 1, jeśli to tylko jedno spotkanie.
staff_meeting_platform =
    Gdzie się odbywa?
    { $lines }
staff_meeting_right =
    { $n ->
        [one] { $day }, { $at }, liczba minut: { $minutes }, jeden raz. Czy to się zgadza?
       *[other] { $day }, { $at }, liczba minut: { $minutes }, potem co tydzień, liczba spotkań: { $n }. Czy to się zgadza?
    }
    .staff_meeting_day = Zmień dzień
    .staff_meeting_time = Zmień godzinę
    .staff_meeting_minutes = Zmień długość
    .staff_meeting_weeks = Zmień liczbę tygodni
staff_meeting_made =
    Zaplanowano:
    { $lines }
    Każde ma własne hasło. Przypomnę przed każdym.

## Seats (G1.4).
staff_here_which =
    Na którym spotkaniu jesteś?
    { $lines }
staff_here_done = Twoja obecność na { $meeting } jest potwierdzona. Napisz TERAZ, aby zobaczyć, czego brakuje.

## The platform (G6.1, G6.3, H3.2).
staff_ready_which =
    Które spotkanie przygotować?
    { $lines }
staff_ready_no_password = Spotkanie { $meeting } nie ma jeszcze hasła. Powstaje godzinę przed początkiem. Wtedy napisz GOTOWE { $meeting }.
staff_ready_only_leader = Nie możesz zobaczyć tego hasła. Ustawia je osoba prowadząca { $meeting } albo jej zastępstwo.
staff_ready_already = { $meeting } ma już najnowsze hasło albo link. Jeśli może je znać ktoś inny, napisz ZMIEŃ HASŁO { $meeting }.
staff_ready_password =
    { $group }, { $when }, spotkanie { $meeting }
    Hasło: { $password }
    Słowami: { $password_words }
    Tylko do ustawienia platformy. Członkowie grupy dostaną je ode mnie. Nie przekazuj go.
staff_ready_steps =
    { $platform ->
        [zoom] W Zoom: Meetings, otwórz to spotkanie, Edit. Wpisz kod dostępu. Włącz poczekalnię. Wyłącz umieszczanie kodu w linku. Wyłącz nagrywanie, notatki AI oraz zapis czatu i napisów. Zapisz. Podczas spotkania kodu nie da się zmienić: zablokuj spotkanie i zacznij nowe.
       *[other] Na platformie: wpisz hasło. Niech ludzie czekają, aż ich wpuścisz. Użyj linku bez hasła. Wyłącz nagrywanie, notatki AI oraz zapis czatu i napisów. Zapisz.
    }
staff_ready_new_meeting =
    Zakończ stare spotkanie dla wszystkich. { $platform ->
        [zoom] W Zoom: Spotkania, Zaplanuj spotkanie. Wpisz to hasło.
       *[other] Na platformie: utwórz nowe spotkanie z tym hasłem.
    } Poczekalnia włączona. Nagrywanie, notatki AI oraz zapis czatu i napisów wyłączone. Zapisz i zacznij.
staff_ready_new_link = Przyślij link do nowego spotkania, bez hasła. Stary link nie może wrócić.
staff_ready_first_link = Przyślij link do spotkania, bez hasła. Uczestnicy dostaną go ode mnie.
staff_ready_link = Przyślij link do spotkania, bez hasła. Pomiń, jeśli się nie zmienił.
staff_ready_ticks =
    Sprawdź na platformie. Co z tego się zgadza?
    { $lines }
    Napisz WSZYSTKO, numery, albo 0, jeśli nic.
    .all = WSZYSTKO
staff_ready_password_set = Ustawione jest dokładnie to hasło.
staff_ready_waiting_room = Poczekalnia jest włączona.
staff_ready_link_plain = Link jest bez hasła.
staff_ready_nothing_kept = Nagrywanie, notatki AI oraz zapis czatu i napisów są wyłączone. Same napisy mogą być włączone.
staff_ready_not_yet = Najpierw proszę to zrobić. Do tego czasu nikt nie wejdzie. Potem napisz GOTOWE { $meeting }.
staff_ready_done_live = Członkowie dostają teraz nowy link. Wpuść tylko osoby z LISTA { $meeting } i powtórz przypomnienia.
staff_ready_done = Ustawione. Napisz TERAZ, aby zobaczyć, czego brakuje na { $meeting }.

## A group that meets by a Signal or WhatsApp call (I2.2): its link is the secret, and there is no password.
staff_call_too_early = { $meeting } to rozmowa. Link powstaje godzinę przed początkiem. Wtedy napisz GOTOWE { $meeting }.
staff_call_steps =
    { $group }, { $when }, spotkanie { $meeting }: to rozmowa, więc nie ma hasła.
    { $platform ->
        [signal_call] W Signal: Połączenia, Utwórz link do połączenia. Włącz zatwierdzanie przez administratora.
       *[other] W WhatsApp: Połączenia, nowy link do połączenia. Niech ludzie czekają, aż ich wpuścisz.
    } Za każdym razem utwórz nowy link. Członkowie grupy dostaną go ode mnie. Nie przekazuj go.
staff_call_link = Przyślij nowy link do rozmowy.
staff_call_approved = Kto otworzy link, czeka, aż ktoś z nas go wpuści.
staff_call_fresh = Link jest nowy. Starszy link tej grupy jest usunięty.
staff_call_nothing_kept = Nic nie nagrywa ani nie robi notatek. Napisy mogą być, jeśli nikt ich nie zapisuje.

## A change of the password (G6.5, G6.6).
staff_rotate_which =
    Hasło którego spotkania zmienić?
    { $lines }
staff_rotate_reason = Dlaczego? Stare hasło przestanie działać zaraz po odpowiedzi.
    .passed_on = Ktoś je przekazał
    .unknown_person = Przyszedł lub próbował wejść ktoś nieznany
    .lost_phone = Zgubiony telefon
    .other = Inny powód
staff_rotated_unseen = Stare hasło { $meeting } już nie działa. To było słuszne. Pozostali z zespołu i kierownicy wiedzą o tym i ustawią nowe. Teraz nie jest ono pokazywane: powód podaje DLACZEGO.
staff_rotated = Stare hasło { $meeting } już nie działa. Nikt nie dostanie nowego, dopóki go nie ustawisz:
staff_held_which =
    Stare hasło którego spotkania?
    { $lines }
staff_held_none = Nikt nie miał starego hasła { $meeting }.
staff_held =
    Stare hasło { $meeting } mieli:
    { $lines }
staff_line_holder =
    { $n }. { $screen_name }, { $reference }{ $waiting ->
        [yes] , wstrzymane
       *[other] {""}
    }
staff_held_nobody_back = Nikt nie jest wstrzymany.
staff_line_held = { $n }. { $screen_name }, { $reference }
staff_held_clear =
    Te osoby nic nie dostaną bez Twojej zgody. Kogo odblokować?
    { $lines }
staff_held_sure = Czy rozmawiałeś(-aś) osobiście z osobą { $reference } i ufasz, że zachowa hasło?
staff_held_cleared = Odblokowano: { $reference }. Ta osoba może znów napisać HASŁO.

## The waiting room (G7.3).
staff_list_which =
    Lista na które spotkanie?
    { $lines }
staff_list_none = Na { $meeting } nikt jeszcze nie jest oczekiwany.
staff_list =
    Poczekalnia { $meeting }. Tylko dla: { $by }, { $when }. Nie przekazuj dalej.
    { $lines }
    Każdy inny czeka na zewnątrz: napisz OBCY { $meeting }. Gdy wszyscy są: ZACZNIJ { $meeting }.
    Program, który robi notatki, nigdy nie wchodzi, od kogokolwiek jest: usuń go. Napisy mogą być, jeśli nikt ich nie zapisuje.
staff_line_waiting =
    { $n }. { $screen_name } = { $full_name }, { $verified ->
        [yes] tożsamość potwierdzona
       *[other] tożsamość NIEPOTWIERDZONA
    }, { $agreed ->
        [yes] zgoda jest
       *[other] BRAK zgody
    }

## The start (G9.1, G9.2).
staff_start_which =
    Które spotkanie zacząć?
    { $lines }
staff_start_read =
    Przeczytaj to na głos albo wklej na czacie spotkania:
    { $lines }
staff_line_tick = { $n }. { $words }
staff_tick_agreement = Pokazana umowa grupy
staff_tick_video = Kamera może być wyłączona, a i tak bierze się udział
staff_tick_mute = Jak wyłączyć mikrofon
staff_tick_leave = Jak wyjść
staff_tick_unhappy = Jak powiedzieć osobie prowadzącej, że coś jest źle
staff_tick_name = Jak zmienić nazwę na ekranie
staff_tick_recording = Bez nagrywania i bez zrzutów ekranu
staff_start_ticks =
    Co zostało pokazane i wyjaśnione? Napisz numery albo WSZYSTKO.
    { $lines }
    .all = WSZYSTKO
staff_start_missing =
    { $n ->
        [one] Tego brakuje. Kierownik to zobaczy. Zacząć mimo to?
       *[other] Brakuje tych punktów: { $n }. Kierownik to zobaczy. Zacząć mimo to?
    }
    { $lines }
staff_start_done = { $meeting } trwa. TERAZ { $meeting } pokaże, co może być potrzebne. Na końcu napisz KONIEC { $meeting }.

## The end, and changes of plan (G6.8).
staff_end_which =
    Które spotkanie zakończyć?
    { $lines }
staff_end_sure = Zakończyć { $meeting }? Zamknij je też na platformie dla wszystkich. Hasło przestanie działać.
staff_end_done = Spotkanie { $meeting } skończone, hasło nie działa.
staff_end_came =
    Kto był? Napisz numery, na przykład 1 3. WSZYSCY oznacza wszystkich, 0 oznacza nikogo.
    { $lines }
    .all = WSZYSCY
staff_end_incident = Czy coś się zdarzyło?
    .nothing = Nie, nic
    .broken = Złamano umowę albo coś nagrano
    .hurt = Komuś może stać się krzywda
    .other = Coś innego
staff_end_other = Proszę porozmawiać o tym dzisiaj z kierownikiem. Kierownicy wiedzą, że coś się zdarzyło.
staff_something_happened = { $staff } zgłasza, że na spotkaniu { $meeting } coś się zdarzyło, i ma dziś o tym porozmawiać z kierownikiem. Jeśli nie, proszę zapytać.
staff_end_thanks = Dziękujemy. To wszystko.
staff_cancel_which =
    Które spotkanie odwołać?
    { $lines }
staff_cancel_sure = Odwołać { $meeting }? Członkowie dowiedzą się od razu, bez powodu. Hasło przestanie działać.
staff_cancel_done = Spotkanie { $meeting } odwołane. Członkowie właśnie się dowiadują.
staff_move_which =
    Które spotkanie przenieść?
    { $lines }
staff_move_day = Na który dzień?
staff_move_time = O której się zaczyna? Na przykład 10:30.
staff_move_sure = Przenieść { $meeting } na: { $day }, { $at }? Członkowie dowiedzą się od razu. Będzie nowe hasło.
staff_move_done = Przeniesiono. Nowe spotkanie to { $meeting }: { $when }. Wszyscy potwierdzają obecność od nowa.
staff_not_written_to = O { $meeting } nie piszę do: { $names }. Proszę im powiedzieć samemu. SPRAWA mówi, kiedy bezpiecznie zadzwonić.
staff_colleague_moved = { $meeting }, { $group }, ma nowy termin: { $when }, i nazywa się teraz { $current }. Członkowie już wiedzą. Twoja obecność nie jest jeszcze potwierdzona: JESTEM { $current }. Nie możesz? Proszę od razu powiedzieć kierownikowi.
staff_colleague_cancelled = { $meeting }, { $group }, { $when }, nie odbędzie się. Nic nie musisz robić.
staff_colleague_late =
    { $minutes ->
        [one] { $meeting } zacznie się później o { $minutes } minutę. Członkowie już wiedzą.
        [few] { $meeting } zacznie się później o { $minutes } minuty. Członkowie już wiedzą.
       *[other] { $meeting } zacznie się później o { $minutes } minut. Członkowie już wiedzą.
    }
staff_late_which =
    Które spotkanie zacznie się później?
    { $lines }
staff_late_minutes = O ile minut później?
staff_late_done =
    { $minutes ->
        [one] Członkowie { $meeting } wiedzą: { $minutes } minuta opóźnienia.
        [few] Członkowie { $meeting } wiedzą: { $minutes } minuty opóźnienia.
       *[other] Członkowie { $meeting } wiedzą: { $minutes } minut opóźnienia.
    }

## I2.2: sensitive things in a group.
staff_meeting_sensitive = Czy w tej grupie mogą się pojawić sprawy bardzo osobiste? Zdrowie, przemoc, pieniądze, sądy, kłopoty dziecka. Zapamiętam odpowiedź dla grupy; zmienia ją GRUPA.
    .yes = Tak
    .no = Nie
    .not_sure = Nie wiem
staff_meeting_end_to_end = Mogą się pojawić sprawy bardzo osobiste. Czy włączyć w Zoomie szyfrowanie od końca do końca? Wtedy nikt nie dołączy telefonem ani z przeglądarki i nie ma napisów.
staff_meeting_reason = Mogą się pojawić sprawy bardzo osobiste, a to nie jest szyfrowane od końca do końca. Kierownik może na to pozwolić. Dlaczego? Na przykład: niektóre rodziny mają tylko telefon.
staff_meeting_instead = Mogą się pojawić sprawy bardzo osobiste, więc zwykły Zoom nie wystarczy. Wystarczy rozmowa grupowa przez Signal albo WhatsApp. Kierownik może pozwolić inaczej, z powodem.
    .signal_call = Rozmowa Signal
    .whatsapp_call = Rozmowa WhatsApp
    .leave = Na razie zostaw
staff_ready_end_to_end = Na tym spotkaniu mogą się pojawić sprawy bardzo osobiste. W opcjach spotkania proszę też włączyć szyfrowanie od końca do końca.
