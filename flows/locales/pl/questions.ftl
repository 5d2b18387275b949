# DRAFT: written for a human translator to check before families read it.
# What is said around every question: how to reply, and what would work if a reply does not fit.

## The names of this language, as somebody may write them.
language_names = polski, po polsku, Polish, in Polish

## Words that many questions share. The three days may have several ways to say them, between commas.
answers =
    .yes = Tak
    .no = Nie
    .skip = POMIŃ
    .right = Tak, wszystko się zgadza
    .agree = ZGODA
    .understand = ROZUMIEM
    .today = dziś, dzisiaj
    .tomorrow = jutro
    .yesterday = wczoraj

## How to reply.
reply_number = Odpisz { $number }, aby wybrać: { $label }.
reply_word =
    .agree = Napisz { $label }, aby wyrazić zgodę.
    .understand = Napisz { $label }, jeśli to jest jasne.
    .skip = Napisz { $label }, aby pominąć to pytanie.

## Hints.
empty_answer = Ta wiadomość nie ma słów. Proszę napisać odpowiedź jako wiadomość.
in_words = Nie wiem, co to tutaj znaczy. Proszę odpowiedzieć słowami.
too_long =
    To dla mnie za długie. Proszę zmieścić się w { $longest ->
        [one] { $longest } znaku
       *[other] { $longest } znakach
    }.
too_short =
    Proszę napisać trochę więcej. Potrzeba co najmniej { $shortest ->
        [one] { $shortest } znaku
       *[other] { $shortest } znaków
    }.
pick_a_number =
    { $count ->
        [one] Proszę odpisać cyfrą 1.
        [2] Proszę odpisać 1 albo 2.
       *[other] Proszę odpisać liczbą od 1 do { $count }.
    }
yes_or_no = Proszę odpisać 1 (tak) albo 2 (nie).
write_the_word =
    { $count ->
        [one] Proszę napisać dokładnie { $word }. Tej odpowiedzi nigdy nie zgaduję.
        [2] Proszę napisać dokładnie { $word } albo odpisać 2. Tej odpowiedzi nigdy nie zgaduję.
        [3] Proszę napisać dokładnie { $word } albo odpisać 2 lub 3. Tej odpowiedzi nigdy nie zgaduję.
       *[other] Proszę napisać dokładnie { $word } albo odpisać liczbą od 2 do { $count }. Tej odpowiedzi nigdy nie zgaduję.
    }
not_in_range = Proszę odpisać liczbą całkowitą od { $low } do { $high }.
name_letters_only = Proszę napisać samo imię i nazwisko. Można użyć liter, spacji, łączników i apostrofów.
name_two_words = Proszę napisać imię i nazwisko. Jeśli jest tylko jedno, proszę napisać je dwa razy.
not_a_day = Nie udało się odczytać tej daty. Proszę napisać ją tak: 1 grudnia 2026.
day_too_early = Ten dzień jest za wcześnie. Pierwszy możliwy dzień to { $earliest }.
day_too_late = Ten dzień jest za późno. Ostatni możliwy dzień to { $latest }.
weekday_differs = Ten dzień tygodnia nie pasuje do daty. Proszę napisać samą datę, na przykład 1 grudnia.
not_a_time = Nie udało się odczytać godziny. Proszę napisać ją tak: 10:30 albo 14:00.
not_a_phone = Nie udało się odczytać numeru. Proszę napisać cały numer telefonu, na przykład 020 7946 0018.
not_an_email = Nie udało się odczytać adresu. Proszę napisać go tak: imie@example.org.
digits_needed =
    Proszę napisać { $length ->
        [one] { $length } cyfrę
        [few] { $length } cyfry
       *[other] { $length } cyfr
    } i nic więcej.
not_a_code = Nie udało się odczytać kodu. Proszę przepisać go dokładnie tak, jak został podany.
sent_before_question = Ta wiadomość przyszła, zanim pojawiło się moje pytanie. Proszę odpowiedzieć jeszcze raz.

## Digits, for passwords read aloud.
digit_0 = zero
digit_1 = jeden
digit_2 = dwa
digit_3 = trzy
digit_4 = cztery
digit_5 = pięć
digit_6 = sześć
digit_7 = siedem
digit_8 = osiem
digit_9 = dziewięć

## Letters and signs of a password, read aloud.
letter_small = małe { $letter }
letter_big = duże { $letter }
sign_at = małpa
sign_star = gwiazdka
sign_dash = kreska
