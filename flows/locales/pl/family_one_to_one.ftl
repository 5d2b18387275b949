# DRAFT: written for a human translator to check before families read it.
# MY MEETING: a talk with one member of staff. One idea a message.

one_to_one_none = Nie ma teraz zaplanowanej rozmowy z Tobą. Napisz ZADZWOŃ, jeśli chcesz telefonu.
one_to_one_invitation =
    { $staff } chce porozmawiać tylko z Tobą.
    Termin: { $when }.
## G4.2: the five points, as they are said where there are only two.
one_to_one_points =
    Oto pięć ważnych punktów.
    1. { point_keep_invitation }
    2. Proszę nie robić zrzutów ekranu.
    3. { point_no_recording }
    4. { point_camera_shows }
    5. Możesz wyłączyć wideo w każdej chwili. Możesz też w każdej chwili skończyć rozmowę.
one_to_one_question =
    Czy zgadzasz się na to podczas rozmowy?
    Możesz powiedzieć nie. Twoje miejsce w grupie zostaje.
    .questions = najpierw pytanie
one_to_one_no = Dziękujemy za odpowiedź. Rozmowy nie będzie. To w porządku.
one_to_one_settled = Twoja rozmowa: { $staff }, { $when }.
one_to_one_call =
    { $platform ->
        [whatsapp_call] Zadzwoni { $staff } przez WhatsApp. Nie ma hasła.
       *[other] Zadzwoni { $staff } przez Signal. Nie ma hasła.
    }
    Znasz głos albo twarz? Jeśli nie, zakończ rozmowę.
one_to_one_password = Tego dnia napisz HASŁO. Dostaniesz wtedy link i hasło.
talk_today = Twoja rozmowa jest dzisiaj. Odpisz HASŁO.
talk_cancelled = Twoja rozmowa nie odbędzie się. Chodzi o dzień: { $day }. Przepraszamy.
talk_late =
    { $minutes ->
        [one] Twoja rozmowa zacznie się dziś później o { $minutes } minutę.
        [few] Twoja rozmowa zacznie się dziś później o { $minutes } minuty.
       *[other] Twoja rozmowa zacznie się dziś później o { $minutes } minut.
    }
