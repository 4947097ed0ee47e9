CREATE TABLE "publication_numbers" (
	"year" smallint PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "publications" (
	"number" text PRIMARY KEY NOT NULL,
	"case_code" text NOT NULL,
	"first_published_at" timestamp (3) with time zone NOT NULL,
	"published_at" timestamp (3) with time zone,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"category" text,
	"agency" text NOT NULL,
	"title" text,
	"content" text,
	"answer" text NOT NULL,
	"attachments" text[] NOT NULL,
	"title_search" text GENERATED ALWAYS AS (fold_text(coalesce(title, ''))) STORED NOT NULL,
	"search" text GENERATED ALWAYS AS (fold_text(number || ' ' || coalesce(title, '') || ' ' || coalesce(content, '') || ' ' || answer)) STORED NOT NULL,
	CONSTRAINT "publications_case_code_unique" UNIQUE("case_code")
);
--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "publication_number" text;--> statement-breakpoint
CREATE INDEX "publications_latest" ON "publications" USING btree ("published_at","number") WHERE "publications"."published_at" is not null;--> statement-breakpoint
CREATE INDEX "publications_category" ON "publications" USING btree ("category","published_at");--> statement-breakpoint
CREATE INDEX "publications_agency" ON "publications" USING btree ("agency","published_at");--> statement-breakpoint
CREATE INDEX "publications_attachments" ON "publications" USING gin ("attachments");--> statement-breakpoint
CREATE INDEX "publications_search" ON "publications" USING gin ("search" gin_trgm_ops);--> statement-breakpoint
-- What was published before publications had numbers.
INSERT INTO publications (number, case_code, first_published_at, published_at, changed_at, category, agency, title, content, answer, attachments)
SELECT
  year || '-' || lpad((row_number() OVER (PARTITION BY year ORDER BY published_at, code))::text, 6, '0'),
  code, published_at, published_at, published_at, category, coalesce(lead_agency, 'office'),
  published_title, published_content, published_answer, published_attachments
FROM (SELECT *, to_char(published_at AT TIME ZONE 'Asia/Ho_Chi_Minh', 'YYYY') AS year FROM cases WHERE published_at IS NOT NULL) AS published;
--> statement-breakpoint
INSERT INTO publication_numbers SELECT left(number, 4)::smallint, count(*)::int FROM publications GROUP BY 1;
--> statement-breakpoint
UPDATE cases SET publication_number = number FROM publications WHERE case_code = code;
