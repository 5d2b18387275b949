# DRAFT: written for a human translator to check before staff read it.
# What staff read outside the guided conversations: the menu, words, cards in the staff channel, and notices.
# Cards and everything else in the staff channel carry pointers only.

## The words that staff can write, by the conversation that they start. Several spellings stand between commas.
staff_words = Słowa dla pracowników
    .menu = MENU, POMOC
    .now = TERAZ
    .week = TYDZIEŃ, TYDZIEN
    .clocks = TERMINY
    .cases = SPRAWY
    .case = SPRAWA
    .group = GRUPA
    .invite = ZAPROŚ, ZAPROS
    .name = NAZWA
    .referral_code = SKIEROWANIE
    .revoke = UNIEWAŻNIJ, UNIEWAZNIJ
    .meeting = SPOTKANIE
    .ready = GOTOWE
    .here = JESTEM
    .rotate = ZMIEŃ HASŁO, ZMIEN HASLO
    .held = KTO MIAŁ, KTO MIAL
    .host = HOST
    .list = LISTA
    .start = ZACZNIJ
    .stranger = OBCY
    .moderate = MODERUJ
    .open_session = OTWÓRZ, OTWORZ
    .end = KONIEC
    .cancel_meeting = ODWOŁAJ, ODWOLAJ
    .move = PRZENIEŚ, PRZENIES
    .late = SPÓŹNIENIE, SPOZNIENIE
    .one_to_one = ROZMOWA
    .cover = ZASTĘPSTWO, ZASTEPSTWO
    .flag = OZNACZ
    .restrict = OGRANICZ
    .excluding = WYKLUCZ
    .qualify = KWALIFIKACJE
    .offboard = ODEJŚCIE, ODEJSCIE
    .lockdown = BLOKADA
    .breach = NARUSZENIE
    .breaches = NARUSZENIA
    .bars = WYKLUCZENIA, PRZYWRÓĆ, PRZYWROC
    .break_glass = ZBIJ SZYBKĘ, SZYBKA
    .reads = ODCZYTY
    .incident = INCYDENT
    .incidents = INCYDENTY
    .complaints = SKARGI
    .data_requests = DANE
    .counts = LICZBY
    .concern = NIEPOKÓJ, NIEPOKOJ
    .concerns = ZGŁOSZENIA, ZGLOSZENIA
    .rings = TELEFONY
    .confirm_phone = TELEFON
    .unfreeze = ODBLOKUJ
    .lost = ZGUBIONY
    .publish = PUBLIKUJ
    .speak = ZA
    .hear = WYSŁUCHAJ
    .over = KONIEC ROZMOWY
    .why = DLACZEGO
    .policies = ZASADY
    .back = WSTECZ, COFNIJ
    .language = JĘZYK, JEZYK

## The private line.
staff_hello = Dzień dobry. To linia dla pracowników organizacji { $organisation }. Jestem komputerem. Napisz MENU, aby zobaczyć, co tu można zrobić.
staff_code_unread =
    { $kind ->
        [case] Po słowie { $word } nie widzę kodu sprawy. Wygląda jak F-7Q2X. Jest na karcie na kanale pracowników i w SPRAWY.
        [phone] Po słowie { $word } nie widzę kodu. Jest w powiadomieniu ode mnie i wygląda jak F-7Q2X. Telefon może też mieć własny kod, jak K7QM-2XYZ.
        [meeting] Po słowie { $word } nie widzę kodu spotkania. Wygląda jak M-7Q2X; pokazuje go TYDZIEŃ. Można też napisać samo { $word }.
        [group] Po słowie { $word } nie widzę kodu grupy. Wygląda jak G-7Q2X. Napisz samo { $word } i wybierz grupę z listy.
        [one_to_one] Po słowie { $word } nie widzę kodu. Kod spotkania wygląda jak M-7Q2X, kod grupy jak G-7Q2X. Można też napisać samo { $word } i wybrać z listy.
        [spoken] Po słowie { $word } nie widzę kodu. Rodzina bez telefonu ma kod jak T-7Q2X, sprawa jak F-7Q2X. Oba pokazuje SPRAWA. Można też napisać samo { $word }.
        [secret] Po słowie { $word } nie widzę kodu. Ma osiem liter i cyfr, jak K7QM-2XYZ. Jest w wiadomości, którą ktoś od Ciebie dostał. Można też napisać samo { $word } i wybrać z listy.
        [breach] Po słowie { $word } nie widzę kodu naruszenia. Wygląda jak B-7Q2X. Napisz samo { $word } i wybierz z listy.
        [bar] Po słowie { $word } nie widzę kodu wykluczenia. Wygląda jak X-7Q2X. Napisz samo { $word } i wybierz z listy.
        [complaint] Po słowie { $word } nie widzę kodu. Wygląda jak C-7Q2X. Jest w powiadomieniu ode mnie. Można też napisać samo { $word } i wybrać z listy.
        [concern] Po słowie { $word } nie widzę kodu zgłoszenia. Wygląda jak K-7Q2X. Jest w powiadomieniu ode mnie. Można też napisać samo { $word } i wybrać z listy.
        [incident] Po słowie { $word } nie widzę kodu incydentu. Wygląda jak D-7Q2X. Napisz samo { $word } i wybierz z listy.
        [ring] Po słowie { $word } nie widzę kodu rozmowy. Wygląda jak R-7Q2X. Napisz samo { $word } i wybierz z listy.
        [read] Po słowie { $word } nie widzę kodu. Sprawa wygląda jak F-7Q2X, skarga jak C-7Q2X, zgłoszenie jak K-7Q2X. Aby sprawdzić kogoś z zespołu, napisz samo { $word }, a potem skrót tej osoby.
        [language] Nie znam tego języka. Napisz samo { $word } i wybierz z listy.
       *[alone] Po słowie { $word } nic nie może stać. Napisz samo { $word }; o resztę zapytam.
    }
