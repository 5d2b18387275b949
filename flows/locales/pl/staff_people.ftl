# DRAFT: written for a human translator to check before staff read it.
# COVER, QUALIFY and OFFBOARD: who stands in, who is qualified, who leaves. And whether a group meets online.

## COVER (G1.5).
staff_cover_which =
    Ktoś nie może przyjść. Które spotkanie?
    { $lines }
staff_cover_seat = Czyje miejsce jest tego dnia puste?
    .leader = Osoby prowadzącej
    .second = Drugiej osoby
    .moderator = Moderatora
staff_cover_who =
    Kto zastąpi, tylko na to spotkanie? Lista pokazuje tylko tych, którzy mogą. Jeśli nikt, pomiń: wtedy spotkanie można odwołać.
    { $lines }
staff_cover_nobody = Nikt nie może zająć tego miejsca: zastępca osoby prowadzącej musi mieć ważne kwalifikacje i nikt nie siedzi na dwóch miejscach. Spotkanie nie może się odbyć.
staff_cover_done = { $name } zastępuje na spotkaniu { $meeting } i już o tym wie. Potwierdza słowem JESTEM. Widzi listę uczestników tego spotkania, do doby po nim.
staff_cover_asked =
    Zastępujesz na spotkaniu { $meeting } grupy { $group }, { $when }, jako { $seat ->
        [leader] osoba prowadząca
        [second] druga osoba
       *[moderator] moderator
    }. Napisz JESTEM { $meeting }, aby potwierdzić. Jeśli nie możesz, powiedz teraz kierownikowi.
staff_cover_covered = Ktoś zastępuje Cię na spotkaniu { $meeting }. Nie musisz nic robić.

## QUALIFY (G1.1).
staff_line_qualified =
    { $n }. { $name }: { $until ->
        [none] bez potwierdzenia
       *[other] potwierdzone do { $until }
    }
staff_qualify_who =
    Czyje kwalifikacje potwierdzasz?
    { $lines }
staff_qualify_now = Dotąd { $name } ma: { $qualification }
staff_qualify_words = Jakie to kwalifikacje? Jedna krótka linia: jakie szkolenie, jakie sprawdzenie. Nie przesyłaj tu zaświadczeń.
staff_qualify_until = Do którego dnia są ważne?
staff_qualify_sure = Czy sprawdzono to osobiście? { $name } może wtedy prowadzić grupy do: { $day }.
staff_qualify_done = Gotowe: { $name } ma kwalifikacje do: { $day }. Przypomnę kierownikom miesiąc wcześniej.
staff_qualification_ends = Kwalifikacje osoby prowadzącej wkrótce się skończą. Bez nich nikt nie dostanie hasła na jej spotkania. Napisz KWALIFIKACJE.
staff_qualification_yours = Twoje kwalifikacje kończą się: { $day }. Poproś kierownika, aby je odnowił.

## OFFBOARD (H2.4).
staff_offboard_nobody = Nie ma nikogo innego.
staff_offboard_who =
    Kto odchodzi?
    { $lines }
staff_offboard_sure = Zamknąć teraz konto: { $name }? Wszystkie role i miejsca znikają od razu, a czaty nic już nie pokazują. Znane hasła zostaną zmienione. Tego nie można tu cofnąć.
staff_offboard_done =
    Konto zamknięte: { $name }.
    { $lines }
    Trzeba usunąć tę osobę z kanału zespołu. Trzeba też zmienić to, co znała: hasła do platform i klucze tej usługi.
staff_offboarded = Konto kogoś z zespołu zostało zamknięte. Niektóre rzeczy nie mają teraz nikogo. Napisz SPRAWY, TELEFONY i GRUPA.
staff_left_none = Nic nie zostało do przejęcia.
staff_left_groups =
    { $n ->
        [one] Puste miejsca w grupach: { $n }. Napisz GRUPA.
       *[other] Puste miejsca w grupach: { $n }. Napisz GRUPA.
    }
