# Meetings that are made at a platform's provider by its own interface: what staff hear of them, and HOST.

room_platform =
    { $platform ->
        [zoom] Zoom
        [jitsi] Jitsi
       *[other] { $platform }
    }

## What the provider answered (G6.3, G6.5).
staff_room_ready = Meeting { $meeting } is ready at { room_platform }: its password is set, the waiting room is on, nothing is recorded or saved. Write HOST { $meeting } for the link that begins it.
staff_room_to_tick = I have made meeting { $meeting } at { room_platform }. I cannot see everything there. Write READY { $meeting } and tick what is left.
staff_room_gone = Somebody has deleted meeting { $meeting } at { room_platform }. I make a new one. Members get a new link and password as soon as it is ready.
staff_room_changed = Somebody has changed meeting { $meeting } at { room_platform } by hand: its password, who may come in, or what is kept of it. Nobody gets the password until that is right again. Write NOW { $meeting }.
staff_room_moved = Somebody has changed the start of meeting { $meeting } at { room_platform } by hand. Here it still begins { $when }, and that is what families know. Link and password stay. Please put the start at { room_platform } right again. For another time, write MOVE here.
staff_room_trouble =
    { $why ->
        [sign_in] { room_platform } does not let me in: the app's secret is wrong, or the app is off.
        [not_allowed] { room_platform } does not allow me that: the app lacks a permission.
        [busy] { room_platform } is busy and asks me to wait.
        [spent] { room_platform } makes and changes no more meetings for us today: the limit of a day is used up.
        [away] I cannot reach { room_platform }.
        [unknown] { room_platform } did not answer, so nobody knows whether it was done. I look before I try again.
        [passcode] { room_platform } does not take the password.
       *[other] { room_platform } refused it and did not say why.
    }
    So meeting { $meeting } is not made yet. I go on trying. You can also set it up by hand: write READY { $meeting }.
staff_room_not_ended = I could not end an old meeting of { $meeting } at { room_platform }. Please end it there for everybody, and delete it.

## READY, where the provider makes the meeting.
staff_room_wait = I make this meeting at { room_platform } myself, and write to you when it is ready.
    .wait = I wait
    .by_hand = I set it up by hand
staff_room_waiting = All right. You hear from me about { $meeting }.
staff_room_restart = People may still be in the old meeting of { $meeting }. Shall I end it for everybody at { room_platform } and make a new one? Members then get the new link and password.
    .restart = End it, make a new one
    .by_hand = I do it by hand
staff_room_restarted = I end the old meeting of { $meeting } and make a new one. I write when it is ready.
staff_ready_room =
    I have made this meeting at { room_platform }. Its link: { $link }
    Please see to the rest, then tick it. Nobody may have to register or sign in at { room_platform }.

## HOST: the link that begins the meeting.
staff_host_which =
    Begin which meeting as its host?
    { $lines }
staff_host_coming = I fetch the link for { $meeting }. It comes in a moment.
staff_host_link =
    With this link you begin { $meeting } as its host. It is for you alone: whoever has it can let anybody in.
    { $link }

## What the provider sees (G7.3, G7.6).
staff_stranger_waits = Somebody waits at { $meeting } whose name is not on your list: { $screen_name }. Ask who it is before you let them in. Write LIST { $meeting } for the list.
staff_name_twice = { $screen_name } waits at { $meeting }, and somebody with that name is inside already. Ask both who they are.
staff_room_over = { room_platform } says that meeting { $meeting } is over. Write END { $meeting }.
staff_end_seen =
    On the platform these names from your list were seen:
    { $lines }
    A name on the screen is no proof. Tick whom you saw yourself.
