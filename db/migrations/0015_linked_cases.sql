ALTER TABLE "cases" ADD COLUMN "linked_to" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "link_kind" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "sketch" integer[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "cases_linked" ON "cases" USING btree ("linked_to") WHERE "cases"."linked_to" is not null;--> statement-breakpoint
CREATE INDEX "cases_sketch" ON "cases" USING gin ("sketch");--> statement-breakpoint
CREATE INDEX "cases_phone" ON "cases" USING btree (regexp_replace(regexp_replace("submitter_phone", '[^0-9]', '', 'g'), '^(00)?84', '0')) WHERE "cases"."submitter_phone" is not null;--> statement-breakpoint
CREATE INDEX "cases_email" ON "cases" USING btree (lower("submitter_email")) WHERE "cases"."submitter_email" is not null;--> statement-breakpoint
CREATE INDEX "cases_dossier" ON "cases" USING btree ("dossier_number") WHERE "cases"."dossier_number" is not null;