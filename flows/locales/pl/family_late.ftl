# DRAFT: written for a human translator to check before families read it.
# What a family hears when staff are late. No parameters.
case_on_hold =
    Potrzebujemy więcej czasu na decyzję o miejscu w grupie.
    To nie Państwa wina. Nie trzeba nic robić.
    Odezwiemy się najpóźniej: { $day }.
    Proszę napisać RING ME, aby porozmawiać z kimś, albo zadzwonić: { $phone }.
case_late =
    Ta prośba trwa dłużej, niż mówiliśmy. Przepraszamy.
    Niedługo ktoś do Państwa zadzwoni. Proszę napisać RING ME, aby podać bezpieczną porę.

# Requests about data, to whoever asked (X4).
data_answered =
    W sprawie Twojej prośby { $code }:
    { $words }
data_erased =
    Usuwamy to, co mamy o Tobie. Zrobimy to za dziesięć minut.
    Potem ten czat Cię nie zna.
data_stays_barred = Zostawiamy Twoje nazwisko i ten adres. To dlatego, że nie możesz wrócić do grupy.
data_stays_complaints = Zostawiamy Twoją skargę tak długo, jak mówią nasze zasady.
data_stays_agreements = Zostawiamy datę Twojej zgody na nasze zasady. Nie ma przy niej nazwiska.
data_stays_audit = Zostawiamy listę tego, co zrobiliśmy. Nie ma w niej nazwisk.
data_ask_again = Możesz zapytać dlaczego. Możesz też złożyć skargę do ICO.
