# DRAFT: written for a human translator to check before families read it.
# Why something is refused: what is missing, and what would work. Ids come from flows/policy; staff read them after WHY.

## Accounts and roles
refused_staff_left = To konto jest zamknięte. Menedżer może otworzyć nowe.
refused_policies = Najpierw trzeba potwierdzić zasady ochrony danych i poufności: wystarczy napisać ZASADY. Potem można spróbować ponownie.
refused_named_human = Może o tym zdecydować tylko konkretna osoba z zespołu. Bot nigdy nie robi tego sam.
refused_not_here = Nie można tego tutaj pokazać. Proszę zapytać na prywatnej linii.
refused_theme_unanswered = Najpierw proszę powiedzieć, czy w tej grupie mogą się pojawić sprawy bardzo osobiste.
refused_not_live = Za kogoś można zapisać tylko to, co mówi teraz: przez telefon, wideo albo osobiście.
refused_spoken_for = Za tę rodzinę pisze teraz ktoś z zespołu. Proszę spróbować później.
refused_hear_leader = Zgody może wysłuchać tylko osoba prowadząca grupę albo kierownik. Proszę zwrócić się do nich.
refused_hear_no_phone = Ta rodzina nie ma własnego telefonu. Napisz ZA i jej kod T-; pokazuje go SPRAWA.
refused_ring_back = Każdy może zadzwonić i podać nazwisko. Rozłącz się, zadzwoń na numer ze SPRAWY i zacznij od nowa.
refused_digits_said = To nie są cztery cyfry uzgodnione z tą osobą. Rozłącz się. Jeśli ich nie pamięta, uzgodnij nowe, dzwoniąc na numer ze SPRAWY.
refused_flagged_voice = Ta rodzina ma ostrzeżenie w aktach, więc sam głos nie wystarczy. Spotkaj się z tą osobą albo zobacz ją na wideo. Może też odpowiedzieć na własnym telefonie.
refused_cannot_be_told = Tej osoby nie można teraz powiadomić na jej telefonie, więc nikt nie może zgodzić się za nią. Sama pisze to słowo. Po STOP wystarczy START, żebyśmy znów mogli pisać.
refused_disowned = Ta osoba powiedziała, że wcześniejsza zgoda nie była jej. Teraz sama pisze to słowo.
refused_speaks_for_another = Teraz piszesz za inną rodzinę. Najpierw proszę napisać KONIEC ROZMOWY.
refused_not_the_team = To sprawa zespołu tej grupy. Sprawdź kod, jeśli był podany. Można też zapytać osobę prowadzącą, drugą osobę lub kierownika.
refused_not_staff_of_group = To mogą zrobić pracownicy tej grupy lub kierownik. Sprawdź kod: TYDZIEŃ pokazuje Twoje spotkania. Można też poprosić osobę prowadzącą o miejsce w grupie.
refused_behind_glass = Ta rodzina ma grupę, więc jej sprawa jest dla zespołu tej grupy. Można ją otworzyć słowami ZBIJ SZYBKĘ i kodem: trzeba podać powód, a inni się o tym dowiedzą.
refused_glass_role = W ten sposób sprawę może otworzyć tylko kierownik, osoba do spraw bezpieczeństwa lub jej zastępstwo albo osoba odpowiedzialna za dane. Jeśli to nie może czekać, zadzwoń do jednej z nich.
refused_glass_not_needed = Tę sprawę można przeczytać zwyczajnie: proszę napisać SPRAWA i jej kod.
refused_glass_closed = Tej sprawy nie można teraz otworzyć w ten sposób. Powody mogą być różne i nikomu ich nie podaję. Jeśli to nie może czekać, zadzwoń do innego kierownika albo do osoby do spraw bezpieczeństwa. Dowiedzą się o tej próbie.
refused_say_why = To nie jest Twoja grupa. Proszę podać, dlaczego trzeba to zobaczyć. Powód zostanie zapisany.
refused_only_manager = Może to zrobić tylko kierownik. Proszę poprosić kierownika.
refused_only_leader = Może to zrobić tylko osoba prowadząca grupę albo jej zastępstwo.
refused_no_such_request = Nie ma otwartej prośby z tym kodem. Napisz DANE, aby zobaczyć te, które czekają.
refused_held_back = Coś jeszcze wstrzymuje usunięcie: otwarta skarga, sprawa bezpieczeństwa, naruszenie albo Twoje wstrzymanie. Najpierw to zamknij.
refused_only_data_lead = Na prośbę o dane odpowiada tylko osoba odpowiedzialna za dane. Proszę jej to przekazać.
refused_already_done = To już zrobione. Nic więcej nie trzeba.
refused_reporter_decides = Zgłoszenie jest od Ciebie, więc decyduje ktoś inny. Proszę poprosić innego kierownika.
refused_decider_lifts = To była Twoja decyzja, więc uchylić ją musi ktoś inny. Poproś innego kierownika.
refused_reason_missing = Brakuje krótkiego powodu. Proszę go napisać; przeczyta go tylko kilka osób.

