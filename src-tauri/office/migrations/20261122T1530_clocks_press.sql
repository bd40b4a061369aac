-- A person's own window is shown by its last safe day. Past that it presses, but it is late only once
-- its last day has passed: a list has to know both, and which open thing of a case is late first.
drop view case_open_due;
create view case_open_due as
    select case_id, shown_on as due, 'clock' as what, name as label, n, due as last_on from clocks
    where voided = 0 and met_on is null and stopped_on is null and shown_on is not null
    union all
    select case_id, due, 'promise', what, n, due from promises
    where voided = 0 and kept_on is null;

drop trigger clocks_next_i;
drop trigger clocks_next_u;
drop trigger promises_next_i;
drop trigger promises_next_u;
drop index case_next_due;
alter table case_next rename to case_next_before;
create table case_next (
    case_id    text primary key,
    due        text not null,
    what       text not null,
    label      text not null,
    -- The last day of the same.
    last_on    text not null,
    -- What of the case is late first, and from when on.
    late_on    text not null,
    late_what  text not null,
    late_label text not null
) strict, without rowid;
insert into case_next (case_id, due, what, label, last_on, late_on, late_what, late_label)
    select b.case_id, b.due, b.what, b.label,
           (select o.last_on from case_open_due o where o.case_id = b.case_id
            order by o.due, o.what, o.n limit 1),
           (select o.last_on from case_open_due o where o.case_id = b.case_id
            order by o.last_on, o.what, o.n limit 1),
           (select o.what from case_open_due o where o.case_id = b.case_id
            order by o.last_on, o.what, o.n limit 1),
           (select o.label from case_open_due o where o.case_id = b.case_id
            order by o.last_on, o.what, o.n limit 1)
    from case_next_before b
    where exists (select 1 from case_open_due o where o.case_id = b.case_id);
drop trigger clocks_next_d;
drop trigger promises_next_d;
drop table case_next_before;
create index case_next_due on case_next (due, case_id);

-- Putting a case's id into this view finds its next thing anew.
create view case_next_anew as select case_id from case_next;
create trigger case_next_found instead of insert on case_next_anew begin
    delete from case_next where case_id = new.case_id;
    insert into case_next (case_id, due, what, label, last_on, late_on, late_what, late_label)
        select f.case_id, f.due, f.what, f.label, f.last_on, l.last_on, l.what, l.label
        from (select case_id, due, what, label, last_on from case_open_due
              where case_id = new.case_id order by due, what, n limit 1) f,
             (select what, label, last_on from case_open_due
              where case_id = new.case_id order by last_on, what, n limit 1) l;
end;
create trigger clocks_next_i after insert on clocks begin
    insert into case_next_anew (case_id) values (new.case_id);
end;
create trigger clocks_next_u after update on clocks
when (old.case_id, old.name, old.shown_on, old.due, old.voided, old.met_on, old.stopped_on)
     is not (new.case_id, new.name, new.shown_on, new.due, new.voided, new.met_on, new.stopped_on)
begin
    insert into case_next_anew (case_id) values (new.case_id);
end;
create trigger promises_next_i after insert on promises begin
    insert into case_next_anew (case_id) values (new.case_id);
end;
create trigger promises_next_u after update on promises begin
    insert into case_next_anew (case_id) values (new.case_id);
end;
create trigger clocks_next_d after delete on clocks begin
    delete from case_next where case_id = old.case_id;
end;
create trigger promises_next_d after delete on promises begin
    delete from case_next where case_id = old.case_id;
end;
