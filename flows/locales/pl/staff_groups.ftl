# DRAFT: written for a human translator to check before staff read it.
# GROUP, INVITE and REFERRAL: groups, their seats, and the codes by which families come.

staff_groups_none = Nie masz jeszcze grupy. Napisz GRUPA, aby ją utworzyć, albo poproś kierownika o miejsce.
staff_line_group =
    { $n }. { $group }: prowadzi { $leader ->
        [none] BRAK
       *[other] { $leader }
    }, druga osoba { $second ->
        [none] BRAK
       *[other] { $second }
    }, { $adults ->
        [one] { $adults } osoba dorosła
        [few] { $adults } osoby dorosłe
       *[other] { $adults } osób dorosłych
    }
staff_line_member = { $n }. { $name }
staff_line_platform =
    { $n }. { $platform ->
        [zoom] Zoom
        [signal_call] Rozmowa Signal
        [whatsapp_call] Rozmowa WhatsApp
       *[other] { $platform }
    }

staff_group = Co zrobić z grupą?
    .seats = Zmień miejsce
    .make = Utwórz grupę
    .online = Powiedz, czy spotyka się online
    .theme = Powiedz, czy mogą się pojawić sprawy bardzo osobiste
staff_group_which =
    Która grupa?
    { $lines }
staff_group_seat = Które miejsce?
    .leader = Osoba prowadząca
    .second = Druga osoba
    .moderator = Moderator
staff_group_who =
    Kto je obejmie?
    { $lines }
staff_group_seated = Gotowe. Miejsce w { $group } ma nową osobę.
staff_group_name = Jak nazywa się grupa?
staff_group_platform =
    Gdzie się spotyka?
    { $lines }
staff_group_leader =
    Kto ją prowadzi? Praktyk z ważnym potwierdzeniem kwalifikacji.
    { $lines }
staff_group_second =
    Kto jest drugą osobą? Ktoś inny.
    { $lines }
staff_group_made = Grupa { $name } jest utworzona. Jej kod to { $group }.
staff_group_seats_open = Jedno miejsce w { $group } jest jeszcze puste. Nie można nikogo zaprosić. Napisz GRUPA { $group }.
staff_group_complete = Obie osoby w { $group } są na miejscu. Napisz ZAPROŚ { $group }, aby zaprosić rodzinę.

staff_invite_which =
    Do której grupy zaprosić?
    { $lines }
staff_invitation = Jedno zaproszenie do { $group }, dla jednej rodziny. Działa raz, do: { $when }. Nigdy nie piszę do rodziny pierwszy: przekaż następną wiadomość samodzielnie. Trafiło do niewłaściwej osoby? Napisz UNIEWAŻNIJ.
staff_referral = Jeden kod, dla jednej rodziny, do: { $when }. Wyślij następną wiadomość osobie kierującej, a ona przekaże ją rodzinie. Rodzina musi napisać do nas sama. Trafiła do niewłaściwej osoby? Napisz UNIEWAŻNIJ.
staff_hand_on_referral = Dla rodziny. { $organisation } prowadzi grupy dla rodzin. Można poprosić o miejsce: proszę napisać do naszego pomocnika i wysłać mu ten kod: { $code }. Działa jeden raz, tylko dla tej rodziny. Potem ktoś do Państwa zadzwoni.
staff_hand_on_referral_links =
    Dla rodziny. { $organisation } prowadzi grupy dla rodzin. Można poprosić o miejsce: proszę napisać do naszego pomocnika i wysłać mu ten kod: { $code }. Działa jeden raz, tylko dla tej rodziny. Potem ktoś do Państwa zadzwoni. Można napisać tutaj:
    { $lines }
staff_hand_on = Dzień dobry, tu { $organisation }. Proszę napisać do naszego pomocnika i wysłać mu ten kod: { $code }. Jest tylko dla Państwa. Proszę go nie przekazywać.
staff_hand_on_links =
    Dzień dobry, tu { $organisation }. Proszę napisać do naszego pomocnika i wysłać mu ten kod: { $code }. Jest tylko dla Państwa. Proszę go nie przekazywać. Można napisać tutaj:
    { $lines }
staff_group_theme_set = Zapisano dla { $group }. Dotyczy spotkań, które teraz zaplanujesz.

staff_revoke_none = Nie ma kodu, który możesz unieważnić.
staff_line_code_out =
    { $kind ->
        [referrer] { $n }. Dla osoby kierującej
       *[group] { $n }. { $group }
    }: utworzony { $since }, działa do: { $until }
staff_revoke_which =
    Który kod unieważnić? Nikt ich jeszcze nie użył. Jeśli masz sam kod, napisz UNIEWAŻNIJ i ten kod.
    { $lines }
staff_revoke_sure = Potem kod nie zadziała dla nikogo, a kto go spróbuje, nie dowie się dlaczego. Unieważnić go?
    .yes = Tak, unieważnij
    .no = Nie
staff_revoke_done = Gotowe. Kod już nie działa. Napisz ZAPROŚ albo SKIEROWANIE, aby mieć nowy.