## Invitations
refused_only_leader_invites = Zaprasza tylko osoba prowadząca grupę lub kierownik. Proszę poprosić jedną z tych osób.
refused_group_not_online = Ta grupa nie spotyka się online. Menedżer może to zmienić.
refused_group_paused = Ta grupa jest wstrzymana. Potrzebuje osoby prowadzącej i drugiej osoby.
refused_no_leader = Grupa nie ma osoby prowadzącej. Menedżer musi najpierw wyznaczyć wykwalifikowaną osobę.
refused_no_second = Grupa nie ma drugiej osoby. Najpierw trzeba wyznaczyć praktyka lub asystenta.
refused_shut_out = Ta rodzina lub osoba nie ma tu teraz miejsca. Menedżer może to zmienić.
refused_code = Ten kod nie działa. Kod działa raz, dla jednej osoby, przez kilka dni. Proszę poprosić o nowy.
refused_no_code_out = Nie ma takiego kodu, który możesz unieważnić. Może to osoba, która go dała, osoba prowadząca grupę albo kierownik. Napisz UNIEWAŻNIJ, aby zobaczyć swoje.
refused_code_used = Ktoś już użył tego kodu, więc nie można go unieważnić. Sam kod nikogo nie wpuszcza: nadal decyduje człowiek.
refused_code_over = Ten kod już nie działa. Nie ma czego unieważniać.
refused_too_many_codes = W ostatniej godzinie było dużo błędnych kodów. Za godzinę kody będą znów sprawdzane.
refused_agreement_text_missing = Brakuje pełnej Umowy Grupy. Trzeba dodać cały tekst.
refused_points_missing = W zaproszeniu brakuje jednego z pięciu punktów. Muszą tam być wszystkie.
refused_privacy_link_missing = Brakuje linku do polityki prywatności. Trzeba go dodać do zaproszenia.
refused_privacy_link_host = Link do polityki prywatności nie prowadzi na naszą stronę. Trzeba go poprawić w ustawieniach.
refused_privacy_notice_missing = Brakuje linku do informacji o prywatności w grupach. Trzeba go dodać do zaproszenia.
refused_camera_advice_missing = W zaproszeniu brakuje rady o kamerze. Trzeba ją dodać.
refused_own_risk_advice_missing = W zaproszeniu brakuje informacji o udziale na własne ryzyko. Trzeba ją dodać.
refused_secret_in_invitation = Zaproszenie nigdy nie zawiera linku do spotkania ani hasła. Trzeba je usunąć.

