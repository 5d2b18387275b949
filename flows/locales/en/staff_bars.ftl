# BARS and UNBAR (G11.3, G11.5, G3.13): who is shut out, and managers' own acts about it.

staff_bars_none = Nobody is barred or excluded now.
staff_bars =
    Bars and exclusions in force. Which one?
    { $lines }
staff_bar =
    { $scope ->
        [group] { $code }: { $name }, barred from { $group }
        [all_groups] { $code }: { $name }, barred from all groups
       *[family] { $code }: the family of { $name }, excluded
    }
    Since { $since }, decided by { $by }
staff_bar_next = What do you want to do? Only a manager who neither reported nor decided it can lift it.
    .lift = Lift it
    .all_groups = Bar this person from all groups
    .family = Exclude the whole family
    .leave = Leave it as it is
staff_bar_lift_reason = Why do you lift it? A short reason. Only a few people may read it.
staff_bar_lift_sure =
    { $codes ->
        [none] Let { $name } back in? They have again what they had before, and are told so. They hear no reason.
       *[other] Lift this one of { $name }? What { $codes } shuts stays shut, until that is lifted too. They hear only of a place that they have again.
    }
staff_bar_lift_family = Lift the exclusion of { $name }? Their case waits for a decision again. Nobody is a member by this. They are told that a person decides, and rings.
staff_bar_lifted =
    { $codes ->
        [none] { $code } is lifted. They were told.
       *[other] { $code } is lifted. What { $codes } shuts stays shut.
    }
staff_bar_extend_reason = Why more than this one group? A short reason of your own. Only a few people may read it.
staff_bar_extend_groups = Bar { $name } from all groups, at once? Their partner is not touched.
staff_bar_extend_family = Exclude the whole family of { $name } from all groups, at once? This touches people who broke nothing.
staff_bar_extended = Done. What { $code } stood for is wider now. Write BARS to see it.
staff_bar_review = A year has passed since { $code }. Please look at it again: write BARS { $code }. Nothing ends by itself.
