CREATE TABLE "agency_reforms" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "agency_reforms_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reform" jsonb,
	"effective_on" date NOT NULL,
	"from" text[] NOT NULL,
	"successor" text,
	"document" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"handed_over_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "delegations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"absent" text NOT NULL,
	"delegate" text NOT NULL,
	"from" date NOT NULL,
	"through" date NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "register_versions" (
	"seq" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "register_versions_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"register" text NOT NULL,
	"code" text NOT NULL,
	"effective_from" date NOT NULL,
	"facts" jsonb NOT NULL,
	"document" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE INDEX "agency_reforms_effective" ON "agency_reforms" USING btree ("effective_on","id");--> statement-breakpoint
CREATE INDEX "delegations_absent" ON "delegations" USING btree ("absent","through");--> statement-breakpoint
CREATE INDEX "delegations_delegate" ON "delegations" USING btree ("delegate","through");--> statement-breakpoint
CREATE UNIQUE INDEX "register_versions_once" ON "register_versions" USING btree ("register","code","effective_from","created_at");