-- The programs that were run, and what they attempted that their sandbox does not allow.

create table execution (
  seq         integer primary key,
  id          text not null unique,
  tenant      text not null,
  project     text not null,
  principal   text not null,
  owner       text not null,             -- the process that runs it
  language    text not null,
  session     text,
  preset      text not null,
  config      text not null,             -- as JSON
  source_hash text not null,
  started_at  integer not null,
  ended_at    integer,                   -- null until it ends, as are status and took
  status      text,
  error       text,
  interrupted integer not null default 0,
  violations  integer not null default 0,
  worst       integer,                   -- the highest severity in violation; null if it has none
  kinds       integer,                   -- a bit for each kind in violation; null if it has none
  took        text,                      -- the operations called and what it took, as JSON
  source      text                       -- last, because it is long; null once it was redacted
);

-- Pages, by whatever a filter names.
create index execution_time on execution (tenant, project, started_at, seq);
create index execution_principal on execution (tenant, project, principal, started_at, seq);
create index execution_preset on execution (tenant, project, preset, started_at, seq);
create index execution_status on execution (tenant, project, status, started_at, seq)
  where status is not null;

-- Counts: all they need, in the order in which they are grouped.
create index execution_count on execution
  (tenant, project, principal, preset, language, status, started_at, violations);

-- Violations are found by way of their executions: all that a filter looks at.
create index execution_violated on execution
  (tenant, project, started_at, seq, worst, kinds, principal, preset, status)
  where worst is not null;

-- Housekeeping, over all namespaces.
create index execution_unfinished on execution (started_at, seq) where ended_at is null;
create index execution_ended on execution (started_at) where ended_at is not null;
create index execution_source on execution (started_at) where source is not null;

create table violation (
  execution integer not null references execution on delete cascade,
  n         integer not null,            -- in the order they were seen
  tenant    text not null,
  project   text not null,
  kind      text not null,
  severity  integer not null,            -- 0 is low, 3 is critical
  witness   text not null,
  action    text not null,
  target    text not null,
  at        integer not null,
  primary key (execution, n)
) without rowid;

pragma user_version = 5;
