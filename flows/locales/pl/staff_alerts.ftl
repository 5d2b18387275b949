# DRAFT: written for a human translator to check before staff read it.
# FLAG: an alert on a family's file. Notices carry case codes only.

staff_flag_case = Której sprawy? Jej kod, na przykład F-7Q2X.
staff_flag_on_sure = Oznaczyć sprawę { $case }? O tej rodzinie i o każdym podobnym zdecydują wtedy dwie osoby. Ich telefony milkną: sam nie napiszę tam nic, co zdradza grupę. Nie pisz tu powodu.
staff_flag_off_sure = Sprawa { $case } jest oznaczona. Zdjąć oznaczenie? Ciche telefony zostają ciche.
staff_flag_on = Gotowe. Sprawa { $case } jest oznaczona. Zdjąć to może tylko ktoś inny.
staff_flag_off = Gotowe. Sprawa { $case } nie jest już oznaczona.
staff_flag_is_on = Sprawa { $case } jest teraz oznaczona. O tej rodzinie decydują dwie osoby. Nikomu o tym nie mów.
staff_flag_is_off = Oznaczenie sprawy { $case } zostało zdjęte.
staff_flagged_named = Ktoś spoza rodziny podał nazwisko osoby ze sprawy { $case }, która jest oznaczona. Niczego się nie dowiedział. Nic nie mów nikomu, kto pyta; porozmawiaj z osobą od bezpieczeństwa.
