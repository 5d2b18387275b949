# INCIDENT and INCIDENTS: what happened to personal data (H3.4), and the regulator's hours.

staff_incident_kind = What has happened?
    .lost_phone = A phone with staff's messages is lost or stolen
    .wrong_recipient = Something went to the wrong person
    .wrong_chat = I wrote it in the wrong chat
    .leaked_list = A list or a password is where it should not be
    .recording = Somebody recorded a session
    .other_incident = Something else
staff_incident_now =
    { $kind ->
        [lost_phone] Do this now: have the phone locked from afar, and tell whoever looks after this bot to give you a new staff code. With it your old line is closed.
        [wrong_recipient] Do this now: take the message back if you can, and ask the person to delete it and to tell you so.
        [wrong_chat] Do this now: take the message back for everybody. Do not explain it in that chat.
        [leaked_list] Do this now: take it down if you can. If it is a password, write ROTATE.
        [recording] Do this now: if the session still runs, speak to everybody. If you know who it was, write BREACH too.
       *[other] Do this now: stop it from spreading, if you can.
    }
staff_incident_words = What happened, when, and who could have read it? A few plain sentences, without names if you can.
staff_incident_reported = Reported: { $code }. The managers and the data lead know. Thank you for telling it at once.
# The words of an incident that the bot itself reports: somebody wrote a code that was given to nobody.
staff_trap_words = Somebody wrote a code to me that was given to nobody. It stands only in the database and its backups, and only the key file opens it. So somebody has probably read both. Whoever looks after this bot: change its tokens and passwords, find out who could read the server and the backups, then start doorstep keys rotate. Managers: ask who was near it, and judge the risk here.
staff_incidents_none = No data incident is open for you.
staff_incidents =
    Open data incidents. Which one?
    { $lines }
staff_incident_settled = Data incident { $code } is closed. { $by } reported it, { $when }. Its words stay on record, sealed.
staff_incident =
    Data incident { $code }: { $kind ->
        [lost_phone] a lost phone
        [wrong_recipient] a wrong recipient
        [wrong_chat] a wrong chat
        [leaked_list] a leak
        [recording] a recording
       *[other] something else
    }
    Reported by { $by }, { $when }
    Risk for people: { $risk ->
        [no_risk] none
        [risk] yes
        [high_risk] high
       *[none] not judged yet
    }
    { $told ->
        [yes] The regulator was told.
       *[no] If there is a risk, the regulator must know by { $until }.
    }
    Their words: { $words }
staff_incident_notes =
    What was done so far:
    { $lines }
staff_line_incident_note =
    { $n }. { $kind ->
        [assessment] Risk judged
        [regulator] Regulator told
        [closing] Closed
       *[note] Note
    } by { $by }, { $when }: { $words }
staff_incident_next = What next?
    .assess = Judge the risk
    .regulator = The regulator was told
    .note = Add a note
    .close = Close it
    .leave = Leave it for now
staff_incident_risk = Can anybody come to harm by it? Think of where they live, who looks for them, what was said.
    .no_risk = No, there is no risk
    .risk = Yes, there is a risk
    .high_risk = Yes, a high one: tell the people themselves too
staff_incident_why = Why? A few sentences. They stay on record.
staff_incident_assessed =
    { $risk ->
        [no_risk] { $code }: no risk. The regulator's clock is stopped. Close it when all is done.
        [risk] { $code }: a risk. Tell the regulator by { $until }, then write INCIDENTS { $code }.
       *[high_risk] { $code }: a high risk. Tell the regulator by { $until }, and ring the people whom it touches today. Then write INCIDENTS { $code }.
    }
staff_incident_regulator = When did you tell the regulator, and which number did you get?
staff_incident_told = { $code }: noted that the regulator was told. Its clock is stopped.
staff_incident_note = What do you want to write down?
staff_incident_noted = { $code }: written down.
staff_incident_learned = What was learned from it? One or two sentences.
staff_incident_sure = Close { $code }? It stays on record.
staff_incident_closed = { $code } is closed.
staff_incident_due = Data incident { $code } still waits. If there is a risk, { $regulator } must know by { $until }. Write INCIDENTS { $code }.
staff_incident_late = Data incident { $code }: the time to tell { $regulator } is over: { $until }. Tell them now, and say why it is late. Write INCIDENTS { $code }.
