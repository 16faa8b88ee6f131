-- A memory's own vector is computed before that of its context, so that all are found by meaning
-- sooner. Those that have both already are complete.

alter table search_row add column context_pending integer not null default 0;
create index search_row_context on search_row (seq) where context_pending = 1;

pragma user_version = 3;
