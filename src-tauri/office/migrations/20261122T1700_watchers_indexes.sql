-- What watching reads of every open case, read from indexes alone: decrypting whole rows for a few
-- columns of each would take several times as long.
create index cases_watched on cases (id, kind, stage, said_how, received_on)
    where voided = 0 and closed_on is null;
drop index clocks_shown;
create index clocks_shown on clocks (shown_on, case_id, id, pack, rule, rule_version, length, due)
    where voided = 0 and met_on is null and stopped_on is null;
drop index clocks_case;
create index clocks_case on clocks (case_id, due, met_on, stopped_on, met_contact)
    where voided = 0;
drop index contacts_case;
create index contacts_case on contacts (case_id, at desc, n desc, id, channel, direction, reached)
    where voided = 0;
