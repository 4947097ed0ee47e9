CREATE TABLE "attachment_uses" (
	"attachment_id" text NOT NULL,
	"case_code" text NOT NULL,
	"seq" integer NOT NULL,
	"act" text NOT NULL,
	CONSTRAINT "attachment_uses_attachment_id_case_code_seq_pk" PRIMARY KEY("attachment_id","case_code","seq")
);
--> statement-breakpoint
CREATE TABLE "attachments" (
	"id" text PRIMARY KEY NOT NULL,
	"sha256" text NOT NULL,
	"size" bigint NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp (3) with time zone NOT NULL,
	"claimed_at" timestamp (3) with time zone NOT NULL,
	"redacted_from" text,
	"text" text
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "published_attachments" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
CREATE INDEX "attachment_uses_case" ON "attachment_uses" USING btree ("case_code","seq");--> statement-breakpoint
CREATE INDEX "attachments_sha256" ON "attachments" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "attachments_uploader" ON "attachments" USING btree ("uploaded_by","claimed_at");--> statement-breakpoint
CREATE INDEX "attachments_claimed" ON "attachments" USING btree ("claimed_at");