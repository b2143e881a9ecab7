-- A release into a schema: psql reads this in a folder with plan (a line of JSON,
-- see publish.d/postgres), the tables by name, and copies, a \copy for each. What plan
-- says is a value or goes through format(%I); nothing of it is program text.
set client_min_messages = warning;
set datestyle = iso;
-- No function of others comes before the server's own.
set search_path = pg_catalog, pg_temp;
create temp table plan (t jsonb);
-- One cell: what JSON escapes separates and quotes.
\copy pg_temp.plan from 'plan' with (format csv, delimiter E'\x02', quote E'\x01')
select set_config('lock_timeout', t->>'wait', false) from pg_temp.plan \g wait

-- Of a release that goes: nothing of others is in it or hangs on it.
create function pg_temp.ours(name text) returns void language plpgsql as $$
declare
	old oid := (select oid from pg_namespace where nspname = name);
	others text;
	mine text[];
begin
	if old is null then
		return;
	end if;
	execute format('select tabellen from %I.uitgave', name) into mine;
	select string_agg(relname, ', ' order by relname) into others
	from pg_class where relnamespace = old and relkind in
	    ('r', 'v', 'm', 'p', 'f', 'S') and relname <> all (mine);
	if others is not null then
		raise 'schema % has what is not of publish-postgres: %; nothing is published', name, others;
	end if;
	select string_agg(distinct o.oid::regclass::text, ', ') into others
	from pg_depend d
	join pg_class t on t.oid = d.refobjid and t.relnamespace = old
	left join pg_rewrite r on d.classid = 'pg_rewrite'::regclass
	    and r.oid = d.objid
	left join pg_constraint c on d.classid = 'pg_constraint'::regclass
	    and c.oid = d.objid
	join pg_class o on o.oid = coalesce(r.ev_class, c.conrelid)
	where d.refclassid = 'pg_class'::regclass and o.relnamespace <> old;
	if others is not null then
		raise 'schema % has tables that others use: %; nothing is published', name, others;
	end if;
end $$;

create function pg_temp.gone(name text) returns void language plpgsql as $$
begin
	perform pg_temp.ours(name);
	execute format('drop schema if exists %I cascade', name);
end $$;

-- The type that GDAL reads the file with. No other comes through.
create function pg_temp.type_of(type text) returns text language sql as $$
	select case when type = 'Integer' then 'integer'
	    when type = 'Real' then 'numeric' when type = 'Date' then 'date'
	    when type = 'String' then 'text'
	    when type ~ '^String\([1-9][0-9]{0,6}\)$'
	    then 'varchar' || substr(type, 7) end
$$;

begin;
do $$
declare
	p jsonb := (select t from pg_temp.plan);
	new text := p->>'schema' || '_nieuw';
	t jsonb;
	c jsonb;
	columns text;
	key text;
begin
	if current_setting('server_version_num')::int < 150000 then
		raise 'PostgreSQL % is too old: 15 is the least',
		    current_setting('server_version');
	end if;
	perform pg_advisory_xact_lock(hashtext('publish-postgres'),
	    hashtext(p->>'schema'));
	if exists (select from pg_namespace where nspname = p->>'schema' and
	    coalesce(obj_description(oid, 'pg_namespace'), '') not like
	    'uitgave %') then
		raise 'schema % is not of publish-postgres; nothing is published',
		    p->>'schema';
	end if;
	if not exists (select from pg_roles where rolname = p->>'reader') then
		execute format('create role %I nologin', p->>'reader');
	end if;
	execute format('create schema %I', new);
	for t in select jsonb_array_elements(p->'tables') loop
		columns := '';
		for c in select jsonb_array_elements(t->'columns') loop
			if pg_temp.type_of(c->>'type') is null then
				raise '%: column %: no type %', t->>'path',
				    c->>'name', c->>'type';
			end if;
			columns := columns || format(', %I %s%s', c->>'name',
			    pg_temp.type_of(c->>'type'),
			    case when (c->>'required')::bool then ' not null' end);
		end loop;
		-- A key may have an empty cell; those of a primary key have none.
		select string_agg(format('%I', k), ', ' order by n) into key
		from jsonb_array_elements_text(t->'key') with ordinality x(k, n);
		if key is not null then
			columns := columns || case when exists (select
			    from jsonb_array_elements(t->'columns') f
			    where t->'key' ? (f->>'name')
			    and not (f->>'required')::bool)
			    then ', unique nulls not distinct (' else
			    ', primary key (' end || key || ')';
		end if;
		execute format('create table %I.%I (%s)', new, t->>'name',
		    substr(columns, 3));
		execute format('comment on table %I.%I is %L', new, t->>'name',
		    t->>'path');
		for c in select jsonb_array_elements(t->'columns') loop
			execute format('comment on column %I.%I.%I is %L', new,
			    t->>'name', c->>'name', c->>'words');
		end loop;
	end loop;
	perform set_config('search_path', format('%I, pg_temp', new), true);
