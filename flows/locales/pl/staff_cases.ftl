# DRAFT: written for a human translator to check before staff read it.
# CASES and CASE: the review of a family, up to the decision.

staff_cases_none = Żadna rodzina nie czeka. Dobra robota.
staff_cases =
    Te rodziny czekają. Która sprawa?
    { $lines }
staff_line_case =
    { $n }. { $case }, { $days ->
        [one] { $days } dzień
       *[other] { $days } dni
    }, { $by ->
        [draft] rodzina jeszcze nie skończyła
        [none] nikt nie prowadzi
       *[other] prowadzi { $by }
    }

## The details. Each line is a text of its own.
staff_case =
    Sprawa { $case }
    { $lines }
staff_case_status =
    { $road ->
        [invited] Z zaproszenia
       *[other] Prośba o przyjęcie
    }; { $status ->
        [approved] przyjęta
        [declined] odmowa
        [excluded] wykluczona
        [withdrawn] rodzina ją wycofała
        [draft] rodzina jeszcze nie skończyła
       *[other] otwarta
    }; { $by ->
        [none] nikt nie prowadzi
       *[other] prowadzi { $by }
    }
staff_case_held = Wstrzymana do: { $until }, przez { $by }: { $details }
staff_case_flagged = Oznaczona: decydują oboje, osoba prowadząca grupę i kierownik.
staff_case_alert = Ta sprawa jest oznaczona: nic nie mów nikomu, kto pyta. Przedstaw się tylko tym dorosłym osobiście. Więcej powie osoba od bezpieczeństwa.
staff_case_look_alike = Przypomina kogoś, kogo znamy, albo podaje jego nazwisko. Sprawdź przed decyzją; nic nie mów rodzinie.
staff_case_group = Grupa: { $group }
staff_case_adult =
    Osoba { $n }: { $full_name }, na ekranie „{ $screen_name }”, { $adult ->
        [yes] ma 18 lat lub więcej
       *[other] NIE MA 18 lat: porozmawiaj z osobą do spraw bezpieczeństwa
    }, tożsamość { $result ->
        [none] niesprawdzona
        [confirmed] potwierdzona
        [not_confirmed] niepotwierdzona
        [doubt] wątpliwa
       *[other] { $result }
    }
staff_case_contact = { $name } pisze przez { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    }{ $status ->
        [first] , tam piszemy sami
        [frozen] ; to się zmieniło albo długo milczało: bez hasła (ODBLOKUJ)
        [held] ; to czeka na sprawdzenie
        [stopped] ; nie chce tam wiadomości
       *[other] {""}
    }
staff_case_lost = W ostatnich dniach wiadomości, które nie dotarły albo nie wiadomo, czy dotarły: { $n }. Zadzwoń do nich.
staff_case_ring =
    { $phone ->
        [none] Komunikator nie pokazuje numeru, na który można zadzwonić.
       *[other] Dzwonić: { $phone }.
    } Bezpieczna pora: { $safe_time }. { $shared ->
        [no_phone] Telefon jest CUDZY: nic nie mów osobie, która odbierze.
        [yes] Telefon jest WSPÓLNY: nic nie mów osobie, która odbierze.
       *[other] Telefon nie jest wspólny.
    }
staff_case_known_from = Zna nas z: { $words }
staff_case_access =
    Potrzebuje: { $words }
    Kto nie słyszy przez telefon: najpierw SMS z telefonu służbowego, potem krótka rozmowa wideo z tłumaczem albo spotkanie. To też kontakt na żywo.
staff_case_by_referral = Z kodem skierowania { $code }, utworzonym przez { $by }: { $when }
staff_case_referrer =
    Osoba kierująca: { $words ->
        [none] nie podano
       *[other] { $words }
    }. Czy możemy z nią rozmawiać? { $asked ->
        [yes] Tak
        [no] NIE
       *[other] Bez odpowiedzi
    }
staff_case_referrer_outcome =
    Głos osoby kierującej: { $result ->
        [none] nie zapisano
        [confirmed] potwierdziła
        [not_confirmed] nie potwierdziła
        [not_reached] nie odebrała
        [not_asked] nie pytano
       *[other] { $result }
    }
staff_case_checks =
    Znana: { $known ->
        [none] nie wiadomo
        [yes] tak
       *[other] nie
    }. Rozmowa: { $call ->
        [none] brak
        [call] przez telefon
        [video] wideo
        [in_person] osobiście
        [interpreted] wideo z tłumaczem
        [reached] odbyta
        [no_answer] bez odpowiedzi
       *[other] { $call }
    }. Grupa odpowiednia: { $suitability ->
        [none] nie wiadomo
        [suitable] tak
        [not_suitable] nie
       *[other] { $suitability }
    }.
