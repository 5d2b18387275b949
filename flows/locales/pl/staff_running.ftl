# DRAFT: written for a human translator to check before staff read it.
# A meeting's evening: NOW, the plan, the moderator, somebody unknown, an open session; and what is due when.

## NOW. What is in the way comes first; each label is one tap.
staff_now =
    { $meeting }, { $group }, { $when }
    { $lines }
    .here = Jestem
    .ready = Przygotuj platformę
    .group = Obsadź miejsce
    .list = Kto może wejść
    .start = Zacznij, z siedmioma punktami
    .tick = Reszta z siedmiu punktów
    .one = Rozmowa w cztery oczy: początek albo koniec
    .moderate = Lista moderatora
    .stranger = Ktoś jest nieznany
    .rotate = Zmień hasło teraz
    .end = Zakończ
    .report = Sprawozdanie: kto był, co się zdarzyło
staff_now_waits =
    { $meeting }, { $group }, { $when }
    { $lines }
    Teraz nie musisz nic robić. Napiszę, gdy to się zmieni.
staff_now_closed =
    { $meeting }, { $group }, { $when }
    { $lines }
staff_now_over =
    { $status ->
        [cancelled] Zostało odwołane.
        [moved] Zostało przeniesione na inny termin. Pokazuje go TYDZIEŃ.
       *[other] Jest skończone.
    }
staff_now_unreported = Brakuje sprawozdania: kto był i czy coś się zdarzyło?
staff_now_unchecked = Nikt nie zgłosił końca.
staff_now_talk_runs = Trwa.
staff_now_blocked =
    { $count ->
        [one] PRZESZKADZA:
       *[other] PRZESZKADZA, liczba spraw { $count }:
    }
staff_now_clear = Nic nie przeszkadza.
staff_now_runs =
    { $n ->
        [0] Trwa, wszystkie siedem punktów odhaczone.
       *[other] Trwa. Nieodhaczone punkty z siedmiu: { $n }.
    }
staff_now_without =
    { $count ->
        [one] BEZ HASŁA: { $names }
       *[other] BEZ HASŁA ({ $count }): { $names }
    }
staff_now_seat =
    { $seat ->
        [leader] Prowadzi
        [second] Druga osoba
        [moderator] Moderator
       *[other] { $seat }
    } { $name }: { $here ->
        [yes] jest
       *[other] jeszcze nie
    }
staff_now_expected = Oczekiwani: dorośli { $count }, rodziny { $families }, ekrany { $screens }

## The day before (G1.3, L1.2).
staff_plan =
    Plan na { $meeting }, { $group }, { $when }
    Prowadzi { $leader ->
        [none] BRAK
       *[other] { $leader }
    }, druga osoba { $second ->
        [none] BRAK
       *[other] { $second }
    }{ $large ->
        [yes] , moderator { $moderator ->
            [none] BRAK
           *[other] { $moderator }
        }
       *[no] {""}
    }
    Oczekiwani: dorośli { $count }, rodziny { $families }, ekrany { $screens }
    { $platform ->
        [zoom] Na Zoom. Utwórz tam spotkanie już teraz i zachowaj link na GOTOWE.
        [signal_call] Rozmowa Signal. GOTOWE poprosi Cię o nowy link do rozmowy.
        [whatsapp_call] Rozmowa WhatsApp. GOTOWE poprosi Cię o nowy link do rozmowy.
       *[other] Na: { $platform }. Przygotuj link na GOTOWE.
    }
    Brakuje kogoś? Napisz GRUPA. Nie możesz być? Powiedz teraz kierownikowi.

