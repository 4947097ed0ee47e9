CREATE TABLE "admin_events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "admin_events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"act" text NOT NULL,
	"subject" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"document" text
);
--> statement-breakpoint
CREATE INDEX "admin_events_subject" ON "admin_events" USING btree ("subject","id");--> statement-breakpoint
CREATE INDEX "admin_events_act" ON "admin_events" USING btree ("act","id");