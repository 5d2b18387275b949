# DRAFT: written for a human translator to check before families read it.
# PASSWORD and LEAKED. The link and the password themselves are in family.ftl; they come through the gate.

which_adult =
    O kogo chodzi? Proszę napisać numer.
    { $names }
own_code =
    Dla: { $screen_name }. Proszę napisać swoje cztery cyfry.
    Zostały ustalone z nami przez telefon.
own_code_wrong = To nie zadziałało. Napisz HASŁO, aby spróbować jeszcze raz, albo ZADZWOŃ.
own_code_missing =
    Ten telefon jest wspólny, dlatego potrzebne są Twoje własne cztery cyfry.
    Ustalamy je z Tobą przez telefon. Napisz ZADZWOŃ.
password_nothing = Nie mam teraz dla Ciebie hasła. Napisz ZADZWOŃ albo zadzwoń: { $phone }.
password_off_today =
    Dzisiaj nie ma dla Ciebie spotkania. Przepraszamy.
    Wcześniejszy link i hasło już nie działają.
password_not_yet =
    { $minutes ->
        [one] Hasła jeszcze nie ma. Napisz HASŁO jeszcze raz { $minutes } minutę przed początkiem grupy.
        [few] Hasła jeszcze nie ma. Napisz HASŁO jeszcze raz { $minutes } minuty przed początkiem grupy.
       *[other] Hasła jeszcze nie ma. Napisz HASŁO jeszcze raz { $minutes } minut przed początkiem grupy.
    }
    Czasem trwa to trochę dłużej. Pracownicy muszą najpierw wszystko przygotować.
password_talk_first =
    Dla Twojego bezpieczeństwa musimy najpierw porozmawiać.
    Ktoś zadzwoni do Ciebie. Możesz też napisać ZADZWOŃ.
password_agree_first = Najpierw trzeba na coś wyrazić zgodę. Odpowiedz na moje pytanie albo napisz ZADZWOŃ.
leaked_changed =
    Dziękujemy, że o tym piszesz. To bardzo pomaga.
    Starego linku i hasła nikomu już nie podajemy. Właśnie je zmieniamy.
    Proszę poczekać. Napiszemy do Ciebie.
leaked_noted =
    Dziękujemy, że o tym piszesz. To bardzo pomaga.
    Nie ma tu hasła do zmiany. Napisz ZADZWOŃ, aby ktoś zadzwonił.
