CREATE INDEX "cases_jointly" ON "cases" USING btree ("jointly_with") WHERE "cases"."jointly_with" is not null;--> statement-breakpoint
-- What a partner is told of was copied when it was connected.
UPDATE subscribers
SET types = '{case.received,case.rejected,case.info_requested,case.info_supplied,case.resumed,case.forwarded,case.declined,case.returned,case.overdue,case.deadline_moved,case.agency_changed,case.published,case.disputed,case.upheld,case.decided,case.closed,case.withdrawn}'
WHERE mapping = 'dossier_system' AND removed_at IS NULL;--> statement-breakpoint
-- Answers that a later one, given together with another case's, has taken the place of.
UPDATE publications
SET published_at = NULL, changed_at = now(), title = NULL, content = NULL, answer = '', attachments = '{}'
FROM cases
WHERE cases.code = publications.case_code AND cases.jointly_with IS NOT NULL AND publications.published_at IS NOT NULL;
