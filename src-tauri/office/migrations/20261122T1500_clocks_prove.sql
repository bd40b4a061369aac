-- What shows that something happened on the day that is recorded. A receipt later than the law
-- presumes counts only with it.
alter table case_events add column shown_by text;
