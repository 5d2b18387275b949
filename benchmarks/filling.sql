-- Families who were here before: ten messages and a closed case each. Sealed values are as long as real ones and open
-- for nobody: nothing that is measured reads another family's words.
INSERT INTO groups (id, code, name, leader_id, second_id, rules_version, created_at)
SELECT uuidv7(), 'G-' || lpad(n::text, 8, '0'), 'Filling', (SELECT id FROM staff WHERE handle = 'mo'),
    (SELECT id FROM staff WHERE handle = 'ben'), '2023-09-20', now()
FROM generate_series(1, :groups) AS n;

CREATE TEMPORARY TABLE filling AS SELECT n, gen_random_uuid() AS lane, uuidv7() AS contact, uuidv7() AS person
FROM generate_series(1, :families) AS n;

INSERT INTO lanes (id, kind)
SELECT lane, 'family'
FROM filling;

INSERT INTO families (id, created_at)
SELECT lane, now()
FROM filling;

INSERT INTO contacts (id, lane_id, channel, audience, address_sealed, address_token, created_at)
SELECT contact, lane, 'signal', 'family', decode(repeat('ab', 70), 'hex'), sha256(contact::text::bytea), now()
FROM filling;

INSERT INTO people (id, family_id, contact_id, full_name_sealed, name_token, screen_name_sealed, screen_token,
    adult, verified_at, created_at)
SELECT person, lane, contact, decode(repeat('ab', 50), 'hex'), sha256(person::text::bytea), NULL, NULL, true,
    now(), now()
FROM filling;

INSERT INTO memberships (id, person_id, group_id, status, decided_by, since)
SELECT uuidv7(), f.person, g.id, 'active', g.leader_id, now()
FROM filling f JOIN (SELECT id, leader_id, row_number() OVER () AS n
FROM groups WHERE name = 'Filling') g ON g.n = 1 + f.n % :groups;

INSERT INTO cases (id, code, family_id, contact_id, road, status, details_sealed, opened_at, decided_at, decided_by)
SELECT uuidv7(), 'F-' || lpad(n::text, 8, '0'), lane, contact, 'joining', 'approved', decode(repeat('ab',
    300), 'hex'), now(), now(), (SELECT id FROM staff WHERE handle = 'mo')
FROM filling;

INSERT INTO conversations (id, contact_id, lane_id, flow, depth, state_sealed, started_at, moved_at, ended_at)
SELECT uuidv7(), contact, lane, 'joining', 1, decode(repeat('ab', 400), 'hex'), now(), now(), now()
FROM filling;

INSERT INTO inbox (id, channel, key, address_token, frame_sealed, sent_at, received_at, status, done_at)
SELECT uuidv7(), 'signal', f.n || '-' || m, sha256(f.contact::text::bytea), decode(repeat('ab', 150),
    'hex'), now(), now(), 'done', now()
FROM filling f, generate_series(1, 5) AS m;

INSERT INTO outbox (id, lane_id, contact_id, template, version, language, params_sealed, label, answer, status,
    due_at, queued_at, sent_at)
SELECT uuidv7(), f.lane, f.contact, 'hello', '1', 'en', decode(repeat('ab', 40), 'hex'), 0, true, 'sent',
    now(), now(), now()
FROM filling f, generate_series(1, 5) AS m;

INSERT INTO audit (at, actor, act, object_kind, object_id, outcome, policy_version)
SELECT now(), 'contact:' || contact, 'note', 'contact', contact, 'done', '2023-09-20'
FROM filling;
