# What a family hears when staff are late. No parameters.
case_late =
    Your request takes longer than we said. We are sorry.
    A person will ring you soon. Reply RING ME to give us a safe time.