## Checking a family
refused_case_closed = Ta sprawa jest zamknięta. Rodzina może zapytać ponownie w każdej chwili.
refused_claimed_by_another = Tę sprawę prowadzi już ktoś inny. Proszę z tą osobą porozmawiać.
refused_claim_first = Najpierw trzeba przejąć tę sprawę. Potem można zapisać wynik.
refused_ground_missing = Skąd znamy tę rodzinę? Proszę podać grupę, żłobek lub zajęcia i mniej więcej kiedy.
refused_call_method = Kontakt na żywo to rozmowa, rozmowa wideo lub spotkanie. Proszę wybrać.
refused_call_outcome = Proszę podać wynik: udało się porozmawiać albo nikt nie odebrał.
refused_identity_method = Proszę wybrać, jak sprawdzono tożsamość. Nigdy nie zapisujemy kopii ani numeru dokumentu.
refused_identity_result = Proszę podać wynik: potwierdzona, niepotwierdzona albo wątpliwość.
refused_suitability_outcome = Proszę podać, czy grupa pasuje do tej rodziny: tak albo nie.
refused_suitability_reason = Proszę dodać krótki powód oceny, czy grupa pasuje. Przeczyta go tylko kilka osób.
refused_referrer_outcome = Proszę podać wynik: potwierdzone, niepotwierdzone, brak kontaktu albo nie pytano. Bez historii rodziny.
refused_family_said_no = Rodzina prosi, by z tą osobą nie rozmawiać. Szanujemy to, chyba że chodzi o czyjeś bezpieczeństwo.

## Alerts on a file
refused_only_flaggers = Tylko kierownik albo osoba od bezpieczeństwa oznacza sprawę albo zdejmuje oznaczenie.
refused_own_flag = To Twoje oznaczenie, więc musi je zdjąć ktoś inny.

## Deciding about a family
refused_only_leader_decides = Decyduje tylko osoba prowadząca grupę lub kierownik. Proszę poprosić jedną z tych osób.
refused_already_decided = Decyzja już zapadła. Nic się nie zmieniło.
refused_needs_both = Tu dwie osoby muszą zdecydować tak samo: prowadząca i kierownik. Jedna nie wystarczy. Twoja decyzja jest zapisana, a druga osoba już wie.
refused_no_such_case = Nie ma sprawy o takim kodzie. Proszę jeszcze raz sprawdzić kod: rodzina zobaczy swój po słowie STATUS.
refused_hold_reason = Wstrzymanie sprawy wymaga krótkiego powodu. Proszę go napisać; czyta go zespół sprawy.
refused_hold_too_long = Sprawę można wstrzymać tylko na kilka dni roboczych. Proszę wybrać mniej; można to powtórzyć.
refused_already_excluded = Ta rodzina jest już wykluczona. WYKLUCZENIA pokażą, od kiedy i kto zdecydował.
refused_second_asked = Zapisane, ale jeszcze niezrobione. Coś w sprawie tej rodziny jest otwarte, więc wykluczają ją dwie osoby na stanowisku kierownika. Nikomu nie mówię, co jest otwarte. Druga osoba już wie i zdecyduje słowem WYKLUCZ. Do tego czasu nic się nie zmienia. Jeśli to nie może czekać, NARUSZENIE od razu zawiesza jedną osobę.
refused_family_not_in_group = Ta rodzina nie jest w tej grupie. Proszę napisać WYKLUCZ i kod jeszcze raz, a pokażę, w której jest.
refused_excluded_family = Ta rodzina jest wykluczona. Menedżer musi to najpierw cofnąć.
refused_barred_person = Ta osoba ma zakaz udziału w grupie. Menedżer musi go najpierw cofnąć.
refused_group_missing = Proszę wybrać grupę dla tej rodziny. Potem można zdecydować.
refused_known_or_not = Najpierw trzeba podać, czy znamy tę rodzinę.
refused_contact_missing = Nikt jeszcze nie rozmawiał z tą rodziną. Trzeba zadzwonić lub się spotkać i to zapisać.
refused_identity_missing = Trzeba potwierdzić tożsamość każdej dorosłej osoby. Proszę ją sprawdzić i zapisać.
refused_suitability_missing = Nie zapisano jeszcze, czy grupa pasuje do tej rodziny. Proszę to zapisać.
refused_not_suitable = Zapisano, że grupa nie pasuje do tej rodziny. Trzeba zmienić zapis albo odmówić.

