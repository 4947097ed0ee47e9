CREATE TABLE "record_leaves" (
	"root" integer NOT NULL,
	"position" integer NOT NULL,
	"case_code" text NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "record_leaves_root_position_pk" PRIMARY KEY("root","position")
);
--> statement-breakpoint
CREATE TABLE "record_roots" (
	"number" integer PRIMARY KEY NOT NULL,
	"date" date NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL,
	"leaves" integer NOT NULL,
	"root" text NOT NULL,
	"previous" text,
	"signature" text NOT NULL,
	"public_key" text NOT NULL,
	CONSTRAINT "record_roots_date_unique" UNIQUE("date")
);
--> statement-breakpoint
CREATE INDEX "record_leaves_case" ON "record_leaves" USING btree ("case_code","root");