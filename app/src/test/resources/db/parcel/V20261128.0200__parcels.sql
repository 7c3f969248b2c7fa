create table parcel_view (
  tenant_id text not null,
  id text not null,
  contact_id text not null,
  content text not null,
  state text not null,
  tracking text,
  primary key (tenant_id, id)
);
select chatledger_row_security('parcel_view');
