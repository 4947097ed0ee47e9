DROP INDEX "cases_published";--> statement-breakpoint
DROP INDEX "cases_follows";--> statement-breakpoint
DROP INDEX "cases_sender_change";--> statement-breakpoint
CREATE INDEX "cases_sender_change" ON "cases" USING btree ("sender","sender_change") WHERE "cases"."sender" is not null;