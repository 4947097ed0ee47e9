ALTER TABLE "publications" ADD COLUMN "received_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "publications" SET "received_at" = "cases"."received_at" FROM "cases" WHERE "cases"."code" = "publications"."case_code";--> statement-breakpoint
ALTER TABLE "publications" ALTER COLUMN "received_at" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "publications_received" ON "publications" USING btree ("received_at","number") WHERE "publications"."published_at" is not null;