end $$;
\i copies
do $$
declare
	p jsonb := (select t from pg_temp.plan);
	name text := p->>'schema';
	new text := name || '_nieuw';
	before text := name || '_vorige';
	log text := name || '_historie';
	reader text := p->>'reader';
	moment timestamptz := coalesce((p->>'moment')::timestamptz, now());
	t jsonb;
	n bigint;
	total bigint := 0;
	names text[] := array['uitgave'];
begin
	for t in select jsonb_array_elements(p->'tables') loop
		execute format('select count(*) from %I.%I', new, t->>'name')
		    into n;
		if n <> (t->>'rows')::bigint then
			raise '%: % rows are loaded, the manifest says %',
			    t->>'path', n, t->>'rows';
		end if;
		total := total + n;
		names := names || (t->>'name');
		if t->'columns' @> '[{"name": "vertrouwelijkheid"}]' then
			execute format('select count(*) from %I.%I where
			    vertrouwelijkheid is distinct from ''Openbaar''',
			    new, t->>'name') into n;
			if n > 0 then
				raise '%: % rows of plans that are not Openbaar',
				    t->>'path', n;
			end if;
		end if;
	end loop;
	-- Which release it is, for who reads.
	execute format('create table %I.uitgave (uitgave text primary key,
	    run text, gepubliceerd timestamptz not null,
	    tabellen text[] not null)', new);
	execute format('insert into %I.uitgave values ($1, $2, $3, $4)', new)
	    using p->>'release', p->>'run', moment, names;
	execute format('comment on schema %I is %L', new,
	    'uitgave ' || (p->>'release'));
	execute format('grant usage on schema %I to %I', new, reader);
	execute format('grant select on all tables in schema %I to %I', new,
	    reader);
	-- The history stays.
	execute format('create schema if not exists %I', log);
	execute format('create table if not exists %I.publicaties (
	    nummer bigint generated always as identity primary key,
	    moment timestamptz not null, uitgave text not null, run text,
	    wie text not null, rol text not null default session_user,
	    tabellen int not null, rijen bigint not null)', log);
	execute format('insert into %I.publicaties (moment, uitgave, run, wie,
	    tabellen, rijen) values ($1, $2, $3, $4, $5, $6)', log)
	    using moment, p->>'release', p->>'run', p->>'who',
	    jsonb_array_length(p->'tables'), total;
	execute format('grant usage on schema %I to %I', log, reader);
	execute format('grant select on %I.publicaties to %I', log, reader);
	-- The swap: names only, which waits for no reader.
	perform pg_temp.gone(before);
	perform pg_temp.ours(name);
	if to_regnamespace(quote_ident(name)) is not null then
		execute format('alter schema %I rename to %I', name, before);
	end if;
	execute format('alter schema %I rename to %I', new, name);
end $$;
commit;

-- Who still reads the former one is waited for after that, and not for ever:
-- what stays is taken away by the next publication.
\set ON_ERROR_STOP off
select pg_temp.gone(t->>'schema' || '_vorige') from pg_temp.plan \g gone
