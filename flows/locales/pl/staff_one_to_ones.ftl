# DRAFT: written for a human translator to check before staff read it.
# ONE: a meeting with one adult of a family (I1, I2).

staff_one = Ciąg dalszy zaplanowanej rozmowy czy nowa?
    .open = Zaplanowana
    .new = Nowa
staff_one_which =
    Która?
    { $lines }
staff_line_one =
    { $n }. { $meeting }, { $when }{ $begun ->
        [yes] , trwa
       *[other] {""}
    }
staff_one_group =
    Z kimś z której grupy?
    { $lines }
staff_one_nobody = Nikt tam jeszcze nie jest uczestnikiem. Rozmowa wymaga tych samych sprawdzeń i tej samej zgody co grupa.
staff_one_who =
    Z kim?
    { $lines }
staff_one_sensitive = Czy mogą się pojawić sprawy bardzo osobiste? Zdrowie, przemoc, pieniądze, sądy, kłopoty dziecka.
    .yes = Tak
    .no = Nie
    .not_sure = Nie wiem
staff_one_platform =
    Gdzie się spotykacie?
    { $lines }
staff_one_end_to_end = Czy w Zoomie jest włączone szyfrowanie od końca do końca? Wtedy nikt nie dołączy telefonem ani z przeglądarki i nie ma napisów.
staff_one_reason = Mogą się pojawić sprawy bardzo osobiste, a to nie jest szyfrowane od końca do końca. Kierownik może na to pozwolić. Dlaczego? Na przykład: mają tylko telefon stacjonarny.
staff_one_instead = Mogą się pojawić sprawy bardzo osobiste, więc zwykły Zoom nie wystarczy. Zaproponuj rozmowę z telefonu służbowego. Kierownik może pozwolić inaczej, z powodem.
    .signal_call = Rozmowa Signal
    .whatsapp_call = Rozmowa WhatsApp
    .leave = Na razie zostaw
staff_one_day = W którym dniu? Na przykład jutro, piątek albo 1 grudnia.
staff_one_time = O której się zaczyna? Na przykład 10:30.
staff_one_minutes = Ile minut trwa?
staff_one_buddy =
    Kto czuwa? Zna czas i miejsce, wie, kiedy zaczynasz i kończysz, i dostaje wezwanie, gdy nie zgłosisz końca. Nie wie, z kim rozmawiasz.
    { $lines }
staff_one_sure =
    Z { $name }, { $day }, { $at }, minuty: { $minutes }, { $platform ->
        [zoom] Zoom
        [signal_call] rozmowa Signal
        [whatsapp_call] rozmowa WhatsApp
       *[other] { $platform }
    }. Czy to się zgadza?
staff_one_made = Zaplanowano: { $meeting }, { $when }. Ta osoba ma przeczytać zaproszenie i powiedzieć tak. Przekażę odpowiedź. Na początku napisz ROZMOWA { $meeting }.
staff_one_made_silent = Zaplanowano: { $meeting }, { $when }. Na ten telefon nie piszę. Powiedz jej o bezpiecznej porze: może napisać MOJE SPOTKANIE. Na początku napisz ROZMOWA { $meeting }.
staff_one_yours = Kierownik zaplanował dla Ciebie rozmowę { $meeting }, { $when }. Napisz ROZMOWA { $meeting }, aby ją zobaczyć.
staff_one_accepted = Tak: rozmowa { $meeting } została przyjęta.
staff_one_declined = Nie: rozmowa { $meeting } została odrzucona i wykreślona. Powodu podawać nie trzeba.
staff_one_details =
    { $meeting }, { $when }
    Z: { $name }. { $platform ->
        [zoom] Na Zoomie.
       *[other] Zadzwoń z telefonu służbowego na sprawdzony numer: { $phone }
    }
    { $agreed ->
        [yes] Jest zgoda tej osoby.
       *[other] NIE MA jeszcze zgody tej osoby.
    }
staff_one_not_recorded = Czy na pewno nic nie nagrywa: żadnych nagrań, notatek AI, nikt inny nie słucha poza tłumaczem? Napisy są w porządku, jeśli nikt ich nie zapisuje.
staff_one_recognised = Czy głos albo twarz tej osoby są Ci osobiście znane?
staff_one_begun = Rozmowa { $meeting } trwa. Wyjaśnij, co pasuje: wyciszenie, wyłączenie wideo, wyjście, komu powiedzieć, gdy coś nie tak. Nie rób tu notatek. Na końcu napisz ROZMOWA { $meeting }.
staff_one_end_sure = Czy rozmowa { $meeting } się skończyła i wszyscy są cali? Treści nigdzie tu nie zapisujemy. Jeśli komuś może stać się krzywda, napisz potem NIEPOKÓJ.
staff_one_ended = Rozmowa { $meeting } skończona. Dziękuję za zgłoszenie.
staff_one_not_begun = Rozmowa { $meeting } powinna już trwać. Napisz ROZMOWA { $meeting } albo ODWOŁAJ { $meeting }.
staff_one_check_out = Nie ma zgłoszenia końca rozmowy { $meeting }. Czy jest skończona i czy wszystko u Ciebie dobrze? Napisz ROZMOWA { $meeting }. Osoba, która czuwa, ma do Ciebie zadzwonić.
staff_one_not_ended = Nikt nie zgłosił końca rozmowy { $meeting }. Zadzwoń teraz do osoby, która ją prowadzi: { $leader }. Gdy wiesz, że wszystko dobrze, napisz ROZMOWA { $meeting }. Jeśli nikt nie odbiera, powiedz kierownikowi.
staff_one_alone = Nikt nie zgłosił końca rozmowy { $meeting }. Zadzwoń do osoby, która ją prowadzi: { $leader }, i do osoby, która czuwa: { $second }. Gdy wiesz, że wszystko dobrze, napisz ROZMOWA { $meeting }.
staff_buddy_asked =
    Czuwasz nad rozmową { $meeting }, którą prowadzi { $leader }: { $when }, { $platform ->
        [zoom] Zoom
        [signal_call] rozmowa Signal
        [whatsapp_call] rozmowa WhatsApp
       *[other] { $platform }
    }. Nie musisz w niej być. Powiem, kiedy się zacznie i skończy.
staff_buddy_begun = Rozmowa { $meeting } trwa. Powinna się skończyć: { $until }.
staff_buddy_ended = Rozmowa { $meeting } jest skończona i zgłoszona.
staff_buddy_cancelled = Rozmowa { $meeting } się nie odbędzie.