staff_not_bound = Nie znam tego telefonu. Jeśli tu pracujesz, poproś kierownika o kod jednorazowy. Potem napisz STAFF i ten kod.
staff_bound =
    Gotowe. Ten telefon jest teraz Twoją linią służbową. Napisz MENU, aby zobaczyć, co tu można zrobić.
    Zabezpiecz ten telefon kodem. W ustawieniach aplikacji ustaw PIN i włącz blokadę rejestracji (Signal) albo weryfikację dwuetapową (WhatsApp): wtedy nikt nie przejmie Twojego numeru.
staff_code_on_signal = Kod dla pracowników działa tylko w Signalu: tam nikt inny nie czyta. Napisz go tam.
staff_code_wrong = Ten kod nie działa. Poproś kierownika o nowy.
staff_still = Nic nie jest otwarte. Napisz TERAZ, aby zobaczyć następne spotkanie, albo MENU.
staff_words_only = Czytam tylko słowa, więc nic z tego nie zostało. Proszę to napisać.
staff_did_you_mean = Nie mogę tego tutaj odczytać. Czy chodzi o { $word_list }? Proszę to napisać. MENU pokazuje wszystko, co działa.
staff_nothing_before = Przed tym pytaniem nie ma nic, co można jeszcze zmienić. Odpowiedz na nie albo napisz MENU, aby zrobić coś innego.
staff_nothing_done = Dobrze. Nic się nie zmieniło.
staff_pick_listed = Proszę napisać numer albo kod z listy.
staff_ticks_needed = Proszę napisać numery tego, co zostało zrobione, od 1 do { $count }, na przykład 1 2 3. Słowo WSZYSTKO oznacza wszystkie, 0 oznacza żaden.
staff_several_needed = Proszę napisać numery z listy, od 1 do { $count }, na przykład 1 3. WSZYSCY oznacza wszystkich, 0 oznacza nikogo.
staff_link_needed = Proszę przysłać cały link i nic więcej. Zaczyna się od https.
staff_link_elsewhere = Ten link prowadzi gdzie indziej. Link tego spotkania prowadzi do: { $word_list }. Skopiuj go z platformy i przyślij tutaj.
refusal_clause = To zasada { $clause }. Napisz DLACZEGO, aby przeczytać to jeszcze raz.
refusal_clause_case = To zasada { $clause }. Napisz SPRAWA { $case }, aby zrobić następny krok, albo DLACZEGO, aby przeczytać to jeszcze raz.

