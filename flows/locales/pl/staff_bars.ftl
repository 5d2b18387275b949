# DRAFT: written for a human translator to check before staff read it.
# BARS and UNBAR (G11.3, G11.5, G3.13): who is shut out, and managers' own acts about it.

staff_bars_none = Teraz nikt nie jest wykluczony.
staff_bars =
    Obowiązujące wykluczenia. Które?
    { $lines }
staff_bar =
    { $scope ->
        [group] { $code }: { $name }, wykluczenie z grupy { $group }
        [all_groups] { $code }: { $name }, wykluczenie ze wszystkich grup
       *[family] { $code }: rodzina osoby { $name }, wykluczona
    }
    Od: { $since }, decyzja: { $by }
staff_bar_next = Co chcesz zrobić? Uchylić może tylko kierownik, który tego nie zgłosił ani o tym nie zdecydował.
    .lift = Uchyl
    .all_groups = Wyklucz tę osobę ze wszystkich grup
    .family = Wyklucz całą rodzinę
    .leave = Zostaw bez zmian
staff_bar_lift_reason = Dlaczego to uchylasz? Krótki powód. Przeczyta go tylko kilka osób.
staff_bar_lift_sure =
    { $codes ->
        [none] Przywrócić: { $name }? Ta osoba znów ma to, co miała wcześniej, i dowie się o tym. Nie pozna powodu.
       *[other] Uchylić to jedno: { $name }? To, co zamyka { $codes }, zostaje zamknięte, aż to też zostanie uchylone. Ta osoba dowie się tylko o miejscu, które znów ma.
    }
staff_bar_lift_family = Uchylić wykluczenie: { $name }? Sprawa znów czeka na decyzję. Nikt nie staje się przez to członkiem grupy. Rodzina dowie się, że ktoś zdecyduje i zadzwoni.
staff_bar_lifted =
    { $codes ->
        [none] { $code } jest uchylone. Te osoby o tym wiedzą.
       *[other] { $code } jest uchylone. To, co zamyka { $codes }, zostaje zamknięte.
    }
staff_bar_extend_reason = Dlaczego więcej niż ta jedna grupa? Krótki, własny powód. Przeczyta go tylko kilka osób.
staff_bar_extend_groups = Wykluczyć od razu ze wszystkich grup: { $name }? Partner tej osoby nie traci niczego.
staff_bar_extend_family = Wykluczyć od razu całą rodzinę osoby { $name } ze wszystkich grup? Dotknie to osób, które niczego nie złamały.
staff_bar_extended = Gotowe. To, co oznacza { $code }, jest teraz szersze. Napisz WYKLUCZENIA, aby to zobaczyć.
staff_bar_review = Minął rok od { $code }. Sprawdź to proszę jeszcze raz: napisz WYKLUCZENIA { $code }. Nic nie kończy się samo.
