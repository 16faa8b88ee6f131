-- Rows may be sealed: what they say is encrypted, what they are found by is hashed with a key.
-- A row tells the epoch of the keys it was sealed with; 0 is a row that is not sealed.

create table seal (
  tenant        text not null,           -- empty for what belongs to no tenant
  epoch         integer not null,        -- counted from 1; one more whenever a key is changed
  content_key   integer not null,        -- the id of the key that seals
  index_version integer not null,        -- the version of the key that hashes
  memories_to   integer not null,        -- up to this seq, all memories are of this epoch or later
  executions_to integer not null,
  proof         blob not null,           -- sealed nothing, bound to the row, as all proofs here
  primary key (tenant, epoch)
) without rowid;

alter table memory add column epoch integer not null default 0;
alter table memory add column superseded_at integer;
alter table memory add column used_proof blob;
update memory set superseded_at = json_extract(fields, '$.superseded_at')
  where kind = 'semantic' and json_extract(fields, '$.superseded_at') is not null;
alter table revision add column epoch integer not null default 0;
alter table search_row add column epoch integer not null default 0;
alter table search_row add column sealed blob;  -- model, bits and context_bits, where sealed
alter table term_vector add column epoch integer not null default 0;
alter table vector add column epoch integer not null default 0;
alter table execution add column epoch integer not null default 0;
alter table violation add column epoch integer not null default 0;
alter table setting add column proof blob;
alter table embedding_model add column proof blob;
alter table change add column proof integer;

-- What is taken out of a posting list is gone from the file, as is what is deleted from a table.
insert into term_index (term_index, rank) values ('secure-delete', 1);

-- Each term with each memory that holds it, to verify the full-text index by.
create virtual table term_posting using fts5vocab (term_index, 'instance');

pragma user_version = 6;
