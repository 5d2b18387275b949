# Draft, to be checked by a person who translates.
# DATA: requests to see, correct or erase what is kept of somebody (X4).

staff_data_which =
    Prośby o dane. Która? NEW zapisuje prośbę z telefonu, z listu albo z rozmowy.
    { $lines }
staff_data_case = Czyje dane? Napisz kod sprawy.
staff_data_kind = O co prosi ta osoba?
    .see = Zobaczyć dane
    .change = Poprawić dane
    .delete = Usunąć dane
    .object = Sprzeciw wobec użycia danych
staff_data_opened = Zapisano: { $code }. Odpowiedź w ciągu miesiąca. Najpierw sprawdź na żywo, kto pyta: DATA { $code }.
staff_data_request_shown =
    Prośba { $code }, { $when }: { $kind ->
        [see] zobaczyć dane
        [change] poprawić dane
        [object] sprzeciw wobec użycia danych; nic nie wysyłamy jako pierwsi, aż napisze START
       *[delete] usunąć dane
    }
    Pyta: { $name }
    Odpowiedź do: { $answer_by }
    { $lines }
staff_data_checked = { $outcome ->
        [none] Nie sprawdzono jeszcze, kto pyta. Przedtem niczego nie pokazujemy ani nie usuwamy.
        [call] Sprawdzono, kto pyta: przez telefon
        [video] Sprawdzono, kto pyta: przez wideo
       *[in_person] Sprawdzono, kto pyta: osobiście
    }
staff_data_held = Wstrzymuje usunięcie: { $kind ->
        [complaint] otwarta skarga
        [concern] otwarta sprawa bezpieczeństwa
        [breach] naruszenie, które czeka na decyzję
        [request] prośba o pokazanie danych: najpierw odpowiedz na nią
       *[hold] Twoje wstrzymanie
    }
staff_data_stays = Zostałoby: { $kind ->
        [barred] nazwisko i adres, żeby zakaz działał (G11.5)
        [complaints] skargi, przez ich okres
        [agreements] data każdej zgody, bez nazwiska
       *[audit] rejestr działań, w którym nie ma nazwisk
    }
staff_data_next = Co dalej?
    .check = Sprawdzono, kto pyta
    .export = Wydać dane
    .name = Poprawić imię i nazwisko
    .told = Poprawić inną odpowiedź
    .erase = Usunąć dane
    .answer = Odpowiedzieć słowami i zamknąć
    .hold = Na razie niczego nie usuwać
    .lift = Znieść moje wstrzymanie
    .leave = Zostawić na później
staff_data_method = Jak to sprawdzono? Dzwoń pod numer, który znasz, nie pod ten podany przed chwilą.
    .call = Przez telefon, znam głos
    .video = Przez wideo
    .in_person = Osobiście
staff_data_now = Zapisano. Teraz możesz wydać, poprawić albo usunąć: DATA { $code }.
staff_data_export =
    Poproś osobę, która opiekuje się komputerem, o: doorstep export { $code } --by { $by }
    Powstanie strona i plik. Przekaż je osobiście albo inną bezpieczną drogą. Nigdy tylko na telefon, z którego zapytano.
    Potem zamknij prośbę: DATA { $code }.
staff_data_adult =
    Czyje imię i nazwisko?
    { $lines }
staff_data_name = Jak brzmi teraz pełne imię i nazwisko?
staff_data_name_sure = Zapisać { $name } jako pełne imię i nazwisko?
staff_data_name_kept = Imię i nazwisko poprawione. Teraz powiedz o tym tej osobie i zamknij prośbę: DATA { $code }.
staff_data_answer =
    Która odpowiedź?
    .ring_number = Numer do dzwonienia
    .known_from = Skąd nas zna
    .access_needs = Czego potrzebuje
staff_data_told = Jak ma brzmieć teraz?
staff_data_told_sure =
    Zapisać to zamiast poprzedniej odpowiedzi?
    { $words }
staff_data_told_kept = Odpowiedź poprawiona. Teraz powiedz o tym tej osobie i zamknij prośbę: DATA { $code }.
staff_data_erase_sure = Usunąć wszystko, co wolno usunąć, dla { $code }? Ta osoba dowie się, co zostaje i dlaczego. Nie można tego cofnąć.
staff_data_erased = { $code }: ta osoba jest właśnie informowana. Za dziesięć minut dane zostaną usunięte.
staff_data_hold = { $code }: niczego nie usuwamy, dopóki nie zniesiesz wstrzymania.
staff_data_lift = { $code }: wstrzymanie zniesione.
staff_data_outcome = Co zrobiono?
    .given = Wydano dane
    .corrected = Poprawiono dane
    .refused = Nie możemy tego zrobić
staff_data_words = Co ta osoba ma przeczytać? Napisz, co zrobiono albo dlaczego nie, i że można złożyć skargę do ICO.
staff_data_answer_sure =
    Wysłać to i zamknąć { $code }?
    { $words }
staff_data_answered = { $code }: odpowiedziano i zamknięto.
staff_retention_soon =
    W ciągu tygodnia usuniemy dane rodzin, których czas minął: { $n }. { $codes ->
        [none] Żadna z nich nie dokończyła prośby o miejsce.
       *[other] Ich sprawy: { $codes }. Jeśli któraś ma zaczekać, napisz DANE, potem NEW i jej kod, i wstrzymaj ją.
    }
staff_words_soon = Skargi, których treść usuniemy w ciągu tygodnia, bo ich czas minął: { $codes }. Jeśli coś z nich jest jeszcze potrzebne, na przykład dla sądu, przepisz to teraz do własnej dokumentacji.
staff_data_unread = { $code }: ta osoba nie przeczytała jeszcze, co usuwamy i co zostaje, bo nie mogę teraz do niej pisać. Zadzwoń do niej. Mimo to usuniemy dane do: { $when }.
staff_owed_waits = { $code }: nie wysłałem Twojej odpowiedzi. Telefon może mieć ktoś inny. Zadzwoń do tej osoby na inny numer i powiedz jej to.
