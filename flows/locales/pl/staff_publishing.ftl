# DRAFT: written for a human translator to check before staff read it.
# Versions of the Group Agreement (H5.1): proposed by a manager, published with one more.

staff_publish_nothing = Obowiązuje wersja { $version } umowy grupy. W doorstep.toml nie ma innej.
staff_publish_same_name = W doorstep.toml pod nazwą { $version } są inne słowa, a ta nazwa była już opublikowana. Nadaj im tam nową nazwę wersji, uruchom usługę ponownie i napisz PUBLIKUJ. Do tego czasu obowiązują opublikowane słowa.
staff_publish_waits = Wersja { $version } czeka na jeszcze jedną osobę z zespołu. Poproś kogoś, aby napisał PUBLIKUJ. Nie możesz być obiema osobami. Do tego czasu obowiązuje poprzednia wersja.
staff_publish_versions = Obowiązuje wersja { $current }. To jest nowa wersja, { $version }, w całości:
staff_publish_propose = Przedstawić wersję { $version } drugiej osobie? Nic się nie zmieni, dopóki się nie zgodzi. Potem każda dorosła osoba zostanie poproszona o zgodę przed następnym hasłem. Wcześniejsze zgody zostają w zapisach.
staff_publish_proposed = Wersja { $version } czeka na jeszcze jedną osobę z zespołu. Wiedzą o tym osoby, które mogą się na nią zgodzić.
staff_publish_agree = { $by } chce opublikować wersję { $version }. Jeśli się zgadzasz, obowiązuje od teraz, a każda dorosła osoba zostanie poproszona o zgodę przed następnym hasłem. Czy się zgadzasz?
staff_publish_done =
    { $n ->
        [one] Wersja { $version } jest opublikowana. Jedna osoba zostanie poproszona o zgodę przed następnym hasłem.
        [few] Wersja { $version } jest opublikowana. { $n } osoby zostaną poproszone o zgodę przed następnym hasłem.
       *[other] Wersja { $version } jest opublikowana. { $n } osób zostanie poproszonych o zgodę przed następnym hasłem.
    }
staff_publish_waiting = Wersja { $version } umowy grupy czeka na drugą osobę. Napisz PUBLIKUJ, aby ją przeczytać.
staff_published = Wersja { $version } umowy grupy jest opublikowana. Każdy zostanie poproszony o zgodę przed następnym hasłem.
