# DRAFT: written for a human translator to check before families read it.
# What each adult agrees to: five points, the whole agreement, camera and own risk. The agreement's text is configuration.

agreement_audio =
    Umowy grupy możesz też posłuchać. Ktoś z nas czyta ją na głos:
    { $audio }
for_adult = Dla: { $screen_name }. Następne wiadomości są dla Ciebie.
agreement_to_read = Przed następnym hasłem trzeba coś przeczytać i wyrazić zgodę.
agreement_new_version = Nasza umowa grupy się zmieniła. Proszę przeczytać nową. Potem możesz dostać następne hasło.
agreement_nothing_open = Teraz nie trzeba na nic wyrażać zgody. Wszystko gotowe.
agreement_thanks = Dziękujemy. To wszystko. W dniu spotkania odpisz HASŁO.

## The five points, each on a line of its own.
points =
    Oto pięć ważnych punktów.
    1. { point_keep_invitation }
    2. { point_no_screenshots }
    3. { point_no_recording }
    4. { point_camera_shows }
    5. { point_video_off }
point_keep_invitation = Proszę nie podawać nikomu tego zaproszenia. Jest tylko dla Ciebie.
point_no_screenshots = Proszę nie robić zrzutów ekranu. Inne rodziny nie zgodziły się na zdjęcia.
point_no_recording = Proszę nie nagrywać. Chodzi o obraz, dźwięk i notatki robione przez komputer.
point_camera_shows = Proszę pomyśleć, co widać w Twojej kamerze.
point_video_off = Możesz wyłączyć wideo w każdej chwili i dalej brać udział. Osoba prowadząca też może wyłączyć wideo.
agreement_text = { $agreement }
camera_advice =
    Obcy mogą widzieć, co jest za Tobą. Usiądź tam, gdzie za Tobą nie widać nic prywatnego.
    Prywatne są na przykład listy, zdjęcia, szkolne znaczki i Twoja ulica.
agreement_question =
    Czy zgadzasz się na umowę grupy?
    Proszę odpowiedzieć tylko za siebie.
    .questions = najpierw mam pytanie

## Own risk.
own_risk_care =
    Robimy wszystko, co możemy, aby chronić Ciebie i Twoje nazwisko.
    Nie możemy obiecać, że w internecie nic złego się nie stanie.
    Dołączasz na własne ryzyko.
    Jeśli przez dołączenie spotka Cię przykrość albo strata, nie odpowiadamy za to.
own_risk_rights = Nie odbiera to żadnych praw, które daje Ci prawo.
own_risk_question = Czy rozumiesz, że dołączasz na własne ryzyko?
    .questions = najpierw mam pytanie

## Not yet, or no.
agreement_call =
    Ktoś zadzwoni i odpowie na Twoje pytanie. Możesz też zadzwonić: { $phone }.
    Moje pytanie na to poczeka.
agreement_no =
    Dziękujemy, że o tym piszesz. Bez tego nie można dołączyć. To w porządku.
    Jeśli zmienisz zdanie, napisz ZADZWOŃ albo zadzwoń: { $phone }.
agreement_not_kept = Nie udało się zapisać tej odpowiedzi. Napisz ZADZWOŃ, a ktoś Ci pomoże.

## NIE JA: to, co zapisał zespół, nie było ich zgodą.
not_me_nothing =
    Nikt nie zapisał za Ciebie zgody, która się teraz liczy.
    Napisz ZADZWOŃ albo zadzwoń pod { $phone }.
not_me_done =
    Dziękujemy za wiadomość. Ta zgoda już się nie liczy.
    To nie Twoja wina.
    Zapytam Ciebie przed następnym hasłem.
not_me_rings =
    Ktoś inny zadzwoni najpóźniej w następnym dniu roboczym.
    Możesz też zadzwonić: { $phone }.
    Jeśli komuś może stać się krzywda, napisz POMOC albo zadzwoń pod { $emergency }.