## The menu. The word in brackets starts it at any time.
staff_menu = Co chcesz zrobić? W każdej chwili możesz też napisać słowo z nawiasu.
    .policies = Najpierw potwierdź zasady (ZASADY)
    .now = Następne spotkanie: czego brakuje (TERAZ)
    .clocks = Co jest na kiedy (TERMINY)
    .cases = Rodziny, które czekają (SPRAWY)
    .breaches = Decyzja o naruszeniu (NARUSZENIA)
    .incidents = Incydenty danych (INCYDENTY)
    .complaints = Skargi, które prowadzisz (SKARGI)
    .concerns = Zgłoszenia o bezpieczeństwo (ZGŁOSZENIA)
    .data_requests = Prośby o dane (DANE)
    .here = Jestem na spotkaniu (JESTEM)
    .ready = Przygotuj platformę (GOTOWE)
    .list = Kto może wejść (LISTA)
    .start = Zacznij spotkanie (ZACZNIJ)
    .stranger = Ktoś jest nieznany (OBCY)
    .end = Zakończ spotkanie (KONIEC)
    .rotate = Zmień hasło teraz (ZMIEŃ HASŁO)
    .concern = Zgłoś niepokój o bezpieczeństwo (NIEPOKÓJ)
    .rings = Do kogo zadzwonić (TELEFONY)
    .more = Więcej
staff_menu_more = Co jeszcze?
    .invite = Zaproś rodzinę (ZAPROŚ)
    .referral_code = Kod dla osoby kierującej (SKIEROWANIE)
    .revoke = Unieważnij kod (UNIEWAŻNIJ)
    .week = Spotkania przez siedem dni (TYDZIEŃ)
    .meeting = Zaplanuj spotkanie (SPOTKANIE)
    .late = Powiadom, że zacznie się później (SPÓŹNIENIE)
    .move = Przenieś spotkanie (PRZENIEŚ)
    .cancel_meeting = Odwołaj spotkanie (ODWOŁAJ)
    .held = Kto miał stare hasło (KTO MIAŁ)
    .host = Link do rozpoczęcia spotkania (HOST)
    .incident = Zgłoś incydent danych (INCYDENT)
    .breach = Zgłoś naruszenie (NARUSZENIE)
    .moderate = Lista moderatora (MODERUJ)
    .open_session = Otwórz duże spotkanie (OTWÓRZ)
    .counts = Skargi w liczbach (LICZBY)
    .bars = Kto jest wykluczony; uchylenie (WYKLUCZENIA)
    .break_glass = Otwórz sprawę spoza swojego zespołu (ZBIJ SZYBKĘ)
    .reads = Kto co czytał (ODCZYTY)
    .group = Utwórz grupę lub zmień miejsca (GRUPA)
    .one_to_one = Rozmowa w cztery oczy: zaplanuj, zacznij, zakończ (ROZMOWA)
    .cover = Zastępstwo na jedno spotkanie (ZASTĘPSTWO)
    .flag = Oznacz sprawę rodziny (OZNACZ)
    .restrict = Rodzina może pisać tylko w kilku sprawach (OGRANICZ)
    .excluding = Wyklucz rodzinę z grupy albo ze wszystkich (WYKLUCZ)
    .qualify = Potwierdź kwalifikacje (KWALIFIKACJE)
    .offboard = Zamknij konto kogoś z zespołu (ODEJŚCIE)
    .lockdown = Zamknij konto, które ktoś mógł przejąć (BLOKADA)
    .name = Zezwól na nazwę na ekranie (NAZWA)
    .confirm_phone = Potwierdź drugi telefon (TELEFON)
    .unfreeze = Odblokuj telefon po sprawdzeniu (ODBLOKUJ)
    .lost = Zgubiony telefon rodziny (ZGUBIONY)
    .publish = Nowa umowa grupy (PUBLIKUJ)
    .speak = Pisać za rodzinę bez telefonu (ZA)
    .hear = Wysłuchać zgody osoby, która mało czyta (WYSŁUCHAJ)
    .why = Dlaczego odmowa? (DLACZEGO)
    .language = Inny język (JĘZYK)

## The staff channel. Buttons of its cards.
button_claim = Biorę
button_approve = Przyjmij
button_decline = Odmów
button_rotate = Zmień hasło
button_details = Szczegóły

## The staff channel. Cards: $case, $n (days), $by (handle), $when, $decision (approved or declined).
page_case_waiting =
    { $n ->
        [0] Sprawa { $case }, nowa dzisiaj
        [one] Sprawa { $case }, czeka { $n } dzień
       *[other] Sprawa { $case }, czeka { $n } dni
    }
card_case =
    { $n ->
        [0] Sprawa { $case }, nowa dzisiaj
        [one] Sprawa { $case }, czeka { $n } dzień
       *[other] Sprawa { $case }, czeka { $n } dni
    }
card_case_claimed = Sprawa { $case }, prowadzi { $by }, { $when }
card_case_held = Sprawa { $case }, wstrzymana przez { $by }, do: { $when }
card_case_decided =
    { $decision ->
        [approved] Sprawa { $case }, przyjęta: { $by }, { $when }
        [declined] Sprawa { $case }, odmowa: { $by }, { $when }
       *[other] Sprawa { $case }, zamknięta: { $by }, { $when }
    }

