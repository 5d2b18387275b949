# DRAFT: written for a human translator to check before staff read it.
# Breaches, complaints, concerns, promised calls, and what concerns one's own account.

## BREACH and BREACHES (G11).
staff_breach_group =
    Naruszenie w której grupie?
    { $lines }
staff_breach_nobody = Ta grupa nie ma członków.
staff_breach_member =
    O kogo chodzi? Jedna osoba.
    { $lines }
staff_breach_point = Który punkt umowy grupy?
    .keep_invitation = Przekazanie zaproszenia lub hasła
    .no_screenshots = Zrzut ekranu
    .no_recording = Nagrywanie
    .be_kind = Brak życzliwości
    .keep_private = Opowiadanie innym, co tu usłyszano
    .other = Inny punkt
staff_breach_words = Co się stało? Kilka prostych zdań: co widać lub słychać było i kiedy.
staff_breach_sure = Zgłosić: { $name }? Zawieszenie działa od razu. Decyduje kierownik, który tego nie zgłosił. Partner tej osoby nie traci niczego.
staff_breach_reported = Zgłoszono: { $code }. Osoba jest zawieszona. Decyduje kierownik.
staff_breaches_none = Żadne naruszenie nie czeka na Twoją decyzję.
staff_breaches =
    Te naruszenia czekają. Które?
    { $lines }
staff_breach_settled = O { $code } już zdecydowano. Ta decyzja obowiązuje; żeby kogoś przywrócić, kierownik pisze WYKLUCZENIA.
staff_breach_details =
    Naruszenie { $code }: { $name ->
        [none] nikt nie jest wskazany
       *[other] { $name }
    } w grupie { $group }
    Zgłosił(a) { $by }, { $when }
    { $lines }
staff_breach_point_told =
    { $point ->
        [keep_invitation] Przekazanie zaproszenia lub hasła
        [no_screenshots] Zrzut ekranu
        [no_recording] Nagrywanie
        [be_kind] Brak życzliwości
        [keep_private] Opowiadanie innym, co tu usłyszano
       *[other] Inny punkt
    }: { $words }
staff_picture_words = Z tego telefonu przyszło zdjęcie. Na moje pytanie była odpowiedź, że widać na nim inne osoby. Zdjęcia nie ma, nikt nie jest zawieszony. Proszę z nimi porozmawiać.
staff_breach_outcome = Uznane oznacza: wykluczenie z tej grupy na stałe, i tylko tej osoby. Nieuznane oznacza: członek grupy jak dotąd. Nic pośredniego nie ma. Jaka decyzja?
    .upheld = Uznane: wyklucz
    .not_upheld = Nieuznane: przywróć
    .leave = Zdecyduję później
staff_breach_nameless = To zgłoszenie nikogo nie wskazuje. Zapytaj osobę prowadzącą. Jeśli dowiesz się, kto to był, zgłoś tę osobę słowem NARUSZENIE. Potem zamknij to zgłoszenie.
    .not_upheld = Zamknij: sprawdzono
    .leave = Zdecyduję później
staff_breach_closed = { $code } jest zamknięte. Niczyje miejsce się przez to nie zmieniło.
staff_breach_upheld = { $code }: uznane. Osoba jest wykluczona z grupy i wie, jak złożyć skargę.
staff_breach_not_upheld = { $code }: nieuznane. Osoba jest członkiem grupy jak dotąd. Jeśli czeka jeszcze inne zgłoszenie o niej, pozostaje poza grupą do decyzji.

## COMPLAINTS (G12).
staff_complaints_none = Nie masz otwartych skarg.
staff_complaints =
    Twoje otwarte skargi. Która?
    { $lines }
staff_complaint =
    Skarga { $code }, { $when }
    { $lines }
    Słowa tej osoby: { $words }
staff_complaint_kind =
    Dotyczy: { $kind ->
        [group] grupy
        [staff] pracownika
        [data] ochrony danych
        [nursery] przedszkola
       *[other] czegoś innego
    }
