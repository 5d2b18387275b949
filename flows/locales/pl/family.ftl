# DRAFT: written for a human translator to check before families read it.
# What families are told outside a conversation: by a word that works anywhere, by what staff do, by the clock.

## Things that are no answer.
addressed = Dla: { $names }.
not_a_text_photo =
    Nie mogę oglądać zdjęć, więc go nie mam.
    Proszę napisać to słowami. Proszę nigdy nie wysyłać zdjęcia dokumentu.
not_a_text_voice =
    Nie mogę słuchać wiadomości głosowych, więc jej nie mam.
    Proszę napisać albo odpisać ZADZWOŃ, a ktoś zadzwoni.
not_a_text_sticker = Nie umiem czytać naklejek. Proszę napisać odpowiedź słowami.
not_a_text_video =
    Nie mogę oglądać filmów, więc go nie mam.
    Spotkań nie wolno nagrywać. Proszę napisać to słowami.
not_a_text_file =
    Nie mogę otwierać plików, więc go nie mam.
    Proszę napisać to słowami. Proszę nigdy nie wysyłać dokumentów.
picture_reminder =
    Nie wysyłaj zdjęć ani wiadomości o innych rodzinach, tutaj ani nigdzie.
    One się na to nie zgodziły.
picture =
    Nie mogę tego zobaczyć, więc pytam. Czy było tam widać tylko Twoją rodzinę?
    Jeśli jesteś w grupie i widać inne osoby, dowie się o tym kierownik.
    Nic więcej się nie zmienia.
    .yes = Tak, tylko moją rodzinę
    .no = Nie, także inne osoby
picture_own = Dziękujemy. Wszystko w porządku.
picture_told =
    Dziękujemy za szczerą odpowiedź. Zdjęcia tu nie ma.
    Jeśli jesteś w grupie, kierownik dowie się o tym. Może z Tobą porozmawiać.
cannot_say_who = Nie mogę mówić o tym, kto jest w grupie, a kto nie.

## Where we are.
still_waiting =
    Człowiek nadal zajmuje się Twoją prośbą. Odezwiemy się tutaj.
    Napisz STATUS, aby zobaczyć, na czym stoi. Napisz ZADZWOŃ, aby ktoś zadzwonił.
parked_sorry =
    Przepraszamy, coś tu nie zadziałało. To nie Twoja wina.
    Ktoś już o tym wie. Możesz też napisać ZADZWOŃ albo POMOC, jeśli komuś może stać się krzywda.
nothing_before = Przed tym pytaniem nie ma innego. Idziemy dalej stąd.
back_to_question = Teraz wracamy do mojego pytania.
welcome_back = Witaj ponownie. Idziemy dalej od tego samego miejsca.
unknown_after_end =
    Dziękuję za wiadomość. Jestem komputerem i znam tylko niektóre słowa.
    Napisz HASŁO, aby dostać hasło. Napisz ŹLE MI, aby coś powiedzieć osobie prowadzącej.
    Napisz ZMIANA, aby coś zmienić. Napisz MOJE DANE, aby zobaczyć lub usunąć to, co mamy.
    Napisz POMOC, a potem 2, aby zobaczyć wszystkie słowa.
    Napisz ZADZWOŃ, aby ktoś zadzwonił. Napisz POMOC, jeśli komuś może stać się krzywda.
barred_fixed =
    Tutaj mogę pomóc tylko w trzech sprawach.
    Napisz SKARGA, aby złożyć skargę.
    Napisz MOJE DANE, aby zapytać, co o Tobie przechowujemy.
    Napisz POMOC, jeśli komuś może stać się krzywda.
restricted_notice =
    Na razie działają tu tylko niektóre słowa. Tak zdecydował kierownik.
    Twoje miejsce się nie zmienia. Nadal możesz pisać HASŁO, WYCIEK i ODCHODZĘ.
    Napisz SKARGA, jeśli się nie zgadzasz. Napisz POMOC, jeśli komuś może stać się krzywda.
