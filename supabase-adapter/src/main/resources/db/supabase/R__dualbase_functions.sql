-- Functions that let Dualbase do over Supabase's REST API what one plain request cannot. Optional: run this file with
-- Flyway, or paste it into the SQL editor, once for each exposed schema. It may be run again at any time.
--
-- Rules, for whoever reviews this:
--  1. SECURITY INVOKER everywhere: the functions run with the rights and under the row level security of the caller, and
--     give nobody anything. That anybody may call them, as is PostgreSQL's default, is therefore left as it is.
--  2. Values never become SQL. A statement reads them from its parameters by an integer position.
--  3. SQL is put together from these parts only: names of tables and columns found in the catalog, and then quoted; names
--     of types from the catalog, with their schema; a fixed list of operators; integers.
--  4. Only tables, partitioned tables, views and foreign tables of current_schema() can be written: that is the schema the
--     request has chosen, which PostgREST puts first on the search path.
--  5. Every function and operator is named with its schema, so that one of the same name on the search path is not called.
--     Operators are those of pg_catalog, or those that came with a base type, from its own schema (citext).
--  6. Values are cast to types without length or precision, and domains to what they are over: a cast to varchar(5) cuts,
--     the assignment to the column refuses.

-- The version of these functions.
create or replace function dualbase_version() returns integer
    language sql immutable parallel safe security invoker
    as $$ select 1 $$;

-- Applies writes in their order, all of them or none, and returns for each: inserted, updated, deleted, rows.
--
-- Each write is an object:
--   kind      insert, upsert, update or delete
--   table     its name
--   columns   the columns that are set (not for delete)
--   rows      for insert and upsert: a list of values for each row, in the order of columns; for update: just one
--   key       for upsert: the columns of the unique key; for insert, if present: a row whose key exists is left out
--   where     for update and delete: the condition in postfix notation, as a list of steps
--   values    what the condition compares with; a step says at which position
--   returning the columns that are wanted back, if any
-- Values are texts in PostgreSQL's own text form, or null for NULL; so are those of the returned rows.
--
-- A step is an object with op and
--   and, or                   of: how many conditions it joins
--   not, true, false          nothing else
--   null                      column
--   = <> < <= > >= distinct   column, at
--   like ilike                column, at
--   @> <@ &&                  column, at; the value is an array, or a document for @> on jsonb
--   in                        column, at; the value is a list of values
--   path                      column, at; the value is a list of keys, and the one after it the text that stands there
--
-- A failure keeps its SQLSTATE, message and hint. Its detail is a JSON object: dualbase_write (the index of the write, null
-- if it cannot be told), state, table, column, constraint, and the detail as it was. States on which PostgREST acts on its
-- own (it runs 40001 again without end before version 16) are raised as DBW01, and state tells the real one.
create or replace function dualbase_write(writes jsonb) returns jsonb
    language plpgsql volatile security invoker
as $dualbase$
declare
    entry jsonb;
    number integer := -1;
    kind text;
    relation oid;
    plain_table boolean;
    target text;
    catalog jsonb;
    missing text;
    width integer;
    set_names text;
    set_values text;
    set_pairs text;
    key_names text;
    key_values text;
    key_twins text;
    wanted text;
    step jsonb;
    op text;
    known jsonb;
    subject text;
    place integer;
    value text;
    size integer;
    stack text[];
    statement text;
    fresh bigint;
    total bigint;
    stored jsonb;
    results jsonb[] := '{}';
    state text;
    message text;
    detail text;
    hint text;
    at_table text;
    at_column text;
    at_constraint text;