## Where cards have no buttons: a line for each act, and how it is answered.
card_sign = { $number } { $sign } { $label }
card_answer = Odpowiedz na tę wiadomość numerem albo dodaj do niej znak.

## The staff channel. Answers to a press.
press_confirm_on_line = Ciąg dalszy na Twojej prywatnej linii.
press_already = Za późno: { $by } już to zrobił(a).
press_refused = Odmowa. Napisz DLACZEGO na swojej prywatnej linii.

## The staff channel. Notices. $meeting and $group_code are codes.
staff_channel_new_meeting = Nowe spotkanie { $meeting } grupy { $group_code }: { $when }
staff_hold_over = Sprawa { $case } była wstrzymana do: { $until }. Rodzina czeka na wiadomość. Napisz SPRAWA { $case } i zdecyduj albo podaj, ile to jeszcze potrwa.
staff_first_contact_late =
    { $n ->
        [one] Sprawa { $case }: od { $n } dnia nikt nie rozmawiał z rodziną. Proszę zadzwonić dziś.
       *[other] Sprawa { $case }: od { $n } dni nikt nie rozmawiał z rodziną. Proszę zadzwonić dziś.
    }
staff_send_failed = Spotkanie { $meeting }: hasło nie dotarło w sprawie { $case }. Proszę zadzwonić.
staff_message_lost = Sprawa { $case }: wiadomość mogła nie dotrzeć do rodziny. Napisz SPRAWA { $case } na swojej prywatnej linii i zadzwoń do nich.
staff_parked_turn = Nie udało się obsłużyć jednej wiadomości. Jest zachowana. Proszę powiedzieć osobie, która opiekuje się tym botem.

## Private notices about meetings. $blocks is a list of the texts below.
staff_meeting_blocked = Spotkanie { $meeting } jeszcze nie może ruszyć.
    { $blocks }
    Napisz TERAZ, aby zobaczyć następny krok.
staff_platform_wanted = Hasło spotkania { $meeting } trzeba ustawić na platformie. Osoba prowadząca albo druga osoba: napisz GOTOWE { $meeting }. Będę przypominać, aż ktoś to zrobi.
staff_password_changed = Hasło spotkania { $meeting } zmieniono. Stare już nie działa. Osoba prowadząca albo druga osoba: napisz GOTOWE { $meeting }, aby ustawić nowe.
staff_call_wanted = Spotkanie { $meeting } potrzebuje linku do rozmowy. Osoba prowadząca albo druga osoba: napisz GOTOWE { $meeting }. Będę przypominać, aż ktoś to zrobi.
staff_call_changed =
    Link do rozmowy { $meeting } może mieć ktoś, kogo nie powinno tam być. Nikomu go już nie podaję.
    1. Jeśli rozmowa trwa, usuń każdego, kogo nie ma na LISTA { $meeting }, i zakończ ją dla wszystkich.
    2. Usuń link do rozmowy. Do tego czasu nadal działa.
    3. Osoba prowadząca albo druga osoba: napisz GOTOWE { $meeting }, aby podać nowy, potem KTO MIAŁ { $meeting }, aby zobaczyć, kto miał stary.
staff_live_leak =
    Spotkanie { $meeting } trwa i może być na nim ktoś, kogo nie powinno tam być. Teraz:
    1. Zablokuj spotkanie. Nikt więcej nie wejdzie.
    2. Przenieś wszystkich do poczekalni albo zatrzymaj obraz i dźwięk.
    3. Usuń każdego, kogo nie ma na LISTA { $meeting }.
    4. Osoba prowadząca albo druga osoba: napisz GOTOWE { $meeting }: nowe spotkanie, nowy link. Stare hasło już nie działa.
staff_nearly_large = Grupa { $group }: dorosłych jest teraz { $n } (rodziny { $families }, ekrany { $screens }). Od { $limit } każde spotkanie musi moderować trzecia osoba z pracowników. Poszukaj jej i napisz GRUPA.
staff_now_large = Grupa { $group }: dorosłych jest teraz { $n } (rodziny { $families }, ekrany { $screens }). Od { $limit } nikt nie dostanie hasła, dopóki trzecia osoba z pracowników nie moderuje i tego nie potwierdzi. Napisz GRUPA, aby obsadzić to miejsce.
staff_report_incomplete = Spotkanie { $meeting } zaczęło się bez wszystkich siedmiu punktów. Porozmawiaj z osobą prowadzącą.
staff_password_leak = Ktoś spoza grupy może znać hasło spotkania { $meeting }. Hasło zmieniono. Osoba prowadząca albo druga osoba: napisz GOTOWE { $meeting }, potem KTO MIAŁ { $meeting }.