staff_case_step =
    Następnie: { $step ->
        [take_up] jeśli rodzina sama nie skończy: weź sprawę taką, jaka jest
        [claim] weź sprawę
        [known] napisz, czy znamy rodzinę
        [call] porozmawiaj z rodziną
        [identity] sprawdź tożsamość
        [suitability] napisz, czy grupa jest odpowiednia
        [referrer] osoba kierująca
        [decide] decyzja
        [none] nic
       *[other] { $step }
    }
staff_case_next = Co dalej w sprawie { $case }?
    .take_up = Biorę ją taką, jaka jest
    .claim = Biorę ją
    .known = Znamy ich albo nie
    .call = Rozmowa lub próba
    .identity = Tożsamość
    .suitability = Czy grupa jest odpowiednia
    .referrer = Co powiedziała osoba kierująca
    .approve = Przyjmij
    .decline = Odmów
    .hold = Zdecyduj później: wstrzymaj
    .exclude = Wyklucz rodzinę
    .leave = Zostaw na razie
staff_case_left = Dobrze. Napisz SPRAWA { $case }, aby wrócić.
staff_take_up_sure = Wziąć { $case } taką, jaka jest? Najpierw porozmawiaj z rodziną. Sprawa będzie wtedy czekać jak każda inna. Nikt się przez to nie zgadza: każda osoba dorosła zgadza się po przyjęciu, na swoim telefonie albo przez WYSŁUCHAJ.
staff_taken_up = { $case } czeka teraz jak inne, a jej karta jest na kanale zespołu. Rodzina wie, że ktoś zadzwoni.
staff_claimed = Sprawa { $case } jest Twoja. Zadzwoń o bezpiecznej porze. Potem napisz SPRAWA { $case }.
staff_recorded = Zapisane. Napisz SPRAWA { $case }, aby zrobić następny krok.

## Known or not (G3.1).
staff_known = Czy znamy tę rodzinę? Licz się tylko z tym, co wiesz, nigdy z samym nazwiskiem.
    .known = Znamy ich
    .not_known = Nie znamy ich
staff_known_ground = Skąd ich znamy?
    .group = Z jednej z naszych grup
    .nursery = Z naszego przedszkola
    .activity = Z innych zajęć
staff_known_when = Z której grupy lub zajęć i mniej więcej kiedy? Jedno krótkie zdanie.

## The call (G3.2).
staff_call_method = Jak wyglądał kontakt?
    .call = Rozmowa telefoniczna
    .video = Rozmowa wideo
    .in_person = Osobiście
    .interpreted = Rozmowa wideo z tłumaczem
staff_call_outcome = Czy doszło do rozmowy?
    .reached = Tak, była rozmowa
    .no_answer = Bez odpowiedzi
staff_call_no_answer = Zapisane: bez odpowiedzi w sprawie { $case }. Nie zostawiaj wiadomości na wspólnym telefonie. Spróbuj znów o bezpiecznej porze.
staff_call_codes = Telefon jest wspólny. Każda osoba dorosła potrzebuje własnych czterech cyfr, ustalonych w rozmowie.
staff_call_code = Cztery cyfry osoby { $name }?
staff_call_checked = Czy przy okazji sprawdzono, kim są? Wtedy zapiszemy to od razu.

## Identity (G3.3).
staff_identity_adult =
    Która osoba?
    { $lines }
staff_identity_method = Jak sprawdzono tożsamość: { $full_name }? Nie zachowuj kopii, zdjęcia ani numeru dokumentu.
    .recognised = Rozpoznana przez pracowników, którzy ją znają
    .referrer_callback = Telefon na numer podany przez osobę kierującą
    .referrer_confirmed = Osoba kierująca potwierdziła przez centralę
    .id_seen = Dokument pokazany na żywo, niezachowany
staff_identity_result = A wynik: { $full_name }?
    .confirmed = Potwierdzona
    .not_confirmed = Niepotwierdzona
    .doubt = Wątpliwa

## Suitability (G3.4).
staff_suitability = Czy grupa jest odpowiednia dla rodziny? Wiek, potrzeby, brak znanego zagrożenia, i rozumieją umowę grupy.
    .suitable = Odpowiednia
    .not_suitable = Nieodpowiednia
staff_suitability_reason = Dlaczego? Jedno krótkie zdanie. Czyta je zespół tej sprawy.

## The referrer (G3.10, G3.12).
staff_referrer_no = Rodzina NIE zgodziła się na rozmowę z osobą kierującą. Ważniejsze jest tylko czyjeś bezpieczeństwo.
staff_referrer_safety = Czy mimo to była rozmowa, dla czyjegoś bezpieczeństwa? Wtedy powinna o tym wiedzieć osoba od bezpieczeństwa.
    .not_asked = Nie, szanujemy to
    .for_safety = Tak, dla czyjegoś bezpieczeństwa
