-- What began last or first under a key is looked up at every write of a fact with a key: by the key
-- first, then by time.

drop index memory_name;
create index memory_name on memory (tenant, project, kind, name, happened_at, seq)
  where name is not null;

pragma user_version = 4;
