CREATE TABLE "deliveries" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "deliveries_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subscriber" text NOT NULL,
	"message_id" text NOT NULL,
	"case_code" text,
	"seq" integer,
	"type" text NOT NULL,
	"day" date NOT NULL,
	"news" jsonb,
	"status" text DEFAULT 'pending' NOT NULL,
	"attempts" smallint DEFAULT 0 NOT NULL,
	"due_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"http_status" smallint,
	"detail" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "reconciliations_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subscriber" text NOT NULL,
	"day" date NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"here" integer NOT NULL,
	"there" integer NOT NULL,
	"differences" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "subscriber_secrets" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "subscriber_secrets_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subscriber" text NOT NULL,
	"key_id" text NOT NULL,
	"sealed" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "subscribers" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"url" text NOT NULL,
	"mapping" text NOT NULL,
	"types" text[] NOT NULL,
	"agencies" text[] NOT NULL,
	"with_code" boolean NOT NULL,
	"pseudonym_key" text NOT NULL,
	"enabled" boolean NOT NULL,
	"failures" integer DEFAULT 0 NOT NULL,
	"held_until" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"removed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_once" ON "deliveries" USING btree ("subscriber","case_code","seq");--> statement-breakpoint
CREATE INDEX "deliveries_pending" ON "deliveries" USING btree ("subscriber","case_code","id") WHERE "deliveries"."status" = 'pending';--> statement-breakpoint
CREATE INDEX "deliveries_status" ON "deliveries" USING btree ("subscriber","status","id");--> statement-breakpoint
CREATE INDEX "deliveries_day" ON "deliveries" USING btree ("subscriber","day");--> statement-breakpoint
CREATE INDEX "deliveries_settled" ON "deliveries" USING btree ("settled_at");--> statement-breakpoint
CREATE INDEX "reconciliations_of" ON "reconciliations" USING btree ("subscriber","day","id");--> statement-breakpoint
CREATE INDEX "subscriber_secrets_of" ON "subscriber_secrets" USING btree ("subscriber");--> statement-breakpoint
CREATE UNIQUE INDEX "subscribers_one_per_partner" ON "subscribers" USING btree ("mapping") WHERE "subscribers"."removed_at" is null and "subscribers"."mapping" <> 'events';