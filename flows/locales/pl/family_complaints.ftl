# DRAFT: written for a human translator to check before families read it.
# COMPLAIN, MY COMPLAINT and UNHAPPY.

complain_welcome =
    Możesz złożyć skargę. Dziękujemy, że o tym piszesz.
    Skarga nie zmienia Twojego miejsca.
complaint_danger = Czy ktoś jest w niebezpieczeństwie albo komuś stała się krzywda?
    .not_sure = nie wiem na pewno
complaint_about = Czego dotyczy skarga?
    .group = grupy
    .staff = kogoś, kto u nas pracuje
    .data = Twoich danych osobowych
    .other = czegoś innego
    .nursery = przedszkola
complaint_named = Kogo dotyczy? Ta osoba nie zobaczy Twojej skargi.
complaint_hide_name =
    Widzimy Twój numer. Zobaczy go tylko osoba, która zajmuje się skargą.
    Aby złożyć skargę bez nazwiska, zadzwoń: { $phone }.
    Czy ukryć Twoje imię i nazwisko przed wszystkimi innymi?
complaint_hide_name_aloud =
    Nie trzeba mówić, kim się jest.
    Skargę przeczyta tylko osoba, która się nią zajmuje.
    Oddzwonimy tylko wtedy, gdy znamy Twój numer.
    Czy ukryć Twoje imię i nazwisko przed wszystkimi innymi?
complaint_words = Proszę napisać własnymi słowami, co się stało, w jednej wiadomości.
complaint_received =
    Dziękujemy. Mamy Twoją skargę. Jej numer to { $code }.
    Zajmuje się nią: { $handler }.
    Człowiek odezwie się do: { $acknowledge_by }.
    Odpowiedź przyjdzie do: { $answer_by }.
complaint_outside = { $lines }
complaint_changes_nothing =
    Skarga nie zmienia Twojego miejsca.
    Napisz MOJA SKARGA i jej numer, z dowolnego telefonu, aby zobaczyć, na czym stoi.
    Napisz POMOC, jeśli komuś może stać się krzywda.
complaint_talk = Czy ktoś ma do Ciebie wkrótce zadzwonić, żeby to naprawić? Skarga toczy się i tak.
complaint_talk_promised = Dziękujemy. Ktoś zadzwoni najpóźniej w następnym dniu roboczym. Nie będzie to nikt, na kogo jest skarga.
complaint_talk_not_now = Nie ma teraz nikogo, kto mógłby w tej sprawie zadzwonić. Skarga toczy się dalej.
complaint_number_unknown = Nie znamy numeru { $code }. Proszę sprawdzić go jeszcze raz.
complaint_is_answered_there = Na tę skargę odpowiedziano, w czacie, z którego przyszła.
complaint_is_none = Z tego czatu nie ma skargi. Napisz SKARGA, aby ją złożyć.
complaint_is_received = Mamy Twoją skargę. Człowiek odezwie się do: { $when }.
complaint_is_read = Człowiek zajmuje się Twoją skargą. Odpowiedź przyjdzie do: { $when }.
complaint_is_late = Skarga trwa dłużej, niż mówiliśmy. Przepraszamy. Następny termin: { $when }.
complaint_is_answered = Odpowiedź na Twoją skargę została wysłana.
complaint_is_final =
    Twoja skarga została sprawdzona dwa razy. To była nasza ostatnia odpowiedź.
    Nadal możesz z nami porozmawiać. Zadzwoń: { $phone }.
complaint_review =
    Nie zgadzasz się z odpowiedzią? Ktoś inny może sprawdzić to jeszcze raz.
    Czy tego chcesz?
complaint_review_no = Dobrze. Napisz MOJA SKARGA, jeśli zmienisz zdanie.
complaint_review_words = Co nadal jest nie tak? Proszę napisać to w jednej wiadomości.
complaint_review_late =
    Czas na tę prośbę minął. Sprawdzimy to jednak, jeśli jest powód.
    Co nadal jest nie tak i dlaczego piszesz dopiero teraz? Proszę napisać to w jednej wiadomości.
complaint_review_asked =
    Dziękujemy. Skargę { $code } sprawdza teraz ktoś inny.
    Jest to: { $handler }.
    Człowiek odezwie się do: { $acknowledge_by }.
    Odpowiedź przyjdzie do: { $answer_by }.
complaint_review_not_now = Teraz to niemożliwe. Napisz MOJA SKARGA, aby zobaczyć, na czym stoi.

## A family without a phone of its own: whoever speaks for it hears all it says (X5).
complaint_heard =
    Osoba, która u nas pracuje, słyszy teraz, co mówisz, i to zapisuje.
    Nigdy nie zajmuje się Twoją skargą.
    Czy chcesz powiedzieć to komuś innemu?
    .another = tak, niech zadzwoni ktoś inny
    .go_on = nie, powiem to teraz
complaint_another_rings =
    Dziękujemy. Ktoś inny zadzwoni najpóźniej w następnym dniu roboczym.
    Możesz też zadzwonić: { $phone }. Poproś o inną osobę.
    Jeśli komuś może stać się krzywda, powiedz o tym w każdej chwili albo zadzwoń pod { $emergency }.
complaint_not_here =
    W tej rozmowie nie mogę nic powiedzieć o skardze.
    Ktoś inny zadzwoni najpóźniej w następnym dniu roboczym. Ta osoba może powiedzieć więcej.
    Możesz też zadzwonić: { $phone }. Poproś o inną osobę.
    Jeśli komuś może stać się krzywda, powiedz o tym w każdej chwili albo zadzwoń pod { $emergency }.
complaint_another_not_now = Teraz nie ma nikogo, kto może do Ciebie zadzwonić w tej sprawie. Zadzwoń: { $phone }. Poproś o inną osobę.

## UNHAPPY.
unhappy_welcome = Dziękujemy, że o tym piszesz. Przeczyta to człowiek.
unhappy_about_leader = Czy chodzi o osobę, która prowadzi grupę? Wtedy przeczyta to ktoś inny.
unhappy_words = Co jest nie tak? Proszę napisać to w jednej wiadomości.
unhappy_told_leader = Dziękujemy. Osoba prowadząca już o tym wie.
unhappy_told_another = Dziękujemy. Wie o tym ktoś inny, nie osoba prowadząca.
unhappy_other_ways =
    Napisz SKARGA, jeśli chcesz złożyć skargę.
    Napisz ZADZWOŃ, aby ktoś zadzwonił. Napisz POMOC, jeśli komuś może stać się krzywda.