restricted_fixed =
    Na razie działają tu tylko niektóre słowa.
    Napisz SKARGA, aby złożyć skargę, albo NIEZADOWOLONA, jeśli w grupie coś jest nie tak.
    Napisz MOJE DANE, aby zapytać, co o Tobie przechowujemy.
    Napisz POMOC, jeśli komuś może stać się krzywda.
unrestricted_notice = Możesz tu znów pisać do nas jak dawniej.

## STOP, START, CLEAR.
stopped =
    Nie będę już pisać bez pytania. Nadal odpowiadam na Twoje wiadomości.
    Napisz START, aby znów dostawać wiadomości.
started = Dziękujemy. Znów będziemy do Ciebie pisać.
stopped_only_here = To dotyczy tego czatu. Na Twój inny telefon albo aplikację mogę jeszcze pisać. Jeśli tego nie chcesz, napisz STOP także tam.
clear_line = Dziękujemy. Miłego dnia.

## A session, from first notice to the end. No word of it says what kind of group it is.
meeting_today = Twoja grupa jest dzisiaj. Odpisz HASŁO.
meeting_starts =
    Twoja grupa zaczyna się: { $when }.
    Odpisz HASŁO, aby dostać link i hasło.
reply_password = Jest wiadomość na dzisiaj. Odpisz HASŁO.
meeting_link =
    Dla: { $screen_name }. To jest link na dzisiaj. Proszę go nikomu nie podawać.
    { $link }
meeting_password =
    Dla: { $screen_name }. To jest hasło na dzisiaj:
    { $password }
    Słowami: { $password_words }.
    Działa tylko dzisiaj. Proszę go nikomu nie podawać.
    Na ekranie użyj nazwy { $screen_name }.
    Pomyśl, co widać w Twojej kamerze. Wideo może być wyłączone.
    Jeśli myślisz, że ktoś inny ma to hasło, odpisz WYCIEK.
    Twój znak: { $reference }
## A group that meets by a Signal or WhatsApp call: a link and no password.
meeting_call =
    Dla: { $screen_name }. Ta rozmowa nie ma hasła.
    Otwórz link, kiedy grupa się zaczyna. Potem poczekaj. Osoba prowadząca Cię wpuści.
    Na ekranie użyj nazwy { $screen_name }.
    Pomyśl, co widać w Twojej kamerze. Wideo może być wyłączone.
    Jeśli myślisz, że ktoś inny ma ten link, odpisz WYCIEK.
    Twój znak: { $reference }
agreement_short =
    Umowa naszej grupy w skrócie:
    Zaproszenie i hasło są tylko dla Ciebie.
    Nie rób zrzutów ekranu i nic nie nagrywaj.
    Pomyśl, co widać w Twojej kamerze. Wideo może być wyłączone.
    Jeśli coś jest nie tak, powiedz prowadzącej osobie albo napisz ŹLE MI.
screen_name_set =
    Osoba prowadząca zmieniła Twoją nazwę na ekranie. Teraz to { $screen_name }.
    Napisz ZMIANA, jeśli chcesz inną.
password_changing = Link albo hasło jest właśnie zmieniane. Proszę poczekać. Napiszemy do Ciebie.
password_changed =
    Hasło się zmieniło. Stare już nie działa.
    To nie Twoja wina. Zaraz przyjdzie nowe.
link_changed =
    Link się zmienił. Stary już nie działa.
    To nie Twoja wina. Zaraz przyjdzie nowy.
meeting_moved =
    Twoja grupa ma nowy termin: { $when }.
    Wcześniejszy link i hasło już nie działają. W tym dniu odpisz HASŁO.
meeting_cancelled =
    Twoja grupa nie odbędzie się. Chodzi o dzień: { $day }. Przepraszamy.
    Wcześniejszy link i hasło już nie działają.
meeting_late_only =
    { $minutes ->
        [one] Twoja grupa zacznie się dziś później o { $minutes } minutę.
        [few] Twoja grupa zacznie się dziś później o { $minutes } minuty.
       *[other] Twoja grupa zacznie się dziś później o { $minutes } minut.
    }