## Groups and seats
refused_candidate_left = Konto tej osoby jest zamknięte. Proszę wybrać kogoś innego.
refused_leader_practitioner = Osoba prowadząca musi być praktykiem. Proszę wybrać praktyka albo dać tej osobie drugie miejsce.
refused_leader_qualification = Osoba prowadząca nie ma ważnego potwierdzenia kwalifikacji. Menedżer może je wpisać.
refused_second_role = Druga osoba musi być praktykiem lub asystentem. Proszę wybrać.
refused_same_person = Jedna osoba nie może mieć dwóch miejsc. Proszę wybrać kogoś innego.
refused_only_manager_seats = Osobę prowadzącą wyznacza tylko kierownik. Ona wyznacza pozostałe osoby.
refused_only_leader_makes_group = Grupę tworzy tylko kierownik albo praktyk, który może ją prowadzić.
refused_platform_missing = Gdzie odbędzie się spotkanie? Proszę wybrać platformę.
refused_platform_unknown = Tej platformy nie ma na liście. Proszę wybrać inną albo poprosić kierownika o dodanie.
refused_own_mark = Nikt nie potwierdza własnych kwalifikacji. Poproś innego kierownika.
refused_own_account = Nie można zamknąć własnego konta. Poproś innego kierownika.
refused_qualification_text = Proszę napisać, jakie to kwalifikacje.
refused_qualification_date = Potwierdzenie musi kończyć się w przyszłości.

## Meetings
refused_time_past = Ten termin już minął. Proszę wybrać przyszły.
refused_time_order = Spotkanie musi kończyć się po rozpoczęciu. Proszę sprawdzić godziny.
refused_sensitive_unanswered = Najpierw odpowiedź: czy mogą paść wrażliwe osobiste sprawy? Tak, nie albo nie wiem.
refused_platform_not_private = Mogą paść wrażliwe sprawy. Proszę użyć rozmowy w Signal lub WhatsApp. Menedżer może pozwolić inaczej, podając powód.
refused_buddy_missing = Druga osoba z zespołu musi wiedzieć o tym spotkaniu. Proszę ją podać.
refused_not_large = To tylko dla dużych spotkań. Spodziewanych jest za mało osób dorosłych.
refused_participants_free = Najpierw trzeba ograniczyć uczestnikom czat, udostępnianie ekranu i mikrofon.
refused_extra_step = Proszę zaznaczyć jeszcze co najmniej jeden krok dla bezpieczeństwa.
refused_meeting_cancelled = To spotkanie odwołano lub przeniesiono. Jego hasło nie działa.
refused_meeting_over = To spotkanie już się skończyło.
refused_leader_not_confirmed = Osoba prowadząca nie potwierdziła obecności. Musi to zrobić ona lub zastępstwo.
refused_second_not_confirmed = Druga osoba nie potwierdziła obecności. Musi to zrobić ona lub zastępstwo.
refused_only_moderator = Tę listę odhacza tylko moderator tego spotkania.
refused_no_moderator = Spodziewanych jest tyle osób, że potrzebny jest moderator. Trzeba wyznaczyć trzecią osobę.
refused_moderator_not_confirmed = Moderator nie potwierdził obecności.
refused_not_your_seat = To nie jest Twoje miejsce. Obecność potwierdza tylko osoba, która je ma.
refused_recording_not_off = Trzeba wyłączyć nagrywanie, na komputerze i w chmurze, oraz notatki AI. Potem proszę to zaznaczyć.
refused_late_another_day = Członkowie dowiadują się w samym dniu spotkania. Inny dzień albo inna godzina: PRZENIEŚ.
refused_has_begun = Spotkanie już się zaczęło. Nikomu nic nie powiedziano.
refused_start_too_early = Na to spotkanie jest jeszcze za wcześnie. Proszę zacząć, gdy ludzie wchodzą.
refused_report_incomplete = Nie zaznaczono wszystkich siedmiu punktów. Menedżer to zobaczy.

