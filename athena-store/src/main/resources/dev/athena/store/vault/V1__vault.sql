-- What stands behind pseudonyms, who may see it, and who did what. What is sealed was sealed with
-- the key whose id stands beside it.

create table concealed (
  tenant     text not null,
  pseudonym  text not null,
  type       text not null,
  digest     blob not null,              -- tells values apart without telling what they are
  sealed     blob not null,
  key_id     integer not null,
  created_at integer not null,           -- milliseconds since 1970, as all times here
  primary key (tenant, pseudonym)
) without rowid;
create index concealed_type on concealed (tenant, type);
create index concealed_key on concealed (tenant, key_id);

create table permission (
  id         text primary key,
  tenant     text not null,
  principal  text not null,
  types      text not null,              -- with blanks between
  purpose    text not null,
  given_at   integer not null,
  expires_at integer not null
) without rowid;
create index permission_tenant on permission (tenant, given_at);

create table tenant_setting (
  tenant text not null,
  name   text not null,
  sealed blob not null,
  key_id integer not null,
  primary key (tenant, name)
) without rowid;

-- Each record holds the hash of the one before; what is here in the open is also in what is hashed.
create table audit (
  n       integer primary key,
  tenant  text not null,
  action  text not null,
  outcome text not null,
  at      integer not null,
  sealed  blob not null,
  key_id  integer not null,
  hash    text not null
);
create index audit_tenant on audit (tenant, n);
create index audit_action on audit (tenant, action, n);
create index audit_key on audit (tenant, key_id);

create table audit_head (
  id   integer primary key check (id = 1),
  n    integer not null,
  hash text not null,
  seal text not null
);

pragma user_version = 1;