## What blocks a meeting.
blocks_no_leader = Nie ma osoby prowadzącej.
blocks_no_second = Nie ma drugiej osoby.
blocks_leader_not_here = Osoba prowadząca nie potwierdziła.
blocks_second_not_here = Druga osoba nie potwierdziła.
blocks_moderator = To duże spotkanie: potrzebna jest trzecia osoba, moderator, która potwierdzi.
blocks_platform = Platforma nie jest przygotowana.
blocks_no_password = Nie ma jeszcze hasła.
blocks_no_link = Nie ma linku.
blocks_unanswered = Rodzina jeszcze nie powiedziała tak.
blocks_paused = Grupa jest wstrzymana.

## Private notices about families.
staff_unhappy_private =
    { $name } w grupie { $group } nie czuje się dobrze:
    { $lines }
    Proszę porozmawiać osobiście, wkrótce i na osobności.
staff_look_alike = Sprawa { $case } przypomina kogoś, kogo znamy. Sprawdź przed decyzją. Nic nie mów rodzinie.
staff_half_waits = O { $case } decydują dwie osoby, a { $by } już zdecydował(a). Sprawdź sprawę samodzielnie: napisz SPRAWA { $case }. Liczy się tylko ta sama decyzja obojga.
staff_look_alike_of =
    { $codes ->
        [none] Sprawa { $case } przypomina kogoś, kogo znamy.
       *[other] Sprawa { $case } przypomina: { $codes }, albo podaje nazwisko stamtąd. Porównaj je.
    } Sprawdź przed decyzją. Jeśli to może być ta sama osoba, zadzwoń pod numer znany wcześniej. Nic nie mów rodzinie.
staff_ring_these =
    Proszę zadzwonić do: { $names } (osób: { $count }, spotkanie { $meeting }). Hasło nie dociera przez komunikator.
    Podajemy je tylko przez telefon, osobie, której głos znamy. TERAZ pokazuje, kto jeszcze go nie ma.
staff_passwords_stuck =
    { $count ->
        [one] Spotkanie { $meeting }: hasło nie dociera do jednej rodziny. Osoba prowadząca albo druga osoba wie, do kogo zadzwonić.
       *[other] Spotkanie { $meeting }: hasło nie dociera do { $count } rodzin. Osoba prowadząca albo druga osoba wie, do kogo zadzwonić.
    }
staff_passwords_stuck_alone =
    { $count ->
        [one] Spotkanie { $meeting }: hasło nie dociera do jednej rodziny. Linie osoby prowadzącej i drugiej osoby też milczą.
       *[other] Spotkanie { $meeting }: hasło nie dociera do { $count } rodzin. Linie osoby prowadzącej i drugiej osoby też milczą.
    }
    Niech ktoś teraz zadzwoni do osoby prowadzącej. Ona zadzwoni do rodzin i poda hasło tylko przez telefon.
    Napiszę tutaj, kiedy linia znów zadziała.
staff_line_works_again =
    { $count ->
        [0] Spotkanie { $meeting }: linia znów działa. Każda rodzina ma już hasło.
        [one] Spotkanie { $meeting }: linia znów działa. Jedna rodzina nadal nie ma hasła. Osoba prowadząca albo druga osoba wie która.
       *[other] Spotkanie { $meeting }: linia znów działa. Nadal bez hasła rodzin: { $count }. Osoba prowadząca albo druga osoba wie które.
    }
staff_unheard =
    { $count ->
        [one] Wiadomość do { $by } nie dotarła. Poproś, by { $by } sprawdził(a) telefon i napisał(a) TERAZ oraz TERMINY.
       *[other] Wiadomości do { $by } nie dotarły. Poproś każdą z tych osób, by sprawdziła telefon i napisała TERAZ oraz TERMINY.
    }
