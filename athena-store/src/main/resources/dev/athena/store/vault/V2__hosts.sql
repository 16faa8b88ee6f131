-- Where values may be sent by a permission, with blanks between; empty if they may only be seen.
alter table permission add column hosts text not null default '';

pragma user_version = 2;
