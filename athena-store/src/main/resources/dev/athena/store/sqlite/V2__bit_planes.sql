-- The columns bits and context_bits of search_row now hold three bits a dimension, taken from the
-- centre of the model. What an earlier build put there is computed anew, in the background.

create table embedding_model (
  name   text primary key,
  centre blob not null                   -- what its vectors have in common, as 16-bit floats
) without rowid;

delete from vector;
update search_row set model = null, bits = null, context_bits = null;
delete from setting where name = 'embedding.model';
delete from change;

pragma user_version = 2;
