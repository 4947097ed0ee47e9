CREATE TABLE "case_personal" (
	"case_code" text NOT NULL,
	"seq" integer NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"salt" text NOT NULL,
	CONSTRAINT "case_personal_case_code_seq_field_pk" PRIMARY KEY("case_code","seq","field")
);
--> statement-breakpoint
ALTER TABLE "case_events" ADD COLUMN "previous" text;--> statement-breakpoint
ALTER TABLE "case_events" ADD COLUMN "hash" text NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "head" text NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "sealed_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
CREATE INDEX "cases_unsealed" ON "cases" USING btree ("code") WHERE "cases"."seq" > "cases"."sealed_seq";