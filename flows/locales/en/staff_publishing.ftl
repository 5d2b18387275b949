# Versions of the Group Agreement (H5.1): proposed by a manager, published with one more.

staff_publish_nothing = Version { $version } of the Group Agreement is in force. doorstep.toml holds no other one.
staff_publish_same_name = doorstep.toml has other words under the name { $version }, which was published before. Give them a new version name there, start the service again, then write PUBLISH. Until then the published words hold.
staff_publish_waits = Version { $version } waits for one more member of staff. Ask a colleague to write PUBLISH. You cannot be both people. Until then the old version holds.
staff_publish_versions = Version { $current } is in force. This is the new version, { $version }, in full:
staff_publish_propose = Put version { $version } before a second person? Nothing changes until they agree. Then every adult is asked to accept it before their next password. What they accepted before is kept.
staff_publish_proposed = Version { $version } now waits for one more member of staff. I have told those who can agree to it.
staff_publish_agree = { $by } wants to publish version { $version }. If you agree, it holds from now on, and every adult is asked to accept it before their next password. Do you agree?
staff_publish_done =
    { $n ->
        [one] Version { $version } is published. One member is asked to accept it before the next password.
       *[other] Version { $version } is published. { $n } members are asked to accept it before their next password.
    }
staff_publish_waiting = Version { $version } of the Group Agreement waits for a second person. Write PUBLISH to read it.
staff_published = Version { $version } of the Group Agreement is published. Everybody is asked to accept it before their next password.