## Passwords
refused_no_password_yet = To spotkanie nie ma jeszcze hasła.
refused_rotation_waits = Hasło jest właśnie zmieniane. Nowe trzeba najpierw ustawić na platformie.
refused_platform_not_ready = Platforma nie ma jeszcze tego hasła. Trzeba je tam ustawić i potwierdzić.
refused_waiting_room = Trzeba włączyć poczekalnię i to zaznaczyć.
refused_no_room = Platforma nie ma tego spotkania ode mnie. Zacznij je tam jak zwykle.
refused_not_on_list = Tej nazwy nie ma na liście spotkania.
refused_name_twice = Ktoś o tej nazwie jest już w środku.
refused_link_missing = Brakuje linku do spotkania. Napisz jeszcze raz GOTOWE i przyślij go.
refused_link_elsewhere = Ten link nie prowadzi do aplikacji, w której jest to spotkanie. Utwórz link w tej aplikacji i wyślij go tutaj.
refused_link_same = To jest stary link i ktoś może go znać. Zacznij nowe spotkanie i przyślij jego link.
refused_link_has_password = Ten link zawiera hasło. Proszę podać link bez hasła.
refused_password_replaced = To hasło zastąpiono nowszym. Trzeba użyć nowszego.
refused_excluded = Dla tej rodziny nie ma hasła: nie ma tu teraz miejsca. Może z nią porozmawiać kierownik.
refused_barred = Dla tej osoby nie ma hasła: ma zakaz udziału w grupie. Może złożyć skargę.
refused_suspended = Nie ma hasła, dopóki kierownik nie zdecyduje w sprawie zgłoszenia. To nie potrwa długo.
refused_left = Ta osoba opuściła grupę. Może poprosić o ponowne przyjęcie.
refused_not_approved = Najpierw ktoś z zespołu musi tę osobę przyjąć.
refused_not_active = Ta osoba nie należy jeszcze do grupy. Brakuje jakiegoś kroku.
refused_not_verified = Tożsamość tej osoby nie jest jeszcze potwierdzona. Musi ją sprawdzić ktoś z zespołu.
refused_not_agreed = Ta osoba nie przyjęła jeszcze Umowy Grupy. Każda dorosła osoba robi to sama.
refused_agreement_changed = Umowa Grupy ma nową wersję. Trzeba ją najpierw przeczytać i przyjąć.
refused_risk_not_understood = Nie ma jeszcze odpowiedzi na informację o udziale na własne ryzyko.
refused_not_own_contact = Ten telefon nie należy do tej osoby. Musi zapytać ze swojego.
refused_line_frozen = Ten telefon się zmienił, dlatego nic tu nie pokazujemy. Poproś o nowy kod STAFF i wpisz go.
refused_contact_frozen = Ten kontakt się zmienił albo długo milczał. Dla bezpieczeństwa ktoś z zespołu musi najpierw porozmawiać z tą osobą.
refused_several_phones = Czeka więcej niż jeden kod na telefon tej rodziny. Poproś tę osobę, żeby przeczytała kod ze swojego czatu. Potem napisz TELEFON i ten kod.
refused_flagged_phone = W aktach tej rodziny jest ostrzeżenie. Powiedz kierownikowi, z kim była rozmowa; to kierownik potwierdzi telefon.
refused_number_in_doubt = Inny telefon albo aplikacja tej osoby się zmieniły, a ten kontakt może mieć ten sam numer. Ktoś z zespołu musi najpierw z nią porozmawiać.
refused_contact_held = Ten kontakt czeka, aż ktoś z zespołu go sprawdzi.
refused_own_digits = Z tego telefonu korzysta kilka osób. Najpierw potrzebne są cztery cyfry tej osoby.
refused_not_asked = Hasło dostaje tylko osoba, która o nie poprosi. Wystarczy napisać HASŁO.
refused_too_early = Na hasło jest za wcześnie. Będzie krótko przed spotkaniem.
refused_too_late = Spotkanie się skończyło, więc nie ma już hasła.
refused_speak_first = Najpierw trzeba porozmawiać z tą osobą, potem można odblokować kontakt.