begin
    if (pg_catalog.jsonb_typeof(writes) operator(pg_catalog.=) 'array') is not true then
        raise exception using errcode = '22023', message = 'dualbase_write takes an array of writes';
    end if;
    for entry in select e.item from pg_catalog.jsonb_array_elements(writes) e(item) loop
        number := number operator(pg_catalog.+) 1;
        kind := entry operator(pg_catalog.->>) 'kind';
        if (kind operator(pg_catalog.=) any (array['insert', 'upsert', 'update', 'delete'])) is not true then
            raise exception using errcode = '22023', message = 'a write is an insert, upsert, update or delete';
        end if;

        -- The table, and for each of its columns what values are cast to and where its operators are.
        select c.oid, c.relkind operator(pg_catalog.=) 'r', pg_catalog.format('%I.%I', n.nspname, c.relname)
          into relation, plain_table, target
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
         where n.nspname operator(pg_catalog.=) pg_catalog.current_schema()
           and c.relname operator(pg_catalog.=) (entry operator(pg_catalog.->>) 'table')
           and c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v', 'f']::pg_catalog."char"[]);
        if relation is null then
            raise exception using errcode = '42P01',
                message = pg_catalog.format('the schema %I has no table %I that can be written',
                    pg_catalog.current_schema(), pg_catalog.concat(entry operator(pg_catalog.->>) 'table')),
                table = pg_catalog.concat(entry operator(pg_catalog.->>) 'table');
        end if;
        select pg_catalog.jsonb_object_agg(a.attname, pg_catalog.jsonb_build_object(
                   'name', pg_catalog.quote_ident(a.attname),
                   'type', pg_catalog.format('%I.%I', n.nspname, t.typname),
                   'array', t.typcategory operator(pg_catalog.=) 'A',
                   'operators', case when t.typtype operator(pg_catalog.=) 'b' and exists (
                           select from pg_catalog.pg_operator o
                            where o.oprnamespace operator(pg_catalog.=) t.typnamespace
                              and o.oprname operator(pg_catalog.=) '='::pg_catalog.name
                              and o.oprleft operator(pg_catalog.=) t.oid
                              and o.oprright operator(pg_catalog.=) t.oid)
                       then pg_catalog.quote_ident(n.nspname) else 'pg_catalog' end))
          into catalog
          from pg_catalog.pg_attribute a
         cross join lateral (
                  with recursive base(oid, next) as (
                      select d.oid, d.typbasetype from pg_catalog.pg_type d
                       where d.oid operator(pg_catalog.=) a.atttypid
                      union all
                      select d.oid, d.typbasetype from base
                        join pg_catalog.pg_type d on d.oid operator(pg_catalog.=) base.next)
                  select base.oid from base where base.next operator(pg_catalog.=) 0::pg_catalog.oid) b
          join pg_catalog.pg_type t on t.oid operator(pg_catalog.=) b.oid
          join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) t.typnamespace
         where a.attrelid operator(pg_catalog.=) relation
           and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped;
        select pg_catalog.concat(c.name) into missing
          from (values ('columns'), ('key'), ('returning')) list(name)
         cross join lateral pg_catalog.jsonb_array_elements_text(entry operator(pg_catalog.->) list.name) c(name)
         where (catalog operator(pg_catalog.->) c.name) is null
         limit 1;
        if missing is not null then
            raise exception using errcode = '42703', table = entry operator(pg_catalog.->>) 'table', column = missing,
                message = pg_catalog.format('the table %s has no column %I', target, missing);
        end if;

        -- The parts of the statement: t is the table and r a row of values, $1 are the rows and $2 the values of the
        -- condition.
        select pg_catalog.count(*),
               pg_catalog.string_agg(x.name, ', '),
               pg_catalog.string_agg(x.value, ', '),
               pg_catalog.string_agg(pg_catalog.concat(x.name, ' = ', case
                   when kind operator(pg_catalog.=) 'upsert' then pg_catalog.concat('excluded.', x.name)
                   else x.value end), ', ') filter (where not x.of_key),
               pg_catalog.string_agg(x.name, ', ') filter (where x.of_key),
               pg_catalog.string_agg(pg_catalog.format('t.%s operator(%s.=) %s', x.name, x.operators, x.value), ' and ')
                   filter (where x.of_key),
               pg_catalog.string_agg(pg_catalog.format('twin.%s operator(%s.=) t.%1$s', x.name, x.operators), ' and ')
                   filter (where x.of_key)
          into width, set_names, set_values, set_pairs, key_names, key_values, key_twins
          from (select k.name, k.operators, pg_catalog.format('(r.item operator(pg_catalog.->>) %s)::%s',
                           c.place operator(pg_catalog.-) 1, k.type) as value,
                       coalesce(pg_catalog.jsonb_exists(entry operator(pg_catalog.->) 'key', c.name), false) as of_key
                  from pg_catalog.jsonb_array_elements_text(entry operator(pg_catalog.->) 'columns')
                       with ordinality c(name, place)
                 cross join lateral pg_catalog.jsonb_to_record(catalog operator(pg_catalog.->) c.name)
                       k(name text, type text, operators text)
                 order by c.place) x;
        if exists (select from pg_catalog.jsonb_array_elements_text(entry operator(pg_catalog.->) 'key') k(name)
                    where not pg_catalog.jsonb_exists(entry operator(pg_catalog.->) 'columns', k.name))
           or (kind operator(pg_catalog.=) 'upsert' and key_names is null)
           or (kind operator(pg_catalog.=) 'update' and width operator(pg_catalog.=) 0) then
            raise exception using errcode = '22023', table = entry operator(pg_catalog.->>) 'table',
                message = 'an update sets a column, an upsert has a key, and the columns of a key are set';
        end if;
        if exists (select from pg_catalog.jsonb_array_elements(entry operator(pg_catalog.->) 'rows') r(item)
                    where pg_catalog.jsonb_array_length(r.item) operator(pg_catalog.<>) width) then
            raise exception using errcode = '22023', table = entry operator(pg_catalog.->>) 'table',
                message = 'a row has one value for each column';
        end if;
        select pg_catalog.format('pg_catalog.to_jsonb(array[%s]::pg_catalog.text[])', pg_catalog.string_agg(pg_catalog.format(
                   'case when t.%s is distinct from null then pg_catalog.format(''%%s'', t.%1$s) end', k.name), ', '
                   order by c.place))
          into wanted
          from pg_catalog.jsonb_array_elements_text(entry operator(pg_catalog.->) 'returning')
               with ordinality c(name, place)
         cross join lateral pg_catalog.jsonb_to_record(catalog operator(pg_catalog.->) c.name) k(name text)
        having pg_catalog.count(*) operator(pg_catalog.>) 0;

        -- The condition. What is not a known operator ends here.
        stack := '{}';
        for step in
            select e.item from pg_catalog.jsonb_array_elements(entry operator(pg_catalog.->) 'where') e(item)
        loop
            op := step operator(pg_catalog.->>) 'op';
            size := pg_catalog.cardinality(stack);
            if op operator(pg_catalog.=) any (array['true', 'false']) then
                stack := pg_catalog.array_append(stack, op);
                continue;
            elsif op operator(pg_catalog.=) any (array['and', 'or', 'not']) then
                place := case when op operator(pg_catalog.=) 'not' then 1
                    else (step operator(pg_catalog.->>) 'of')::pg_catalog.int4 end;
                if (place operator(pg_catalog.>=) 1 and place operator(pg_catalog.<=) size) is not true then
                    raise exception using errcode = '22023', message = 'the condition is not in postfix notation';
                end if;
                place := size operator(pg_catalog.-) place;
                value := pg_catalog.array_to_string(stack[place operator(pg_catalog.+) 1:], pg_catalog.format(' %s ', op));
                stack := pg_catalog.array_append(stack[:place], case when op operator(pg_catalog.=) 'not'
                    then pg_catalog.format('(not %s)', value) else pg_catalog.format('(%s)', value) end);
                continue;
            end if;
            known := catalog operator(pg_catalog.->) (step operator(pg_catalog.->>) 'column');
            if known is null then
                raise exception using errcode = '42703', table = entry operator(pg_catalog.->>) 'table',
                    column = pg_catalog.concat(step operator(pg_catalog.->>) 'column'),
                    message = pg_catalog.format('the table %s has no column %I', target,
                        pg_catalog.concat(step operator(pg_catalog.->>) 'column'));
            end if;
            subject := pg_catalog.concat('t.', known operator(pg_catalog.->>) 'name');
            place := (step operator(pg_catalog.->>) 'at')::pg_catalog.int4;
            value := pg_catalog.format('($2 operator(pg_catalog.->>) %s)::%s', place, known operator(pg_catalog.->>) 'type');
            if op operator(pg_catalog.=) 'null' then
                value := pg_catalog.format('(%s is null)', subject);
            elsif place is null then
                raise exception using errcode = '22023', message = 'a condition says at which position its value is';
            elsif op operator(pg_catalog.=) any (array['=', '<>', '<', '<=', '>', '>=']) then
                value := pg_catalog.format('(%s operator(%s.%s) %s)', subject, known operator(pg_catalog.->>) 'operators', op,
                    value);
            elsif op operator(pg_catalog.=) 'distinct' then
                value := pg_catalog.format('(%1$s is not distinct from null or %1$s operator(%2$s.<>) %3$s)', subject,
                    known operator(pg_catalog.->>) 'operators', value);
            elsif op operator(pg_catalog.=) any (array['like', 'ilike']) then
                value := pg_catalog.format('(%s operator(%s.%s) ($2 operator(pg_catalog.->>) %s)::pg_catalog.text)', subject,
                    known operator(pg_catalog.->>) 'operators',
                    case when op operator(pg_catalog.=) 'like' then '~~' else '~~*' end, place);
            elsif op operator(pg_catalog.=) any (array['@>', '<@', '&&']) then
                value := pg_catalog.format('(%s operator(pg_catalog.%s) %s)', subject, op, value);
            elsif op operator(pg_catalog.=) 'in' then
                -- an array is found once and serves an index; arrays of arrays would be something else
                value := pg_catalog.format(
                    '(%s operator(%s.=) any (%s(select e.item::%s from pg_catalog.jsonb_array_elements_text('
                        '$2 operator(pg_catalog.->) %s) e(item))))',
                    subject, known operator(pg_catalog.->>) 'operators',
                    case when known operator(pg_catalog.->>) 'array' operator(pg_catalog.=) 'true' then '' else 'array' end,
                    known operator(pg_catalog.->>) 'type', place);
            elsif op operator(pg_catalog.=) 'path' then
                value := pg_catalog.format(
                    '(%s operator(pg_catalog.#>>) array(select e.item from pg_catalog.jsonb_array_elements_text('
                        '$2 operator(pg_catalog.->) %s) with ordinality e(item, place) order by e.place)'
                        ' operator(pg_catalog.=) ($2 operator(pg_catalog.->>) %s))',
                    subject, place, place operator(pg_catalog.+) 1);
            else
                raise exception using errcode = '22023', message = 'the condition has an unknown operator';
            end if;
            stack := pg_catalog.array_append(stack, value);
        end loop;
        if kind operator(pg_catalog.=) any (array['update', 'delete'])
           and pg_catalog.cardinality(stack) operator(pg_catalog.<>) 1 then
            raise exception using errcode = '22023', message = 'an update or delete has one condition in postfix notation';
        end if;

        -- The statement. A partitioned table refuses its system columns and a view has none: there, new is what was not
        -- seen before.
        if kind operator(pg_catalog.=) 'delete' then
            statement := pg_catalog.format('delete from %s as t where %s returning false as fresh', target, stack[1]);
        elsif kind operator(pg_catalog.=) 'update' then
            statement := pg_catalog.format('update %s as t set %s from (select $1 operator(pg_catalog.->) 0) r(item)'
                ' where %s returning false as fresh', target, set_pairs, stack[1]);
        else
            statement := pg_catalog.format('insert into %s as t %s select %s'
                ' from pg_catalog.jsonb_array_elements($1) with ordinality r(item, place) order by r.place'
                ' %s returning %s as fresh',
                target,
                case when set_names is not null then pg_catalog.format('(%s)', set_names) end,
                set_values,
                case when key_names is null then ''
                    when kind operator(pg_catalog.=) 'insert' or set_pairs is null
                        then pg_catalog.format('on conflict (%s) do nothing', key_names)
                    else pg_catalog.format('on conflict (%s) do update set %s', key_names, set_pairs) end,
                case when kind operator(pg_catalog.=) 'insert' or set_pairs is null then 'true'
                    when plain_table then '(t.xmax operator(pg_catalog.=) ''0''::pg_catalog.xid)'
                    else pg_catalog.format('not exists (select from %s as twin where %s)', target, key_twins) end);
        end if;
        execute pg_catalog.format('with done as (%s, %s as stored) select pg_catalog.count(*) filter (where done.fresh),'
                ' pg_catalog.count(*), pg_catalog.jsonb_agg(done.stored) filter (where done.stored is not null) from done',
                statement, coalesce(wanted, 'null::pg_catalog.jsonb'))
            into fresh, total, stored
            using entry operator(pg_catalog.->) 'rows', entry operator(pg_catalog.->) 'values';
        if kind operator(pg_catalog.=) 'upsert' and set_pairs is null and wanted is not null then
            -- rows of key columns alone were left as they are where they existed, but are wanted all the same
            execute pg_catalog.format('select pg_catalog.jsonb_agg(%s order by r.place) from pg_catalog.jsonb_array_elements($1)'
                    ' with ordinality r(item, place) join %s as t on %s', wanted, target, key_values)
                into stored
                using entry operator(pg_catalog.->) 'rows';
        end if;
        results := pg_catalog.array_append(results, pg_catalog.jsonb_build_object(
            'inserted', fresh,
            'updated', case when kind operator(pg_catalog.=) 'delete' then 0 else total operator(pg_catalog.-) fresh end,
            'deleted', case when kind operator(pg_catalog.=) 'delete' then total else 0 end,
            'rows', coalesce(stored, '[]')));
    end loop;

    -- What is checked at the commit fails here already, while there is somebody to be told. Which write it was is not known.
    number := null;
    set constraints all immediate;
    return pg_catalog.to_jsonb(results);