staff_complaint_by =
    Od: { $name ->
        [none] osoba nie podaje nazwiska
       *[other] { $name }
    }
staff_complaint_dates =
    { $acknowledged ->
        [yes] Potwierdzona. Odpowiedź do: { $answer_by }.
       *[other] Potwierdzić do: { $acknowledge_by }. Odpowiedź do: { $answer_by }.
    }
staff_complaint_next = Co dalej?
    .acknowledge = Potwierdź ją
    .later = To potrwa dłużej: nowy termin
    .close = Odpowiedz i zamknij
    .leave = Zostaw na razie
staff_complaint_acknowledged = { $code } jest potwierdzona. Ta osoba wie, że zajmuje się nią człowiek.
staff_complaint_settled = Skarga { $code } ma odpowiedź i jest zamknięta. Słowa zostają w aktach, zapieczętowane.
staff_complaint_steps =
    Co już zrobiono:
    { $lines }
staff_line_complaint_step =
    { $n }. { $kind ->
        [acknowledged] Potwierdzona
        [progress] Nowy termin
        [handed_on] Nie potwierdzono na czas, przekazana
        [answered] Odpowiedź
        [review] Prośba o ponowne rozpatrzenie
       *[learned] Nauka
    }, { $by ->
        [none] ta osoba
       *[other] { $by }
    }, { $when }{ $words ->
        [none] .
       *[other] : { $words }
    }
staff_complaint_day = Do którego dnia przyjdzie odpowiedź?
staff_complaint_progress = Dlaczego to trwa dłużej? Ta osoba dostanie dokładnie te słowa.
staff_complaint_later = { $code }: ta osoba zna nowy termin, { $day }.
staff_complaint_learned = Czego nas to nauczyło? Zostaje w zapisach, bez nazwiska.
staff_line_count =
    { $kind ->
        [group] Grupy
        [staff] Pracownicy
        [data] Ochrona danych
        [nursery] Przedszkole
       *[other] Coś innego
    }, { $outcome ->
        [upheld] uznane
        [partly_upheld] częściowo uznane
        [not_upheld] nieuznane
       *[open] otwarte
    }: { $count }
staff_counts_none = Żadnych.
staff_counts =
    Skargi z ostatnich trzech miesięcy, dla zarządu:
    { $lines }
    Nie ma wśród nich skarg na Ciebie.
staff_complaint_outcome = Jaki jest wynik?
    .upheld = Uznana
    .partly_upheld = Częściowo uznana
    .not_upheld = Nieuznana
staff_complaint_answer = Jaka jest odpowiedź? Ta osoba dostanie dokładnie te słowa.
staff_complaint_sure =
    Wysłać tę odpowiedź i zamknąć { $code }?
    { $words }
staff_complaint_closed = { $code } jest zamknięta. Odpowiedź jest w drodze, razem z tym, jak poprosić o ponowne rozpatrzenie.

## CONCERN and CONCERNS (safeguarding).
staff_concern_words = Jeśli komuś grozi niebezpieczeństwo, najpierw zadzwoń: { $phone }. Potem napisz tu, co widać lub słychać było, dokładnie tymi słowami.
staff_concern_raised = Dziękuję. Wzywam osobę do spraw bezpieczeństwa. Numer { $code }. Nie wypytuj rodziny i nie mów nikomu innemu. Jeśli będzie gorzej, zadzwoń: { $phone }.
staff_concerns_none = Nie ma otwartych zgłoszeń dla Ciebie.
staff_concerns =
    Otwarte zgłoszenia. Które?
    { $lines }
staff_concern =
    Zgłoszenie { $code }, { $when }
    { $lines }
    Dokładne słowa: { $words }
staff_concern_who =
    { $name ->
        [none] Nazwisko nieznane
       *[other] { $name }
    }, { $phone }
