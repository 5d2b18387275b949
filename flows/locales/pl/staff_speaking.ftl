# DRAFT: written for a human translator to check before staff read it.
# FOR and OVER: staff write for a family without a phone of its own. $code is the family's code, like T-7Q2X.

staff_speak_which =
    Za którą rodzinę? Proszę odpowiedzieć numerem albo kodem.
    { $lines }
    { $n }. Nowa rodzina
staff_line_spoken_for =
    { $names ->
        [none] { $n }. { $code }
       *[other] { $n }. { $code }: { $names }
    }
staff_speak_method = Jak ich teraz słychać? Liczą się tylko ich własne słowa, wypowiadane w tej chwili.
    .call = Rozmowa telefoniczna
    .video = Wideo
    .in_person = Osobiście
    .leave = Nie teraz
staff_speak_begun = Teraz piszesz za { $code }. Jest to zapisane.
staff_speak_how =
    Proszę czytać na głos, co odpowiadam. Potem napisać słowo w słowo, co mówią.
    Każda osoba dorosła odpowiada sama. Nigdy nie odpowiadaj za nią.
    Jeśli ktoś chce złożyć skargę, niech wybierze, kto ją usłyszy. Nie będziesz się nią zajmować.
    Po pożegnaniu proszę napisać KONIEC ROZMOWY.
staff_speak_new = Na początek proszę napisać dzień dobry. Najpierw czyta się na głos, jak używamy tego, co nam mówią.
staff_speak_heading = { $code } słyszy:
staff_speak_over = Gotowe. Ta linia jest znów Twoja.
staff_speak_none = Teraz nie piszesz za nikogo.
staff_speak_waits =
    Jest coś do powiedzenia dla { $code }, rodziny bez telefonu.
    Proszę zadzwonić, a potem napisać ZA { $code }.
staff_case_spoken_for = Bez własnego telefonu. Pisze za nich zespół: ZA { $code }
staff_case_heard_live =
    { $method ->
        [call] { $screen_name }: zgoda na zasady przez telefon. Słyszał(a): { $by }.
        [video] { $screen_name }: zgoda na zasady przez wideo. Słyszał(a): { $by }.
       *[in_person] { $screen_name }: zgoda na zasady osobiście. Słyszał(a): { $by }.
    }