staff_many_codes = Na { $channel } ktoś wpisuje wiele błędnych kodów. Niczego nie otwierają. Przez godzinę nie sprawdzam stamtąd kodów. Kto ma kod, może poprosić o telefon.
staff_invitation_reused = Ktoś próbował użyć zużytego zaproszenia do grupy { $group }. Nigdzie nie wszedł. Zapytaj życzliwie rodzinę, czy przekazała je dalej.
staff_frozen_contact =
    Telefon jednej z rodzin się zmienił. Nie dostanie hasła, dopóki ktoś nie porozmawia z tą osobą na żywo.
    { $case ->
        [none] Nie należy do żadnej sprawy.
       *[other] Potem napisz ODBLOKUJ { $case } na swojej prywatnej linii.
    }
staff_unheard_contacts =
    Od { $days ->
        [one] jednego dnia
       *[other] { $days } dni
    } nikt nie pisał z telefonu: { $case }. Numer może przejść na kogoś innego.
    Nie dostanie hasła, dopóki ktoś z zespołu nie porozmawia na żywo z tą osobą. Proszę zadzwonić.
    Potem trzeba napisać ODBLOKUJ i kod sprawy na swojej prywatnej linii.
staff_other_phone = Ktoś chce pisać z jeszcze jednego telefonu albo aplikacji. Porozmawiaj z tą osobą, dzwoniąc na numer znany wcześniej. Potem napisz TELEFON { $code }.
staff_phone_removed = Rodzina usunęła zgubiony telefon albo aplikację. Jeśli nie wiesz na pewno, że to oni, zadzwoń do nich. Sprawa: { $code }.
staff_second_phone = Drugi telefon czeka na potwierdzenie. Porozmawiaj z tą osobą dorosłą, potem napisz TELEFON { $code }.

## Private notices for those who handle a matter. They carry no words of the matter.
staff_complaint_new = Skarga { $code } jest Twoja. Proszę potwierdzić ją do: { $when }. Napisz SKARGI { $code }.
staff_complaint_handed_on = Skarga { $code } nie została potwierdzona na czas, więc zajmuje się nią teraz ktoś inny. Nie musisz już nic z nią robić.
staff_complaint_due = Mija termin skargi { $code }: { $when }. Napisz SKARGI { $code }.
staff_complaint_check = Skarga { $code } na pracownika wpłynęła kilka tygodni temu. Zapytaj tę osobę, na osobności, czy odtąd ktoś traktuje ją gorzej. Nie mów nikomu, kogo skarga dotyczy.
staff_concern_more = Do zgłoszenia { $code } o bezpieczeństwo ktoś coś dopisał. Napisz ZGŁOSZENIA { $code }, aby to przeczytać.
staff_concern_page = Zgłoszenie { $code } o bezpieczeństwo czeka na Ciebie. Napisz teraz ZGŁOSZENIA { $code }. Będę wzywać, aż ktoś je przejmie.
staff_breach_waiting = Naruszenie { $code } czeka na decyzję. Do tego czasu osoba jest zawieszona. Napisz NARUSZENIA { $code }.
staff_picture_reported = { $breach }: ktoś z grupy przysłał zdjęcie i sam powiedział, że widać na nim inne osoby. Zdjęcia nie ma. Nikt nie jest zawieszony. Napisz NARUSZENIA { $breach }.
staff_ring_new = Rodzina prosi o telefon do: { $when }. Napisz TELEFONY.
staff_ring_due = Obiecany telefon się spóźnia: { $code }. Napisz TELEFONY.
staff_recording_reported = Rodzina pisze, że ktoś nagrywa albo robi zrzuty ekranu: naruszenie { $breach }, incydent { $code }. Jeśli spotkanie trwa, powiedz o tym teraz wszystkim. Jeśli wiesz, kto to był, napisz NARUSZENIE.
staff_incident_new = Incydent danych { $code }: czyjeś dane mogą być tam, gdzie nie powinno ich być. Sprawdź to dziś: napisz INCYDENTY { $code }. Jeśli jest ryzyko, zegar organu nadzoru już biegnie.
staff_request_due = Na prośbę o dane { $code } trzeba odpowiedzieć do: { $when }. Napisz DANE { $code }.
staff_request_late = Prośba o dane { $code } się spóźnia: miesiąc, który daje prawo, minął: { $when }. Odpowiedz dziś: napisz DANE { $code }.
staff_request_nobody = Na prośbę o dane { $code } trzeba odpowiedzieć do: { $when }, a nie ma nikogo od danych, komu można o tym napisać. Nadaj komuś tę rolę w doorstep.toml; potem poproś osobę, która opiekuje się komputerem, o: doorstep staff add
staff_data_request = Na prośbę o dane { $code } trzeba odpowiedzieć do: { $when }. Odpowiedz osobiście, nigdy tylko na telefon, z którego zapytano.
