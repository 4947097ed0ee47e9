ALTER TABLE "idempotency_keys" ADD COLUMN "about" text;--> statement-breakpoint
ALTER TABLE "attachments" ADD COLUMN "redaction" integer;--> statement-breakpoint
-- Of what was refused until now nobody knows the case: these marks go with their 90 days.
UPDATE "idempotency_keys" SET "about" = "done"."case_code" FROM "case_events" AS "done"
WHERE "done"."key" = "idempotency_keys"."actor" || '/' || "idempotency_keys"."key" AND "idempotency_keys"."case_code" IS NULL;
