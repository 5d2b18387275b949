# DRAFT: written for a human translator to check before families read it.
# Hello, the privacy notice, and what is asked of a family that wants to join.

## Hello. The first two come before the language is known.
hello =
    Dzień dobry. Tu { $organisation }. Jestem komputerem, który odpowiada na wiadomości.
    Niebezpieczeństwo? Zadzwoń: { $emergency }.
language_choice = Which language? / W jakim języku?
    .en = English
    .pl = polski
    .other = another one / inny
language_other =
    Ktoś do Ciebie zadzwoni, w razie potrzeby z tłumaczem. Możesz też zadzwonić: { $phone }.
    W niebezpieczeństwie zadzwoń: { $emergency }.
language_other_name = W jakim języku mówisz? Proszę napisać jego nazwę.
hello_how_it_works =
    Zadam kilka pytań. Pracownicy { $organisation } czytają to, co tu piszesz.
    To nie jest miejsce na nagłe wypadki. W niebezpieczeństwie zadzwoń: { $emergency }.
    Napisz POMOC w każdej chwili, jeśli komuś może stać się krzywda.
    Napisz ZADZWOŃ w każdej chwili, aby ktoś zadzwonił.

## The privacy notice in short, before any question. The right to say no stands apart from the rest.
privacy_short =
    Tak { $organisation } używa tego, co nam powiesz.
    Pytamy o imię, nazwisko i kontakt.
    Potrzebujemy tego, aby grupy były bezpieczne i aby dać Ci miejsce.
    Gdy przy pytaniu jest słowo POMIŃ, możesz je pominąć.
    Widzi to tylko zespół Twojej grupy. Inni tylko wtedy, gdy chodzi o bezpieczeństwo.
    { $channel ->
        [whatsapp] Przenoszą to dwie firmy z USA: Meta (właściciel WhatsAppa) i Twilio. Mogłyby to czytać. Signal jest bardziej prywatny.
        [spoken] Zapisuje to za Ciebie ktoś z naszego zespołu.
       *[signal] Przenosi to Signal i nie może tego czytać.
    }
    Trzymamy to na naszym komputerze, tylko tak długo, jak trzeba.
    Każdą decyzję o Tobie podejmuje człowiek, nigdy komputer.
    Możesz to zobaczyć, poprawić albo poprosić o usunięcie.
    Możesz złożyć skargę do nas albo do ICO. ICO sprawdza, jak używa się danych.
privacy_object =
    Możesz nie zgodzić się na to, jak tego używamy. Wtedy napisz MOJE DANE.
    { privacy_links }
privacy_links =
    Nasza polityka prywatności:
    { $privacy_policy }
    Nasza informacja o prywatności dla grup:
    { $privacy_notice }
privacy_my_data = Napisz MOJE DANE, aby zobaczyć, poprawić albo usunąć to, co o Tobie przechowujemy.
go_on = Idziemy dalej?
    .go_on = tak, idziemy dalej
    .person = rozmowa z człowiekiem

## Codes.
have_code = Czy masz od kogoś kod?
code = Proszę napisać kod.
code_refused =
    Nie mogę użyć tego kodu. Kod działa raz, dla jednej osoby, przez kilka dni.
    Można poprosić o nowy.
    .again = napiszę kod jeszcze raz
    .without = dalej bez kodu
code_wait =
    W ostatniej godzinie było dużo błędnych kodów. Dlatego nie mogę teraz sprawdzić tego kodu.
    Proszę poczekać godzinę. POMOC i ZADZWOŃ działają zawsze.
    .again = napiszę kod jeszcze raz
    .without = dalej bez kodu
phone_code = Proszę napisać kod, który powstał dla Twojego telefonu.
phone_code_used =
    Dziękujemy. Człowiek musi potwierdzić, że to Twój telefon.
    Zadzwoni albo porozmawia z Tobą. Potem napiszę tutaj.
phone_waits =
    Człowiek musi porozmawiać z Tobą, zanim ten telefon albo aplikacja zacznie działać. Zadzwoni do Ciebie.
    Potem napiszę tutaj. Napisz ZADZWOŃ, jeśli nie chcesz czekać.
phone_code_wait =
    W ostatniej godzinie było dużo błędnych kodów. Dlatego nie mogę teraz sprawdzić tego kodu.
    Proszę poczekać godzinę. POMOC i ZADZWOŃ działają zawsze.
phone_code_refused =
    Nie mogę użyć tego kodu. Kod działa raz, przez kilka dni.
    Proszę poprosić o nowy albo napisać ZADZWOŃ.

