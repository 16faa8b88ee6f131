-- A permission was readable, and so whoever could write to the file could give one. Those given
-- before nobody can vouch for; they have to be given again.
drop table permission;

create table permission (
  tenant text not null,
  id     text not null,
  sealed blob not null,                  -- JSON
  key_id integer not null,
  primary key (tenant, id)
) without rowid;

pragma user_version = 2;