## At the start and after it (G9.1, G9.2, G9.4).
staff_start_complete = Wszystkie siedem punktów { $meeting } jest odhaczonych.
staff_start_now = { $meeting } zaczyna się teraz. Napisz ZACZNIJ { $meeting }: umowa do przeczytania i siedem punktów.
staff_late_comer = { $screen_name } spóźnia się na { $meeting } i ma już hasło. Powiedz jeszcze raz: kamera może być wyłączona, bez nagrywania, bez zrzutów ekranu, jak Ci powiedzieć, że coś jest źle.
staff_ended = { $meeting } się skończyło, hasło nie działa. Napisz KONIEC { $meeting }: kto był i czy coś się zdarzyło?
staff_never_started = { $meeting } nie zostało tu rozpoczęte, więc siedem punktów nie jest odhaczonych. Porozmawiaj z osobą prowadzącą.

## Somebody is not known (G7.6).
staff_stranger_which =
    Na którym spotkaniu?
    { $lines }
staff_stranger_kind = Przenieś tę osobę teraz do poczekalni. Co to jest?
    .name = Nazwa, której nie ma na liście
    .face = Twarz albo głos, których nie znamy
    .extra = Jeszcze jedna osoba dorosła przy ekranie
staff_stranger_wait = Zapisane. Zapytaj na osobności, kto to. Nie ma na LISTA { $meeting } albo nie ma pewności? Ta osoba nie wchodzi. Powiedz to życzliwie i że może do nas napisać.
staff_stranger_open = Zapisane. Zapytaj na osobności, kto to. To spotkanie jest otwarte: może wejść, kto ma zaproszenie i się zgodził. Oznacz: NIEPOTWIERDZONA tożsamość.
staff_stranger_large = Z tą osobą na { $meeting } jest tylu dorosłych, że potrzebny jest moderator. Nikogo więcej nie wpuszczaj, aż będzie trzecia osoba z pracowników.
staff_stranger_rotate = Czy ta osoba może mieć od kogoś link i hasło? Wtedy zmienię jedno i drugie.
staff_stranger_noted = Dobrze. Hasło zostaje. Jeśli zmienisz zdanie: ZMIEŃ HASŁO { $meeting }.
staff_stranger_seen = Ktoś z pracowników mówi, że na { $meeting } jest osoba nieznana. Czeka na zewnątrz. Napisz TERAZ { $meeting }.

## The moderator (L1.5).
staff_moderate_which =
    Które spotkanie moderujesz?
    { $lines }
staff_moderate =
    Moderujesz. Co masz gotowe? Napisz numery albo WSZYSTKO.
    { $lines }
    .all = WSZYSTKO
staff_duty_names = Patrzę na nazwy na ekranie; dziwna: OBCY
staff_duty_rules = Patrzę, czy umowa jest zachowana
staff_duty_support = Pomagam brać udział i jak najwięcej skorzystać
staff_duty_tools = Umiem wyciszyć, usunąć i przenieść do poczekalni
staff_duty_words = Znam ZMIEŃ HASŁO, NARUSZENIE i NIEPOKÓJ
staff_moderate_missing =
    Zapisane. Jeszcze brakuje:
    { $lines }
    Gdy wszystko będzie gotowe, napisz MODERUJ { $meeting }. Gdy coś się stanie wcześniej: OBCY { $meeting }, ZMIEŃ HASŁO { $meeting }, NARUSZENIE, NIEPOKÓJ.
staff_moderate_done = Dziękuję. Gdy coś się stanie: OBCY { $meeting }, ZMIEŃ HASŁO { $meeting }, NARUSZENIE, NIEPOKÓJ.

## An open large session (L1.3, L1.4).
staff_open_which =
    Które duże spotkanie otworzyć?
    { $lines }
staff_open_what =
    { $meeting }, { $group }: dorośli { $count }, rodziny { $families }, ekrany { $screens }. Moderator: { $moderator }
    Otwarte znaczy: mogą wejść też osoby o niepotwierdzonej tożsamości. Nadal mają zaproszenie, Twoją zgodę i zgodziły się na umowę. Lista je oznacza. Wszystkie inne zasady obowiązują.
staff_open_steps =
    Otwarte spotkanie wymaga tego wszystkiego. Co jest ustawione? Napisz numery albo WSZYSTKO.
    { $lines }
    .all = WSZYSTKO