## The agreement
refused_not_asked_that = Nie było takiego pytania, więc nie ma jeszcze odpowiedzi.
refused_own_risk_not_shown = Najpierw trzeba przeczytać informację o udziale na własne ryzyko.
refused_each_for_themselves = Każda dorosła osoba odpowiada za siebie. Nikt nie może zgodzić się za kogoś.
refused_write_the_words = Proszę napisać dokładnie te słowa, o które prosimy. Nic innego nie liczy się jako zgoda.
refused_answered_before_asked = To napisano przed pytaniem. Proszę odpowiedzieć jeszcze raz.
refused_version_used = Ta nazwa wersji już była. Proszę wybrać nową.
refused_needs_one_more = Na nową wersję musi zgodzić się druga osoba z zespołu.

## Names on screen
refused_screen_name_length = Proszę wybrać krótką nazwę z literami.
refused_screen_name_surname = To zawiera część pełnego nazwiska. Bezpieczniejsze jest imię albo wymyślona nazwa.
refused_screen_name_staff = To przypomina imię osoby z zespołu. Proszę wybrać inną nazwę.
refused_screen_name_initials = Widać w niej literę nazwiska. Samo imię jest bezpieczniejsze. Osoba prowadząca może na to pozwolić.
refused_screen_name_taken = Tej nazwy nie można tu użyć. Proszę wybrać inną.
refused_screen_name_rude = Ta nazwa może kogoś urazić. Proszę wybrać inną albo zapytać osobę prowadzącą.

## Breaches
refused_person_missing = O kogo chodzi? Zgłoszenie zawsze dotyczy jednej osoby.
refused_point_missing = Który punkt Umowy Grupy złamano? Proszę go podać.
refused_breach_outcome = Proszę podać: potwierdzone albo niepotwierdzone. Nie ma nic pośrodku.

## Complaints, concerns and data
refused_no_such_complaint = Nie ma dla Ciebie skargi o tym kodzie. Napisz SKARGI, aby zobaczyć swoje.
refused_complaint_outcome = Proszę podać: uznana, częściowo uznana albo nieuznana.
refused_date_not_later = Nowy termin musi dopiero nadejść. Wybierz późniejszy dzień.
refused_not_answered_yet = Skarga nie ma jeszcze odpowiedzi. Ponowne rozpatrzenie jest potem.
refused_review_was_final = Sprawdzono to dwa razy. Ta odpowiedź jest tu ostatnia.
refused_review_needs_reason = Czas na prośbę o ponowne rozpatrzenie minął. Napisz, dlaczego dopiero teraz.
refused_no_such_incident = Nie ma dla Ciebie incydentu danych o tym kodzie. Napisz INCYDENTY, aby zobaczyć otwarte.
refused_incident_not_assessed = Nikt jeszcze nie ocenił ryzyka. Zrób to najpierw. Potem zamknij.
refused_regulator_first = Jest ryzyko, więc najpierw trzeba powiedzieć organowi nadzoru. Zapisz, że to zrobiono. Potem zamknij.
refused_no_such_concern = Nie ma dla Ciebie zgłoszenia o tym kodzie. Napisz ZGŁOSZENIA, aby zobaczyć otwarte.
refused_no_such_breach = Nie ma zgłoszenia naruszenia o tym kodzie. Napisz NARUSZENIA, aby zobaczyć te, które czekają.
refused_no_such_bar = Pod tym kodem nikt teraz nie jest wykluczony. Napisz WYKLUCZENIA, aby zobaczyć kto jest.
refused_name_of_bar = Ta osoba ma zakaz lub jest wykluczona i pod tym nazwiskiem lub numerem jest znana. Najpierw musi to rozpatrzyć kierownik: niech napisze WYKLUCZENIA.
refused_number_of_frozen = Telefon tej rodziny jest zablokowany, a zespół dzwoni na numer znany wcześniej. Niech najpierw zespół odblokuje telefon. Potem można poprawić numer.
refused_reverify_first = Najpierw trzeba sprawdzić, kto pyta. Nigdy nie odpowiadamy tylko na telefon, z którego zapytano.
refused_warned = O tym telefonie najpierw decyduje osoba do spraw bezpieczeństwa. Potem można go odblokować: zapytaj ją.
refused_no_number_known = Nie znam innego ich numeru. Zobacz te osoby przez wideo lub osobiście albo poproś o numer instytucję, która je skierowała.
refused_recheck_first = Trzeba porozmawiać z tą osobą na żywo i upewnić się, że to ona. Potem można odblokować kontakt.
refused_confirm_live = Najpierw trzeba porozmawiać z tą osobą na żywo. Potem można potwierdzić, że to jej telefon.