staff_concern_danger =
    W niebezpieczeństwie teraz: { $danger ->
        [yes] TAK
        [no] nie
        [not_sure] nie wiadomo
       *[other] bez odpowiedzi
    }
staff_concern_safe =
    Czy można bezpiecznie pisać: { $safe ->
        [yes] tak
        [no] NIE. Wybierz inną drogę.
       *[other] bez odpowiedzi. Nie pisz.
    }
staff_concern_taken =
    { $by ->
        [none] Nikt się tym jeszcze nie zajmuje.
       *[other] Zajmuje się: { $by }.
    }
staff_concern_next = Co dalej?
    .acknowledge = Zajmuję się: przestań wzywać
    .lift = Bot może znowu do nich pisać
    .close = Zamknij tutaj
    .leave = Zostaw na razie
staff_concern_acknowledged = { $code } jest u Ciebie. Wzywanie ustało. Ta osoba nie dostaje nic automatycznie.
staff_concern_lifted = Gotowe. Bot może znowu pisać do tej osoby. { $code } zostaje u Ciebie.
staff_concern_sure = Czy { $code } jest już we własnym rejestrze bezpieczeństwa? Po zamknięciu ta kopia zostanie usunięta za kilka tygodni.
staff_concern_closed = { $code } jest zamknięte.

## RINGS and PHONE.
staff_rings_none = Nikt nie czeka na telefon.
staff_rings =
    Te rodziny czekają na telefon:
    { $lines }
staff_line_ring = { $n }. { $code }: { $name ->
        [none] jeszcze bez nazwiska
       *[other] { $name }
    }, { $phone ->
        [none] numer niewidoczny
       *[other] { $phone }
    }{ $changed ->
        [yes] {" "}(ten telefon się zmienił: nie dzwoń na żaden numer, który podaje, potem napisz ODBLOKUJ)
       *[no] {""}
    }, bezpieczna pora: { $safe_time ->
        [none] nie podano
       *[other] { $safe_time }
    }, do: { $when }
staff_ring_language = zapytaj o nią, z tłumaczem; język: { $answer }
staff_rings_which = O którym telefonie chcesz napisać? Numer albo kod z listy.
staff_ring_outcome = Jak poszło? Przedstaw się tylko tej osobie, nikomu innemu.
    .spoke = Była rozmowa
    .no_answer = Bez odpowiedzi
    .warned = Padło słowo ostrzegawcze albo osoba nie mogła mówić swobodnie
    .leave = Jeszcze nie dzwoniłem(-am)
staff_ring_spoke = { $code } zrobione. Dziękuję.
staff_ring_no_answer = { $code } pozostaje otwarte. Przypomnę znowu.
staff_phone_code = Jaki kod? Jest w powiadomieniu ode mnie: kod sprawy albo kod telefonu.
staff_phone_sure = Czy rozmawiałeś(-aś) osobiście z tą osobą, na numer znany wcześniej, i czy to jej telefon?
staff_phone_confirmed = Gotowe. Telefon w { $code } należy do tej osoby.

## UNFREEZE.
staff_unfreeze_code = Która sprawa? Jej kod jest w powiadomieniu na kanale pracowników.
staff_unfreeze_none = Żaden telefon w { $code } nie jest zablokowany.
staff_line_frozen =
    { $phone ->
        [none] { $n }. { $name }, { $channel ->
            [whatsapp] WhatsApp
           *[other] Signal
        }: nie znamy innego numeru. Spotkaj się z tą osobą albo zapytaj instytucję, która ją skierowała.
       *[other] { $n }. { $name }, { $channel ->
            [whatsapp] WhatsApp
           *[other] Signal
        }: zadzwoń pod { $phone }
    }
staff_unfreeze_which =
    Czyj telefon odblokować?
    { $lines }
