CREATE TABLE "sender_references" (
	"sender" text NOT NULL,
	"reference" text NOT NULL,
	"content_hash" text NOT NULL,
	"case_code" text NOT NULL,
	"taken_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sender_references_sender_reference_pk" PRIMARY KEY("sender","reference")
);
--> statement-breakpoint
CREATE TABLE "senders" (
	"account" text PRIMARY KEY NOT NULL,
	"changes" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "sender" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reference" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "sender_change" bigint;--> statement-breakpoint
CREATE INDEX "cases_sender_change" ON "cases" USING btree ("sender","sender_change");--> statement-breakpoint
CREATE INDEX "cases_reference" ON "cases" USING btree ("reference") WHERE "cases"."reference" is not null;