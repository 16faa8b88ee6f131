-- Signatures over the audit up to a record, what stays of records that were too old to be kept, and
-- which pseudonyms corrected values have.

create table audit_checkpoint (
  n         integer primary key,
  hash      text not null,
  at        text not null,               -- as it was signed, so to the nanosecond
  at_millis integer not null,
  key_id    text not null,
  signature text not null
);
create index audit_checkpoint_at on audit_checkpoint (at_millis);

create table audit_dropped (
  last_n integer primary key,
  signed text not null                   -- JSON, as an export has it
);

-- The pseudonym that a value would have, and the one that it has since another value was corrected.
create table alias (
  tenant     text not null,
  pseudonym  text not null,
  stands_for text not null,
  primary key (tenant, pseudonym)
) without rowid;
create index alias_stands_for on alias (tenant, stands_for);

pragma user_version = 3;