## What may be said where
refused_membership_question = Nie mogę mówić o tym, kto jest, a kto nie jest w grupie.
refused_only_three_doors = Tu nie mogę w tym pomóc. Można napisać POMOC, SKARGA lub MOJE DANE.
refused_pointers_only = Na kanale zespołu są tylko numery spraw i przyciski. Szczegóły są na prywatnej linii.
refused_channel_not_private = Ten kanał nie jest dość prywatny na dane osobowe. Proszę użyć Signala albo zadzwonić.
refused_secret_here = Link ani hasło nigdy nie idą tą drogą. Proszę użyć prywatnej linii.
refused_sealed = Te słowa są zapieczętowane. Może je czytać tylko osoba, która zajmuje się sprawą.
refused_not_the_readers_own = Te dane należą do kogoś innego. Nie są wysyłane.
refused_preview = Te słowa byłoby widać na zablokowanym ekranie. Nie są tak wysyłane.
refused_release_over = Tego hasła nie można już podać. Nie zostało wysłane.
refused_ask_again = Dla bezpieczeństwa nowe hasło wysyłamy tylko na prośbę. Wystarczy napisać HASŁO.
refused_restricted = Kierownik pozwala tej rodzinie pisać tylko w kilku sprawach.
refused_stopped = Ta osoba napisała STOP. Wysyłamy tylko to, o co poprosi.
refused_unsafe_to_write = Pisanie do tej osoby może nie być bezpieczne. Sposób wybiera osoba odpowiedzialna za bezpieczeństwo.
refused_picture = Proszę nie wysyłać zdjęć dokumentów ani plików. Nie zostało to zapisane.
refused_recording = Niczego nie wolno nagrywać i nagrań tu nie przechowujemy.
refused_voice_note = Nie umiem słuchać. Proszę napisać wiadomość albo ZADZWOŃ, a ktoś oddzwoni.

## One-to-ones
refused_not_their_one_to_one = Ta rozmowa jest z kimś innym albo nie ma jeszcze jej zgody.
refused_call_without_password = To rozmowa telefoniczna, nie ma hasła. Zadzwoń na sprawdzony numer.
refused_one_to_one_unanswered = Rodzina jeszcze się nie zgodziła. Poproś, aby napisała MOJE SPOTKANIE, albo zadzwoń.
refused_not_recognised = Nie zaczynaj, jeśli nie znasz głosu ani twarzy. Zadzwoń na numer znany wcześniej.
refused_not_begun = Ta rozmowa się nie zaczęła. Napisz ROZMOWA, gdy się zacznie.
refused_use_one = To rozmowa w cztery oczy. Napisz ROZMOWA i jej kod. Aby ją przenieść, odwołaj ją i zaproponuj nową.
