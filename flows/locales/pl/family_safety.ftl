# DRAFT: written for a human translator to check before families read it.
# HELP, the calm reply to a disclosure, and RING ME. No "do not worry", no promise of secrecy.

help_emergency =
    Jeśli komuś teraz grozi niebezpieczeństwo, zadzwoń: { $emergency }.
    Jeśli nie możesz mówić, nie rozłączaj się i naciśnij na komórce { $number }.
help_choice = Czego potrzebujesz?
    .hurt = komuś może stać się krzywda
    .how = jak to działa
    .ring_me = ktoś ma zadzwonić
how_this_works =
    Jestem komputerem. Pomagam dołączyć do grupy i dostać hasło.
    Pracownicy { $organisation } czytają Twoje wiadomości.
words_that_work =
    Te słowa zawsze działają.
    HASŁO, aby w dniu spotkania dostać link i hasło.
    WYCIEK, jeśli ktoś inny może mieć hasło.
    ŹLE MI, aby coś powiedzieć osobie prowadzącej.
    SKARGA, aby złożyć skargę.
    ZADZWOŃ, aby ktoś zadzwonił.
words_about_you =
    ZMIANA, aby coś zmienić.
    ODCHODZĘ, aby odejść z grupy.
    MOJE DANE i PRYWATNOŚĆ: co o Tobie przechowujemy.
    STOP, jeśli mamy nie pisać bez pytania.
    WSTECZ, aby wrócić do poprzedniego pytania.
    JĘZYK, aby zmienić język.
neutral_first_line = Dziękujemy. Oto kilka informacji.
concern_thanks = Dziękujemy, że nam to mówisz. To jest ważne.
concern_emergency =
    Jeśli komuś teraz grozi niebezpieczeństwo, zadzwoń: { $emergency }.
    Jeśli nie możesz mówić, nie rozłączaj się i naciśnij na komórce { $number }.
concern_told =
    Jestem komputerem. Osoba od bezpieczeństwa już o tym wie.
    Odezwie się, gdy tylko będzie mogła. Nie mogę podać dokładnej godziny.
concern_may_tell_others = Być może powiemy o tym innym, aby chronić ludzi.
concern_helpline =
    Możesz też zadzwonić pod numer pomocy:
    { $helpline }
concern_more = Dziękujemy. To też przekażę.
safe_to_write = Czy pisanie tutaj do Ciebie jest bezpieczne?
safe_to_write_yes = Dziękujemy. Osoba od bezpieczeństwa może tu napisać albo zadzwonić.

## A3: words that no list knows, but that may be about harm.
unease_why = Jestem komputerem i mogę się mylić. Niektóre z tych słów każą mi zapytać.
unease = Czy komuś dzieje się krzywda albo czy ktoś się boi? W niebezpieczeństwie dzwoń: { $emergency }.
    .yes = tak
    .no = nie
    .ring_me = proszę o telefon
unease_no = Dziękujemy. Jeśli coś się zmieni, napisz POMOC.

## RING ME.
ring_promised =
    Ktoś zadzwoni do Ciebie. Możesz też zadzwonić: { $phone }.
    W niebezpieczeństwie napisz POMOC.
ring_time =
    Kiedy bezpiecznie jest do Ciebie dzwonić?
    Jeśli nie słyszysz przez telefon, napisz to. Wtedy wyślemy SMS i spotkamy się przez wideo albo osobiście.
ring_time_kept = Dziękujemy. Zadzwonimy w bezpiecznej porze.
ring_any_time = Dziękujemy. Zadzwonimy.

## What is better said than written (I2.3).
talk_instead =
    Dziękujemy za zaufanie. Rozmowa jest bezpieczniejsza niż pisanie tutaj.
    Dlatego proszę nie pisać tu o tym więcej.
talk_instead_call = Czy ktoś ma zadzwonić?
talk_instead_no = To w porządku. Możesz później napisać ZADZWOŃ albo zadzwonić: { $phone }.
