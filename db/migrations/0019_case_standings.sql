CREATE TABLE "case_standings" (
	"case_code" text NOT NULL,
	"seq" integer NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"superseded_at" timestamp (3) with time zone,
	"status" text NOT NULL,
	"agency" text,
	"category" text,
	"channel" text NOT NULL,
	"received_on" date NOT NULL,
	"overdue" boolean NOT NULL,
	"settled_on" date,
	"answered" boolean NOT NULL,
	"late_after" date GENERATED ALWAYS AS (coalesce(late_before, term_late_after)) STORED,
	"late_before" date,
	"term_late_after" date,
	"returned_on" date[] NOT NULL,
	"disputed_on" date[] NOT NULL,
	"holders" text[] NOT NULL,
	"held_after" date[] NOT NULL,
	"term_from" date NOT NULL,
	"paused_after" date[] NOT NULL,
	"paused_through" date[] NOT NULL,
	CONSTRAINT "case_standings_case_code_seq_pk" PRIMARY KEY("case_code","seq")
);
--> statement-breakpoint
CREATE INDEX "case_standings_settled" ON "case_standings" USING btree ("settled_on","received_on") WHERE "case_standings"."superseded_at" is null;--> statement-breakpoint
CREATE INDEX "case_standings_superseded" ON "case_standings" USING btree ("superseded_at","recorded_at");