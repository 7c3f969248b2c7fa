-- What was kept of contacts before a rebuild was not cleared when somebody was forgotten; from now on it is.
drop table if exists retired.contact_view;