meeting_late =
    { $minutes ->
        [one] Twoja grupa zacznie się dziś później o { $minutes } minutę. Link i hasło są te same.
        [few] Twoja grupa zacznie się dziś później o { $minutes } minuty. Link i hasło są te same.
       *[other] Twoja grupa zacznie się dziś później o { $minutes } minut. Link i hasło są te same.
    }

## Decisions about somebody's place. No reason is given here, and never who said something.
case_declined =
    Nie możemy zaproponować Ci miejsca w grupie.
    Możesz z nami o tym porozmawiać. Napisz ZADZWOŃ albo zadzwoń: { $phone }.
    Możesz też złożyć skargę. Napisz SKARGA.
    Napisz MOJE DANE, aby zapytać, co o Tobie przechowujemy.
broken_point =
    { $point ->
        [keep_invitation] Zaproszenie i hasło są tylko dla Ciebie.
        [no_screenshots] Nie rób zrzutów ekranu.
        [no_recording] Nie nagrywaj.
        [be_kind] Bądź życzliwy dla innych.
        [keep_private] To, co usłyszysz w grupie, zostaje w grupie.
       *[other] Inny punkt. Człowiek może Ci powiedzieć, który.
    }
suspended_notice =
    Dla: { $screen_name }. Nie możesz brać udziału w grupie. Zaczyna się to: { $since }.
    Myślimy, że złamany został ten punkt umowy grupy:
    { broken_point }
    Zdecyduje kierownik. Napiszemy do Ciebie tutaj.
    Możesz złożyć skargę. Napisz SKARGA. Napisz ZADZWOŃ, aby porozmawiać z człowiekiem.
barred_notice =
    Dla: { $screen_name }. Kierownik zdecydował o tym punkcie umowy grupy:
    { broken_point }
    Od tego dnia jesteś osobą wykluczoną: { $since }. To znaczy, że nie możesz wrócić do grupy.
    To nie zmienia praw, które daje Ci prawo.
    Możesz złożyć skargę. Napisz SKARGA.
    Napisz MOJE DANE, aby zapytać, co o Tobie przechowujemy.
restored_notice =
    Dla: { $screen_name }. Kierownik zdecydował. Znów możesz brać udział w grupie.
    W dniu spotkania napisz HASŁO. Jeśli Ci to nie odpowiada, napisz SKARGA.
unbarred_notice =
    Dla: { $screen_name }. Kierownik zdecydował, że znów możesz brać udział w grupie.
    W dniu spotkania napisz HASŁO.
readmitted_family =
    Kierownik jeszcze raz się temu przyjrzał. Teraz ktoś zdecyduje o Twoim miejscu.
    Nie musisz nic robić.
readmitted_notice =
    Kierownik jeszcze raz się temu przyjrzał. Możesz znów poprosić o miejsce.
    Napisz ZADZWOŃ, a człowiek z Tobą o tym porozmawia.
excluded_notice =
    Nie możemy już zaproponować Ci miejsca w grupie.
    Możesz z nami o tym porozmawiać. Zadzwoń: { $phone }.
    Możesz też złożyć skargę. Napisz SKARGA.
    Napisz MOJE DANE, aby zapytać, co o Tobie przechowujemy.
invitation_expiring =
    Twoje zaproszenie kończy się: { $day }. Do tego dnia możesz tu odpowiadać na moje pytania.
    Napisz ZADZWOŃ, aby porozmawiać z człowiekiem.
membership_active = Wszystko gotowe. Masz już miejsce. W dniu spotkania odpisz HASŁO.
frozen_notice =
    Twój telefon się zmienił albo długo nie było od Ciebie wiadomości.
    Dla Twojego bezpieczeństwa musimy najpierw porozmawiać.
    Ktoś zadzwoni do Ciebie. Możesz też napisać ZADZWOŃ.
unfrozen_notice =
    Dziękujemy za rozmowę. Możesz używać tego czatu jak dotąd.
    W ustawieniach tej aplikacji możesz ustawić PIN. Wtedy trudno odebrać Ci numer.

## Somebody records or takes screenshots (H3.4).
recording_thanks =
    Dziękujemy za wiadomość. To dobrze, że nam mówisz.
    Nikt nie może nagrywać spotkania ani robić zrzutów ekranu.
