CREATE TABLE "contact_corrections" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "contact_corrections_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_code" text NOT NULL,
	"email" text,
	"phone" text,
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message_preferences" DROP CONSTRAINT "message_preferences_token_unique";--> statement-breakpoint
CREATE INDEX "contact_corrections_case" ON "contact_corrections" USING btree ("case_code","id");--> statement-breakpoint
ALTER TABLE "message_preferences" DROP COLUMN "token";