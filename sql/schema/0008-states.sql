-- The states of a review that stands still, and the end of a promise not kept (rules/steps.h).
ALTER TABLE cases MODIFY
	state		ENUM('draft','submitted','correction','resubmitted','accepted','not_accepted','reviewing',
			     'granted','denied','closed','delivered','withdrawn','supplement','suspended','terminated')
			NOT NULL DEFAULT 'draft';
