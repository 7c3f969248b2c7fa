-- At every start: what a migration has added since is not counted unless it may be.
do $$
begin
  if to_regprocedure('public.forget_statistics(regclass)') is not null then
    perform public.forget_statistics();
  end if;
end
$$;
