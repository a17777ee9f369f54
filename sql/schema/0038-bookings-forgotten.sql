-- An appointment names somebody for as long as that may be asked (docs/privacy.md); then it counts, and names nobody.
ALTER TABLE bookings
	ADD forgotten TINYINT(1) NOT NULL DEFAULT 0,
	ADD KEY by_forgotten (forgotten, day_on, id);