exception when others then
    get stacked diagnostics state = returned_sqlstate, message = message_text, detail = pg_exception_detail,
        hint = pg_exception_hint, at_table = table_name, at_column = column_name, at_constraint = constraint_name;
    raise exception using
        errcode = case when state operator(pg_catalog.=) any (array['40001', '40P01', 'PGRST'])
            or pg_catalog.starts_with(state, 'PT') then 'DBW01' else state end,
        message = message,
        hint = hint,
        detail = pg_catalog.jsonb_build_object('dualbase_write', number, 'state', state, 'table', at_table,
            'column', at_column, 'constraint', at_constraint, 'detail', detail)::pg_catalog.text;
end
$dualbase$;

-- What tables of current_schema() really have: for each that exists its columns with type, the type a domain is over,
-- whether it may be NULL and whether the database fills it, and its unique indexes with their columns (an expression is an
-- empty name) and whether they are checked at once and cover every row.
create or replace function dualbase_describe(tables text[]) returns jsonb
    language sql stable security invoker
as $dualbase$
    with recursive domain(oid, base, typmod) as (
        select t.oid, t.typbasetype, t.typtypmod from pg_catalog.pg_type t where t.typtype operator(pg_catalog.=) 'd'
        union all
        select d.oid, t.typbasetype, t.typtypmod
          from domain d
          join pg_catalog.pg_type t on t.oid operator(pg_catalog.=) d.base and t.typtype operator(pg_catalog.=) 'd'),
    described as (
        select c.oid, c.relname
          from pg_catalog.pg_class c
          join pg_catalog.pg_namespace n on n.oid operator(pg_catalog.=) c.relnamespace
         where n.nspname operator(pg_catalog.=) pg_catalog.current_schema()
           and c.relname operator(pg_catalog.=) any (tables)
           and c.relkind operator(pg_catalog.=) any (array['r', 'p', 'v', 'm', 'f']::pg_catalog."char"[]))
    select coalesce(pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
               'name', r.relname,
               'columns', (
                   select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
                              'name', a.attname,
                              'type', pg_catalog.format_type(a.atttypid, a.atttypmod),
                              'base', coalesce(
                                  (select pg_catalog.concat(pg_catalog.format_type(d.base, d.typmod),
                                              case when d.oid operator(pg_catalog.<>) t.oid then '[]' end)
                                     from domain d
                                     join pg_catalog.pg_type b on b.oid operator(pg_catalog.=) d.base
                                          and b.typtype operator(pg_catalog.<>) 'd'
                                    where d.oid operator(pg_catalog.=) t.oid
                                       or d.oid operator(pg_catalog.=) t.typelem and t.typcategory operator(pg_catalog.=) 'A'),
                                  pg_catalog.format_type(a.atttypid, a.atttypmod)),
                              'nullable', not a.attnotnull,
                              'filled', a.atthasdef or a.attidentity operator(pg_catalog.<>) '') order by a.attnum)
                     from pg_catalog.pg_attribute a
                     join pg_catalog.pg_type t on t.oid operator(pg_catalog.=) a.atttypid
                    where a.attrelid operator(pg_catalog.=) r.oid
                      and a.attnum operator(pg_catalog.>) 0 and not a.attisdropped),
               'uniques', (
                   select pg_catalog.jsonb_agg(pg_catalog.jsonb_build_object(
                              'name', i.relname,
                              'columns', (
                                  select pg_catalog.jsonb_agg(coalesce(a.attname::pg_catalog.text, '') order by k.place)
                                    from pg_catalog.unnest(x.indkey::pg_catalog.int2[]) with ordinality k(attnum, place)
                                    left join pg_catalog.pg_attribute a on a.attrelid operator(pg_catalog.=) r.oid
                                         and a.attnum operator(pg_catalog.=) k.attnum
                                         and k.attnum operator(pg_catalog.>) 0
                                   where k.place operator(pg_catalog.<=) x.indnkeyatts),
                              'full', x.indisvalid and x.indimmediate and x.indpred is null and x.indexprs is null)
                              order by i.relname)
                     from pg_catalog.pg_index x
                     join pg_catalog.pg_class i on i.oid operator(pg_catalog.=) x.indexrelid
                    where x.indrelid operator(pg_catalog.=) r.oid and x.indisunique)) order by r.relname), '[]')
      from described r
$dualbase$;

notify pgrst, 'reload schema';
