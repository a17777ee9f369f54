-- Who reaches everybody who works here is asked on every page of the administrators (reach_whole): along this key, and not
-- through a million applicants.
ALTER TABLE accounts ADD KEY by_stem (kind, area_stem, disabled);