## The invitation. It holds no link and no password.
invitation =
    { $group ->
        [none] Zapraszamy Cię do grupy.
       *[other] Zapraszamy Cię do grupy { $group }.
    }
    To zaproszenie jest tylko dla Ciebie. Proszę go nikomu nie podawać.
    Każda dorosła osoba odpowiada za siebie.

## Questions.
no_documents = Proszę nie wysyłać tu dokumentów, zdjęć ani prywatnych szczegółów. Teraz kilka pytań.
adults_count = Ile dorosłych osób chce dołączyć? Proszę napisać liczbę od 1 do 6.
full_name =
    { $count ->
        [one] Jak się nazywasz? Proszę podać imię i nazwisko. Zobaczy je tylko zespół grupy.
       *[other]
            { $n ->
                [1] Jak się nazywa osoba 1? Proszę zacząć od siebie i podać imię i nazwisko. Zobaczy je tylko zespół grupy.
               *[other] Jak się nazywa osoba { $n }? Proszę podać imię i nazwisko. Zobaczy je tylko zespół grupy.
            }
    }
screen_name =
    { $count ->
        [one] Jaką nazwę inni mają widzieć na ekranie?
       *[other] Jaką nazwę inni mają widzieć na ekranie przy osobie { $n }?
    }
    Proszę podać samo imię albo wymyśloną nazwę. Bez nazwiska.
screen_name_is_first_name = Na razie zapisuję: { $screen_name }. Możesz to później zmienić.
is_adult = Czy { $screen_name } ma 18 lat lub więcej?
under_eighteen = Dziękujemy. To nic złego. Człowiek o tym z Tobą porozmawia.
ring_number =
    Pod jaki numer możemy dzwonić?
    Bez odpowiedzi zadzwonimy pod numer tego czatu.
ring_number_no_phone = Pod jaki numer możemy dzwonić, jeśli taki jest? Na przykład do sąsiadów.
safe_times = Kiedy bezpiecznie jest do Ciebie dzwonić? Na przykład: w tygodniu po 10 rano.
phone_shared = Czy ktoś jeszcze używa tego telefonu albo czyta jego wiadomości?
known_from = Skąd znasz { $organisation }?
access_needs = Czy potrzebujesz czegoś, aby dołączyć? Na przykład tłumacza, napisów albo wideo zamiast telefonu.
needs_noted =
    Dziękujemy za informację, czego potrzebujesz. Ktoś z nas to przeczyta.
    Nie słyszysz przez telefon? Wtedy najpierw wyślemy Ci SMS.
    Potem spotkacie się przez wideo, z tłumaczem, albo osobiście.
needs_captions = Napisy na spotkaniu są w porządku. Prosimy ich nie zapisywać.
referred = Czy ktoś Cię do nas skierował, na przykład położna albo pracownik socjalny?
referrer_may_be_asked = Możemy porozmawiać z osobą, która Cię skierowała. Za chwilę możesz powiedzieć nie.
referrer_name = Jak się nazywa osoba, która Cię skierowała?
referrer_role = Kim jest z zawodu?
referrer_organisation = Gdzie pracuje?
referrer_contact = Jaki ma telefon albo e-mail w pracy?
may_contact_referrer =
    Czy możemy porozmawiać z tą osobą o Twoim dołączeniu?
    Zawsze mówimy komuś, jeśli ludziom może stać się krzywda.

## Reading back.
read_back_adult =
    { $count ->
        [one] Oto co jest zapisane o Tobie.
       *[other] Oto co jest zapisane o osobie { $n }.
    }
    Imię i nazwisko: { $full_name }
    Nazwa na ekranie: { $screen_name }
    { $adult ->
        [yes] 18 lat lub więcej: tak
       *[no] 18 lat lub więcej: nie
    }
    Czy wszystko się zgadza?
    .full_name = zmiana imienia i nazwiska
    .screen_name = zmiana nazwy na ekranie
    .is_adult = zmiana wieku
read_back =
    Oto co jeszcze jest zapisane.
    Dorośli, którzy chcą dołączyć: { $count }
    { $number ->
        [none] Numer do dzwonienia: numer tego czatu
       *[other] Numer do dzwonienia: { $number }
    }
    Bezpieczne pory: { $safe_times }
    { $shared ->
        [no_phone] Nie macie własnego telefonu.
        [yes] Ktoś jeszcze używa tego telefonu: tak
       *[no] Ktoś jeszcze używa tego telefonu: nie
    }
    Znasz nas stąd: { $known_from }
    { $access_needs ->
        [none] Nie potrzebujesz niczego specjalnego.
       *[other] Potrzebujesz: { $access_needs }
    }
    { $referrer ->
        [yes] Ktoś Cię skierował: tak
       *[no] Ktoś Cię skierował: nie
    }
    Czy wszystko się zgadza?
    .adults_count = zmiana liczby dorosłych
    .ring_number = zmiana numeru
    .safe_times = zmiana bezpiecznych pór
    .phone_shared = zmiana tego, czy ktoś jeszcze używa telefonu
    .known_from = zmiana tego, skąd nas znasz
    .access_needs = zmiana tego, czego potrzebujesz
    .referred = zmiana tego, czy ktoś Cię skierował