recording_refused =
    Nie zachowałem tego. Spotkań nie wolno nagrywać.
    Człowiek już o tym wie i dziś to sprawdzi.
    Jeśli chcesz porozmawiać, napisz ZADZWOŃ.
recording_told =
    Powiedzieliśmy o tym człowiekowi. Zajmie się tym dziś.
    Nie musisz z nikim o tym rozmawiać. Jeśli chcesz porozmawiać z nami, napisz ZADZWOŃ.

## Complaints, calls and phones.
complaint_acknowledged =
    Skargę { $code } przeczytała osoba, która się nią zajmuje: { $handler }.
    Odpowiedź przyjdzie do: { $answer_by }. Skarga nie zmienia Twojego miejsca.
complaint_answered =
    To jest nasza odpowiedź na skargę { $code }:
    { $details }
complaint_after_first =
    Jeśli Ci nie odpowiada, napisz MOJA SKARGA.
    Wtedy sprawdzi to ktoś inny.
complaint_after_review =
    Sprawdziliśmy to dwa razy. To jest nasza ostatnia odpowiedź.
    Nadal możesz z nami porozmawiać. Zadzwoń: { $phone }.
complaint_progress =
    Skarga { $code } trwa dłużej. Oto dlaczego:
    { $details }
    Odpowiedź przyjdzie do: { $answer_by }. Przepraszamy.
complaint_handed_on =
    Skargą { $code } zajmuje się teraz ktoś inny: { $handler }.
    Przepraszamy, że trzeba było czekać.
    Człowiek odezwie się do: { $acknowledge_by }.
complaint_late =
    Skarga { $code } trwa dłużej, niż mówiliśmy. Przepraszamy.
    Odpowiedź przyjdzie do: { $answer_by }.
call_booked = Ktoś zadzwoni do Ciebie. Na początku poda ten numer: { $code }
phone_confirmed =
    Ten telefon jest już potwierdzony. Od dziś możesz go używać.
    Gdy masz już miejsce, w dniu spotkania odpisz HASŁO.
contact_confirmed =
    To jest już potwierdzone. Możesz pisać do nas także tutaj. Odpowiadam tam, skąd piszesz.
    Wszystko inne wysyłam tylko na Twój { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    }.
contact_added =
    Możesz teraz pisać do nas z jeszcze jednego telefonu albo aplikacji.
    To nie Twoja prośba? Napisz teraz ZADZWOŃ albo zadzwoń: { $phone }.
contact_removed_here =
    Ten czat został usunięty. Nic już tu nie wyślę.
    Jeśli to nie Twoja prośba, zadzwoń: { $phone }.

## A one-to-one (I1). Whoever is meant reads about it with MY MEETING.
one_to_one_waits =
    Dla: { $screen_name }. Chcemy porozmawiać z Tobą w cztery oczy.
    Napisz MOJE SPOTKANIE, aby o tym przeczytać.

## Kto powiedział zespołowi "tak", dowiaduje się o tym na własnym telefonie.
heard_agreement =
    { $method ->
        [call] Dla: { $screen_name }. { $by } zapisał(a), że przez telefon była zgoda na zasady grupy.
        [video] Dla: { $screen_name }. { $by } zapisał(a), że przez wideo była zgoda na zasady grupy.
       *[in_person] Dla: { $screen_name }. { $by } zapisał(a), że na spotkaniu była zgoda na zasady grupy.
    }
    To nie Ty? Napisz NIE JA.
heard_own_risk =
    { $method ->
        [call] Dla: { $screen_name }. { $by } zapisał(a), że rada o ryzyku jest zrozumiała. Tak było przez telefon.
        [video] Dla: { $screen_name }. { $by } zapisał(a), że rada o ryzyku jest zrozumiała. Tak było przez wideo.
       *[in_person] Dla: { $screen_name }. { $by } zapisał(a), że rada o ryzyku jest zrozumiała. Tak było na spotkaniu.
    }
    To nie Ty? Napisz NIE JA.