staff_referrer = Jaki jest wynik? Dzwoń na numer znaleziony samodzielnie. Nie zapisuj historii rodziny.
    .confirmed = Potwierdziła
    .not_confirmed = Nie potwierdziła
    .not_reached = Nie odebrała
    .not_asked = Nie pytano

## Deciding (G3.7, G3.13).
staff_approve_group =
    Do której grupy dołączą?
    { $lines }
staff_approve_sure = Przyjąć { $case } do { $group }? Rodzina dowie się od razu.
staff_approved = Przyjęta: { $case }. Rodzina właśnie się dowiaduje. Kto się jeszcze nie zgodził, dostaje prośbę o zgodę.
staff_decline_sure = Odmówić { $case }? Rodzina dowie się od razu, bez powodu, i dowie się, jak złożyć skargę.
staff_declined = Odmowa: { $case }. Rodzina właśnie się dowiaduje, także jak złożyć skargę.
staff_hold_days = Na ile dni roboczych wstrzymać decyzję o { $case }? Od 1 do { $number }. Rodzina usłyszy, do którego dnia.
staff_hold_reason = Dlaczego nie można zdecydować teraz? Jedno krótkie zdanie. Przeczyta je tylko kilka osób.
staff_hold_sure = Wstrzymać decyzję o { $case }? Dni robocze: { $n }. Rodzina usłyszy teraz, do kiedy, bez powodu. Można zdecydować wcześniej.
staff_put_on_hold = Decyzja o { $case } jest wstrzymana do: { $until }. Rodzina się o tym dowiaduje. Tego dnia przypomnę, a dzień później także kierownikowi.
staff_exclude_case = Która rodzina? Kod jej sprawy, na przykład F-7Q2X.
staff_exclude_from =
    Z czego wykluczyć rodzinę z { $case }?
    { $lines }
staff_line_all_groups = { $n }. Ze wszystkich grup i ze wszystkiego
staff_line_only_group = { $n }. Tylko z { $group }
staff_exclude_reason = Dlaczego wykluczasz rodzinę z { $case }? Krótki powód. Przeczyta go tylko kilka osób.
staff_exclude_sure_group =
    Wykluczyć od razu rodzinę z { $case } z { $group }? Dorosłych: { $n }. Sprawa jest od: { $since }.
    Nie dostanie hasła do tej grupy. Hasło, które ma teraz, zostanie zmienione. Nie pozna powodu.
staff_exclude_sure =
    Wykluczyć od razu rodzinę z { $case } ze wszystkich grup? Dorosłych: { $n }. Sprawa jest od: { $since }.
    Nie dostanie hasła ani zaproszenia. Hasło, które ma teraz, zostanie zmienione. Nie pozna powodu.
staff_excluded = Rodzina z { $case } jest wykluczona. Wie, jak złożyć skargę.
staff_exclude_asked =
    { $by } prosi o wykluczenie rodziny z { $case } { $group ->
        [none] ze wszystkiego
       *[other] tylko z { $group }
    }. Coś w sprawie tej rodziny jest otwarte, więc jeden kierownik nie wystarczy. Porozmawiaj z: { $by }. Jeśli Twoja decyzja jest taka sama, napisz WYKLUCZ { $case }: wtedy to Twoja własna decyzja.
staff_extend_asked = { $by } prosi o wykluczenie jednej osoby z { $case } ze wszystkich grup. Coś w sprawie tej rodziny jest otwarte, więc jeden kierownik nie wystarczy. Porozmawiaj z: { $by }. Jeśli Twoja decyzja jest taka sama, napisz WYKLUCZENIA { $code }: wtedy to Twoja własna decyzja.
staff_exclude_asked_above = { $by } prosi o wykluczenie rodziny z { $case }. Coś w sprawie tej rodziny jest otwarte, więc musi zdecydować inny kierownik, a żaden inny nie może. Porozmawiaj z: { $by } i zadbaj, żeby ktoś jeszcze został kierownikiem.
staff_press_approved = Naciśnięto Przyjmij przy { $case }. Rodzina dowie się od razu. Na pewno?
staff_press_declined = Naciśnięto Odmów przy { $case }. Rodzina dowie się od razu. Na pewno?
staff_press_unreadable = Nie udało się odczytać tego przycisku. Napisz SPRAWY i zdecyduj tam.
staff_referrer_asked_for_safety = Sprawa { $case }: ktoś z zespołu rozmawiał z osobą kierującą mimo odmowy rodziny, dla czyjegoś bezpieczeństwa. Proszę go o to zapytać.
