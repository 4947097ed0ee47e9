CREATE TABLE "digests_sent" (
	"day" date NOT NULL,
	"agency" text NOT NULL,
	"account" text NOT NULL,
	"sent_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "digests_sent_day_agency_account_pk" PRIMARY KEY("day","agency","account")
);
--> statement-breakpoint
CREATE TABLE "message_preferences" (
	"subject" text PRIMARY KEY NOT NULL,
	"language" text DEFAULT 'vi' NOT NULL,
	"muted" text[] DEFAULT '{}' NOT NULL,
	"token" text NOT NULL,
	CONSTRAINT "message_preferences_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "notice_attempts" (
	"case_code" text NOT NULL,
	"seq" integer NOT NULL,
	"ordinal" smallint NOT NULL,
	"person" text NOT NULL,
	"channel" text NOT NULL,
	"attempt" smallint NOT NULL,
	"message_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"result" text NOT NULL,
	"provider_id" text,
	"detail" text,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "notice_attempts_case_code_seq_ordinal_person_channel_attempt_pk" PRIMARY KEY("case_code","seq","ordinal","person","channel","attempt")
);
--> statement-breakpoint
CREATE TABLE "notice_tasks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "notice_tasks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_code" text NOT NULL,
	"seq" integer NOT NULL,
	"ordinal" smallint NOT NULL,
	"kind" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"closed_by" text,
	"sent_on" date,
	"number" text,
	"note" text
);
--> statement-breakpoint
CREATE TABLE "provider_tokens" (
	"provider" text PRIMARY KEY NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "template_versions" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "template_versions_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"template" text NOT NULL,
	"language" text NOT NULL,
	"texts" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "notice_attempts_message" ON "notice_attempts" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "notice_attempts_provider" ON "notice_attempts" USING btree ("channel","provider_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notice_tasks_once" ON "notice_tasks" USING btree ("case_code","seq","ordinal","kind");--> statement-breakpoint
CREATE INDEX "notice_tasks_open" ON "notice_tasks" USING btree ("kind","id") WHERE "notice_tasks"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "template_versions_of" ON "template_versions" USING btree ("template","language","id");