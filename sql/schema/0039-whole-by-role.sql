-- Who reaches everybody who administers is asked on every page of the administrators (reach_whole): along this key, and not by
-- where colleagues are (0036), who may well be of another administration.
ALTER TABLE accounts DROP KEY by_stem;
ALTER TABLE account_roles ADD KEY by_role (role, account_id);
