ALTER TABLE "deliveries" ADD COLUMN "queued_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
UPDATE "deliveries" SET "queued_at" = "created_at" WHERE "status" = 'pending';--> statement-breakpoint
CREATE INDEX "notice_attempts_channel" ON "notice_attempts" USING btree ("channel","started_at");--> statement-breakpoint
CREATE INDEX "deliveries_queued" ON "deliveries" USING btree ("subscriber","queued_at") WHERE "deliveries"."status" = 'pending';