staff_step_waiting_room = Poczekalnia jest włączona
staff_step_chat = Uczestnicy nie mogą pisać do siebie
staff_step_sharing = Uczestnicy nie mogą udostępniać ekranu
staff_step_unmute = Uczestnicy nie mogą sami włączyć mikrofonu
staff_step_video = Kamera jest wyłączona przy wejściu
staff_open_further =
    I co najmniej jeden krok więcej. Który? Napisz numery.
    { $lines }
    .all = WSZYSTKO
staff_step_one_by_one = Każdy wchodzi osobno i mówi, jak się nazywa
staff_step_lock = Spotkanie jest zamknięte, gdy się zacznie
staff_step_helper = Patrzy jeszcze jedna osoba z pracowników
staff_step_rung = Do każdej niepotwierdzonej osoby dzwonimy wcześniej
staff_step_own = Inny krok, uzgodniony w zespole
staff_open_sure = Otworzyć { $meeting } dla osób o niepotwierdzonej tożsamości?
staff_open_done = { $meeting } jest otwarte. Prowadzący, druga osoba i moderator wiedzą. Aby zamknąć: OTWÓRZ { $meeting }.
staff_open_now = Kierownik otworzył { $meeting }: mogą wejść osoby o niepotwierdzonej tożsamości. LISTA { $meeting } je oznacza. Ogranicz uczestnikom czat, ekrany, dźwięk i obraz.
staff_open_close_sure = { $meeting } jest otwarte. Zamknąć je znów dla osób o niepotwierdzonej tożsamości?
staff_open_closed = { $meeting } jest znów zamknięte: wchodzą tylko osoby potwierdzone.

## WEEK and CLOCKS.
staff_week_none = W ciągu siedmiu dni Twoje grupy nie mają spotkań. Napisz SPOTKANIE, aby je zaplanować.
staff_week =
    Siedem dni:
    { $lines }
staff_line_week =
    { $meeting } { $group }, { $when }, dorośli: { $count }. { $why ->
        [none] Niczego nie brakuje.
       *[other] BRAKUJE: { $why }
    }
staff_clocks_none = Nic nie jest pilne.
staff_clocks =
    Terminy:
    { $lines }
staff_line_clock =
    { $late ->
        [yes] PO TERMINIE.
       *[no] -
    } { $why }
clock_call = { $code }: zadzwoń do rodziny, do { $when }
clock_held = { $code }: wstrzymana, podejmij decyzję do { $when }
clock_decide = { $code }: z rodziną już rozmawiano, podejmij decyzję
clock_ring = { $code }: obiecany telefon, do { $when }
clock_acknowledge = { $code }: potwierdź skargę, do { $when }
clock_answer = { $code }: odpowiedz na skargę, do { $when }
clock_request = { $code }: odpowiedz na prośbę o dane, do { $when }
clock_breach = { $code }: decyzja o naruszeniu, zgłoszono { $when }
clock_platform = { $code }: nowe hasło musi trafić na platformę. GOTOWE { $code }
clock_here = { $code }: potwierdź, że jesteś, do { $when }. JESTEM { $code }
clock_unheard = { $code }: wiadomość do { $code } nie dotarła, { $when }. Zapytaj { $code } o telefon
clock_policies = Potwierdź zasady jeszcze raz, do { $when }. ZASADY
clock_qualified = Twoje kwalifikacje wygasają: { $when }. Zwróć się do kierownika.

## A name on the screen (G7.4).
staff_name_group =
    W której grupie?
    { $lines }
staff_name_nobody = W tej grupie nikogo jeszcze nie ma.
staff_name_whose =
    Czyja nazwa? Napisz numer.
    { $lines }
staff_name_new = Jaka nazwa może być na ekranie? Możesz zezwolić na inicjały i na to, co mi wydało się obraźliwe. Nazwisko i nazwa innej osoby są nadal niedozwolone.
staff_name_set = Gotowe: { $screen_name }. Ta osoba się dowie.
