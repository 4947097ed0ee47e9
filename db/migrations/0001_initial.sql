CREATE TABLE "agencies" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"needs_approval" boolean DEFAULT true NOT NULL,
	"valid_from" date NOT NULL,
	"valid_through" date,
	"successor" text
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"version" integer NOT NULL,
	"year" smallint NOT NULL,
	"days" jsonb NOT NULL,
	"document" text NOT NULL,
	"reason" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "case_events" (
	"case_code" text NOT NULL,
	"seq" integer NOT NULL,
	"type" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"event" jsonb NOT NULL,
	CONSTRAINT "case_events_case_code_seq_pk" PRIMARY KEY("case_code","seq")
);
--> statement-breakpoint
CREATE TABLE "cases" (
	"code" text PRIMARY KEY NOT NULL,
	"seq" integer NOT NULL,
	"status" text NOT NULL,
	"open" boolean NOT NULL,
	"channel" text NOT NULL,
	"category" text,
	"title" text NOT NULL,
	"content" text NOT NULL,
	"submitter_name" text,
	"submitter_address" text,
	"submitter_phone" text,
	"submitter_email" text,
	"submitter_account" text,
	"attachments" text[] NOT NULL,
	"dossier_number" text,
	"follows" text,
	"received_at" timestamp (3) with time zone NOT NULL,
	"entered_at" timestamp (3) with time zone NOT NULL,
	"lead_agency" text,
	"officer" text,
	"agencies" text[] NOT NULL,
	"waits_for" text,
	"answer_due" timestamp (3) with time zone,
	"overdue" boolean NOT NULL,
	"urgency" timestamp (3) with time zone NOT NULL,
	"answer" text,
	"published_title" text,
	"published_content" text,
	"published_answer" text,
	"published_at" timestamp (3) with time zone,
	"search" text NOT NULL,
	"state" jsonb NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "catalogue" (
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"label" text NOT NULL,
	"label_en" text NOT NULL,
	"basis" text NOT NULL,
	"position" smallint NOT NULL,
	"valid_from" date NOT NULL,
	"valid_through" date,
	CONSTRAINT "catalogue_kind_code_pk" PRIMARY KEY("kind","code")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"actor" text NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"case_code" text,
	"status" smallint,
	"body" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "idempotency_keys_actor_key_pk" PRIMARY KEY("actor","key")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"case_code" text NOT NULL,
	"seq" integer NOT NULL,
	"ordinal" smallint NOT NULL,
	"template" text NOT NULL,
	"recipient_kind" text NOT NULL,
	"recipient" text,
	"at" timestamp (3) with time zone NOT NULL,
	"status" text NOT NULL,
	CONSTRAINT "notices_case_code_seq_ordinal_pk" PRIMARY KEY("case_code","seq","ordinal")
);
--> statement-breakpoint
CREATE TABLE "policies" (
	"version" integer PRIMARY KEY NOT NULL,
	"effective_from" date NOT NULL,
	"policy" jsonb NOT NULL,
	"document" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"created_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"name" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_attempts" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"ends_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"name" text NOT NULL,
	"hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "account_keys_hash_unique" UNIQUE("hash")
);
--> statement-breakpoint
CREATE TABLE "account_logins" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"provider_account_id" text NOT NULL,
	"password_hash" text,
	"scope" text,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "account_sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_sessions_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "account_verifications" (
	"id" text PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"name" text NOT NULL,
	"image" text,
	"role" text DEFAULT 'submitter' NOT NULL,
	"agency" text,
	"disabled" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "accounts_email_unique" UNIQUE("email"),
	CONSTRAINT "accounts_agency_fits_role" CHECK (case
        when "accounts"."role" in ('agency_officer', 'agency_lead') then "accounts"."agency" is not null
        when "accounts"."role" = 'reception' then "accounts"."agency" is not distinct from 'office'
        else "accounts"."agency" is null
      end)
);
--> statement-breakpoint
ALTER TABLE "account_keys" ADD CONSTRAINT "account_keys_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_logins" ADD CONSTRAINT "account_logins_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_sessions" ADD CONSTRAINT "account_sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_years_year_version" ON "calendar_years" USING btree ("year","version");--> statement-breakpoint
CREATE INDEX "case_events_type_at" ON "case_events" USING btree ("type","at");--> statement-breakpoint
CREATE INDEX "cases_open_urgency" ON "cases" USING btree ("urgency","code") WHERE "cases"."open";--> statement-breakpoint
CREATE INDEX "cases_urgency" ON "cases" USING btree ("urgency","code");--> statement-breakpoint
CREATE INDEX "cases_status_urgency" ON "cases" USING btree ("status","urgency","code");--> statement-breakpoint
CREATE INDEX "cases_lead_urgency" ON "cases" USING btree ("lead_agency","urgency","code");--> statement-breakpoint
CREATE INDEX "cases_officer_urgency" ON "cases" USING btree ("officer","urgency","code");--> statement-breakpoint
CREATE INDEX "cases_waits_urgency" ON "cases" USING btree ("waits_for","urgency","code") WHERE "cases"."open";--> statement-breakpoint
CREATE INDEX "cases_submitter" ON "cases" USING btree ("submitter_account","urgency","code");--> statement-breakpoint
CREATE INDEX "cases_overdue" ON "cases" USING btree ("urgency","code") WHERE "cases"."overdue";--> statement-breakpoint
CREATE INDEX "cases_agencies" ON "cases" USING gin ("agencies");--> statement-breakpoint
CREATE INDEX "cases_search" ON "cases" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "cases_published" ON "cases" USING btree ("published_at","code") WHERE "cases"."published_at" is not null;--> statement-breakpoint
CREATE INDEX "cases_follows" ON "cases" USING btree ("follows");--> statement-breakpoint
CREATE INDEX "idempotency_keys_created" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "notices_recipient" ON "notices" USING btree ("recipient_kind","recipient","at");--> statement-breakpoint
CREATE INDEX "account_keys_account" ON "account_keys" USING btree ("account_id");--> statement-breakpoint
CREATE UNIQUE INDEX "account_logins_identity" ON "account_logins" USING btree ("provider_id","provider_account_id");--> statement-breakpoint
CREATE INDEX "account_logins_account" ON "account_logins" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "account_sessions_account" ON "account_sessions" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "account_sessions_expiry" ON "account_sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "account_verifications_identifier" ON "account_verifications" USING btree ("identifier");--> statement-breakpoint
CREATE INDEX "accounts_page" ON "accounts" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "accounts_agency" ON "accounts" USING btree ("agency");