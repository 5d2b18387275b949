# DRAFT: written for a human translator to check before families read it.
# What a family hears when staff are late. No parameters.
case_late =
    Ta prośba trwa dłużej, niż mówiliśmy. Przepraszamy.
    Niedługo ktoś do Państwa zadzwoni. Proszę napisać RING ME, aby podać bezpieczną porę.
