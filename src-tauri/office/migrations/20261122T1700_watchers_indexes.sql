-- What watching reads of every open case, read from indexes alone: decrypting whole rows for a few
-- columns of each would take several times as long.
create index cases_watched on cases (id, kind, stage, said_how, received_on)
    where voided = 0 and closed_on is null;
drop index clocks_shown;
create index clocks_shown on clocks (shown_on, case_id, id, pack, rule, rule_version, length, due)
    where voided = 0 and met_on is null and stopped_on is null;
create index clocks_met on clocks (case_id, met_contact)
    where voided = 0 and met_on is not null and stopped_on is null;
-- When somebody spoke with the person, and whether they wrote.
create index contacts_spoke on contacts (case_id, at)
    where voided = 0 and reached = 'reached' and channel in ('call', 'visit', 'video');
create index contacts_wrote on contacts (case_id)
    where voided = 0 and direction = 'out' and channel in ('letter', 'email');
