# DRAFT: written for a human translator to check before staff read it.
# READS: who read what, for managers (H2.2).

staff_reads = Kto co czytał? Napisz kod (F-…, M-…, C-…, K-…) albo krótką nazwę osoby z zespołu.
staff_reads_none = Nie ma zapisu, że ktoś to czytał.
staff_reads_found =
    Ostatnie odczyty, od najnowszego:
    { $lines }
staff_line_reading =
    { $how ->
        [broken] { $n }. { $when }: { $by }, ZBITA SZYBKA { $code }: „{ $reason }”
        [forgotten] { $n }. { $when }: { $by }, ZBITA SZYBKA { $code }; powód nie jest już przechowywany
        [exported] { $n }. { $when }: { $code }, eksport z wiersza poleceń; odpowiada za to { $by }
       *[read] { $n }. { $when }: { $by }, odczyt { $code }
    }

# BREAK GLASS: a case outside one's own team, in an emergency (G5.1). The notice carries a code and a short name only.
staff_glass_offered = Jeśli czyjeś bezpieczeństwo albo prośba o dane nie może czekać na zespół, napisz ZBIJ SZYBKĘ { $case }.
staff_exclude_offered = Żeby wykluczyć rodzinę, nie trzeba czytać jej sprawy: napisz WYKLUCZ { $case }.
staff_glass_case = Która sprawa? Jej kod, na przykład F-7Q2X. To na wypadek, gdy czyjeś bezpieczeństwo albo prośba o dane nie może czekać na zespół.
staff_glass_reason = Dlaczego trzeba otworzyć { $case } i dlaczego nie może tego zrobić zespół? Jedno lub dwa zdania. Zostaną zapisane, a kierownicy mogą je przeczytać.
staff_glass_sure = Otworzyć teraz { $case }? Zostanie pokazana raz. Kierownicy i osoba do spraw bezpieczeństwa od razu się o tym dowiedzą, i zostanie to zapisane.
staff_glass_done =
    { $n ->
        [0] Sprawa { $case } jest otwarta. Nie można było powiadomić nikogo innego, więc powiedz dziś o tym komuś wyżej. Aby zobaczyć ją jeszcze raz, napisz ponownie ZBIJ SZYBKĘ.
        [one] Sprawa { $case } jest otwarta. To zapisano i powiadomiono jedną inną osobę. Aby zobaczyć ją jeszcze raz, napisz ponownie ZBIJ SZYBKĘ.
       *[other] Sprawa { $case } jest otwarta. To zapisano i powiadomiono inne osoby: { $n }. Aby zobaczyć ją jeszcze raz, napisz ponownie ZBIJ SZYBKĘ.
    }
staff_glass_tried = { $by } nie należy do zespołu sprawy { $case }, a właśnie próbuje ją otworzyć. Nie została otwarta. Zapytaj tę osobę, o co chodziło. Jeśli czyjeś bezpieczeństwo nie może czekać, sprawę przeczyta zespół albo osoba do spraw bezpieczeństwa. Jeśli to mógł być ktoś inny, napisz BLOKADA.
staff_glass_broken = { $by } nie należy do zespołu sprawy { $case }, a właśnie ją otwiera. Powód przeczyta kierownik: ODCZYTY { $case }. Jeśli nie było to potrzebne, porozmawiaj z tą osobą; jeśli to mógł być ktoś inny, napisz BLOKADA.

# What a stolen account would do, and what somebody does who is not a messenger: for managers, once an hour.
staff_unusual_at_night = Konto { $by }: decyzja, kod albo dopuszczony telefon o nietypowej porze, { $when }. Proszę zapytać { $by } głosem, czy to była ta osoba. Jeśli nie, napisz BLOKADA.
staff_unusual_many_decisions = Konto { $by }: wiele decyzji, kodów albo dopuszczonych telefonów w ciągu godziny, do { $when }. Proszę zapytać { $by } głosem, czy to była ta osoba. Jeśli nie, napisz BLOKADA.
staff_unusual_many_readings = Konto { $by }: bardzo wiele odczytów w ciągu godziny, do { $when }. Pokazują je ODCZYTY { $by }. Proszę zapytać { $by } głosem, czy to była ta osoba i dlaczego. Jeśli nie, napisz BLOKADA.
staff_readings_sample = Raz w miesiącu proszę przyjrzeć się kilku wylosowanym odczytom spraw rodzin: { $readings }. Proszę zapytać każdą z tych osób, po co to było. ODCZYTY i kod pokazują, kiedy to było.
staff_forged_posts = Ktoś wysyła do nas wiadomości w imieniu { $channel } i nie może tego potwierdzić. Niczego stamtąd nie przyjmuję. Jeśli wiadomości na { $channel } przestały przychodzić, sekret może być błędny: osoba, która opiekuje się usługą, uruchamia doorstep doctor.
