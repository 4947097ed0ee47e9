CREATE INDEX "cases_officer_open" ON "cases" USING btree ("officer","urgency","code") WHERE "cases"."open";--> statement-breakpoint
CREATE INDEX "cases_open_agencies" ON "cases" USING gin ("agencies") WHERE "cases"."open";--> statement-breakpoint
CREATE INDEX "cases_received" ON "cases" USING btree ("received_at");--> statement-breakpoint
CREATE INDEX "case_standings_answered" ON "case_standings" USING btree ("settled_on","agency","late_after") WHERE "case_standings"."superseded_at" is null and "case_standings"."answered";