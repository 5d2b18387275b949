# DRAFT: written for a human translator to check before families read it.
# MY DATA, CHANGE, LEAVE, LANGUAGE and a second phone.

data_wish = Co mamy zrobić?
    .see = pokazać, co o mnie przechowujecie
    .change = poprawić coś o mnie
    .delete = usunąć to, co o mnie przechowujecie
    .object = nie zgadzam się na to, jak tego używacie
data_object_stopped =
    Przestaliśmy. Nie piszę już pierwszy do Ciebie. Napisz START, jeśli znów tego chcesz.
    Jeśli masz miejsce w grupie, nadal je masz. Napisz ODCHODZĘ, jeśli chcesz odejść.
data_asked = Dziękujemy. Człowiek odpowie do: { $when }.
data_checked_first = Najpierw sprawdzi, czy to naprawdę Ty. Do tego czasu nic tu nie wyślemy.
data_not_unsent =
    Wiadomości, które już wysłano, zostają w telefonach. Nie możemy ich cofnąć.
    Niektóre rzeczy może trzeba będzie zachować. Powiemy które i dlaczego.

change_what = Co chcesz zmienić?
    .screen_name = nazwa na ekranie
    .safe_times = kiedy bezpiecznie jest dzwonić
    .full_name = imię i nazwisko
    .number = numer telefonu
change_nothing = Dla tego czatu nie ma jeszcze nic do zmiany. Napisz WSTECZ, aby zmienić ostatnią odpowiedź. Napisz ZADZWOŃ, aby ktoś zadzwonił.
change_by_phone = Dla Twojego bezpieczeństwa człowiek zmieni to z Tobą przez telefon.
change_done = Dziękujemy. Zmiana zapisana.
change_not_done = Nie udało się tego zmienić. Napisz ZADZWOŃ albo zadzwoń: { $phone }.
new_screen_name = Jaką nazwę inni mają widzieć na ekranie? Proszę podać samo imię albo wymyśloną nazwę.
new_safe_times = Kiedy bezpiecznie jest do Ciebie dzwonić?

leave_nothing = Dla tego czatu nie ma z czego odejść. Napisz ZADZWOŃ, aby ktoś zadzwonił.
leave_sure = { $screen_name }, czy chcesz odejść? Nie trzeba mówić dlaczego.
leave_stays = Nic się nie zmieniło. Nadal masz swoje miejsce.
left = Do widzenia, { $screen_name }. Odejście zapisane. Nie będzie już haseł.
left_data = Twoje dane zachowamy przez pewien czas, potem je usuniemy. Napisz MOJE DANE, aby o nie zapytać.
left_other_words =
    Napisz ZADZWOŃ, jeśli chcesz wrócić.
    Jeśli coś było nie tak, możesz napisać ŹLE MI albo SKARGA.

language_kept = Teraz będę pisać w tym języku.

second_phone_nobody = Nie mogę tu zrobić kodu na drugi telefon. Napisz ZADZWOŃ albo zadzwoń: { $phone }.
second_phone_code =
    Dla: { $screen_name }. To jest kod na własny telefon:
    { $code }
second_phone_next =
    Napisz do nas z tamtego telefonu. Odpowiedz tak, gdy zapytam o kod.
    Kod działa raz. Człowiek potwierdzi ten telefon.
second_phone_own_code =
    Dla: { $screen_name }. To jest kod na jeszcze jeden Twój telefon albo aplikację:
    { $code }
second_phone_own_next =
    Napisz do nas stamtąd, przez Signal albo WhatsApp. Odpowiedz tak, gdy zapytam o kod.
    Kod działa raz. Człowiek porozmawia z Tobą, zanim zacznie działać.
second_phone_what = Co chcesz zrobić?
    .add = chcę pisać z jeszcze jednego telefonu albo aplikacji
    .remove = chcę usunąć zgubiony telefon albo aplikację
    .leave = niech zostanie, jak jest
second_phone_remove =
    { $when ->
        [none] Czy Twój { $channel ->
            [whatsapp] WhatsApp
           *[other] Signal
        } zaginął? Nie było stamtąd jeszcze wiadomości.
       *[other] Czy Twój { $channel ->
            [whatsapp] WhatsApp
           *[other] Signal
        } zaginął? Ostatnia wiadomość stamtąd: { $when }.
    }
    Jeśli tak, nie będę tam już nic wysyłać.
    .yes = tak, usuń
    .no = nie, niech zostanie
second_phone_removed =
    Gotowe. Nie będę już nic wysyłać na ten { $channel ->
        [whatsapp] WhatsApp
       *[other] Signal
    }. Powiedzieliśmy o tym człowiekowi.
    Jeśli się znajdzie, napisz DRUGI TELEFON.
second_phone_kept = Nic się nie zmieniło.