staff_left_paused = Grupy bez osoby prowadzącej, wstrzymane: { $n }.
staff_left_meetings = Spotkania, na których kogoś brakuje: { $n }. Napisz ZASTĘPSTWO.
staff_left_passwords = Zmienione hasła: { $n }. Napisz GOTOWE.
staff_left_one_to_ones = Odwołane rozmowy w cztery oczy: { $n }. Rodziny już wiedzą.
staff_left_cases = Sprawy do wzięcia: { $n }. Napisz SPRAWY.
staff_left_rings = Obiecane telefony bez nikogo: { $n }. Napisz TELEFONY.
staff_left_complaints = Sprawy przekazane komuś innemu: { $n }.
staff_left_concerns = Zgłoszenia o bezpieczeństwie, o których znów powiadamiam: { $n }.

## Whether a group meets online (H1.2).
staff_group_online = Czy ta grupa spotyka się online?
    .online = Tak
    .not_online = Nie, nie online
staff_group_is_online = Gotowe: { $group } spotyka się online. Można zapraszać rodziny.
staff_group_not_online = Gotowe: { $group } nie spotyka się online. Nikogo nie można zaprosić ani zaplanować spotkania. Zaplanowane spotkania zostają: każde odwołaj słowem ODWOŁAJ.

## LOCKDOWN: an account that somebody else may have (H2.3).
staff_lockdown_who =
    Czyje konto może być w cudzych rękach?
    { $lines }
staff_lockdown_sure = Zamknąć teraz konto: { $name }? Nic już nie pokaże, a to, co napisze, nie będzie się liczyć. Zgody z ostatnich godzin znów czekają. Hasła, które mogło widzieć, zostaną zmienione. Powstanie zgłoszenie naruszenia danych.
staff_lockdown_done =
    Konto zamknięte: { $name }.
    { $lines }
    Porozmawiajcie na żywo. Potem osoba, która dba o komputer, da nowy kod STAFF. Zajrzyj też do WYKLUCZENIA, SKARGI i TERMINY.
staff_locked_down = Konto zostało zamknięte: { $name }. Ktoś inny mógł je przejąć. Zgody z ostatnich godzin znów czekają. Napisz SPRAWY. Nie odpowiadaj na nic, co z niego przyjdzie.
staff_look_at_cases = Niektóre sprawy znów czekają. Zajrzyj do nich: napisz SPRAWY na swojej prywatnej linii.
staff_voided_none = Nie trzeba było niczego cofać.
staff_voided_approvals =
    { $n ->
        [one] { $n } zgoda już się nie liczy: rodzina znów czeka.
        [few] { $n } zgody już się nie liczą: rodziny znów czekają.
       *[other] { $n } zgód już się nie liczy: rodziny znów czekają.
    }
staff_voided_halves =
    { $n ->
        [one] { $n } połowa decyzji dwóch osób już się nie liczy.
        [few] { $n } połowy decyzji dwóch osób już się nie liczą.
       *[other] { $n } połów decyzji dwóch osób już się nie liczy.
    }
staff_voided_invitations =
    { $n ->
        [one] Cofnięto { $n } zaproszenie.
        [few] Cofnięto { $n } zaproszenia.
       *[other] Cofnięto { $n } zaproszeń.
    }
staff_voided_shut =
    { $n ->
        [one] { $n } inna rzecz, którą to konto przepuściło, jest jak przedtem: wykluczenie, zgłoszenie, ostrzeżenie, prośba o dane lub otwarte spotkanie.
        [few] { $n } inne rzeczy, które to konto przepuściło, są jak przedtem: wykluczenia, zgłoszenia, ostrzeżenia, prośby o dane, otwarte spotkania.
       *[other] { $n } innych rzeczy, które to konto przepuściło, jest jak przedtem: wykluczenia, zgłoszenia, ostrzeżenia, prośby o dane, otwarte spotkania.
    }
staff_voided_yeses =
    { $n ->
        [one] { $n } zgoda na zasady, którą słyszało tylko to konto, już się nie liczy.
        [few] { $n } zgody na zasady, które słyszało tylko to konto, już się nie liczą.
       *[other] { $n } zgód na zasady, które słyszało tylko to konto, już się nie liczy.
    }
staff_shut_again = To, co tamto konto przepuściło, jest jak przedtem: { $codes }. Zajrzyj do nich: NARUSZENIA, WYKLUCZENIA, OZNACZ, DANE, OTWÓRZ. Tym osobom nic nie powiedziano; porozmawiaj z nimi.
staff_lockdown_words = Konto { $by } zostało zamknięte. Ktoś inny mógł mieć ten telefon lub jego wiadomości. Zapytaj, co na nim było i czyje to dane, i oceń tu ryzyko.
