-- The open clocks that have to be counted one by one: with another day of their own, or waiting.
create index clocks_apart on clocks (case_id, id)
    where voided = 0 and met_on is null and stopped_on is null
      and (later_on is not null or presumed_from is not null or paused_since is not null);
