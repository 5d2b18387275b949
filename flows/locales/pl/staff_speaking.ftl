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
staff_speak_taken =
    Nie piszesz już za { $code }: nie należysz teraz do zespołu tej rodziny.
    Jeśli rozmowa jeszcze trwa, proszę się pożegnać. Jej zespół albo kierownik może napisać ZA { $code }.
staff_speak_ended = Tej wiadomości nie przekazano. { staff_speak_taken }
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

## WYSŁUCHAJ i kod sprawy: osoba dorosła z własnym telefonem, która mało czyta.
staff_hear_case = Która sprawa? Jej kod, na przykład F-7Q2X.
staff_for_is_for = ZA jest dla rodziny bez własnego telefonu, z jej kodem T-: pokazuje go SPRAWA. Rodzina, która ma telefon, pisze sama. Dla osoby dorosłej, która mało czyta, jest WYSŁUCHAJ.
staff_hear_nobody = Nikt w sprawie { $case } nie ma teraz nic do zaakceptowania. Każda osoba dorosła ma coś od przyjęcia aż do swojej zgody. SPRAWA { $case } powie, co najpierw.
staff_hear_which =
    Kogo wysłuchać? Każda osoba dorosła odpowiada sama.
    { $lines }
staff_line_to_hear = { $n }. { $name }
staff_hear_method = Jak teraz słychać tę osobę: { $name }?
    .rang = Dzwonię na numer ze SPRAWY
    .rang_me = Ktoś zadzwonił do mnie
    .video = Wideo
    .in_person = Osobiście
    .leave = Nie teraz
staff_hear_digits = Proszę zapytać o własne cztery cyfry ({ $name }) i wpisać je tutaj.
staff_hear_read_agreement = Proszę przeczytać na głos to, co następuje, słowo w słowo. Słucha { $name }. Na prośbę proszę przerwać.
staff_hear_read_own_risk = Teraz proszę przeczytać na głos to, słowo w słowo. Słucha { $name }.
staff_read_out = { $agreement }
staff_heard_agreement = Proszę zapytać: czy zgadzasz się na zasady grupy? Słowo wpisuje się tylko wtedy, gdy { $name } mówi je bez niczyjej pomocy.
    .questions = najpierw jest pytanie
    .no = Nie
staff_heard_own_risk = Proszę zapytać: czy to jest zrozumiałe? Słowo wpisuje się tylko wtedy, gdy { $name } mówi je bez niczyjej pomocy.
    .questions = najpierw jest pytanie
    .no = Nie
staff_hear_questions = Proszę odpowiedzieć teraz albo zadzwonić jeszcze raz ({ $name }). Tej odpowiedzi nie zapisano. Aby kontynuować, napisz WYSŁUCHAJ i kod sprawy.
staff_hear_no = W porządku. Tej odpowiedzi nie zapisano. { $name } może zgodzić się później.
staff_hear_done = Zapisano: powiedziane przez tę osobę ({ $name }), usłyszane przez Ciebie. { $name } dowiaduje się o tym teraz na własnym telefonie. Hasła idą tylko na ten telefon.
staff_not_me = Sprawa { $case }: osoba dorosła mówi, że zgoda, którą zapisał(a) { $by }, nie była jej. Już się nie liczy. Proszę samemu zadzwonić do tej osoby i zapytać { $by }, co się stało. Jeśli to mógł być ktoś inny, napisz BLOKADA.