staff_unfreeze_method = Jak na żywo sprawdzono, że to ta osoba? Dzwoń na numer znany wcześniej, nigdy na taki, który ktoś właśnie podał.
    .call = Rozmowa na numer znany wcześniej
    .agency = Rozmowa na numer, który podała instytucja, która skierowała rodzinę
    .video = Wideo
    .in_person = Osobiście
    .warned = Padło słowo ostrzegawcze albo osoba nie mogła mówić swobodnie
    .leave = Jeszcze nie sprawdzono
staff_unfreeze_sure = Czy na pewno rozpoznajesz osobę: { $name }, i mówi ona, że to jej telefon?
# A3: what the safeguarding lead reads, and what whoever rang hears.
staff_warned_words = Podczas rozmowy padło słowo ostrzegawcze albo osoba nie mogła mówić swobodnie.
staff_warned = Dziękuję. Wzywam osobę do spraw bezpieczeństwa. Numer { $code }. Na telefonie nic nie widać, a bot sam nic tam nie napisze. Proszę nie dzwonić i nie pisać, dopóki osoba do spraw bezpieczeństwa nie powie, jak to zrobić. Nie mów o tym nikomu innemu. Jeśli komuś teraz coś grozi, zadzwoń: { $phone }.
staff_unfreeze_done = Gotowe. Telefon osoby { $name } znów dostaje hasła.

## LOST.
staff_lost_case = Która sprawa? Kod wygląda tak: F-4EUW.
staff_lost_none = Nikt dorosły w { $code } nie ma tu własnego telefonu.
staff_line_contact = { $n }. { $name }: { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    }{ $status ->
        [first] , tam piszemy
        [frozen] , zablokowane
        [held] , czeka na sprawdzenie
        [stopped] , nie chce wiadomości
       *[other] {""}
    }
staff_lost_which =
    Co zaginęło?
    { $lines }
staff_lost_sure = Czy nic więcej nie wysyłać? { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    }: { $name }
staff_lost_removed = Gotowe. Kto stamtąd napisze ({ $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    }), jest teraz kimś obcym. { $name } może pisać z drugiego miejsca.
staff_lost_frozen = Gotowe. To jedyny kontakt, dlatego { $name } nie dostanie hasła, dopóki nie porozmawiasz z tą osobą na żywo: ODBLOKUJ { $code }.

## WHY, POLICIES and LANGUAGE.
staff_why_none = Niczego Ci nie odmówiono.
staff_why = To zasada { $clause } z wytycznych. Jeśli jest tu błąd, zapytaj kierownika. Zasada brzmi:
staff_policies =
    Proszę przeczytać obie zasady organizacji { $organisation }: ochrona danych i poufność:
    { $lines }
    Czy je znasz i będziesz ich przestrzegać?
    .later = Później
staff_policies_done = Dziękuję. Twoje konto działa. Zapytam znowu za rok albo po zmianie zasad.
staff_policies_later = Dobrze. Do tego czasu konto pozwala tylko zgłaszać niepokój i zmieniać hasła.
staff_language =
    Jaki język?
    { $lines }
staff_language_done = Gotowe: { $language }.

## RESTRICT (G12.2).
staff_restrict_case = Która rodzina? Kod jej sprawy, na przykład F-7Q2X.
staff_restrict_on_sure = Czy rodzina ze sprawy { $case } ma tu pisać tylko w kilku sprawach? SKARGA, POMOC, MOJE DANE, NIEZADOWOLONA i wszystko o spotkaniach pozostaje. Na nic innego nie odpowiadam. Rodzina się o tym dowie.
staff_restrict_off_sure = Rodzina ze sprawy { $case } może teraz pisać tylko w kilku sprawach. Czy ma znów pisać jak dawniej? Rodzina się o tym dowie.
staff_restrict_reason = Dlaczego? Może to przeczytać niewiele osób; rodzina nie.
staff_restrict_on = Gotowe. Rodzina ze sprawy { $case } wie, co pozostaje.
staff_restrict_off = Gotowe. Rodzina ze sprawy { $case } może pisać jak dawniej.