read_back_referrer =
    Oto co jest zapisane o osobie, która Cię skierowała.
    { $referrer_name ->
        [none] Imię i nazwisko: pominięto
       *[other] Imię i nazwisko: { $referrer_name }
    }
    { $referrer_role ->
        [none] Zawód: pominięto
       *[other] Zawód: { $referrer_role }
    }
    { $referrer_organisation ->
        [none] Miejsce pracy: pominięto
       *[other] Miejsce pracy: { $referrer_organisation }
    }
    { $referrer_contact ->
        [none] Telefon lub e-mail w pracy: pominięto
       *[other] Telefon lub e-mail w pracy: { $referrer_contact }
    }
    { $asked ->
        [yes] Możemy z nią porozmawiać: tak
       *[no] Możemy z nią porozmawiać: nie
    }
    Czy wszystko się zgadza?
    .referrer_name = zmiana imienia i nazwiska
    .referrer_role = zmiana zawodu
    .referrer_organisation = zmiana miejsca pracy
    .referrer_contact = zmiana telefonu lub e-maila
    .may_contact_referrer = zmiana tego, czy możemy z nią porozmawiać

## Waiting, and after.
case_sent =
    { $days ->
        [one] Dziękujemy, to wszystko. Ktoś zadzwoni w ciągu { $days } dnia roboczego.
       *[other] Dziękujemy, to wszystko. Ktoś zadzwoni w ciągu { $days } dni roboczych.
    }
case_proof =
    Twój numer to { $case }. Osoba, która zadzwoni, poda go na początku. Po tym poznasz, że to my.
    Nigdy nie pytamy o dane bankowe.
words_reminder =
    Te słowa zawsze działają.
    POMOC, jeśli komuś może stać się krzywda.
    ZADZWOŃ, aby ktoś zadzwonił.
    STOP, jeśli mamy nie pisać bez pytania.
case_approved = Dobra wiadomość. Mamy dla Ciebie miejsce. Najpierw proszę przeczytać to, co dalej.
not_joined_yet = Dziękujemy. Człowiek musi jeszcze coś sprawdzić. Zadzwoni do Ciebie. Możesz też zadzwonić: { $phone }.
joined =
    { $group ->
        [none] Masz już miejsce w grupie. Witamy.
       *[other] Masz już miejsce w grupie { $group }. Witamy.
    }
joined_who_agreed = Dołączyć mogą tylko osoby, które wyraziły zgodę. Inne nadal mogą do nas pisać.
joined_password =
    { $minutes ->
        [one] W dniu spotkania odpisz HASŁO. Działa to od { $minutes } minuty przed początkiem.
       *[other] W dniu spotkania odpisz HASŁO. Działa to od { $minutes } minut przed początkiem.
    }

## STATUS.
status_none = Nie mam jeszcze prośby z tego czatu. Aby poprosić o miejsce, odpowiedz na moje pytania. Zadaję je, gdy do mnie napiszesz.
status_on_hold =
    Mamy Twoją prośbę. Jej numer to { $case }.
    Potrzebujemy więcej czasu na decyzję. Odezwiemy się najpóźniej: { $day }.
status_waiting =
    { $days ->
        [one] Mamy Twoją prośbę. Jej numer to { $case }. Ktoś zadzwoni w ciągu { $days } dnia roboczego.
       *[other] Mamy Twoją prośbę. Jej numer to { $case }. Ktoś zadzwoni w ciągu { $days } dni roboczych.
    }
status_unfinished = Twoja prośba { $case } czeka na Twoją odpowiedź na moje pytanie.
status_member = Masz miejsce. W dniu spotkania odpisz HASŁO. Napisz ZADZWOŃ, aby ktoś zadzwonił.
status_closed =
    Twoja prośba jest zamknięta. Możesz z nami o tym porozmawiać. Napisz ZADZWOŃ albo zadzwoń: { $phone }.
    Możesz też złożyć skargę. Napisz SKARGA.
