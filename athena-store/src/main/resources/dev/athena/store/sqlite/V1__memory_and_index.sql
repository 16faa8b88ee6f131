-- Every row says whose it is: tenant and project.

create table memory (
  seq           integer primary key autoincrement,
  id            text not null unique,
  tenant        text not null,
  project       text not null,
  kind          text not null,
  content       text not null,
  fields        text not null,           -- what the kind adds, as JSON
  identity      blob,                    -- SHA-256; null once superseded
  name          text,                    -- a procedure's name, a fact's key
  session_id    text,
  type          text,
  happened_at   integer not null,        -- milliseconds since 1970, as all times here
  recorded_at   integer not null,
  revision      integer not null,
  superseded_by text,
  uses          integer not null default 0,
  used_at       integer
);
create unique index memory_identity on memory (tenant, project, kind, identity)
  where identity is not null;
create index memory_time on memory (tenant, project, kind, happened_at, seq);
create index memory_session on memory (tenant, project, session_id, happened_at, seq)
  where session_id is not null;
create index memory_name on memory (tenant, project, kind, name) where name is not null;
create index memory_superseded on memory (tenant, project, superseded_by)
  where superseded_by is not null;

create table revision (
  seq         integer not null references memory on delete cascade,
  number      integer not null,
  tenant      text not null,
  project     text not null,
  replaced_at integer not null,
  content     text not null,
  fields      text not null,
  primary key (seq, number)
) without rowid;

-- What a search looks at in every memory; kept narrow, because all of it is held in main memory.
create table search_row (
  seq          integer primary key references memory on delete cascade,
  tenant       text not null,
  project      text not null,
  kind         integer not null,
  starts_at    integer not null,
  ends_at      integer,                  -- null while open
  confidence   real not null,
  length       integer not null,         -- terms in the text
  model        text,                     -- whose vectors these are; null while pending
  bits         blob,                     -- signs of the rotated vector of the text
  context_bits blob
);
create index search_row_place on search_row (tenant, project, seq);
create index search_row_pending on search_row (seq) where model is null;

-- The terms of each memory with their counts: 8 bytes of keyed hash, 1 byte of count, sorted.
-- The id is here too, so that a search need not read the memory itself.
create table term_vector (
  seq     integer primary key references memory on delete cascade,
  tenant  text not null,
  project text not null,
  id      text not null,
  terms   blob not null
);

-- Full-precision vectors as 16-bit floats: that of the text, then that of its context if it has one.
create table vector (
  seq     integer primary key references memory on delete cascade,
  tenant  text not null,
  project text not null,
  data    blob not null
);

-- Which memories hold a term. Terms are hashes, so the tokenizer sees letters and digits only.
create virtual table term_index using fts5 (
  terms, content='', detail=none, columnsize=0, tokenize='ascii'
);
create virtual table term_frequency using fts5vocab (term_index, 'row');

-- What changed, in order, so that every process can follow.
create table change (
  n   integer primary key autoincrement,
  seq integer not null
);

create table setting (
  name  text primary key,
  value text not null
) without rowid;

pragma user_version = 1;
