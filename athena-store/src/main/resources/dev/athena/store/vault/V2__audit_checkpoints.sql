-- Signatures over the audit up to a record, and what stays of records that were too old to be kept.

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

pragma user_version = 2;
