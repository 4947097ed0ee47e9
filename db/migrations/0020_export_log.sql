CREATE TABLE "export_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "export_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp (3) with time zone NOT NULL,
	"by" text NOT NULL,
	"subject" text NOT NULL,
	"case_code" text,
	"seq" integer,
	"format" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "export_log_case" ON "export_log" USING btree ("case_code","id");