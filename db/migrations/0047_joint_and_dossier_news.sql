CREATE INDEX "cases_jointly" ON "cases" USING btree ("jointly_with") WHERE "cases"."jointly_with" is not null;--> statement-breakpoint
-- Answers that a later one, given together with another case's, has taken the place of.
UPDATE publications
SET published_at = NULL, changed_at = now(), title = NULL, content = NULL, answer = '', attachments = '{}'
FROM cases
WHERE cases.code = publications.case_code AND cases.jointly_with IS NOT NULL AND publications.published_at IS NOT NULL;
