-- The lane that folds each projection; empty: the one that all share which name none.
alter table projection_build add column lane text not null default '';

-- A process that knows no lanes would fold what has one a second time. It stands still where newer code has made a
-- projection that it does not have; for it, this is one.
insert into projection_build (name, version, position) values ('lanes', 1, 0);
