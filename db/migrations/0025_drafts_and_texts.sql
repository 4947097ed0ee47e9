CREATE TABLE "drafts" (
	"id" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"status" text NOT NULL,
	"message_key" text NOT NULL,
	"sender" text,
	"sender_name" text,
	"subject" text,
	"text" text NOT NULL,
	"original" text NOT NULL,
	"original_hash" text NOT NULL,
	"attachments" text[] NOT NULL,
	"faults" text[] NOT NULL,
	"automatic" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"taken_at" timestamp (3) with time zone NOT NULL,
	"case_code" text,
	"settled_at" timestamp (3) with time zone,
	"settled_by" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "text_templates" (
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"agency" text NOT NULL,
	"name" text NOT NULL,
	"action" text,
	"text" text NOT NULL,
	"ended" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	CONSTRAINT "text_templates_id_version_pk" PRIMARY KEY("id","version")
);
--> statement-breakpoint
CREATE UNIQUE INDEX "drafts_message" ON "drafts" USING btree ("source","message_key");--> statement-breakpoint
CREATE INDEX "drafts_status" ON "drafts" USING btree ("status","received_at","id");--> statement-breakpoint
CREATE INDEX "drafts_files" ON "drafts" USING gin ("attachments") WHERE "drafts"."status" = 'waiting';--> statement-breakpoint
CREATE INDEX "drafts_original" ON "drafts" USING btree ("original");--> statement-breakpoint
CREATE INDEX "text_templates_agency" ON "text_templates" USING btree ("agency","id","version");